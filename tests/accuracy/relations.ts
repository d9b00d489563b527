import { type Num } from './report.ts'

/**
 * Ties numbers of a made-up report together: which determines which, and how far each may move before the report
 * contradicts itself. The slack is the sum of the rounding of everything that takes part, and one unit of the last
 * printed place more, so that a change counted as a contradiction is one for every reader.
 */

export function valueOf(number: Num): number {
  return Number(number.digits.replaceAll(',', '')) * (moneyScale[number.unit] ?? 1)
}

/** Units of money in 万元; every other unit counts for itself. */
const moneyScale: Record<string, number> = { 元: 0.0001, 亿元: 10_000 }

/** How far a changed number lies from the first, in the first one's printed unit. */
export function distanceOf(number: Num, changed: Num): number {
  return Math.abs(valueOf(changed) - valueOf(number)) / (moneyScale[number.unit] ?? 1)
}

/** One unit of the last printed place, in the same unit as `valueOf`. */
export function stepOf(number: Num): number {
  const decimals = number.digits.split('.')[1]?.length ?? 0
  return 10 ** -decimals * (moneyScale[number.unit] ?? 1)
}

function halfStep(number: Num): number {
  return isWhole(number) ? 0 : stepOf(number) / 2
}

/** Whole counts (人 次 件 …) have no rounding. */
function isWhole(number: Num): boolean {
  return !number.digits.includes('.') && !['万元', '亿元', '元', '%', ''].includes(number.unit)
}

function mark(number: Num, relation: string, slack: number): void {
  number.marks.push({ relation, slack: slack / (moneyScale[number.unit] ?? 1) })
}

/** total = Σ parts, both ways; a repeated part is listed once. */
export function sum(total: Num, parts: readonly Num[], name = 'sum'): void {
  const all = [total, ...parts]
  const slack = all.reduce((room, each) => room + halfStep(each), 0) + roomBeyond(all)
  mark(total, `${name}.total`, slack)
  for (const part of parts) mark(part, `${name}.part`, slack)
}

function roomBeyond(numbers: readonly Num[]): number {
  return Math.max(...numbers.map((each) => (isWhole(each) ? 0 : stepOf(each)))) * 1.01
}

/** result = minuend − subtrahend. */
export function difference(result: Num, minuend: Num, subtrahend: Num): void {
  sum(minuend, [result, subtrahend], 'difference')
}

/** The same amount printed in several places. */
export function repeat(...numbers: readonly Num[]): void {
  const slack = Math.max(...numbers.map(halfStep)) * 2 + roomBeyond(numbers)
  for (const each of numbers) mark(each, 'repeat', slack)
}

/** rate% = top ÷ bottom: the rate beyond rounding and cutting off, the terms as far as they move the rate. */
export function ratio(rate: Num, top: Num, bottom: Num, name = 'ratio'): void {
  const above = valueOf(top)
  const below = valueOf(bottom)
  if (below === 0) return
  const quotient = (above / below) * 100
  const fromTop = (halfStep(top) / below) * 100
  const fromBottom = (halfStep(bottom) / below) * quotient
  const slack = 2.6 * stepOf(rate) + fromTop + fromBottom
  mark(rate, `${name}.rate`, slack)
  mark(top, `${name}.top`, (slack * below) / 100)
  if (quotient > 0) mark(bottom, `${name}.bottom`, (slack * below) / quotient / Math.max(0.2, 1 - slack / quotient))
}

export type Change = { current: Num; base?: Num; delta?: Num; rate?: Num }

/** current − base = ±delta; delta ÷ base = rate%. Any of base, delta, rate may be left out. */
export function change({ current, base, delta, rate }: Change): void {
  if (base && delta) {
    const slack = halfStep(current) + halfStep(base) + halfStep(delta) + roomBeyond([current, base, delta])
    mark(delta, 'change.delta', slack)
    mark(current, 'change.current', slack)
    mark(base, 'change.base', slack)
  }
  if (!rate || !(base ?? delta)) return
  const before = base ? valueOf(base) : valueOf(current)
  if (before === 0) return
  const moved = halfStep(current) + (base ? halfStep(base) : 0) + (delta ? halfStep(delta) : 0)
  const share = valueOf(rate) / 100
  mark(rate, 'change.rate', 2.6 * stepOf(rate) + (moved / before) * 150 * (1 + share))
  if (delta && !base) mark(delta, 'change.delta', ((2.6 * stepOf(rate)) / 100) * before * 1.6 + moved * 2)
}

/** A number stated and things counted out in the text: N = how many. */
export function counted(number: Num, name = 'list-count'): void {
  mark(number, name, 0)
}

/** result = a × b, all printed. */
export function product(result: Num, factors: readonly Num[]): void {
  const value = factors.reduce((all, each) => all * valueOf(each), 1)
  const rounding = factors.reduce(
    (all, each) => all + (valueOf(each) ? (halfStep(each) / valueOf(each)) * value : 0),
    0,
  )
  const slack = rounding + halfStep(result) + roomBeyond([result])
  mark(result, 'product.result', slack)
  for (const factor of factors) {
    const others = value / valueOf(factor)
    mark(factor, 'product.factor', slack / others)
  }
}

/** Score of the 执行率 row: the rate times its points, to be found within 0.02 分. */
export function executionScore(score: Num): void {
  mark(score, 'score.execution', 0.1)
}
