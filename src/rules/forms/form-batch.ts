import { factKey } from '#domain/fact.ts'
import type { IndicatorRow } from '#domain/reading.ts'
import { factsOf } from '../facts/facts-by-measure.ts'
import type { Rule, Verdict } from '../rule.ts'
import {
  byForm,
  contradiction,
  figureEvidence,
  filledIndicators,
  isBlank,
  nameOf,
  wordsEvidence,
} from './indicator-finding.ts'

const fewest = 3

/** I69: every form of a batch with the very same total score. */
export const sameScores: Rule = {
  id: 'I69',
  title: '一批自评表的总分不宜完全相同',
  source: '本系统核对规则',
  judge: (reading) => {
    const totals = factsOf(reading, 'score.total')
    const keys = new Set(totals.map((fact) => `${fact.figure.place.part}|${factKey(fact)}`))
    if (keys.size < fewest) return [{ outcome: 'not-applicable' }]
    const first = totals[0]!.figure
    if (totals.some((fact) => !fact.figure.quantity.value.eq(first.quantity.value))) return [{ outcome: 'holds' }]
    const message = `文件里${keys.size}份自评的总分都是${first.printed}分，请确认各份是否按实际情况分别评分。`
    return [
      contradiction(
        'I69',
        'info',
        message,
        totals.map((fact) => figureEvidence(fact.figure)),
      ),
    ]
  },
}

/** The same indicator twice in one form, with the same target. */
export const duplicateIndicator: Rule = {
  id: 'indicator.duplicate',
  title: '同一张表不应重复设置相同的指标',
  source: '本系统核对规则',
  judge: (reading) => byForm(filledIndicators(reading)).flatMap(duplicatesIn),
}

function duplicatesIn(rows: readonly IndicatorRow[]): Verdict[] {
  const seen = new Map<string, IndicatorRow>()
  return rows.flatMap((row): Verdict[] => {
    const name = row.name.text.replace(/\s+/g, '')
    if (isBlank(name) || /^(?:指标\d*|三级指标)$/.test(name)) return []
    const key = `${name}|${row.target?.text.replace(/\s+/g, '') ?? ''}`
    const earlier = seen.get(key)
    seen.set(key, earlier ?? row)
    if (!earlier) return [{ outcome: 'holds' }]
    const message = `「${nameOf(row)}」与「${nameOf(earlier)}」名称和指标值都相同，请删去一个或改写。`
    return [
      contradiction('indicator.duplicate', 'warning', message, [wordsEvidence(row.name), wordsEvidence(earlier.name)]),
    ]
  })
}
