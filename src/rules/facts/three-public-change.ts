import { Big } from 'big.js'
import { allMatches } from '#domain/all-matches.ts'
import { divide } from '#domain/arithmetic.ts'
import type { Figure, Phase } from '#domain/fact.ts'
import type { Reading } from '#domain/reading.ts'
import { baseValue } from '#domain/quantity.ts'
import type { Rule, Verdict } from '../rule.ts'
import { type Line, evidenceAt, linesOf, linesCued } from '../wording/paragraphs.ts'
import { reported } from '../wording/verdicts.ts'
import { factsOf } from './facts-by-measure.ts'

const stated = /三公[”"’」]?经费(?:预算)?变动率(?:为|是|达到|达|：|:|=)?\s*([-－−]?\d+(?:\.\d+)?)\s*[%％]/g

/**
 * I34: the change of the 三公 budget over last year's. Some places take what was spent in both years instead: only a rate
 * that neither gives is reported, and only where both are stated.
 */
export const threePublicChange: Rule = {
  id: 'I34',
  title: '三公经费变动率等于两年预算（或决算）数之差除以上年数',
  source: '湖南省部门整体支出绩效评价指标体系：三公经费变动率',
  judge(reading) {
    const found = linesCued(linesOf(reading), /变动率/g).flatMap((line) =>
      allMatches(line.text, stated).map((match) => ({ line, match })),
    )
    if (found.length === 0) return [{ outcome: 'not-applicable' }]
    return found.map(({ line, match }) => judgeRate(reading, line, match))
  },
}

function judgeRate(reading: Reading, line: Line, match: RegExpExecArray): Verdict {
  const digits = match[1]!.replace(/[－−]/, '-')
  const pairs = (['original', 'actual'] as const).map((phase) => pairOf(reading, phase, line.part.year))
  const fitting = pairs.find((pair) => pair && fits(digits, pair))
  if (fitting) return { outcome: 'holds', figures: [fitting.own.id, fitting.last.id] }
  const [budgets, accounts] = pairs
  if (!budgets || !accounts)
    return { outcome: 'undetermined', missing: budgets ? '两年三公经费决算数' : '两年三公经费预算数' }
  const { own, last } = budgets
  const decimals = Math.max(2, decimalsOf(digits))
  const computed = changeOf(budgets).round(decimals).toFixed(decimals)
  const evidence = [evidenceAt(line, match.index, match.index + match[0].length), { figure: own }, { figure: last }]
  const expression = `(${own.text} − ${last.text}) ÷ ${last.text} = ${computed}% ≠ ${digits}%`
  const message = `三公经费变动率写的是${digits}%，按两年预算数应为${computed}%，按两年决算数也不是`
  return reported('I34', 'warning', message, evidence, { expression })
}

/** A reader may round or cut off: a unit of the last printed place either way. */
function fits(digits: string, pair: Pair): boolean {
  return changeOf(pair)
    .minus(digits)
    .abs()
    .lt(new Big(10).pow(-decimalsOf(digits)))
}

function decimalsOf(digits: string): number {
  return digits.split('.')[1]?.length ?? 0
}

/** 三公 of the year and of the year before. */
type Pair = { readonly own: Figure; readonly last: Figure }

function changeOf({ own, last }: Pair): Big {
  const base = baseValue(last.quantity)
  return divide(baseValue(own.quantity).minus(base), base).times(100)
}

function pairOf(reading: Reading, phase: Phase, year: number | undefined): Pair | undefined {
  const own = totalOf(reading, phase, year)
  const last = totalOf(reading, phase, year && year - 1)
  return own && last && baseValue(last.quantity).gt(0) ? { own, last } : undefined
}

/** The one 三公 total that is stated for a year and phase. */
function totalOf(reading: Reading, phase: Phase, year: number | undefined): Figure | undefined {
  const facts = factsOf(reading, 'three-public.total').filter(
    (fact) => fact.phase === phase && fact.entity === '' && fact.year === year,
  )
  const values = new Set(facts.map(({ figure }) => baseValue(figure.quantity).toFixed()))
  return values.size === 1 ? facts[0]!.figure : undefined
}
