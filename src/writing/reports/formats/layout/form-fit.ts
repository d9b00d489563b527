import type { PrintedTable } from '#domain/report/printed-report.ts'
import type { PageSection } from './page-sections.ts'
import { wordHeights } from './row-heights.ts'
import { gridOf, widthsOf } from './table-grid.ts'
import { charactersWide, titleMeasure } from './title-measure.ts'
import { textOf } from '../xlsx/form-sheets.ts'

/**
 * How a form is set so that it stands on one page where it can.
 *
 * size     of its type in points: 五号, or 小五 where that brings it onto its page
 * inset    points above and below the words of a cell
 * heights  about how high each row comes, in points
 */
export type FormFit = { readonly size: number; readonly inset: number; readonly heights: readonly number[] }

/** A page's type area in points, and what stands around the words of a cell there: `leading` lines to the size of type. */
export type FormPage = {
  readonly width: number
  readonly height: number
  readonly leading: number
  readonly across: number
}

/** 五号 and 小五. */
export const formSizes = [10.5, 9] as const
const usualInset = 5.5
const least = 1.6
// A mark 「附件1」 with the line below it; a line of the title, and what stands below it.
const mark = 58
const title = { size: 22, line: 32, below: 14 }
const spare = 24

/** The usual type, as much less room between the rows, or smaller type, as brings a form of a few rows too many onto its page. */
export function formFit(table: PrintedTable, { blocks }: Pick<PageSection, 'blocks'>, page: FormPage): FormFit {
  const grid = gridOf(table)
  const widths = widthsOf(table, Math.round(page.width * 10)).map((each) => each / 10)
  const heightsAt = (size: number) =>
    wordHeights(grid, widths, { size, line: size * page.leading, across: page.across })
  const fits = formSizes.map((size) => ({ size, words: heightsAt(size) }))
  const [usual] = fits
  const set = ({ size, words }: (typeof fits)[number], inset: number): FormFit => ({
    size,
    inset,
    heights: words.map((height) => height + 2 * inset),
  })
  const isAlone = blocks.filter(({ kind }) => kind === 'table').length === 1
  const free = page.height - above({ blocks }, page) - spare
  for (const fit of isAlone && grid.length > 0 ? fits : []) {
    const inset = Math.floor(((free - sum(fit.words)) / grid.length / 2) * 10) / 10
    if (inset >= least) return set(fit, Math.min(inset, usualInset))
  }
  return set(usual!, usualInset)
}

/** Points that the mark and the titles above a form take. */
function above({ blocks }: Pick<PageSection, 'blocks'>, { width }: FormPage): number {
  const titles = blocks.flatMap((block) => (block.kind === 'title' ? [textOf(block.runs)] : []))
  const lines = titles.map((text) => {
    const measure = titleMeasure(text, Math.floor(width / title.size))
    return measure === undefined ? 1 : Math.ceil(charactersWide(text) / measure)
  })
  const marks = blocks.filter(({ kind }) => kind === 'attachment-mark').length
  return marks * mark + sum(lines) * title.line + titles.length * title.below
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0)
}
