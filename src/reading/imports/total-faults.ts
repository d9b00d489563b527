import type { Big } from 'big.js'
import type { ClaimedTotal, Totals, WrongTotal } from './totals.ts'

export type TotalFault = {
  readonly severity: 'error' | 'warning'
  readonly row: number
  readonly at: number
  readonly value: string
  readonly message: string
  readonly mend: string
}

/**
 * What is wrong with the totals of a sheet: no sum of their rows, or typed where the others are formulas. `shown`: an
 * amount in the unit of its column; `isWhole`: every cell of the column was read, so that its total can be checked.
 */
export function totalFaults(
  totals: Totals,
  shown: (field: string, value: Big) => string,
  isWhole: (field: string) => boolean,
): TotalFault[] {
  const place = ({ row, column, field, value }: ClaimedTotal) => ({ row, at: column, value: shown(field, value) })
  const wrong = totals
    .faults()
    .filter(({ field }) => isWhole(field))
    .map((total): TotalFault => ({ severity: 'error', ...place(total), ...wrongly(total, shown) }))
  const typed = totals.typed().map((total): TotalFault => ({
    severity: 'warning',
    ...place(total),
    message: `${total.label}这一格是直接填的数，别的合计都是公式；现在对得上，以后改了别的数，它不会跟着变。`,
    mend: '请核对是不是覆盖了公式。',
  }))
  return [...wrong, ...typed]
}

function wrongly(
  { label, field, value, sum, ofGroup, isTypedOver }: WrongTotal,
  shown: (field: string, value: Big) => string,
): { message: string; mend: string } {
  const rows = ofGroup ? '本组各行' : '各行'
  const gap = value.minus(sum)
  const gapText = `${gap.gt(0) ? '多' : '少'} ${shown(field, gap.abs())}`
  return {
    message: `${label}与${rows}之和不符：写的是 ${shown(field, value)}，${rows}相加是 ${shown(field, sum)}，${gapText}。`,
    mend: isTypedOver
      ? '别的合计都是公式，这一格是直接填的数，可能覆盖了公式。请改正后再导入。'
      : '请查有没有漏行、重行或填错的数，改正后再导入。',
  }
}
