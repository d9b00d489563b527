import type { IndicatorRow, Words } from '#domain/reading.ts'
import type { FigureMaker } from '../../figure-maker.ts'
import { findNumbers } from '../../numbers.ts'

/** Makes figures of the numbers in target and actual cells, so that the text can be held against them. */
export function makeIndicatorFigures(indicators: readonly IndicatorRow[], maker: FigureMaker): void {
  const forms = new Set(indicators.map(({ name }) => name.place.block))
  const inForms = maker.figures.filter(({ place }) => forms.has(place.block))
  const known = new Set(inForms.map(({ place }) => keyOf(place)))
  for (const row of indicators) {
    if (row.filler) continue
    for (const words of [row.target, row.actual]) if (words && !known.has(keyOf(words.place))) makeFrom(words, maker)
  }
}

function makeFrom(words: Words, maker: FigureMaker): void {
  const { start: _, end: __, ...holder } = words.place
  for (const found of findNumbers(words.text)) if (!found.range) maker.make(holder, words.text, found)
}

function keyOf(place: { block: number; row?: number; cell?: number }): string {
  return `${place.block}|${place.row ?? ''}|${place.cell ?? ''}`
}
