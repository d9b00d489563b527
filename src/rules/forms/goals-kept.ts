import type { Part } from '#domain/document.ts'
import type { IndicatorRow, Reading } from '#domain/reading.ts'
import type { Rule, Verdict } from '../rule.ts'
import { contradiction, figureEvidence, filledIndicators, isBlank, nameOf, wordsEvidence } from './indicator-finding.ts'

/**
 * I68: an indicator of a goal or monitoring form stands in the self-evaluation form with the same target and points.
 * Forms belong together by their titles, indicators by a name that stands once in each.
 */
export const goalsKept: Rule = {
  id: 'I68',
  title: '自评表的指标与绩效目标表、监控表一致',
  source: '财预〔2020〕10号：自评以批复的绩效目标为准',
  judge: (reading) => {
    const forms = reading.parts.filter(({ kind }) => kind === 'goal-form' || kind === 'monitoring-form')
    const verdicts = forms.flatMap((form) => {
      const own = reading.parts.filter(
        (part) => part.kind === 'self-evaluation-form' && subjectOf(part) === subjectOf(form),
      )
      return own.length === 1 ? compared(reading, form, own[0]!) : []
    })
    return verdicts.length === 0 ? [{ outcome: 'not-applicable' }] : verdicts
  },
}

/** What a form is about: 「桃江县2023年度部门整体支出绩效自评表」 and 「…绩效目标表」 are about the same. */
function subjectOf({ title, year }: Part): string {
  const bare = title
    .replace(/\s/g, '')
    .replace(/20\d\d年度?/, '')
    .replace(/截至\d{1,2}月\d{1,2}日|(?:\d{1,2}-)?\d{1,2}月/, '')
    .replace(/(?:绩效)?(?:自评|目标(?:申报)?|(?:目标)?(?:运行|执行)?监控)(?:情况)?表$/, '')
  return `${year ?? ''}|${bare}`
}

function compared(reading: Reading, form: Part, evaluation: Part): Verdict[] {
  const planned = byName(reading, form)
  const evaluated = byName(reading, evaluation)
  return [...planned].flatMap(([name, row]): Verdict[] => {
    const other = evaluated.get(name)
    if (!row || !other) return []
    return [targets(form, row, other), weights(form, row, other)]
  })
}

/** The indicators of a form by name; undefined where two share one. */
function byName(reading: Reading, { index }: Part): ReadonlyMap<string, IndicatorRow | undefined> {
  const rows = new Map<string, IndicatorRow | undefined>()
  for (const row of filledIndicators(reading)) {
    const name = row.name.text.replace(/\s/g, '')
    if (row.part === index && !isBlank(name)) rows.set(name, rows.has(name) ? undefined : row)
  }
  return rows
}

function targets(form: Part, row: IndicatorRow, other: IndicatorRow): Verdict {
  const [planned, evaluated] = [plain(row.target?.text), plain(other.target?.text)]
  if (!row.target || !other.target || planned === '' || evaluated === '') return { outcome: 'not-applicable' }
  if (planned === evaluated) return { outcome: 'holds' }
  const [one, two] = [numberIn(planned), numberIn(evaluated)]
  // 「≥12」 in a column without units beside 「12次」: the number alone is held.
  if (one !== undefined && one === two) return { outcome: 'holds' }
  if (one === undefined || two === undefined)
    return { outcome: 'undetermined', missing: `「${nameOf(row)}」两处指标值的写法不同` }
  const message = `「${nameOf(row)}」的年度指标值，${formName(form)}是「${row.target.text.trim()}」，自评表是「${other.target.text.trim()}」，请改成一致；调整过目标的请说明。`
  return contradiction('I68', 'warning', message, [wordsEvidence(row.target), wordsEvidence(other.target)])
}

function weights(form: Part, row: IndicatorRow, other: IndicatorRow): Verdict {
  if (!row.weight || !other.weight) return { outcome: 'not-applicable' }
  if (row.weight.quantity.value.eq(other.weight.quantity.value))
    return { outcome: 'holds', figures: [row.weight.id, other.weight.id] }
  const message = `「${nameOf(row)}」的分值，${formName(form)}是${row.weight.printed}分，自评表是${other.weight.printed}分，请改成一致。`
  return contradiction('I68', 'warning', message, [figureEvidence(row.weight), figureEvidence(other.weight)])
}

function formName({ kind }: Part): string {
  return kind === 'goal-form' ? '绩效目标表' : '监控表'
}

function plain(text: string | undefined): string {
  return (text ?? '').replace(/\s/g, '').replace(/^定性/, '')
}

/** The only number of a target, without trailing zeros; undefined where there is none, or more than one. */
function numberIn(text: string): string | undefined {
  const found = text.replaceAll(',', '').match(/\d+(?:\.\d+)?/g) ?? []
  const [only] = found
  return found.length === 1 && only !== undefined ? only.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : undefined
}
