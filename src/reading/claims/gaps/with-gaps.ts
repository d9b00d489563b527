import { meets, subtractIntervals } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm, Term } from '#domain/claim.ts'
import { intervalOf } from '#domain/quantity.ts'
import { laidDownOf } from '#domain/laid-down.ts'
import { addsUp } from '../sums/adds-up.ts'
import type { Sentence } from '../text/sentences.ts'
import { gaps } from './gaps.ts'

type Difference = Extract<ClaimForm, { is: 'difference' }>

/**
 * What was read of a sentence with what lies between two of its numbers, where nothing else tells it. What another form
 * leaves to rounding, over a whole number laid down, only the difference tells.
 */
export function withGaps(read: readonly Claim[], sentence: Sentence): Claim[] {
  const found = gaps(sentence)
  const differences = found.flatMap(({ form, firm }) => (form.is === 'difference' ? [{ form, firm }] : []))
  const exact = differences.filter(({ form }) => laidDownOf(form) && fits(form))
  // What its words leave no doubt of gives way only to what is as certain and tells more.
  const firm = differences.filter(({ firm }) => firm)
  const isIn = (form: ClaimForm, gaps: typeof differences) => gaps.some((gap) => isOfSame(form, gap.form))
  const kept = read.filter(({ form, certain }) => !isIn(form, exact) && (certain || !isIn(form, firm)))
  const told = ({ form }: Claim) => form.is === 'difference' && kept.some((each) => tells(each.form, form))
  return [...kept, ...found.filter((claim) => !told(claim))]
}

/** Whether a claim is of the same three numbers, or of others that give what lies between. */
function tells(form: ClaimForm, gap: Difference): boolean {
  if (isOfSame(form, gap)) return true
  if (form.is === 'difference') return form.result.figure.id === gap.result.figure.id && fits(form)
  return (
    form.is === 'sum' &&
    [form.total, ...form.parts].some(({ figure }) => figure.id === gap.result.figure.id) &&
    addsUp(form.total, form.parts)
  )
}

function isOfSame(form: ClaimForm, gap: Difference): boolean {
  const own = [gap.result, gap.minuend, gap.subtrahend].map(({ figure }) => figure.id)
  const ids = termsOf(form).map(({ figure }) => figure.id)
  return ids.length === own.length && own.every((each) => ids.includes(each))
}

/** The terms of a form that tells what lies between two amounts; with a rate besides it tells more. */
function termsOf(form: ClaimForm): readonly Term[] {
  if (form.is === 'sum') return [form.total, ...form.parts]
  if (form.is === 'difference') return [form.result, form.minuend, form.subtrahend]
  return form.is === 'change' && form.base && form.delta ? [form.current, form.base, form.delta] : []
}

function fits({ result, minuend, subtrahend }: Difference): boolean {
  const [own, more, less] = [result, minuend, subtrahend].map(({ figure }) => intervalOf(figure.quantity))
  return meets(own!, subtractIntervals(more!, less!))
}
