import type { Claim } from '#domain/claim.ts'
import { isAmount, ratesRead } from '../rates/rate-pairs.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'
import { type Pair, grewBy, isGrowth } from './plain-growth.ts'

const before = /上年度?|去年|上一年度?|(?:年|期)初(?!预算|批复|安排|目标|计划|下达|设定)/
const now = /本年度?|今年|当年|(?:年|期)[末底]/
const compared = /同比|[比较与](?:上年|去年|上一年)|上年|去年/
/** Numbers before a rate among which the amount of the year before may stand. */
const farthest = 8

/**
 * Growth of the year told last over the year before it, by the years that the words name: 「2022年投入620万元，2023年投入775万元，
 * 比上年增长25%」「当年到位2916万元，而上一年度到位2700万元，增长8%」「年初在册4478户，年末4862户，净增8.6%」. Read last, of rates nothing else was read of.
 *
 * told   the claims of these sentences
 */
export function datedGrowth(told: readonly Claim[], sentences: readonly Sentence[]): Claim[] {
  const read = ratesRead(told)
  return sentences.flatMap((sentence, index) => {
    const previous = sentences[index - 1]
    const carried = previous?.block === sentence.block ? datedOf(previous) : []
    return sentence.mentions.flatMap((rate, at) => {
      if (read.has(rate.figure.id) || !isGrowth(rate) || /[；;]/.test(rate.lead)) return []
      const own = datedOf(sentence).filter(({ mention }) => mention.start < rate.start)
      const pair = pairOf([...carried, ...own].slice(-farthest), sentence.mentions[at - 1], rate)
      return pair ? [grewBy(sentence, rate, pair)] : []
    })
  })
}

type Dated = { readonly mention: Mention; readonly year: number | 'now' | 'before' }

/** The amounts of a sentence whose own words name a year. */
function datedOf({ text, start, mentions }: Sentence): Dated[] {
  return mentions.flatMap((mention, at): Dated[] => {
    if (!(isAmount(mention) || roleOf(mention) === 'base' || roleOf(mention) === 'each')) return []
    if (mention.figure.quantity.looseness !== 'exact') return []
    const own = text.slice((mentions[at - 1]?.end ?? start) - start, mention.start - start)
    const year = [...own.matchAll(/(20\d\d)年/g)].at(-1)?.[1]
    if (year !== undefined) return [{ mention, year: Number(year) }]
    if (before.test(own)) return [{ mention, year: 'before' }]
    return now.test(own) ? [{ mention, year: 'now' }] : []
  })
}

/** The amount right before the rate and the one of the year before, or the two years told in turned order. */
function pairOf(dated: readonly Dated[], last: Mention | undefined, rate: Mention): Pair | undefined {
  const own = dated.find(({ mention }) => mention === last)
  if (!own) return undefined
  const alike = dated.filter(({ mention }) => mention !== own.mention && sameKind(mention, own.mention))
  if (isEarlier(own, alike)) {
    const isOfNow = own.year === 'before' || now.test(rate.lead)
    const later = alike.filter(({ year }) => isNext(own.year, year))
    return isOfNow && later.length === 1 ? { now: later[0]!.mention, base: own.mention } : undefined
  }
  const bases = alike.filter(({ year }) => isNext(year, own.year))
  // 「增长25%」 without a word may be of anything where more than these two are told.
  if (bases.length !== 1 || (!compared.test(rate.lead) && alike.length > 1)) return undefined
  return { now: own.mention, base: bases[0]!.mention }
}

function isEarlier(own: Dated, alike: readonly Dated[]): boolean {
  return alike.some(({ year }) => isNext(own.year, year))
}

function isNext(year: Dated['year'], next: Dated['year']): boolean {
  if (typeof year === 'number' && typeof next === 'number') return next === year + 1
  return year === 'before' && next === 'now'
}
