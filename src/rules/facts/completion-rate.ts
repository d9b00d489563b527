import type { Big } from 'big.js'
import { divide, fitOf } from '#domain/arithmetic.ts'
import type { Fact } from '#domain/fact.ts'
import { baseValue } from '#domain/quantity.ts'
import type { Reading } from '#domain/reading.ts'
import type { Rule, Verdict } from '../rule.ts'
import { certainFacts } from './certain-facts.ts'
import { factsOf } from './facts-by-measure.ts'
import { reported } from '../wording/verdicts.ts'

/**
 * I31: Hunan's 预算完成率 takes what came in less what was left over. The same word also stands for 执行数 ÷ 全年预算数
 * (I29): only a rate that neither formula gives is reported.
 */
export const completionRate: Rule = {
  id: 'I31',
  title: '预算完成率等于（上年结转＋年初预算＋年中追加－年末结余）÷（上年结转＋年初预算＋年中追加）',
  source: '湖南省部门整体支出绩效评价指标体系：预算完成率',
  judge(reading) {
    const rates = factsOf(reading, 'execution.rate').filter(
      ({ entity, from, figure }) => entity === '' && from === 'sentence' && isCompletion(reading, figure.place),
    )
    return rates.length > 0 ? rates.map((rate) => judgeRate(reading, rate)) : [{ outcome: 'not-applicable' }]
  },
}

/** The word itself stands right before the number. */
function isCompletion(reading: Reading, { block, start }: Fact['figure']['place']): boolean {
  const paragraph = reading.document.blocks[block]
  return paragraph?.kind === 'paragraph' && /预算完成率[^，。；]{0,4}$/.test(paragraph.text.slice(0, start))
}

const needed = [
  ['carry-over.opening', 'none', '上年结转'],
  ['fund.total', 'original', '年初预算'],
  ['adjustment.total', 'adjustment', '年中追加'],
  ['carry-over.closing', 'none', '年末结转结余'],
] as const

function judgeRate(reading: Reading, rate: Fact): Verdict {
  const found = needed.map(([measure, phase]) =>
    measure.startsWith('carry-over') ? stated(reading, measure) : certainFacts(reading, measure, phase),
  )
  const missing = needed.filter((_, at) => found[at]!.length !== 1).map(([, , name]) => name)
  if (missing.length > 0) return { outcome: 'undetermined', missing: missing.join('、') }
  const figures = found.map(([fact]) => fact!.figure)
  const [opening, initial, added, closing] = figures.map(({ quantity }) => baseValue(quantity)) as [Big, Big, Big, Big]
  const whole = opening.plus(initial).plus(added)
  if (whole.lte(0)) return { outcome: 'undetermined', missing: '不为零的预算数' }
  const computed = divide(whole.minus(closing), whole)
  const vouched = [rate.figure, ...figures]
  if (fitOf(rate.figure.quantity, { low: computed, high: computed }) !== 'off' || isSpentShare(reading, rate))
    return { outcome: 'holds', figures: vouched.map(({ id }) => id) }
  const shown = `${computed.times(100).toFixed(2)}%`
  const [o, i, a, c] = figures.map(({ printed }) => printed)
  return reported(
    'I31',
    'warning',
    `预算完成率写的是${rate.figure.text}，按结转、年初预算、追加和年末结余计算应为${shown}，按执行数除以全年预算数也不是`,
    vouched.map((figure) => ({ figure })),
    { expression: `(${o} + ${i} + ${a} − ${c}) ÷ (${o} + ${i} + ${a}) = ${shown} ≠ ${rate.figure.printed}%` },
  )
}

/** What is carried over is told without a phase, and once: one fact for each value. */
function stated(reading: Reading, measure: string): Fact[] {
  const facts = factsOf(reading, measure).filter(({ entity }) => entity === '')
  return [...new Map(facts.map((fact) => [baseValue(fact.figure.quantity).toFixed(), fact])).values()]
}

/** Whether the rate is what was spent of the final budget, as I29 reckons it. */
function isSpentShare(reading: Reading, rate: Fact): boolean {
  const [spent, final] = (['actual', 'final'] as const).map((phase) => certainFacts(reading, 'fund.total', phase)[0])
  if (!spent || !final || baseValue(final.figure.quantity).lte(0)) return false
  const share = divide(baseValue(spent.figure.quantity), baseValue(final.figure.quantity))
  return fitOf(rate.figure.quantity, { low: share, high: share }) !== 'off'
}
