import { addIntervals, divideIntervals, fitOf, subtractIntervals } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { addsUp } from '../sums/adds-up.ts'
import type { RateAt } from '../rates/meant-pairs.ts'
import { directionOf, roleOf } from '../text/mention-role.ts'
import { clauseOf, fitsRate, isAmount, isRestated, ratio } from '../rates/rate-pairs.ts'
import type { Mention } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { areInTurn, ofSeveralYears } from './of-earlier-year.ts'

/** 「比上年的B多D」「降到A，少了D」: by how much, without a word of change. */
const apart = /^[，,]?(?:多|少|增|减)(?:支出?|收入?|了|出)?$/
const became = /(?:到|至|为|当年|本年|今年)(?:了|为)?$/
/** Amounts before a base among which what it is compared with may stand. */
const reach = 8

/**
 * 「较上年B增加D，增长P%」: P is D over B, whatever else it fits. The three stand one behind the other, so no other amount is
 * meant. Where the amount compared agrees with the rate and one of the two, the other is what is wrong, however far off.
 */
export function wrongGrowth(at: RateAt): Claim | undefined {
  const { sentence, rate, here } = at
  const own = here.filter((each) => each.depth <= rate.depth && !isRestated(each))
  const { base, delta, now } = inBracket(at, own) ?? movedIn(own)
  if (!base || !delta || !sameKind(base, delta) || baseValue(base.figure.quantity).lte(0)) return undefined
  if (roleOf(delta) !== 'delta' && !apart.test(delta.lead.trim())) return undefined
  if (
    /[；;。]/.test(delta.lead + rate.lead) ||
    /[比较与]/.test(delta.lead.replace(/^相比较?|^比较/, '')) ||
    directionOf(delta.lead) !== directionOf(rate.lead)
  )
    return undefined
  if (!/^[）)]?[，,、（(]?(?:同比|同口径|环比)?[^，,\d]{1,6}$/.test(rate.lead.trim())) return undefined
  const pair = { numerator: delta, denominator: base }
  if (fitsRate(rate, pair)) return undefined
  const compared = now ? [now] : comparedWith(base, at)
  // The three amounts agree: it is the rate that is wrong.
  const isRate = compared.some((each) =>
    directionOf(rate.lead) > 0 ? addsUp(each, [base, delta]) : addsUp(base, [each, delta]),
  )
  const current = isRate ? undefined : compared.find((each) => isProven(each, base, delta, rate))
  if (!current) return now ? undefined : ratio(sentence, rate, pair, 'change.against-base', false)
  const [first] = [current, base].toSorted((one, two) => one.start - two.start)
  return {
    rule: 'change.against-base',
    form: {
      is: 'change',
      current: termOf(current),
      base: termOf(base),
      delta: termOf(delta),
      rate: termOf(rate),
      direction: directionOf(rate.lead),
    },
    certain: false,
    because: '另外三个数相互吻合',
    quote: quoteOf(sentence, first!.start, rate.end),
  }
}

type Moved = { readonly base?: Mention; readonly delta?: Mention; readonly now?: Mention }

/** 「与2022年相比，支出增加D，增长P%（2022年支出B）」: the base is told behind. */
function inBracket({ sentence, rate, here }: RateAt, own: readonly Mention[]): Moved | undefined {
  const [delta, base] = [own.at(-1), sentence.mentions[here.length + 1]]
  const isTold =
    base !== undefined &&
    base.depth === rate.depth + 1 &&
    /^[（(](?:上年|去年|20\d\d年)[^，；。]*$/.test(base.lead.trim())
  return delta && isTold && roleOf(delta) === 'delta' && !/节约|节支/.test(delta.lead) ? { base, delta } : undefined
}

/** 「较上年B增加D」 or 「从B降到A，少了D」. */
function movedIn(own: readonly Mention[]): Moved {
  const [before, base, delta] = own.length > 2 ? own.slice(-3) : [undefined, ...own.slice(-2)]
  if (!base || !delta) return {}
  if (before && sameKind(before, base) && areInTurn(before, base) && !ofSeveralYears.test(delta.lead))
    return { base: before, delta, now: base }
  if (isBase(base)) return { base, delta }
  const isNow = roleOf(base) === 'risen' || became.test(clauseOf(base))
  return before && isBase(before) && isNow && sameKind(before, base) ? { base: before, delta, now: base } : {}
}

function isBase(mention: Mention): boolean {
  return roleOf(mention) === 'base' || /^[，,]?(?:比|较|与)(?:上年|去年|20\d\d年)/.test(mention.lead.trim())
}

/** The amounts before a base in its paragraph, nearest first. */
function comparedWith(base: Mention, { sentence, here, earlier }: RateAt): Mention[] {
  return [
    ...earlier.filter(({ figure }) => figure.place.block === sentence.block),
    ...here.slice(0, here.indexOf(base)),
  ]
    .filter((each) => isAmount(each) && sameKind(each, base) && each.figure.quantity.looseness === 'exact')
    .slice(-reach)
    .toReversed()
}

/** Whether what was compared gives the rate, with the base or with the change. */
function isProven(current: Mention, base: Mention, delta: Mention, rate: Mention): boolean {
  const [now, prior, moved] = [current, base, delta].map(({ figure }) => intervalOf(figure.quantity))
  const falls = directionOf(rate.lead) < 0
  const before = falls ? addIntervals([now!, moved!]) : subtractIntervals(now!, moved!)
  const change = falls ? subtractIntervals(prior!, now!) : subtractIntervals(now!, prior!)
  return [divideIntervals(change, prior!), divideIntervals(moved!, before)].some(
    (share) => share !== undefined && fitOf(rate.figure.quantity, share) === 'fits',
  )
}
