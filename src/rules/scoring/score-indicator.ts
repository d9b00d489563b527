import { Big } from 'big.js'
import { compared } from '#domain/arithmetic.ts'
import type { ScoredIndicator, ScoringInput } from '#domain/evaluation.ts'
import type { ScoringRules } from '#domain/pack.ts'
import { type Points, plain } from './points.ts'
import { bandOf, qualitativePoints, steppedPoints } from './qualitative.ts'
import { overshotPoints } from './overshot.ts'
import { quantitativePoints } from './quantitative.ts'

const zero = new Big(0)
/** Ways of scoring an indicator other than the pack's own; anything else in its place is words for people. */
const knownRules: ReadonlySet<string> = new Set(['direct', 'graded', 'ratio'])

/** Points of one indicator under a pack, with why each was given or lost; faults say what a person must mend. */
export function scoreIndicator(input: ScoringInput, pack: ScoringRules): { scored: ScoredIndicator; faults: string[] } {
  const { name, weight, override } = input
  if (compared(weight, zero) <= 0) {
    const working = `分值是${plain(weight)}，不能评分`
    return {
      scored: { input, outcome: 'undetermined', working, remarks: [] },
      faults: [`指标「${name}」没有分值，请填写`],
    }
  }
  const computed = computedPoints(input, pack)
  if (!override) return { scored: scoredOf(input, computed, remarksOf(input, pack)), faults: faultsOf(input, computed) }
  const fault = overrideFault(input, pack)
  if (fault) return { scored: scoredOf(input, computed, remarksOf(input, pack)), faults: [fault] }
  const by = `改为${plain(override.points)}分，理由：${override.reason}`
  const { needed: _needed, ...kept } = computed
  const lost = override.points.lt(weight) && computed.needed ? { needed: computed.needed } : {}
  const set: Points = { ...kept, ...lost, points: override.points, working: `${computed.working}；${by}` }
  // A blank actual value stays a fault: no score makes up for it.
  const faults = computed.points ? faultsOf(input, set) : faultsOf(input, computed)
  return { scored: scoredOf(input, set, [...remarksOf(input, pack), `得分由人工${by}`]), faults }
}

function computedPoints(
  { sign, target, actual, weight, unit, rule, level1 }: ScoringInput,
  pack: ScoringRules,
): Points {
  if (actual === undefined) return { working: '没有实际完成值，不能评分' }
  if (sign === '定性' || rule === 'graded') {
    if (typeof actual === 'string') return qualitativePoints(actual, weight, pack.qualitative)
    return { working: `定性指标的完成情况写成了数字${plain(actual)}，不能评分` }
  }
  if (typeof actual === 'string' || typeof target === 'string') {
    const strange = typeof actual === 'string' ? `完成值「${actual}」` : `指标值「${String(target)}」`
    return { working: `${strange}不是数字，不能评分` }
  }
  const steps = pack.satisfaction
  const isStepped = rule !== 'direct' && unit === '%' && level1.startsWith('满意度')
  if (steps && isStepped) return steppedPoints(actual, weight, steps)
  if (compared(target, zero) < 0) return { working: `指标值${plain(target)}是负数，不能按比例评分，请改写指标` }
  const asked = { sign, target, actual, weight, unit }
  const points = quantitativePoints(asked, rule === 'ratio' ? 'ratio' : pack.reverse)
  if (rule !== 'direct') return overshotPoints(points, asked, pack.overshoot)
  if (points.points?.eq(weight)) return points
  return { points: new Big(0), working: `${points.working}；直接赋分，没有达到不得分`, needed: points.needed ?? '' }
}

function scoredOf(input: ScoringInput, points: Points, remarks: readonly string[]): ScoredIndicator {
  const earned = points.points
  const outcome = earned
    ? compared(earned, input.weight) >= 0 && points.needed === undefined
      ? 'full'
      : compared(earned, zero) === 0
        ? 'zero'
        : 'partial'
    : ('undetermined' as const)
  return { input, outcome, remarks, ...points }
}

/** What the field asks to be explained though it costs no points (指标值定得过低；财预〔2020〕10号). */
function remarksOf(input: ScoringInput, pack: ScoringRules): string[] {
  const { rule } = input
  const own = rule !== undefined && rule !== '' && !knownRules.has(rule)
  const words = own ? [`评分标准写的是「${rule}」，没有现成的算法，按规则包的办法计分，请核对`] : []
  return [...words, ...overshotRemarks(input, pack)]
}

function overshotRemarks({ actual, target, sign, reason }: ScoringInput, pack: ScoringRules): string[] {
  if (typeof actual !== 'object' || typeof target !== 'object' || reason !== '') return []
  const isCeiling = sign === '≤' || sign === '<'
  if (isCeiling || compared(target, zero) <= 0 || compared(actual, target.times(pack.reasonAt)) < 0) return []
  const times = actual.div(target).times(100).round(0, Big.roundHalfUp)
  return [`完成值是指标值的${times.toFixed()}%，超出较多，要说明原因或调整指标值`]
}

function faultsOf({ name, reason, weight }: ScoringInput, { points, working }: Points): string[] {
  if (!points) return [`指标「${name}」：${working}`]
  if (reason !== '' || compared(points, weight) >= 0) return []
  return [`指标「${name}」得分${plain(points)}分，低于分值${plain(weight)}分，但没有写偏差原因和改进措施`]
}

/** A score set by hand needs a reason and stays within its band: 0 to the weight, or inside the qualitative band. */
function overrideFault(
  { name, weight, override, sign, rule, actual }: ScoringInput,
  pack: ScoringRules,
): string | undefined {
  if (!override) return undefined
  if (override.reason.trim() === '') return `指标「${name}」人工改分没有写理由`
  const isBanded = sign === '定性' || rule === 'graded'
  const band = isBanded && typeof actual === 'string' ? bandOf(actual, pack.qualitative) : undefined
  const least = band ? weight.times(band.from).div(100) : new Big(0)
  const most = band ? weight.times(band.to).div(100) : weight
  const isAbove = band && band.to.lt(100) ? override.points.gte(most) : override.points.gt(most)
  if (override.points.gte(least) && !isAbove) return undefined
  return `指标「${name}」人工改为${plain(override.points)}分，超出所在档次（${plain(least)}至${plain(most)}分），没有采用`
}
