import { Big } from 'big.js'
import { divide } from '#domain/arithmetic.ts'
import type { OvershootStep } from '#domain/pack.ts'
import { type Points, plain } from './points.ts'
import type { Asked } from './quantitative.ts'

/**
 * Points of a target that was reached, less what a value many times the target loses where the pack says so
 * (财预〔2020〕10号: 指标值设定明显偏低的，按偏离度适当调减分值). Nothing is lost below a ceiling, over a target of zero, or
 * under a pack without steps.
 */
export function overshotPoints(
  points: Points,
  { sign, target, actual, weight, unit }: Asked,
  steps: readonly OvershootStep[] = [],
): Points {
  const isFloor = sign === '≥' || sign === '>'
  if (!isFloor || steps.length === 0 || target.lte(0)) return points
  const step = steps.findLast(({ from }) => actual.gte(target.times(from)))
  const [first] = steps
  if (!step || !first) return points
  const kept = new Big(100).minus(step.deduct)
  const left = weight.times(kept).div(100).round(2, Big.roundHalfUp)
  const times = plain(divide(actual, target).times(100).round(0, Big.roundHalfUp))
  const words = `完成值${plain(actual)}${unit}，指标值${sign}${plain(target)}${unit}，达到，但完成值是指标值的${times}%`
  const arithmetic = `${plain(weight)} × ${plain(kept)}% = ${plain(left)}分`
  return {
    points: left,
    working: `${words}，规则包规定达到${plain(step.from.times(100))}%的扣分值的${plain(step.deduct)}%：${arithmetic}`,
    needed: `指标值定得切合实际（完成值不到指标值的${plain(first.from.times(100))}%）`,
  }
}
