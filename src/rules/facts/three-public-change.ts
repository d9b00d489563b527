import { Big } from 'big.js'
import { allMatches } from '#domain/all-matches.ts'
import { divide } from '#domain/arithmetic.ts'
import type { Fact, Figure } from '#domain/fact.ts'
import type { Reading } from '#domain/reading.ts'
import { baseValue } from '#domain/quantity.ts'
import type { Rule, Verdict } from '../rule.ts'
import { type Line, evidenceAt, linesOf } from '../wording/paragraphs.ts'
import { reported } from '../wording/verdicts.ts'

const stated = /三公[”"’」]?经费(?:预算)?变动率(?:为|是|达到|达|：|:|=)?\s*([-－−]?\d+(?:\.\d+)?)\s*[%％]/g

/** I34: the change of the 三公 budget over last year's; without both years' budgets it can't be told. */
export const threePublicChange: Rule = {
  id: 'I34',
  title: '三公经费变动率等于两年预算数之差除以上年预算数',
  source: '湖南省部门整体支出绩效评价指标体系：三公经费变动率',
  judge(reading) {
    const found = linesOf(reading).flatMap((line) => allMatches(line.text, stated).map((match) => ({ line, match })))
    if (found.length === 0) return [{ outcome: 'not-applicable' }]
    return found.map(({ line, match }) => judgeRate(reading, line, match))
  },
}

function judgeRate(reading: Reading, line: Line, match: RegExpExecArray | RegExpMatchArray): Verdict {
  const { year } = line.part
  const [own, last] = [year, year && year - 1].map((each) => budgetOf(reading, each))
  if (!own || !last) return { outcome: 'undetermined', missing: `${own ? '上年' : '本年'}三公经费预算数` }
  const base = baseValue(last.quantity)
  if (base.lte(0)) return { outcome: 'undetermined', missing: '上年三公经费预算数为零，没有变动率' }
  const digits = match[1]!.replace(/[－−]/, '-')
  const due = divide(baseValue(own.quantity).minus(base), base).times(100)
  const decimals = digits.split('.')[1]?.length ?? 0
  // A reader may round or cut off: a unit of the last printed place either way.
  if (due.minus(digits).abs().lt(new Big(10).pow(-decimals))) return { outcome: 'holds', figures: [own.id, last.id] }
  const at = match.index ?? 0
  const evidence = [evidenceAt(line, at, at + match[0].length), { figure: own }, { figure: last }]
  const computed = due.round(Math.max(2, decimals)).toFixed(Math.max(2, decimals))
  const expression = `(${own.text} − ${last.text}) ÷ ${last.text} = ${computed}% ≠ ${digits}%`
  const message = `三公经费变动率写的是${digits}%，按两年预算数应为${computed}%`
  return reported('I34', 'warning', message, evidence, { expression })
}

/** The one 三公 budget that is stated for a year. */
function budgetOf(reading: Reading, year: number | undefined): Figure | undefined {
  const facts = reading.facts.filter(
    (fact: Fact) =>
      fact.measure === 'three-public.total' && fact.phase === 'original' && fact.entity === '' && fact.year === year,
  )
  const values = new Set(facts.map(({ figure }) => baseValue(figure.quantity).toFixed()))
  return values.size === 1 ? facts[0]!.figure : undefined
}
