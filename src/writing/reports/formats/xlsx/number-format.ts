import type { Big } from 'big.js'
import type { PrintedNumber } from '#domain/report/printed-report.ts'

/**
 * A printed number as a workbook's cell holds it.
 *
 * value    exact decimal of the cell: 0.9893 for 98.93%
 * format   number format that prints it as the report does, unit included
 * places   decimals of `value`
 */
export type NumberCell = { readonly value: Big; readonly format: string; readonly places: number }

// A workbook keeps 15 digits.
const most = 15

/** The cell for a number, or `undefined` where no format prints it as it stands: it is then kept as text. */
export function numberCell({ text, unit, quantity }: PrintedNumber): NumberCell | undefined {
  const { value, decimals } = quantity
  const plain = value.toFixed(decimals)
  const isShare = quantity.unit.name === '%' && text.endsWith('%')
  const figure = isShare ? text.slice(0, -1) : text
  if (figure.replaceAll(',', '') !== plain || plain.replace(/[-.]/g, '').length > most || /["\\]/.test(unit))
    return undefined
  const whole = figure.includes(',') ? '#,##0' : '0'
  const shape = `${whole}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${isShare ? '%' : ''}`
  const shown = isShare ? value.div(100) : value
  return { value: shown, format: unit ? `${shape}"${unit}"` : shape, places: decimals + (isShare ? 2 : 0) }
}
