import { Big } from 'big.js'
import { compared } from '#domain/arithmetic.ts'
import type { RulePack } from '#domain/pack.ts'
import type { Sign } from '#domain/ledger/goal.ts'
import { type Points, partOf, plain } from './points.ts'

/** A target in numbers and what was reached. */
export type Asked = {
  readonly sign: Exclude<Sign, '定性'>
  readonly target: Big
  readonly actual: Big
  readonly weight: Big
  readonly unit: string
}

const zero = new Big(0)

/**
 * Points of a target in numbers (财预〔2020〕10号: reached, all points; not reached, in proportion). A target of zero is
 * reached by zero alone. A value below zero counts as zero.
 */
export function quantitativePoints(asked: Asked, reverse: RulePack['reverse']): Points {
  const actual = compared(asked.actual, zero) < 0 ? zero : asked.actual
  const { sign, target, weight, unit } = asked
  const isCeiling = sign === '≤' || sign === '<'
  const words = `完成值${plain(actual)}${unit}，指标值${sign}${plain(target)}${unit}`
  if (compared(target, zero) === 0) {
    const all = isCeiling || sign === '=' ? actual.eq(0) : true
    return all
      ? { points: weight, working: `${words}，达到，得满分${plain(weight)}分` }
      : { points: new Big(0), working: `${words}，指标值为0，没有做到，不得分`, needed: `做到0${unit}` }
  }
  const against = compared(actual, target)
  if (isCeiling ? against <= 0 : against >= 0)
    return { points: weight, working: `${words}，${reachedWord(asked)}，得满分${plain(weight)}分` }
  const needed = isCeiling ? `不超过${plain(target)}${unit}` : `达到${plain(target)}${unit}`
  if (!isCeiling) return { ...partOf(weight, actual, target, words), needed }
  return { ...overCeiling(asked, reverse, words), needed }
}

/** The field scores > like ≥ and < like ≤: a value just at the target is said to be that. */
function reachedWord({ sign, target, actual }: Asked): string {
  return (sign === '>' || sign === '<') && actual.eq(target) ? '等于指标值，按达到计' : '达到'
}

function overCeiling({ target, actual, weight, unit }: Asked, reverse: RulePack['reverse'], words: string): Points {
  if (reverse === 'ratio') return partOf(weight, target, actual, words)
  const over = actual.minus(target)
  if (over.gte(target))
    return { points: new Big(0), working: `${words}，超过指标值一倍以上（超${plain(over)}${unit}），不得分` }
  const points = weight.times(new Big(1).minus(over.div(target))).round(2, Big.roundHalfUp)
  const arithmetic = `${plain(weight)} × (1 − ${plain(over)} ÷ ${plain(target)}) = ${plain(points)}`
  return { points, working: `${words}，超出指标值，${arithmetic}分` }
}
