import type { Claim, ClaimForm, Term } from '#domain/claim.ts'

/** The figures a claim holds together, three at least, in one word: what is claimed of the same is claimed already. */
export function keysOf({ form }: Claim): string[] {
  return groupsOf(form).flatMap((terms) => {
    const ids = new Set(terms.flatMap((term) => (term ? [term.figure.id] : [])))
    return ids.size < 3 ? [] : [[...ids].toSorted((left, right) => left - right).join(' ')]
  })
}

function groupsOf(form: ClaimForm): (readonly (Term | undefined)[])[] {
  if (form.is === 'product') return [[form.result, ...form.factors]]
  if (form.is === 'ratio') return [[form.rate, form.numerator, ...(form.also ?? []), form.without, form.denominator]]
  if (form.is === 'change')
    return [
      [form.current, form.base, form.delta],
      [form.current, form.base, form.rate],
    ]
  if (form.is === 'sum') return [[form.total, ...form.parts]]
  if (form.is === 'mean') return [[form.mean, ...form.parts]]
  if (form.is === 'difference') return [[form.result, form.minuend, form.subtrahend]]
  return form.is === 'balance' ? [[...form.left, ...form.right]] : []
}
