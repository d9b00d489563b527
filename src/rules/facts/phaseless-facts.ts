import { statesSame } from '#domain/arithmetic.ts'
import { textAround } from '#domain/document.ts'
import type { Fact, Figure, Phase } from '#domain/fact.ts'
import { baseValue } from '#domain/quantity.ts'
import type { Reading } from '#domain/reading.ts'
import { judgeEqual } from '../claims/judge-simple.ts'
import type { Rule, Verdict } from '../rule.ts'
import { isSlip } from '#domain/slip.ts'

/** A smaller share of an amount is met by chance among the numbers of a paragraph. */
const leastTold = '0.01'

/** Measures that a sentence and a form may call differently. */
const alike: Readonly<Record<string, readonly string[]>> = {
  'spending.goods': ['spending.goods', 'spending.public'],
  'spending.total': ['spending.total', 'fund.total'],
  'spending.appropriation': ['spending.appropriation', 'spending.total', 'fund.appropriation', 'fund.total'],
  'revenue.total': ['revenue.total', 'fund.total', 'spending.total'],
  'project.arranged': ['project.arranged', 'fund.total', 'fund.appropriation'],
  'project.spent': ['project.spent', 'fund.total', 'fund.appropriation'],
  'project.arrived': ['project.arrived', 'fund.total', 'fund.appropriation'],
}

/**
 * An amount the text states without saying whether it is budget or spending agrees with one of the form's columns
 * (I12, I13, I71). Only a number one slip away from a column of the same measure is reported, as a warning.
 */
export const phaselessFacts: Rule = {
  id: 'fact.in-form',
  title: '正文金额能在附表同一口径中找到',
  source: '本系统核对规则（正文与附表一致）',
  judge(reading) {
    const early = new Set(
      reading.parts.filter(({ kind }) => kind === 'goal-form' || kind === 'monitoring-form').map(({ index }) => index),
    )
    const tables = reading.facts.filter((fact) => fact.from === 'table')
    if (tables.length === 0) return [{ outcome: 'not-applicable' }]
    const stated = reading.facts.filter(
      (fact) =>
        fact.from === 'sentence' && !fact.measure.startsWith('count:') && fact.figure.quantity.unit.kind === 'money',
    )
    const measures = new Set(stated.map(({ measure }) => measure))
    const byMeasure = Map.groupBy(tables, ({ measure }) => measure)
    const columns = new Map([...measures].map((measure) => [measure, columnsOf(measure, tables, byMeasure)]))
    const amounts = Map.groupBy(
      reading.figures.filter(({ quantity, place }) => quantity.unit.kind === 'money' && place.row === undefined),
      ({ place }) => place.block,
    )
    return stated.flatMap((fact) => {
      const beside = amounts.get(fact.figure.place.block) ?? []
      if (isShortfall(fact, beside, reading)) return [{ outcome: 'undetermined', missing: '正文金额的口径' }]
      return judge(fact, columns.get(fact.measure) ?? [], tables, beside, early)
    })
  },
}

/** 「安排财政资金712.50万元，到位资金612.50万元」: less arrived than was set aside, and nobody says that all of it did. */
function isShortfall({ measure, figure }: Fact, beside: readonly Figure[], { document }: Reading): boolean {
  if (measure !== 'project.arrived') return false
  const own = baseValue(figure.quantity)
  const isMore = beside.some(({ place, quantity }) => place.start < figure.place.start && baseValue(quantity).gt(own))
  return isMore && !textAround(document, figure.place).includes('全部到位')
}

/** The facts of the tables that may be a sentence's measure. */
function columnsOf(
  measure: string,
  tables: readonly Fact[],
  byMeasure: ReadonlyMap<string, readonly Fact[]>,
): readonly Fact[] {
  const measures = (alike[measure] ?? [measure]).filter((each) => byMeasure.has(each))
  if (measures.length <= 1) return byMeasure.get(measures[0] ?? '') ?? []
  return tables.filter((each) => measures.includes(each.measure))
}

/** `beside`: the amounts of the sentence's paragraph. */
function judge(
  fact: Fact,
  columns: readonly Fact[],
  tables: readonly Fact[],
  beside: readonly Figure[],
  early: ReadonlySet<number>,
): Verdict[] {
  // What was asked for, or spent so far, is another number than the year's, however alike.
  const isOfTheYear = (each: Fact) => !early.has(each.figure.place.part) || each.phase === fact.phase
  const candidates = columns.filter((each) => sameEntity(each, fact) && isOfTheYear(each))
  if (candidates.length === 0) return []
  if (candidates.some((each) => statesSame(fact.figure.quantity, each.figure.quantity)))
    return [{ outcome: 'holds', figures: [fact.figure.id] }]
  // A number that stands in the form under another name is that number, not a slip of this one.
  if (tables.some((each) => each.figure.printed === fact.figure.printed && sameEntity(each, fact) && isOfTheYear(each)))
    return [{ outcome: 'undetermined', missing: '正文金额的口径' }]
  const near = candidates.filter((each) => isSlip(each.figure.printed, fact.figure.printed))
  if (near.some((each) => isExplained(each, fact, tables, beside)))
    return [{ outcome: 'undetermined', missing: '正文金额的时点' }]
  const meant = asUsual(near, fact)
  const distinct = new Set(meant.map((each) => each.figure.printed))
  if (distinct.size !== 1) return [{ outcome: 'undetermined', missing: '正文金额对应的附表栏目' }]
  const name = fact.figure.text
  const terms = [fact.figure, meant[0]!.figure].map((figure) => ({ name: '金额', figure }))
  const form = { is: 'equal', terms } as const
  return [
    judgeEqual(
      {
        rule: 'fact.in-form',
        form,
        certain: false,
        because: `正文“${name}”与附表同一口径的数只差一处笔误`,
        quote: fact.figure.place,
      },
      form,
    ),
  ]
}

/** What was set aside is budget and what was used is spending, where both columns are one slip away. */
const usually: Readonly<Record<string, readonly Phase[]>> = {
  'project.arranged': ['original', 'final'],
  'project.arrived': ['original', 'final'],
  'project.spent': ['actual'],
}

function asUsual(near: readonly Fact[], { measure }: Fact): readonly Fact[] {
  const usual = near.filter(({ phase }) => usually[measure]?.includes(phase))
  return usual.length > 0 ? usual : near
}

/**
 * The two differ by an amount the tables print: 年初 and 全年 of one measure, with the adjustment between them; or by one
 * of some size that the paragraph tells: 「到位1240万元，…尚有20万元未到位」.
 */
function isExplained(column: Fact, stated: Fact, tables: readonly Fact[], beside: readonly Figure[]): boolean {
  const own = baseValue(stated.figure.quantity)
  const gap = own.minus(baseValue(column.figure.quantity)).abs()
  const isGap = (figure: Figure) => baseValue(figure.quantity).abs().eq(gap)
  if (gap.gte(own.abs().times(leastTold)) && beside.some(isGap)) return true
  return tables.some((each) => mayPart(each, stated) && sameEntity(each, stated) && isGap(each.figure))
}

/** 公务接待 of 1.00 stands in many tables: it does not part 公用经费 from another. */
function mayPart({ measure, phase }: Fact, stated: Fact): boolean {
  const family = (id: string) => id.split('.')[0]
  return phase === 'adjustment' || /adjustment|carry-over/.test(measure) || family(measure) === family(stated.measure)
}

function sameEntity(left: Fact, right: Fact): boolean {
  if (left.entity === right.entity) return true
  return (
    left.entity !== '' &&
    right.entity !== '' &&
    (left.entity.includes(right.entity) || right.entity.includes(left.entity))
  )
}
