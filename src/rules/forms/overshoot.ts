import { Big } from 'big.js'
import { divide } from '#domain/arithmetic.ts'
import type { IndicatorRow } from '#domain/reading.ts'
import type { Rule, Verdict } from '../rule.ts'
import { contradiction, filledIndicators, isBlank, nameOf, wordsEvidence } from './indicator-finding.ts'
import { comparable, measuredIn, sameUnit } from './measured.ts'
import { restingOnPack } from './resting-on-pack.ts'

const needsReason = new Big('1.3')

/** I62: an actual value of 1.3 times the target or more points to a target set too low and needs a reason. */
export const overshoot: Rule = {
  id: 'I62',
  title: '完成值超过指标值三成以上应当说明原因',
  source: '财预〔2020〕10号：超过指标值较多的要分析原因；三成为部分省份系统采用的界线',
  judge: (reading, knowledge) =>
    filledIndicators(reading).map((row) =>
      restingOnPack(judgeOvershoot(row, knowledge.pack?.pack.reasonAt ?? needsReason), knowledge),
    ),
}

function judgeOvershoot(row: IndicatorRow, limit: Big): Verdict {
  const target = row.target && measuredIn(row.target)
  const actual = row.actual && measuredIn(row.actual)
  if (!target || !actual || target.sign === '≤' || target.value.lte(0)) return { outcome: 'not-applicable' }
  if (!comparable(target, actual)) return { outcome: 'not-applicable' }
  if (actual.value.lt(target.value.times(limit))) return { outcome: 'holds' }
  if (!row.reason) return { outcome: 'undetermined', missing: '表中没有偏差原因一栏' }
  if (!isBlank(row.reason.text)) return { outcome: 'holds' }
  const times = divide(actual.value, target.value).times(100).round(1).toFixed()
  const message = `「${nameOf(row)}」指标值「${row.target!.text.trim()}」，完成值「${row.actual!.text.trim()}」，为指标值的${times}%，超出较多，应说明原因，或检查目标是否定得过低。`
  return contradiction('I62', 'warning', message, [
    wordsEvidence(row.actual!),
    wordsEvidence(row.target!),
    wordsEvidence(row.reason),
  ])
}

/** I63: target and actual must be in one unit to be compared. */
export const unitMismatch: Rule = {
  id: 'I63',
  title: '指标值与实际完成值的单位应当一致',
  source: '本系统核对规则',
  judge: (reading) =>
    filledIndicators(reading).map((row) => {
      const target = row.target && measuredIn(row.target)
      const actual = row.actual && measuredIn(row.actual)
      if (!target || !actual) return { outcome: 'not-applicable' }
      if (sameUnit(target, actual)) return { outcome: 'holds' }
      if (target.unit === '' || actual.unit === '') return { outcome: 'undetermined', missing: '有一边没有写单位' }
      const message = `「${nameOf(row)}」指标值用「${target.unit}」，完成值用「${actual.unit}」，单位不同，没法比较，请统一。`
      return contradiction('I63', 'warning', message, [wordsEvidence(row.actual!), wordsEvidence(row.target!)])
    }),
}
