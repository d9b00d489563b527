import type { Claim, Term } from '#domain/claim.ts'
import { addsUp } from '../sums/adds-up.ts'
import { adjustmentRate } from './adjustment-rate.ts'
import { meantByWords } from '../nearby/meant-by-words.ts'
import type { Spot } from '../nearby/number-line.ts'
import { roleOf } from '../text/mention-role.ts'
import { type RateAt, cutRate, meantPair, nearestTop } from './meant-pairs.ts'
import { clauseOf, fitsRate, isAmount, ratio } from './rate-pairs.ts'
import { listedPair } from './listed-pairs.ts'
import { ofFormerOrLatter } from './former-and-latter.ts'
import { ofShareBefore } from './carried-bases.ts'
import { runAfter } from './respective-shares.ts'
import { surveyRate } from './surveys/survey-rates.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind, termOf } from '../text/terms.ts'
import { isMoved } from '../changes/compared-pairs.ts'
import { growthByWords, holdsChange } from '../changes/growth-by-words.ts'
import { wrongGrowth } from '../changes/wrong-growth.ts'

/** Numbers before a sentence that what is meant may stand among. */
const reach = 60

/**
 * Rates that fit another amount than the one they are said to be of, or none: 「占基本支出的60.90%」 of what is 60.90 % of all
 * spending. Told as warnings; what made the rate fit the wrong amount before is dropped.
 *
 * told   the claims of these sentences
 * line   their numbers
 */
export function overWrongBases(
  told: readonly Claim[],
  sentences: readonly Sentence[],
  line: readonly Spot[],
): readonly Claim[] {
  const spots = new Map(line.map((spot) => [spot.mention, spot]))
  const byRate = Map.groupBy(told, ({ form }) => rateIn(form)?.figure.id ?? -1)
  const earlier: Mention[] = []
  const mended = new Set<number>()
  const found: Claim[] = []
  for (const [index, sentence] of sentences.entries()) {
    for (const [at, rate] of sentence.mentions.entries()) {
      if (!isReckoned(rate)) continue
      const own = byRate.get(rate.figure.id) ?? []
      // Each share of a list is of the amount in its place.
      if (own.some(isOff) || runAfter(sentence.mentions, at).length > 0) continue
      const where = { sentence, rate, here: sentence.mentions.slice(0, at), earlier: earlier.slice(-reach) }
      const claim = isGrowth(rate)
        ? (wrongGrowth(where) ??
          (own.some(isOffChange) ? undefined : growthByWords({ ...where, later: laterIn(sentences, index) })))
        : (surveyRate(where) ?? wrongBase(where, own, byRate) ?? byWords(where, own, line, spots.get(rate)))
      if (!claim) continue
      found.push(claim)
      mended.add(rate.figure.id)
    }
    earlier.push(...sentence.mentions)
  }
  if (found.length === 0) return told
  return [...told.filter(({ form }) => !mended.has(rateIn(form)?.figure.id ?? -1)), ...found]
}

/** The numbers of the next sentence, where it stands in the same paragraph. */
function laterIn(sentences: readonly Sentence[], at: number): readonly Mention[] {
  const next = sentences[at + 1]
  return next?.block === sentences[at]!.block ? next.mentions : []
}

function rateIn(form: Claim['form']): Term | undefined {
  return form.is === 'ratio' || form.is === 'change' ? form.rate : undefined
}

/** A change that does not hold is told already. */
function isOffChange({ form }: Claim): boolean {
  return form.is === 'change' && !holdsChange(form)
}

/** What does not hold is told already. */
function isOff({ form }: Claim): boolean {
  return form.is === 'ratio' && !fitsRate(form.rate, form)
}

/** 「核减率」 is of what was handed in, not of what it was before. */
function isGrowth(rate: Mention): boolean {
  return (roleOf(rate) === 'change' || isMoved(rate)) && !cutRate.test(rate.lead)
}

/** Shares told to the tenth at least; 100 % is not reckoned. */
function isReckoned({ figure: { quantity, printed } }: Mention): boolean {
  if (quantity.unit.kind !== 'share' || quantity.looseness !== 'exact' || quantity.value.lte(0)) return false
  return printed.replace('.', '').length >= 2 && !quantity.value.eq(100)
}

type Terms = { readonly numerator: Term; readonly denominator: Term }

function wrongBase(
  at: RateAt,
  own: readonly Claim[],
  byRate: ReadonlyMap<number, readonly Claim[]>,
): Claim | undefined {
  const { sentence, rate, here, earlier } = at
  const adjusted = adjustmentRate(sentence, rate, here, earlier)
  const meant =
    adjusted?.form.is === 'ratio' ? adjusted.form : (ofSeries(at, byRate) ?? ofShareBefore(at, byRate) ?? pairOf(at))
  if (!meant || fitsRate(rate, meant) || isOfOthers(meant, own)) return undefined
  const rival = rivalOf(at, meant, own)
  const [numerator, denominator] = [meant.numerator, meant.denominator].map((term) => mentionOf(at, term))
  if (!numerator || !denominator) return undefined
  const rule = adjusted?.rule ?? 'rate.of-two-counts'
  return ratio(sentence, rate, { numerator, denominator }, rule, false, rival ? [rival] : [])
}

/** A rate that is of two other amounts was not reckoned over the wrong one. */
function isOfOthers({ numerator, denominator }: Terms, own: readonly Claim[]): boolean {
  const terms = [numerator.figure, denominator.figure]
  const { name } = numerator.figure.quantity.unit
  const fitting = own.flatMap(({ form }) => (form.is === 'ratio' && fitsRate(form.rate, form) ? [form] : []))
  return (
    fitting.length > 0 &&
    fitting.every((form) =>
      [form.numerator, form.denominator].every(
        ({ figure }) => !terms.includes(figure) && figure.quantity.unit.name === name,
      ),
    )
  )
}

/** What the words bind best by far, where the rate fits another base of the same amount, or another amount over it. */
function byWords(
  { sentence, rate }: RateAt,
  own: readonly Claim[],
  line: readonly Spot[],
  spot: Spot | undefined,
): Claim | undefined {
  const [claim] = own
  if (!spot || claim?.form.is !== 'ratio' || !/share|rat(?:io|e)/.test(roleOf(rate))) return undefined
  const { numerator, denominator } = claim.form
  const meant = meantByWords(line, spot, { numerator: numerator.figure, denominator: denominator.figure })
  if (!meant) return undefined
  const pair = { numerator: meant.top.mention, denominator: meant.bottom.mention }
  return fitsRate(rate, pair) ? undefined : ratio(sentence, rate, pair, 'rate.of-two-counts', false)
}

function pairOf(at: RateAt): Terms | undefined {
  const pair = ofFormerOrLatter(at) ?? meantPair(at) ?? listedPair(at)
  return pair && { numerator: termOf(pair.numerator), denominator: termOf(pair.denominator) }
}

const bare = /占(?:比|比重)?(?:为|约|达到?|[：:])*\s*$/

/**
 * 「总投资A：债券B，占74.04%；资本金C，占P%」: the shares of one list are of one amount, where two others fit it, or one that
 * makes the whole with this.
 */
function ofSeries(at: RateAt, byRate: ReadonlyMap<number, readonly Claim[]>): Terms | undefined {
  const { sentence, rate, here } = at
  if (!bare.test(clauseOf(rate)) || clauseOf(rate).trim().length > 6) return undefined
  const numerator = nearestTop(rate, here)
  if (!numerator) return undefined
  const shares = sentence.mentions.filter((each) => each !== rate && bare.test(clauseOf(each)))
  const forms = shares.flatMap(({ figure }) => byRate.get(figure.id)?.map(({ form }) => form) ?? [])
  const fitting = forms.flatMap((form) => (form.is === 'ratio' && fitsRate(form.rate, form) ? [form] : []))
  const [whole, ...others] = [...Map.groupBy(fitting, ({ denominator }) => denominator.figure.id).values()]
  if (!whole || others.length > 0 || !whole.some(({ rate: { figure } }) => isTelling(figure))) return undefined
  const [first] = whole
  if (first!.denominator.figure === numerator.figure) return undefined
  if (new Set(whole.map(({ rate: each }) => each.figure.id)).size < 2 && !makesWhole(numerator, first!))
    return undefined
  return { numerator: termOf(numerator), denominator: first!.denominator }
}

/** 0.32 % is met by many. */
function isTelling({ printed }: Term['figure']): boolean {
  return printed.replace(/^[0.]+|\./g, '').length >= 3
}

function makesWhole(other: Mention, { numerator, denominator }: Terms): boolean {
  return addsUp(denominator, [other, numerator])
}

/** Another amount that the same one gives this rate over. */
function rivalOf(
  { sentence, rate, here, earlier }: RateAt,
  { numerator, denominator }: Terms,
  own: readonly Claim[],
): Mention | undefined {
  const all = [...earlier, ...here, ...sentence.mentions.slice(here.length + 1)]
  const like = all.findLast(({ figure }) => figure === numerator.figure)
  const bases = own.flatMap(({ form }) =>
    form.is === 'ratio' && form.numerator.figure === numerator.figure ? [form.denominator.figure] : [],
  )
  return (
    all.findLast(({ figure }) => bases.includes(figure)) ??
    all.findLast(
      (each) =>
        like !== undefined &&
        each !== like &&
        each.figure !== denominator.figure &&
        isAmount(each) &&
        (sameKind(each, like) || areOfHouseholds(each, like)) &&
        fitsRate(rate, { numerator, denominator: each }),
    )
  )
}

/** 「总人口5218户20872人」: one taken for the other. */
function areOfHouseholds(...two: readonly Mention[]): boolean {
  return two.every(({ figure }) => /^[户人]$/.test(figure.quantity.unit.name))
}

function mentionOf({ here, earlier }: RateAt, { figure }: Term): Mention | undefined {
  return here.find((each) => each.figure === figure) ?? earlier.findLast((each) => each.figure === figure)
}
