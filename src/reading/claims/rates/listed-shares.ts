import { afterLast } from '#domain/clauses.ts'
import type { Claim } from '#domain/claim.ts'
import { addsUp } from '../sums/adds-up.ts'
import { fitsRate, isAmount, isRestated, ratio } from './rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'
import { runAfter } from './respective-shares.ts'

/** Numbers before the shares that what they are of may stand among. */
const nearest = 14
const farthest = 40
/** A share of so few digits is met by chance, unless it stands in a long list. */
const fewestDigits = 3
const longList = 4

/** A list of amounts, and the whole that all its shares but one fit. */
type List = { readonly items: readonly Mention[]; readonly whole: Mention }

/**
 * Shares listed one by one where the amounts stand apart from them: 「四项占比依次为39.2%、18.6%、18.9%、23.3%」 of the sentence
 * before, 「中央、省、市、县分担比例依次为…」, 「流量补贴、送餐补贴、运营奖补占财政投入的比重依次为…」 by their names. Each is of the
 * item in its place, over the whole that all of them but one fit.
 */
export function listedShares(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  return sentence.mentions.flatMap((first, at) => {
    const lead = first.lead.replace(/[“”"‘’「」\s]/g, '')
    if (first.figure.quantity.unit.kind !== 'share' || !listed.test(lead)) return []
    const shares = [first, ...runAfter(sentence.mentions, at)]
    if (shares.length < 2 || !areTelling(shares)) return []
    const pool = [...earlier.slice(-farthest), ...sentence.mentions.slice(0, at)].filter(isTerm)
    const list = byNames(lead, shares, pool) ?? byPlace(shares, pool.slice(-nearest), pool)
    // Where all of them hold there is nothing to doubt; one that does not is told as a warning.
    return list ? shares.map((rate, index) => shareOf(sentence, rate, list.items[index]!, list.whole)) : []
  })
}

/** A share called by its item: the words before it are those of the share before. */
function shareOf(sentence: Sentence, rate: Mention, numerator: Mention, denominator: Mention): Claim {
  const claim = ratio(sentence, rate, { numerator, denominator }, 'rate.share', false)
  if (claim.form.is !== 'ratio') return claim
  return { ...claim, form: { ...claim.form, rate: { name: `${numerator.label}占比`, figure: rate.figure } } }
}

const listed =
  /(?:占|占比|比重|比例|构成|结构)[^，；。]{0,14}(?:分别|依次)(?:为|是|达到?|占|约)?$|(?:分别|依次)占[^，；。]{0,14}$|(?:占比|比重|(?:分担|负担|出资|资金|结构)比例?|比例)(?:为|是)?$/
/** 「中央、省、市、县分担比例」「甲、乙占财政投入的比重」. */
const named =
  /(?:^|[，；。：（(])([^，；。：（(]{3,40}?)(?:占[^，；。]{0,14}|(?:分担|负担|出资|投入|资金)?(?:占比|比重|比例))(?:分别|依次)?(?:为|是|达到?|约)?$/

function isTerm(mention: Mention): boolean {
  const { unit, looseness } = mention.figure.quantity
  return looseness === 'exact' && /^(?:money|count|area|weight)$/.test(unit.kind) && isAmount(mention)
}

function areTelling(shares: readonly Mention[]): boolean {
  const digits = ({ figure }: Mention) => figure.printed.replace('.', '').replace(/^0+/, '').length
  return shares.length >= longList || shares.filter((each) => digits(each) >= fewestDigits).length >= 2
}

/** As many amounts as shares, one behind the other in a list. */
function byPlace(shares: readonly Mention[], near: readonly Mention[], pool: readonly Mention[]): List | undefined {
  const model = near.at(-1)
  if (!model) return undefined
  const runs = [near, near.filter(({ depth }) => depth === 0), near.filter(({ depth }) => depth > 0)]
  for (const amounts of runs.map((run) => run.filter((each) => sameKind(each, model))))
    for (let from = amounts.length - shares.length; from >= 0; from--) {
      const items = amounts.slice(from, from + shares.length)
      const whole = wholeOf(
        shares,
        items.map((item) => [item]),
        pool,
      )
      if (whole && (shares.length > 2 || addsUp(whole, items))) return { items, whole }
    }
  return undefined
}

/** The amounts that bear the names before the shares. */
function byNames(lead: string, shares: readonly Mention[], pool: readonly Mention[]): List | undefined {
  const names = named
    .exec(lead)?.[1]
    ?.replace(/(?:三|四|五|两|各)[级项类者方]?(?:财政|资金)?$/, '')
    .split(/[、和与及]/)
    .map((name) => name.replace(/(?:资金|支出|财政|部分)+$/, ''))
  if (!names || names.length !== shares.length || names.some((name) => name.length < 1)) return undefined
  const called = names.map((name) => pool.filter((each) => isCalled(each, name)).toReversed())
  if (called.some((each) => each.length === 0)) return undefined
  const whole = wholeOf(shares, called, pool)
  if (!whole || (shares.length === 2 && !called.every((each) => each.length === 1))) return undefined
  const items = called.map(
    (bearing, index) =>
      bearing.find((numerator) => fitsRate(shares[index]!, { numerator, denominator: whole })) ?? bearing[0]!,
  )
  return new Set(items).size === items.length ? { items, whole } : undefined
}

function isCalled({ label, lead }: Mention, name: string): boolean {
  const own = label.replace(/^(?:其中|对|由)/, '')
  return (
    own.startsWith(name) ||
    (name.length >= 2 && (own.includes(name) || afterLast(lead, '，；。：（(').replaceAll('、', '').includes(name)))
  )
}

/** The nearest amount that all shares but one fit, each of one of its own items. */
function wholeOf(
  shares: readonly Mention[],
  items: readonly (readonly Mention[])[],
  pool: readonly Mention[],
): Mention | undefined {
  const taken = new Set(items.flat())
  const [model] = taken
  const least = shares.length - 1
  return pool.findLast(
    (whole) =>
      !isRestated(whole) &&
      model !== undefined &&
      sameKind(whole, model) &&
      !(taken.has(whole) && items.some((each) => each.length === 1 && each[0] === whole)) &&
      shares.filter((rate, index) =>
        items[index]!.some((numerator) => numerator !== whole && fitsRate(rate, { numerator, denominator: whole })),
      ).length >= least,
  )
}
