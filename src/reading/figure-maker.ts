import type { Place } from '#domain/document.ts'
import type { Figure } from '#domain/fact.ts'
import { type Unit, unitText } from '#domain/unit.ts'
import type { FoundNumber } from './numbers.ts'

/** Where a text stands; the number's own start and end are added to it. */
export type Holder = Omit<Place, 'start' | 'end'>

/** Makes figures with ids that are unique in one reading, and keeps them in the order of making. */
export type FigureMaker = {
  readonly figures: readonly Figure[]
  make(holder: Holder, text: string, found: FoundNumber, columnUnit?: Unit): Figure
}

/**
 * A maker for one reading.
 * `make` takes the whole text of the paragraph or cell, the number found in it, and the unit of its column
 * or caption, which applies when the number prints none of its own.
 */
export function createFigureMaker(): FigureMaker {
  const figures: Figure[] = []
  return {
    figures,
    make(holder, text, found, columnUnit) {
      const unit = found.unit.name === '' && columnUnit ? inColumn(found.unit, columnUnit) : found.unit
      const figure: Figure = {
        id: figures.length,
        quantity: { value: found.value, unit, decimals: found.decimals, looseness: found.looseness },
        text: text.slice(found.start, found.end),
        printed: found.printed,
        unit: unitText(unit),
        place: { ...holder, start: found.start, end: found.end },
      }
      figures.push(figure)
      return figure
    },
  }
}

/** 「3万」 in a column of 元 is 3万元: a printed scale is kept, the name comes from the column. */
function inColumn(printed: Unit, column: Unit): Unit {
  return printed.scale ? { ...column, scale: printed.scale } : column
}
