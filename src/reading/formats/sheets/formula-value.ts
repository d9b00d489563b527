import { Big } from 'big.js'
import { type DenseWorkSheet, type WorkBook, utils } from '@e965/xlsx'
import { type FormulaRef, takenApart } from './formula-refs.ts'

const most = 5000
const term = /([+-]?)(SUM\(#\d+(?:[,;]#\d+)*\)|#\d+\/#\d+|#\d+)/g

/**
 * What a formula of sums, differences or one quotient comes to, rounded or not, from the values in the workbook;
 * undefined for any other, and where it names no number.
 *
 * own   the sheet the formula stands on
 */
export function formulaValue(formula: string, book: WorkBook, own: string): Big | undefined {
  const { shape, refs } = takenApart(formula)
  const [, inner = shape, places] = /^ROUND\((.*)[,;](\d{1,2})\)$/.exec(shape) ?? []
  const [, body = inner, hundred] = /^(.*?)(\*100)?$/.exec(inner) ?? []
  if (body.replaceAll(term, '') !== '' || (hundred && !/^#\d+\/#\d+$/.test(body))) return undefined
  let sum = new Big(0)
  for (const [, sign, what = ''] of body.matchAll(term)) {
    const value = termValue(what, refs, book, own)
    if (!value) return undefined
    sum = sign === '-' ? sum.minus(value) : sum.plus(value)
  }
  const value = hundred ? sum.times(100) : sum
  return places === undefined ? value : value.round(Number(places), Big.roundHalfUp)
}

function termValue(what: string, refs: readonly FormulaRef[], book: WorkBook, own: string): Big | undefined {
  const values = [...what.matchAll(/#(\d+)/g)].map(([, at]) => numbersAt(refs[Number(at)]!, book, own))
  if (values.some((each) => !each || (!what.startsWith('SUM') && each.length !== 1))) return undefined
  const numbers = values.flatMap((each) => each ?? [])
  if (!what.includes('/')) return numbers.length === 0 ? undefined : numbers.reduce((sum, each) => sum.plus(each))
  const [top, bottom] = numbers
  return top && bottom && !bottom.eq(0) ? top.div(bottom) : undefined
}

/** The numbers of a range; undefined where it is no range of the workbook, or too large a one. */
function numbersAt({ sheet, from, to }: FormulaRef, book: WorkBook, own: string): Big[] | undefined {
  const data = (book.Sheets[sheet || own] as DenseWorkSheet | undefined)?.['!data']
  if (!data) return undefined
  const { s, e } = utils.decode_range(`${from}:${to}`)
  if ((e.r - s.r + 1) * (e.c - s.c + 1) > most) return undefined
  const numbers: Big[] = []
  for (let row = s.r; row <= e.r; row++)
    for (let column = s.c; column <= e.c; column++) {
      const cell = data[row]?.[column]
      if (cell?.t === 'n' && typeof cell.v === 'number') numbers.push(new Big(Number(cell.v.toPrecision(15))))
    }
  return numbers
}
