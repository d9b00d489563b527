import { addIntervals, fitsRatio, subtractIntervals } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm } from '#domain/claim.ts'
import { type Interval, intervalOf } from '#domain/quantity.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { namesSeveral } from '../rates/several.ts'
import { mentionOf } from '../text/mention-of.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

type Change = Extract<ClaimForm, { is: 'change' }>
/** A rate of change that its numbers do not give, and the numbers of its paragraph. */
type Bound = {
  readonly form: Change
  readonly rate: Mention
  readonly now: Mention
  readonly base: Mention | undefined
  readonly delta: Mention | undefined
  readonly around: readonly Mention[]
}

/** Drops rates of change that do not fit where the words compare other numbers than they were bound to. */
export function withoutOtherChanges(claims: readonly Claim[], sentences: readonly Sentence[]): readonly Claim[] {
  return claims.filter(({ form }) => {
    if (form.is !== 'change' || !form.rate || fits(form)) return true
    const bound = boundIn(form, sentences)
    return bound === undefined || !readings.some((isOther) => isOther(bound))
  })
}

const readings: readonly ((bound: Bound) => boolean)[] = [isByHowMuch, isSpared, isFromTo, isOfSeveral]

function boundIn(form: Change, sentences: readonly Sentence[]): Bound | undefined {
  const [rate, now, base, delta] = [form.rate, form.current, form.base, form.delta].map(
    (term) => term && mentionOf(term.figure, sentences),
  )
  if (!rate || !now) return undefined
  const { block, row, cell } = rate.figure.place
  const own = sentences.filter((each) => each.block === block && each.row === row && each.cell === cell)
  return { form, rate, now, base, delta, around: own.flatMap(({ mentions }) => mentions) }
}

function valueOf({ figure }: Pick<Mention, 'figure'>): Interval {
  return intervalOf(figure.quantity)
}

/** Whether the rate is what the change is of its base. */
function fits({ current, base, delta, rate, direction }: Change): boolean {
  const now = valueOf(current)
  const moved = delta && valueOf(delta)
  const prior = base
    ? valueOf(base)
    : moved && (direction < 0 ? addIntervals([now, moved]) : subtractIntervals(now, moved))
  if (!prior) return true
  return fitsChange(rate!, base && !delta ? now : undefined, moved, prior)
}

function fitsChange(
  { figure: { quantity } }: Pick<Mention, 'figure'>,
  now: Interval | undefined,
  moved: Interval | undefined,
  prior: Interval,
): boolean {
  const gaps = now ? [subtractIntervals(now, prior), subtractIntervals(prior, now)] : [moved!]
  return gaps.some((gap) => gap.high.gt(0) && fitsRatio(quantity, gap, prior))
}

const shortBy = /(?:短收|超收|少收|多收|短缺|超支|结余)(?:了|约)?$/
/** 「收入68420万元，短收21580万元；与2022年81950万元相比跌16.51%」: what fell short is not compared, another of the paragraph is. */
function isByHowMuch({ rate, now, base, around }: Bound): boolean {
  return (
    base !== undefined &&
    shortBy.test(clauseOf(now)) &&
    around.some(
      (each) => each !== now && sameKind(each, base) && fitsChange(rate, valueOf(each), undefined, valueOf(base)),
    )
  )
}

/** 「合同共2090.25万元，比预算省89.75万元，节约率4.12%」: of what was spent and what was spared. */
function isSpared({ rate, now, base }: Bound): boolean {
  return (
    base !== undefined &&
    /(?:省|少|多|节约|节省)[了出]?$/.test(clauseOf(base)) &&
    fitsRatio(rate.figure.quantity, valueOf(base), addIntervals([valueOf(base), valueOf(now)]))
  )
}

/** 「由2022年的351.76万元压至304.51万元，降幅13.43%」: the words say from what to what. */
function isFromTo({ form, rate, now, around }: Bound): boolean {
  const from = around[around.indexOf(now) - 1]
  return (
    from !== undefined &&
    from.figure !== form.base?.figure &&
    sameKind(from, now) &&
    /[由从自]/.test(clauseOf(from)) &&
    /^[\p{Script=Han}]{0,3}[至到成为]了?$/u.test(now.lead.trim()) &&
    fitsChange(rate, valueOf(now), undefined, valueOf(from))
  )
}

/** 「会议费由12.60万元减为8.15万元，培训费由21.30万元减为14.92万元，两费合计压减10.83万元」: it is of both. */
function isOfSeveral({ now, base, delta }: Bound): boolean {
  return (
    delta !== undefined && base === undefined && namesSeveral(delta) && !namesSeveral(now) && !/共/.test(clauseOf(now))
  )
}
