import { Big } from 'big.js'
import type { Sign } from './goal.ts'

const decimal = /^-?\d+(\.\d+)?$/

/** Whether a value reaches a target by its sign; undefined where either is in words. Both as decimals in one unit. */
export function reachesTarget(sign: Sign, target: string, value: string): boolean | undefined {
  if (!decimal.test(target.trim()) || !decimal.test(value.trim())) return undefined
  const [wanted, real] = [new Big(target.trim()), new Big(value.trim())]
  if (sign === '≥') return real.gte(wanted)
  if (sign === '>') return real.gt(wanted)
  if (sign === '≤') return real.lte(wanted)
  if (sign === '<') return real.lt(wanted)
  return sign === '=' ? real.eq(wanted) : undefined
}
