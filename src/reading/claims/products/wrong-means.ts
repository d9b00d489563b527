import type { Claim } from '#domain/claim.ts'
import { baseValue, intervalOf, meanOf, timesOf } from '#domain/quantity.ts'
import { isSlippedProduct } from '#domain/slipped-product.ts'
import { isSmallSlip } from '#domain/slip.ts'
import { divide } from '#domain/arithmetic.ts'
import { unitFactor } from '#domain/unit.ts'
import { clauseOf, isAmount, isDenied } from '../rates/rate-pairs.ts'
import { addsUp } from '../sums/adds-up.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { meanOver } from './mean-words.ts'
import { makes } from './product-terms.ts'

/** Numbers before a mean among which what it is of stands. */
const farthest = 6

/** The total and the count a mean is of by its words. */
type Of = { readonly total: Mention; readonly count: Mention }

/**
 * Means over another count than their noun names, or of another amount than the one told just before: 「接待费4.16万元，接待58批次
 * 492人次，人均」 over the 58, 「运行维护费9.36万元，保有量3辆，车均」 of all three accounts. Told as warnings, with those one slip away;
 * what made the mean fit the wrong number is dropped.
 *
 * told   the claims of these sentences
 */
export function overWrongMeans(told: readonly Claim[], sentences: readonly Sentence[]): readonly Claim[] {
  const found = new Map<number, Claim>()
  for (const sentence of sentences)
    for (const [at, mean] of sentence.mentions.entries()) {
      const units = meanOver(mean)
      const of = units && meantBy(mean, units, sentence.mentions.slice(0, at))
      if (!of || isMade(mean, of) || isLeftOver(of.count)) continue
      const claim = wrongMean(sentence, mean, of, sentences)
      if (claim && !told.some((each) => isSameClaim(each, claim))) found.set(mean.figure.id, claim)
    }
  if (found.size === 0) return told
  const isReplaced = ({ form }: Claim) =>
    form.is === 'product' && form.factors.some(({ figure }) => found.has(figure.id))
  return [...told.filter((claim) => !isReplaced(claim)), ...found.values()]
}

/** What is told of the three already. */
function isSameClaim({ form: one }: Claim, { form: two }: Claim): boolean {
  if (one.is !== 'product' || two.is !== 'product' || two.rival) return false
  return (
    one.result.figure === two.result.figure &&
    two.factors.every(({ figure }) => one.factors.some((each) => each.figure === figure))
  )
}

/** The nearest count in the noun's measure word, the whole where it ends a list; and the nearest amount of the mean's kind. */
function meantBy(mean: Mention, units: readonly string[], here: readonly Mention[]): Of | undefined {
  const near = here.slice(-farthest).filter((each) => isAmount(each) && each.depth <= mean.depth && !isAside(each))
  const counts = near.filter((each) => units.includes(each.figure.quantity.unit.name) && !sameKind(each, mean))
  const last = counts.at(-1)
  const totals = near.filter((each) => sameKind(each, mean))
  const nearest = totals.at(-1)
  if (!last || !nearest || isDenied(nearest)) return undefined
  // 「80辆，其中甲52辆、乙17辆、丙11辆，车均」: of all of them, of which of them alone nobody knows.
  const count = isItem(last) && counts.length > 1 ? wholeOf(last, counts) : last
  const total = isItem(nearest) && totals.length > 1 ? wholeOf(nearest, totals) : nearest
  if (!count || !total) return undefined
  // 「；」 parts what belongs together.
  const from = Math.min(here.indexOf(total), here.indexOf(count))
  return here.slice(from + 1).some(({ lead }) => /[；;]/.test(lead)) || /[；;]/.test(mean.lead)
    ? undefined
    : { total, count }
}

function isItem({ lead }: Mention): boolean {
  return /、|其中/.test(lead)
}

/** 「建成12座，超额3座，平均每座」: what was too many, or not in order, is part of what the mean is of. */
function isLeftOver(count: Mention): boolean {
  return /超额|超出|超过|不合格|未|少/.test(clauseOf(count))
}

function isAside(mention: Mention): boolean {
  return /目标|计划|任务|上年|去年|同期|应/.test(clauseOf(mention)) || mention.figure.quantity.looseness !== 'exact'
}

function wholeOf(last: Mention, counts: readonly Mention[]): Mention | undefined {
  const at = counts.indexOf(last)
  return counts.slice(0, -2).find((whole, index) => addsUp(whole, counts.slice(index + 1, at + 1)))
}

function isMade(mean: Mention, { total, count }: Of): boolean {
  return [intervalOf, meanOf].some((of) => makes(of(mean.figure.quantity), count.figure, total.figure))
}

function wrongMean(sentence: Sentence, mean: Mention, of: Of, sentences: readonly Sentence[]): Claim | undefined {
  const block = sentences.filter((each) => each.block === sentence.block).flatMap(({ mentions }) => mentions)
  const others = block.filter((each) => each !== mean && each.figure.quantity.looseness === 'exact')
  const totals = others.filter((each) => sameKind(each, mean))
  const counts = others.filter((each) => each.figure.quantity.unit.kind === 'count' && !sameKind(each, mean))
  const fitting = totals.flatMap((total) =>
    counts.flatMap((count) => (isMade(mean, { total, count }) ? [{ total, count }] : [])),
  )
  const mistakes = fitting.flatMap((pair) => mistakeOf(mean, of, pair) ?? [])
  // Where it is of others, lawfully, there is nothing to say.
  if (mistakes.length < fitting.length) return undefined
  const [wrong] = mistakes
  if (!wrong && !isFirm(mean, of) && !isSlipped(mean, of)) return undefined
  return {
    rule: 'product.average',
    form: {
      is: 'product',
      result: termOf(of.total),
      factors: [mean, of.count].map(termOf),
      ...(wrong ? { rival: termOf(wrong) } : {}),
    },
    certain: false,
    because: '平均数的总量和个数按上下文判断',
    quote: quoteOf(sentence, Math.min(of.total.start, of.count.start), mean.end),
  }
}

/** The number taken by mistake: a count of other things, or of what was wanted; or an amount before that is not told of this. */
function mistakeOf(mean: Mention, of: Of, { total, count }: Of): Mention | undefined {
  if (total.figure === of.total.figure)
    return isAside(count) || count.figure.quantity.unit.name !== of.count.figure.quantity.unit.name ? count : undefined
  if (count.figure !== of.count.figure || total.start > mean.start) return undefined
  return isKin(of.total, mean) && !isKin(total, mean) ? total : undefined
}

/** What running the cars cost, over the cars there are: fixed wording of every report. */
function isFirm(mean: Mention, { total, count }: Of): boolean {
  return (
    /车均运(?:行|维)/.test(clauseOf(mean)) &&
    /运行/.test(total.label) &&
    !/购置/.test(total.label) &&
    count.figure.quantity.unit.name === '辆'
  )
}

/** 「运行维护费9.36万元」 and 「车均运行费用」, 「接待费」 and 「接待411人次，人均」. */
function isKin({ label, lead }: Mention, mean: Mention): boolean {
  const named = clauseOf(mean).replace(/^.*均/, '').slice(0, 2)
  return named.length < 2 ? !/三公|合计|总/.test(label + lead) : label.includes(named)
}

function isSlipped(mean: Mention, { total, count }: Of): boolean {
  const { quantity, printed } = mean.figure
  const times = timesOf(count.figure.quantity)
  if (times.low.lte(0) || mean.start - total.start > 80) return false
  const computed = baseValue(quantity).times(times.low)
  if (isSlippedProduct(total.figure, [mean.figure, count.figure], computed)) return true
  const wanted = divide(baseValue(total.figure.quantity), times.low).div(unitFactor(quantity.unit))
  return isSmallSlip(wanted.toFixed(quantity.decimals), printed)
}
