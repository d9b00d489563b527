import type { Claim, ClaimForm, Term } from '#domain/claim.ts'
import { fitsRatio, meets, subtractIntervals } from '#domain/arithmetic.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { addsUp } from '../sums/adds-up.ts'
import { isListed } from '../text/list-lead.ts'
import { mentionOf } from '../text/mention-of.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

type Difference = Extract<ClaimForm, { is: 'difference' }>

/** So many numbers joined by 、 are a list. */
const fewestListed = 3

/** What holds: a whole and all it is made of. */
type Held = { readonly whole: Term; readonly parts: readonly Term[] }

/** A number of fewer digits is told again by chance. */
const fewestDigits = 3

/**
 * Drops doubtful differences that do not hold where what is told of them shows that another was meant: what the two leave is
 * told already (「编制130名，在职122人，空编8名…森防站超编1人」), the number is a part of the one that was taken off, or another part
 * beside it (「支出108.40万元，其中…其余14.55万元」), it is what two others left before, or the rate behind it is of none of them.
 */
export function withoutDifferencesOfOthers(claims: readonly Claim[], sentences: readonly Sentence[]): readonly Claim[] {
  if (!claims.some(({ form, firm }) => form.is === 'difference' && !firm && !isExact(form))) return claims
  const held = claims.flatMap(({ form }) => heldIn(form))
  return claims.filter(({ form, certain, firm }) => {
    if (form.is !== 'difference' || firm || isExact(form)) return true
    // Of whole numbers rounding may hide that they are others.
    if (hasOtherRate(form, sentences) || (!certain && areApart(form, sentences))) return false
    return certain || holds(form) || !held.some((each) => isToldBy(each, form))
  })
}

function isExact({ result, minuend, subtrahend }: Difference): boolean {
  const [own, more, less] = [result, minuend, subtrahend].map(({ figure }) => baseValue(figure.quantity))
  return more!.minus(less!).eq(own!)
}

function holds({ result, minuend, subtrahend }: Difference): boolean {
  const [own, more, less] = [result, minuend, subtrahend].map(({ figure }) => intervalOf(figure.quantity))
  return meets(own!, subtractIntervals(more!, less!))
}

function heldIn(form: ClaimForm): Held[] {
  if (form.is === 'difference' && holds(form)) return [{ whole: form.minuend, parts: [form.subtrahend, form.result] }]
  const isSum = form.is === 'sum' && form.relation === 'equals' && addsUp(form.total, form.parts)
  return isSum ? [{ whole: form.total, parts: form.parts }] : []
}

function isToldBy(held: Held, form: Difference): boolean {
  return isPairOf(held, form) || isPartOf(held, form) || isToldAgain(held, form)
}

/** The two leave another number, of another name. */
function isPairOf({ whole, parts }: Held, { result, minuend, subtrahend }: Difference): boolean {
  if (parts.length !== 2 || whole.figure !== minuend.figure || !has(parts, subtrahend) || has(parts, result))
    return false
  const rest = parts.find(({ figure }) => figure !== subtrahend.figure)
  return rest !== undefined && rest.name.slice(-2) !== result.name.slice(-2)
}

/** The number is part of what was taken off; or it and one of the two are parts of a whole that is not the other. */
function isPartOf({ whole, parts }: Held, { result, minuend, subtrahend }: Difference): boolean {
  if (!has(parts, result)) return false
  return (
    whole.figure === subtrahend.figure ||
    has(parts, minuend) ||
    (has(parts, subtrahend) && whole.figure !== minuend.figure && whole.figure.printed !== minuend.figure.printed)
  )
}

/** The number was what two others left, neither of which is told again here. */
function isToldAgain({ whole, parts }: Held, { result, minuend, subtrahend }: Difference): boolean {
  if (parts.length !== 2 || result.figure.printed.replace(/\D/g, '').length < fewestDigits) return false
  const terms = [whole, ...parts]
  const isOne = (one: Term, two: Term) =>
    one.figure.printed === two.figure.printed && one.figure.quantity.unit === two.figure.quantity.unit
  return (
    parts.some((part) => part.figure !== result.figure && isOne(part, result)) &&
    !terms.some((term) => isOne(term, minuend) || isOne(term, subtrahend))
  )
}

function has(parts: readonly Term[], { figure }: Term): boolean {
  return parts.some((part) => part.figure === figure)
}

/** 「事业收入反倒少了32.65万元，降10.84%」: the rate is neither of what is told over one of the two, nor of what they leave. */
function hasOtherRate({ result, minuend, subtrahend }: Difference, sentences: readonly Sentence[]): boolean {
  const told = mentionOf(result.figure, sentences)
  const own = sentences.find(({ mentions }) => told !== undefined && mentions.includes(told))
  const rate = own && own.mentions[own.mentions.indexOf(told!) + 1]
  if (!rate || rate.figure.quantity.unit.kind !== 'share' || roleOf(rate) !== 'change') return false
  if (rate.figure.quantity.decimals < 1 || !/^[，,（(]\s*\p{Script=Han}{0,6}$/u.test(rate.lead)) return false
  const [gap, more, less] = [result, minuend, subtrahend].map(({ figure }) => intervalOf(figure.quantity))
  return ![gap!, subtractIntervals(more!, less!)].some((top) =>
    // Were the base itself the slip, what it should be is left.
    [more!, less!, subtractIntervals(more!, gap!)].some((bottom) => fitsRatio(rate.figure.quantity, top, bottom)),
  )
}

/**
 * 「三宗分别为41.16万元、49.40万元、88.80万元，余47.44万元」: of three or more that are listed no two leave what is told behind the list.
 * 「泵车由5台增至7台；发电机23台，净增5台」: behind a semicolon another of its kind is told first.
 */
function areApart({ result, minuend, subtrahend }: Difference, sentences: readonly Sentence[]): boolean {
  const [gap, more, less] = [result, minuend, subtrahend].map(({ figure }) => mentionOf(figure, sentences))
  const own = sentences.find(({ mentions }) => gap !== undefined && mentions.includes(gap))
  if (!gap || !more || !less || !own || ![more, less].every((each) => own.mentions.includes(each))) return false
  const [gapAt, first, last] = [gap, ...[more, less].toSorted((one, two) => one.start - two.start)].map((each) =>
    own.mentions.indexOf(each),
  ) as [number, number, number]
  if (gapAt < last) return false
  const list = own.mentions.slice(first, last + 1)
  const isListOfMany = list.length >= fewestListed && list.slice(1).every(({ lead }) => isListed(lead))
  const behind = own.mentions.slice(last + 1, gapAt + 1)
  const isOfNext = behind.length >= 2 && sameKind(behind[0]!, gap) && /[；;]/.test(behind[0]!.lead)
  return isListOfMany || isOfNext
}
