import type { Claim } from '#domain/claim.ts'
import { fitsRate } from './rate-pairs.ts'

/**
 * Whether a rate was bound to two amounts that another rate of the sentence is of, and fits: 「表示满意的459份，满意度92.17%；
 * 自评满意度为96.80%」. The second is of something else.
 */
export function isTakenPair({ form }: Claim, claims: readonly Claim[]): boolean {
  if (form.is !== 'ratio' || form.also || fitsRate(form.rate, form)) return false
  // 「2022年实际建成208.4公里，…；2023年实际建成251.7公里，完成任务的93.7%」: one thing twice.
  if (form.numerator.name === form.denominator.name && form.numerator.name.length >= 2) return true
  return claims.some(
    (other) =>
      other.form.is === 'ratio' &&
      other.form.rate.figure !== form.rate.figure &&
      other.form.numerator.figure === form.numerator.figure &&
      other.form.denominator.figure === form.denominator.figure &&
      fitsRate(other.form.rate, other.form),
  )
}
