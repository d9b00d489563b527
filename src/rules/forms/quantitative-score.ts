import { Big } from 'big.js'
import { divide } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import type { Knowledge } from '#domain/knowledge.ts'
import type { IndicatorRow } from '#domain/reading.ts'
import { isSlip } from '#domain/slip.ts'
import type { Rule, Verdict } from '../rule.ts'
import { contradiction, figureEvidence, filledIndicators, isBlank, nameOf, wordsEvidence } from './indicator-finding.ts'
import { quantitativePoints } from '../scoring/quantitative.ts'
import { type Measured, comparable, measuredIn } from './measured.ts'
import { restingOnPack } from './resting-on-pack.ts'

const tolerance = new Big('0.01')
/** Points off by less may have been rounded another way. */
const leastSlip = new Big('0.05')

/**
 * I60: a quantitative indicator that is reached earns its full points, one that is not earns 分值 × 完成值 ÷ 指标值
 * (where less is better: less than full).
 * Only clean numbers of one unit are judged. Unreached with full points, or reached with points lost and no reason,
 * is a warning; so are points off the proportion without a reason: local rules may set them otherwise.
 */
export const quantitativeScore: Rule = {
  id: 'I60',
  title: '定量指标得分应与完成程度相符',
  source: '财预〔2020〕10号：定量指标完成指标值记满分，未完成按完成值占指标值的比例记分',
  judge: (reading, knowledge) => filledIndicators(reading).map((row) => judgeRow(row, knowledge)),
}

function isInProportion(weight: Figure, score: Figure, target: Measured, actual: Measured): boolean {
  const ulp = new Big(10).pow(-score.quantity.decimals)
  const allowed = ulp.gt(tolerance) ? ulp : tolerance
  return proportional(weight, target, actual).minus(score.quantity.value).abs().lte(allowed)
}

function proportional(weight: Figure, target: Measured, actual: Measured): Big {
  return divide(weight.quantity.value.times(actual.value), target.value)
}

function judgeRow(row: IndicatorRow, knowledge: Knowledge): Verdict {
  const { weight, score } = row
  const target = row.target && measuredIn(row.target)
  const actual = row.actual && measuredIn(row.actual)
  if (!weight || !score || !target || !actual) return { outcome: 'not-applicable' }
  if (!comparable(target, actual) || target.value.lte(0))
    return { outcome: 'undetermined', missing: '指标值与完成值不能直接比较' }
  const full = weight.quantity.value
  const own = score.quantity.value
  if (isReached(target, actual)) {
    if (own.eq(full)) return { outcome: 'holds', figures: [score.id, weight.id] }
    if (own.gt(full) || !row.reason || !isBlank(row.reason.text)) return { outcome: 'holds' }
    return report(
      row,
      score,
      weight,
      `已经达到，却只得${score.printed}分（分值${weight.printed}分），又没有写明扣分原因，请核对得分或补填原因。`,
    )
  }
  if (isStepped(row, actual, own, knowledge)) return { outcome: 'holds', figures: [score.id, weight.id] }
  if (own.gte(full)) return report(row, score, weight, `没有达到，却得了满分${score.printed}分，请核对完成值或得分。`)
  if (target.sign !== '≤') return proportion(row, score, weight, target, actual)
  return overCeiling(row, score, weight, target, actual, knowledge)
}

const steps = [
  { from: 90, share: '1' },
  { from: 80, share: '0.8' },
  { from: 60, share: '0.5' },
  { from: 0, share: '0' },
]

/** Satisfaction may be scored in steps instead (财预〔2021〕101号 满意度赋分): 90 % all points, 80 % eight tenths, 60 % half. */
function isStepped({ group, weight }: IndicatorRow, actual: Measured, own: Big, { pack }: Knowledge): boolean {
  if (!group.join('').includes('满意度')) return false
  const packed = pack?.pack.satisfaction?.map(({ from, share }) => ({ from, share: share.div(100) }))
  // A pack that was asked for and sets no steps scores in proportion.
  const asked = pack?.by === 'asked' ? (packed ?? []) : (packed ?? steps)
  const step = asked.find(({ from }) => actual.value.gte(from))
  return step !== undefined && weight !== undefined && own.eq(weight.quantity.value.times(step.share))
}

function isReached(target: Measured, actual: Measured): boolean {
  return target.sign === '≤' ? actual.value.lte(target.value) : actual.value.gte(target.value)
}

function proportion(row: IndicatorRow, score: Figure, weight: Figure, target: Measured, actual: Measured): Verdict {
  if (isInProportion(weight, score, target, actual)) return { outcome: 'holds', figures: [score.id, weight.id] }
  const expected = proportional(weight, target, actual)
  const slipped = isSlipped(score, expected)
  // A reason given, or no column for one, leaves room for a scale of the form's own.
  if (!slipped && (!row.reason || !isBlank(row.reason.text))) return { outcome: 'undetermined', missing: '评分标准' }
  const expression = `${weight.printed} × ${actual.value.toFixed()} ÷ ${target.value.toFixed()} = ${expected.round(2).toFixed(2)} ≠ ${score.printed}`
  const shown = expected.round(2).toFixed(2)
  return report(
    row,
    score,
    weight,
    `按完成比例应得${shown}分，表上得${score.printed}分；${slipped ? '两者只差一处笔误，请核对' : '如另有评分标准，请在表中说明'}。`,
    expression,
  )
}

function isToTheTenth(points: Big): boolean {
  return points.times(10).mod(1).eq(0)
}

/**
 * A slip of the pen in points told to the hundredth: those told to the tenth lie too near to each other, and so
 * does 14.20 where 14.27 is reckoned.
 */
function isSlipped({ quantity, printed }: Figure, expected: Big): boolean {
  const { decimals, value } = quantity
  if (isToTheTenth(value) && !isToTheTenth(expected.round(2))) return false
  return decimals >= 2 && expected.minus(value).abs().gt(leastSlip) && isSlip(expected.toFixed(decimals), printed)
}

/** Above a ceiling places differ: only a pack that was asked for decides how many points are left. */
function overCeiling(
  row: IndicatorRow,
  score: Figure,
  weight: Figure,
  target: Measured,
  actual: Measured,
  knowledge: Knowledge,
): Verdict {
  const held: Verdict = { outcome: 'holds' }
  if (knowledge.pack?.by !== 'asked') return held
  const asked = {
    sign: '≤',
    target: target.value,
    actual: actual.value,
    weight: weight.quantity.value,
    unit: '',
  } as const
  const { points } = quantitativePoints(asked, knowledge.pack.pack.reverse)
  if (!points || points.minus(score.quantity.value).abs().lte(tolerance)) return held
  const said = `按规则包应得${points.toFixed()}分，表上得${score.printed}分；如另有评分标准，请在表中说明。`
  return restingOnPack(report(row, score, weight, said), knowledge)
}

function report(row: IndicatorRow, score: Figure, weight: Figure, said: string, expression?: string): Verdict {
  const values = `指标值「${row.target!.text.trim()}」，完成值「${row.actual!.text.trim()}」`
  const evidence = [
    figureEvidence(score),
    figureEvidence(weight),
    wordsEvidence(row.target!),
    wordsEvidence(row.actual!),
  ]
  return contradiction(
    'I60',
    'warning',
    `「${nameOf(row)}」${values}，${said}`,
    evidence,
    expression ? { expression } : {},
  )
}
