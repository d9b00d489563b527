import { fitsRatio } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { intervalOf } from '#domain/quantity.ts'

/**
 * Whether a rate was bound to two amounts that another rate of the sentence is of, and fits: 「表示满意的459份，满意度92.17%；
 * 自评满意度为96.80%」. The second is of something else.
 */
export function isTakenPair({ form }: Claim, claims: readonly Claim[]): boolean {
  if (form.is !== 'ratio' || fits(form)) return false
  return claims.some(
    (other) =>
      other.form.is === 'ratio' &&
      other.form.rate.figure !== form.rate.figure &&
      other.form.numerator.figure === form.numerator.figure &&
      other.form.denominator.figure === form.denominator.figure &&
      fits(other.form),
  )
}

function fits({ rate, numerator, denominator }: Extract<Claim['form'], { is: 'ratio' }>): boolean {
  return fitsRatio(rate.figure.quantity, intervalOf(numerator.figure.quantity), intervalOf(denominator.figure.quantity))
}
