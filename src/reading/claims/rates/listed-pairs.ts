import { fitsRatio } from '#domain/arithmetic.ts'
import { beforeFirst } from '#domain/clauses.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { allSlipsOf, isSlippedRate } from '#domain/slipped-rate.ts'
import { addsUp } from '../sums/adds-up.ts'
import { amongPair } from './among-pair.ts'
import { type RateAt, cutRate, overRate } from './meant-pairs.ts'
import { type Pair, clauseOf, isAmount, isDenied } from './rate-pairs.ts'
import type { Mention } from '../text/sentences.ts'
import { sameKind, termOf } from '../text/terms.ts'

/**
 * The amounts a rate is of by the list they stand in: 「受理268台，其中通过257台、退件11台，通过率」, 「1246人中已集中供养872人，
 * 集中供养率」, 「支付43笔，其中设备款31笔、工程款12笔；抽查20笔，抽查比例」, 「68个部门…，从中选取20个部门，占」. Only where the rate
 * is one slip away from them, or fits another amount of the sentence over one of the two.
 */
export function listedPair(at: RateAt): Pair | undefined {
  // Surveys have their own reader.
  if (/满意|有效|回收|收回/.test(clauseOf(at.rate))) return undefined
  // 「多计率5.42%（以实测为底）」 says itself what it is of.
  if (/^[（(](?:以|按|占)/.test(at.rate.after.trim())) return undefined
  // What was too much or saved is of what was laid down.
  if (overRate.test(at.rate.lead) || cutRate.test(at.rate.lead)) return undefined
  const pair = ofThoseAmong(at) ?? ofItem(at) ?? ofSample(at) ?? ofChosen(at)
  return pair && isMistaken(at, pair) ? pair : undefined
}

/** 「X率」「X比例」: what a rate counts. */
function nameOf({ lead }: Mention): string | undefined {
  return /(?:^|[^\p{Script=Han}])(\p{Script=Han}{2,8}?)(?:率|比例|占比)(?:[（(][^（()）]*[）)])?(?:为|达到?|约|是|仅|[：:])*\s*$/u.exec(
    lead,
  )?.[1]
}

/** What is said of an amount beside it. */
function saidOf(mention: Mention): string {
  return clauseOf(mention) + beforeFirst(mention.after, '，、；;。（')
}

/** Whether an amount tells of doing what the rate counts: 「通过联审257台」 and 联审通过率. */
function tells(mention: Mention, name: string): boolean {
  const said = saidOf(mention)
  return !isDenied(mention) && [...name].slice(-2).every((sign) => said.includes(sign)) && !/[不未非无]/.test(said)
}

/** The one amount that tells most of what the rate counts: of 「集中供养864人、分散供养2871人」 the first for 集中供养率. */
function countedBy(name: string, here: readonly Mention[]): Mention | undefined {
  const signs = (each: Mention) => [...name].filter((sign) => saidOf(each).includes(sign)).length
  const telling = here.filter((each) => isAmount(each) && tells(each, name)).slice(-6)
  const most = Math.max(0, ...telling.map(signs))
  const best = telling.filter((each) => signs(each) === most)
  return best.length === 1 ? best[0] : undefined
}

function ofThoseAmong({ rate, here }: RateAt): Pair | undefined {
  const name = nameOf(rate)
  const pair = name !== undefined && /^[，,]/.test(rate.lead.trim()) ? amongPair(here) : undefined
  return pair && tells(pair.numerator, name!) ? pair : undefined
}

/** An item of a list that adds up to the amount before it. */
function ofItem({ rate, here }: RateAt): Pair | undefined {
  const name = nameOf(rate)
  const numerator = name === undefined ? undefined : countedBy(name, here)
  if (!numerator) return undefined
  const denominator = wholeOf(numerator, here)
  return denominator && { numerator, denominator }
}

function wholeOf(item: Mention, here: readonly Mention[]): Mention | undefined {
  const like = here.filter((each) => isAmount(each) && sameKind(each, item))
  const at = like.indexOf(item)
  return like.slice(0, at).find((whole, index) => {
    const list = like.slice(index + 1)
    return (
      /其中|，|：/.test(list[0]!.lead) &&
      list.some((_, end) => end >= at - index - 1 && end > 0 && addsUp(whole, list.slice(0, end + 1)))
    )
  })
}

/** 「抽查其中20笔，抽查比例」: over all there were, not over a part of them. */
function ofSample({ rate, here }: RateAt): Pair | undefined {
  const numerator = here.at(-1)
  if (!numerator || !isAmount(numerator) || !/(?:抽[查检验样取核]|核查|检查|复核)(?:比例|率|面)/.test(clauseOf(rate)))
    return undefined
  if (!/抽|核查|检查|复核/.test(numerator.lead)) return undefined
  const before = here.slice(0, -1).filter((each) => isAmount(each) && sameKind(each, numerator))
  const wholes = before.filter((each) => !wholeOf(each, before))
  return wholes.length === 1 && before.length > 1 ? { numerator, denominator: wholes[0]! } : undefined
}

/** 「部门共68个，…。从中选取20个部门，占」: of the last number of the same things. */
function ofChosen({ sentence, rate, here, earlier }: RateAt): Pair | undefined {
  const numerator = here.at(-1)
  if (
    !numerator ||
    !isAmount(numerator) ||
    !/^[^，]{0,12}，占(?:比|总数的?|全部的?)?(?:为|约)?$/.test(rate.lead.trim())
  )
    return undefined
  if (!/从中|其中|选取|抽取|抽查|抽选/.test(numerator.lead)) return undefined
  const thing = /^\p{Script=Han}{2,3}/u.exec(numerator.after)?.[0]
  if (!thing) return undefined
  const before = [...earlier.filter(({ figure }) => figure.place.block === sentence.block), ...here.slice(0, -1)]
  const denominator = before.findLast(
    (each) =>
      isAmount(each) &&
      sameKind(each, numerator) &&
      (each.after.startsWith(thing.slice(0, 2)) || each.label.endsWith(thing.slice(0, 2))),
  )
  return denominator && { numerator, denominator }
}

/** Whether the rate is a slip away from the pair, upside down, or one of the two over or under another amount of the sentence. */
function isMistaken({ rate, here }: RateAt, { numerator, denominator }: Pair): boolean {
  const terms = { rate: termOf(rate), numerator: termOf(numerator), denominator: termOf(denominator) }
  if (isSlippedRate(terms, allSlipsOf)) return true
  const fits = (top: Mention, bottom: Mention) =>
    !baseValue(bottom.figure.quantity).eq(0) &&
    fitsRatio(rate.figure.quantity, intervalOf(top.figure.quantity), intervalOf(bottom.figure.quantity))
  return (
    here.some(
      (each) =>
        isAmount(each) &&
        sameKind(each, numerator) &&
        ((each !== numerator && fits(numerator, each)) || (each !== denominator && fits(each, denominator))),
    ) || fits(denominator, numerator)
  )
}
