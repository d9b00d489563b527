import type { Knowledge } from '#domain/knowledge.ts'
import { type FormLayout, type LayoutColumn, columnsOf } from '#domain/report/form-layout.ts'
import type { IndicatorRow, Reading } from '#domain/reading.ts'
import type { Rule, Verdict } from '../rule.ts'
import { byForm, contradiction, filledIndicators, wordsEvidence } from './indicator-finding.ts'
import { restingOnPack } from './resting-on-pack.ts'

/** What a column of the grid shows, and whether a row as read has it. */
const columns: readonly [shown: string, has: (row: IndicatorRow) => boolean][] = [
  ['target', (row) => row.target !== undefined],
  ['actual', (row) => row.actual !== undefined],
  ['weight', (row) => row.weight !== undefined],
  ['score', (row) => row.score !== undefined],
  ['reason', (row) => row.reason !== undefined],
]

/**
 * A self-evaluation form has the columns that the pack's layouts print, under whatever name. Only a column that both the
 * department's and the project's form have is missed; a head that stands in the table but was not understood is no loss.
 */
export const layoutColumns: Rule = {
  id: 'form.columns',
  title: '自评表应有规则包表式里的各栏',
  source: '各地规则包（data/forms）：自评表的栏目',
  judge: (reading, knowledge) =>
    byForm(filledIndicators(reading).filter((row) => row.score)).map((rows) => judgeForm(rows, reading, knowledge)),
}

function judgeForm(rows: readonly IndicatorRow[], reading: Reading, knowledge: Knowledge): Verdict {
  const forms = knowledge.pack?.forms
  if (!forms) return { outcome: 'undetermined', missing: '文件没有写明地区和年度，不知道用哪个规则包' }
  const [ofDepartment, ofProject] = [forms.departmentEvaluation, forms.projectEvaluation].map(gridOf)
  const lost = columns.flatMap(([shown, has]) => {
    const [head, other] = [ofDepartment, ofProject].map((grid) =>
      grid?.find(({ show }) => show.startsWith(`{${shown}`)),
    )
    return head && other && !rows.some(has) ? [head.head] : []
  })
  if (lost.length === 0) return { outcome: 'holds' }
  if (lost.some((head) => isPrinted(head, rows[0]!, reading)))
    return { outcome: 'undetermined', missing: `认不准「${lost.join('」「')}」是哪一栏` }
  const message = `自评表没有「${lost.join('」「')}」一栏，请按规定的表式补上。`
  const severity = knowledge.pack?.by === 'asked' ? 'warning' : 'info'
  return restingOnPack(contradiction('form.columns', severity, message, [wordsEvidence(rows[0]!.name)]), knowledge)
}

function gridOf({ rows }: FormLayout): readonly LayoutColumn[] | undefined {
  return rows.flatMap((row) => ('indicators' in row ? [columnsOf(row.indicators)] : []))[0]
}

/** Whether the table bears a word of the head: 「偏差原因」 of 偏差原因分析及改进措施. */
function isPrinted(head: string, { name }: IndicatorRow, reading: Reading): boolean {
  const block = reading.document.blocks[name.place.block]
  const word = /原因|得分|分值|权重|完成|目标值|指标值/.exec(head)?.[0] ?? head
  return (
    block?.kind === 'table' && block.rows.some((row) => row.some(({ text }) => text.replace(/\s/g, '').includes(word)))
  )
}
