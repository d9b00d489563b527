import type { Cell, Place, Table } from '#domain/document.ts'
import type { Evidence } from '#domain/finding.ts'
import type { Reading } from '#domain/reading.ts'
import type { Rule, Verdict } from '../rule.ts'
import { contradiction, isBlank } from './indicator-finding.ts'

/** A required cell of a form: the label's pattern and what the message calls it. */
type Required = { readonly pattern: RegExp; readonly name: string; readonly severity: 'error' | 'info' }

const goals: readonly Required[] = [
  { pattern: /^(?:年度)?预期目标/, name: '预期目标', severity: 'error' },
  { pattern: /^(?:全年)?(?:目标)?实际完成情况/, name: '实际完成情况', severity: 'error' },
]
const thrift: Required = { pattern: /^厉行节约(?:保障)?措施/, name: '厉行节约保障措施', severity: 'info' }

/** I67: the goal and its fulfilment must be written out where the form is filled in; 厉行节约 left blank is noted. */
export const blankCells: Rule = {
  id: 'I67',
  title: '预期目标、实际完成情况等必填栏不能空着',
  source: '财预〔2020〕10号 项目支出绩效自评表填表要求',
  judge: (reading) =>
    reading.document.blocks.flatMap((block, index) =>
      block.kind === 'table' ? [...judgeGoals(reading, block, index), ...judgeThrift(reading, block, index)] : [],
    ),
}

function judgeGoals(reading: Reading, table: Table, block: number): Verdict[] {
  const filled = reading.indicators.some((row) => row.table === table.number && !row.filler && row.score)
  if (!filled) return []
  const header = table.rows.findIndex(
    (row) => row.length <= 4 && goals.every(({ pattern }) => row.some((cell) => pattern.test(bare(cell)))),
  )
  const below = table.rows[header + 1]
  if (header < 0 || !below) return []
  return goals.map(({ pattern, name, severity }) => {
    const head = table.rows[header]!.find((cell) => pattern.test(bare(cell)))!
    const cell = below.find((each) => each.column === head.column)
    if (!cell || cell.unread || !sameShape(table.rows[header]!, below))
      return { outcome: 'undetermined', missing: `认不准「${name}」下面是哪一格` }
    if (!isBlank(cell.text)) return { outcome: 'holds' }
    return contradiction('I67', severity, `自评表的「${name}」空着，请补填。`, [
      evidenceAt(reading, block, header, head),
      evidenceAt(reading, block, header + 1, cell),
    ])
  })
}

function sameShape(header: readonly Cell[], below: readonly Cell[]): boolean {
  const columns = (row: readonly Cell[]) =>
    row.reduce((end, cell) => Math.max(end, cell.column + Math.max(1, cell.columnSpan)), 0)
  return columns(header) === columns(below)
}

function judgeThrift(reading: Reading, table: Table, block: number): Verdict[] {
  return table.rows.flatMap((row, index) => {
    const at = row.findIndex((cell) => cell.text.includes('厉') && thrift.pattern.test(bare(cell)))
    const beside = row[at + 1]
    if (at < 0 || !beside || beside.unread) return []
    if (!isBlank(beside.text)) return [{ outcome: 'holds' } as const]
    return [
      contradiction('I67', thrift.severity, `「${thrift.name}」空着，请补填或写「无」。`, [
        evidenceAt(reading, block, index, row[at]!),
      ]),
    ]
  })
}

function bare(cell: Cell): string {
  return cell.text.replace(/\s+/g, '')
}

function evidenceAt(reading: Reading, block: number, row: number, cell: Cell): Evidence {
  const table = reading.document.blocks[block]
  const index = table?.kind === 'table' ? (table.rows[row]?.indexOf(cell) ?? 0) : 0
  const part = reading.parts.find((each) => block >= each.from && block < each.to)?.index ?? 0
  const place: Place = { part, block, row, cell: index, start: 0, end: cell.text.length }
  return { place, text: bare(cell) || '（空）' }
}
