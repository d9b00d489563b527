import { Big } from 'big.js'
import { addUp } from '#domain/arithmetic.ts'
import type { Evaluation, EvaluationInputs } from '#domain/evaluation.ts'
import type { PackVariant, ScoringRules } from '#domain/pack.ts'
import { partOf, plain } from './points.ts'
import { scoreIndicator } from './score-indicator.ts'

/**
 * Scores a form under a pack. The same inputs under the same pack give the same evaluation: that is how a stored one is
 * replayed. Nothing is re-scaled: headings that fit no variant of the pack are a fault, and a person must settle them.
 */
export function evaluate(inputs: EvaluationInputs, pack: ScoringRules): Evaluation {
  const variant = variantOf(inputs, pack)
  const execution = executionPoints(inputs, pack)
  const scored = inputs.indicators.map((input) => scoreIndicator(input, pack))
  const indicators = scored.map((one) => one.scored)
  const known = indicators.flatMap(({ points }) => (points ? [points] : []))
  const isWhole = execution.points !== undefined && known.length === indicators.length && indicators.length > 0
  const total = isWhole ? addUp([...known, execution.points]) : undefined
  const full = addUp([
    ...(inputs.budget?.gt(0) ? [pack.execution.weight] : []),
    ...inputs.indicators.map(({ weight }) => weight),
  ])
  const isGraded = total !== undefined && full.eq(100)
  const grade = isGraded ? pack.grades.find(({ from }) => total.gte(from))?.name : undefined
  return {
    pack: pack.id,
    ...(variant ? { variant: variant.id } : {}),
    inputs,
    execution,
    indicators,
    full,
    ...(total ? { total } : {}),
    ...(grade === undefined ? {} : { grade }),
    faults: [...weightFaults(inputs, pack, variant), ...scored.flatMap(({ faults }) => faults)],
  }
}

/** min(W, W × 执行率): spending over the budget earns no more, and has to be explained. */
function executionPoints({ budget, spent }: EvaluationInputs, { execution }: ScoringRules): Evaluation['execution'] {
  const { weight, reasonBelow } = execution
  if (!budget) return { weight, working: '没有全年预算数，预算执行率不适用', remarks: [] }
  if (budget.lte(0)) {
    const remarks = spent?.gt(0) ? [`执行${plain(spent)}万元，全年预算数却是${plain(budget)}，请核对预算指标`] : []
    return { weight, working: `全年预算数是${plain(budget)}，预算执行率不适用`, remarks }
  }
  if (!spent) return { weight, working: '还没有登记执行数，预算执行率算不出', remarks: [] }
  const rate = spent.div(budget).times(100)
  const words = `执行${plain(spent)}万元，全年预算${plain(budget)}万元`
  if (spent.gt(budget))
    return {
      weight,
      rate,
      points: weight,
      working: `${words}，最多得${plain(weight)}分`,
      remarks: ['执行数超过全年预算数，请核对'],
    }
  if (spent.eq(budget))
    return { weight, rate, points: weight, working: `${words}，得满分${plain(weight)}分`, remarks: [] }
  const { points, working } = partOf(weight, spent.lt(0) ? new Big(0) : spent, budget, words)
  const low = reasonBelow && rate.lt(reasonBelow) ? [`执行率低于${plain(reasonBelow)}%，要说明原因`] : []
  return {
    weight,
    rate,
    ...(points ? { points } : {}),
    working,
    needed: `执行数达到${plain(budget)}万元`,
    remarks: low,
  }
}

/** The variant whose headings are exactly those in use. */
function variantOf({ indicators }: EvaluationInputs, { variants }: ScoringRules): PackVariant | undefined {
  const used = new Set(indicators.map(({ level1 }) => level1))
  return variants.find(({ groups }) => {
    const headings = groups.flatMap((group) => group.headings)
    return headings.length === used.size && headings.every((heading) => used.has(heading))
  })
}

function weightFaults(
  { indicators, entity }: EvaluationInputs,
  pack: ScoringRules,
  variant: PackVariant | undefined,
): string[] {
  if (indicators.length === 0) return []
  const who = entity === '' ? '部门整体' : `项目「${entity}」`
  if (!variant) {
    const used = [...new Set(indicators.map(({ level1 }) => level1))].join('、')
    const allowed = pack.variants
      .map(({ groups }) => groups.flatMap(({ headings }) => headings).join('、'))
      .join('；或')
    return [`${who}的一级指标是${used}，与规则包「${pack.title}」的哪一种都对不上，应为${allowed}`]
  }
  return variant.groups.flatMap(({ headings, points }) => {
    const given = addUp(indicators.filter(({ level1 }) => headings.includes(level1)).map(({ weight }) => weight))
    return given.eq(points)
      ? []
      : [`${who}的${headings.join('和')}各项分值合计${plain(given)}分，应为${plain(points)}分`]
  })
}
