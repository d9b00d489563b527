import { meets } from '#domain/arithmetic.ts'
import { afterLast, beforeFirst } from '#domain/clauses.ts'
import { type Reading } from '#domain/reading.ts'
import { type Paragraph, type Place, textAround } from '#domain/document.ts'
import type { Fact } from '#domain/fact.ts'
import { onceFor } from '#domain/once-for.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import { judgeEqual } from '../claims/judge-simple.ts'
import type { Rule, Verdict } from '../rule.ts'
import { type CountedFact, countedFacts } from './counted-facts.ts'

/** Each project has its own: only sentences that agree in all else speak of the same ones. */
const manyThings = /^(?:会议|活动|企业|问题|事项)$/
/** A shorter name is too general to stand for a longer one, or for an amount. */
const shortestEnding = 4
type ByBlock = ReadonlyMap<number, readonly Fact[]>
/** The scopes of facts as far as they were asked for: one is held against many. */
type Scopes = Map<Fact, string | undefined>
type Pair = { readonly left: Fact; readonly right: Fact; readonly thing: string; readonly exact: boolean }

/**
 * The same thing counted in two places has one count (I78): 「督查通报39期」 here and 「督查通报40期」 there.
 * An error only where the two sentences agree on another count of theirs, so that they speak of the same work;
 * otherwise the scope may differ and it is a warning.
 */
export const repeatedCounts: Rule = {
  id: 'count.repeated',
  title: '同一工作事项的数量在各处一致',
  source: '本系统核对规则（各部分之间一致）',
  judge(reading) {
    const counted = countedFacts(reading.facts)
    const byBlock = Map.groupBy(
      counted.map(({ fact }) => fact),
      (fact) => fact.figure.place.block,
    )
    const scopes = new Map<Fact, string | undefined>()
    return pairsOf(counted).map((pair) => judgePair(pair, reading, byBlock, scopes))
  },
}

function pairsOf(counted: readonly CountedFact[]): Pair[] {
  const byUnit = Map.groupBy(counted, ({ fact, thing, unit }) => `${unit}|${thing.slice(-3)}|${fact.year ?? ''}`)
  const pairs: Pair[] = []
  for (const group of byUnit.values()) {
    for (const [at, left] of group.entries()) {
      for (let next = at + 1; next < group.length; next++) {
        const pair = pairOf(left, group[next]!)
        if (pair) pairs.push(pair)
      }
    }
  }
  return pairs
}

function pairOf({ fact: left, thing: one }: CountedFact, { fact: right, thing: two }: CountedFact): Pair | undefined {
  const a = left.figure.place
  const b = right.figure.place
  if (a.part === b.part && a.block === b.block) return undefined
  const thing = one.length <= two.length ? one : two
  const longer = thing === one ? two : one
  const exact = one === two
  if (!longer.endsWith(thing) || thing.length < (exact ? 2 : shortestEnding)) return undefined
  if (
    left.figure.quantity.unit.kind === 'money' &&
    !(exact && thing.length >= shortestEnding && left.entity === right.entity)
  )
    return undefined
  return { left, right, thing, exact }
}

function judgePair(pair: Pair, reading: Reading, facts: ByBlock, scopes: Scopes): Verdict {
  const { left, right } = pair
  const agree = sameLooseWord(pair)
    ? left.figure.printed === right.figure.printed
    : meets(intervalOf(left.figure.quantity), intervalOf(right.figure.quantity))
  if (isTarget(left, right) || isTarget(right, left)) return { outcome: 'not-applicable' }
  if (agree) return { outcome: 'holds', figures: [left.figure.id, right.figure.id] }
  if (scopesDiffer(reading, left, right, scopes)) return { outcome: 'not-applicable' }
  if (followsOthers(reading, left, right)) return { outcome: 'not-applicable' }
  const general = manyThings.test(pair.thing)
  const alike = [corroborated(pair, facts), similar(reading, pair)]
  const same = pair.exact && (general ? alike.every(Boolean) : alike.some(Boolean))
  // 「小学。毕业4020人，招生3690人」 and 「初中。毕业3570人，招生4010人」 tell the same of two.
  const isOfOthers = !alike[0] && neighbours(pair, facts).length > 0
  if (isOfOthers || (!same && !(pair.exact && pair.thing.length >= 5)))
    return { outcome: 'undetermined', missing: `“${pair.thing}”两处的统计范围` }
  // Amounts of one name are often told of two years or funds: only what a slip explains is one told twice.
  const isSlipped = alike[0] || isSlip(left.figure.printed, right.figure.printed)
  if (left.figure.quantity.unit.kind === 'money' && !(same && isSlipped))
    return { outcome: 'undetermined', missing: `“${pair.thing}”两处的口径` }
  const terms = [left, right].map((fact) => ({ name: pair.thing, figure: fact.figure }))
  const form = { is: 'equal', terms } as const
  const certain = same && !general && !sameLooseWord(pair) && left.figure.place.part !== right.figure.place.part
  return judgeEqual(
    { rule: 'count.repeated', form, certain, because: '两处的统计范围可能不同', quote: left.figure.place },
    form,
  )
}

/** 「接待游客2600万人次以上」 beside 「接待游客2865.40万人次」: what was to be reached at least, and was. */
function isTarget({ figure: { quantity: least } }: Fact, { figure: { quantity: done } }: Fact): boolean {
  return (
    /^(?:above|at-least)$/.test(least.looseness) && done.looseness === 'exact' && baseValue(done).gte(baseValue(least))
  )
}

const scopeWords =
  /一般公共预算|政府性基金|国有资本经营|社会保险基金|中央|省级|市级|县级|区级|乡镇|本级|全国|全[省市县区州]/g
const heading = /^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|\d{1,2}[.．、]|[（(]\d{1,2}[）)])/
/** As many paragraphs a section is long. */
const longestSection = 12

/** 「一般公共预算…年终结转22.53亿元」 and 「政府性基金预算…年终结转11.94亿元」 are two. */
function scopesDiffer(reading: Reading, left: Fact, right: Fact, scopes: Scopes): boolean {
  const [one, two] = [left, right].map((fact) => {
    if (!scopes.has(fact)) scopes.set(fact, scopeOf(reading, fact.figure.place))
    return scopes.get(fact)
  })
  return one !== undefined && two !== undefined && one !== two
}

/** The last word of scope before a number in its sentence, else in the numbered paragraph it stands under. */
function scopeOf(reading: Reading, place: Place): string | undefined {
  const text = textAround(reading.document, place).slice(0, place.start)
  const own = afterLast(text, '。！？').match(scopeWords)?.at(-1)
  if (own) return own
  for (let block = place.block; block >= Math.max(0, place.block - longestSection); block--) {
    const paragraph = reading.document.blocks[block]
    const found = paragraph?.kind === 'paragraph' ? headingScope(paragraph) : undefined
    if (found) return found
  }
  return undefined
}

/** The first word of scope in a numbered paragraph's first sentence: asked for by every number below it. */
const headingScope = onceFor(({ text }: Paragraph): string | undefined =>
  heading.test(text) ? beforeFirst(text.slice(0, 60), '。！？').match(scopeWords)?.[0] : undefined,
)

/** Another count stands beside both and agrees: 「督查通报39期、专报24期」 and 「督查通报40期、专报24期」. */
function corroborated(pair: Pair, facts: ByBlock): boolean {
  return neighbours(pair, facts).some(([one, two]) => one.figure.printed === two.figure.printed)
}

/** Counts of one and the same thing that stand beside both numbers. */
function neighbours(pair: Pair, facts: ByBlock): [Fact, Fact][] {
  const beside = (fact: Fact) =>
    (facts.get(fact.figure.place.block) ?? []).filter(
      (each) => each !== fact && Math.abs(each.figure.place.start - fact.figure.place.start) < 60,
    )
  const right = beside(pair.right)
  return beside(pair.left).flatMap((one) =>
    right.filter((two) => one.measure === two.measure).map((two): [Fact, Fact] => [one, two]),
  )
}

/** 「事故15起，死亡51人」 and 「煤矿3起，死亡9人」: how many died is of the accidents told right before. */
function followsOthers(reading: Reading, ...facts: readonly Fact[]): boolean {
  const [one, two] = facts.map(({ figure: { place } }) => {
    const text = textAround(reading.document, place).slice(0, place.start)
    return /(\d+)起[，,、]?\s*[^\d，,。；;、]{0,10}$/.exec(text)?.[1]
  })
  return one !== undefined && two !== undefined && one !== two
}

/** Both printed with the same loose word: then they are one statement made twice and should print one number. */
function sameLooseWord({ left, right }: Pair): boolean {
  return (
    left.figure.quantity.looseness !== 'exact' && left.figure.quantity.looseness === right.figure.quantity.looseness
  )
}

/** The words around both numbers are the same but for the number. */
function similar(reading: Reading, pair: Pair): boolean {
  const [one, two] = [pair.left, pair.right].map(({ figure }) => {
    const text = textAround(reading.document, figure.place)
    return text.slice(Math.max(0, figure.place.start - 16), figure.place.start)
  }) as [string, string]
  return one.length >= 10 && one.slice(-10) === two.slice(-10)
}
