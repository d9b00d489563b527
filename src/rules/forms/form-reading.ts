import { Big } from 'big.js'
import type { Document, Place } from '#domain/document.ts'
import type { Fact, Figure } from '#domain/fact.ts'
import type { IndicatorRow, Reading, Words } from '#domain/reading.ts'
import { percent, points } from '#domain/unit.ts'

/** What an indicator of a test form says; a field left out is a column the form does not have. */
export type Said = {
  readonly level1?: string
  readonly level2?: string
  readonly name?: string
  readonly target?: string
  readonly actual?: string
  readonly weight?: string
  readonly score?: string
  readonly reason?: string
  readonly table?: number
}

const nowhere: Place = { part: 0, block: 0, row: 0, cell: 0, start: 0, end: 0 }
let made = 0

/** A figure of points or percent, for tests. */
export function figure(printed: string, unit: typeof points = points, place: Place = nowhere): Figure {
  const decimals = printed.split('.')[1]?.length ?? 0
  return {
    id: made++,
    quantity: { value: new Big(printed), unit, decimals, looseness: 'exact' },
    text: printed,
    printed,
    unit: unit.name,
    place,
  }
}

function words(text: string): Words {
  return { text, place: nowhere }
}

/** An indicator row, for tests. */
export function indicator(said: Said): IndicatorRow {
  return {
    table: said.table ?? 1,
    row: 1,
    part: 0,
    group: [said.level1 ?? '产出指标', said.level2 ?? '数量指标'],
    name: words(said.name ?? '例会'),
    ...(said.target === undefined ? {} : { target: words(said.target) }),
    ...(said.actual === undefined ? {} : { actual: words(said.actual) }),
    ...(said.weight === undefined ? {} : { weight: figure(said.weight) }),
    ...(said.score === undefined ? {} : { score: figure(said.score) }),
    ...(said.reason === undefined ? {} : { reason: words(said.reason) }),
    filler: false,
  }
}

/** A fact read from a table of a part, for tests. */
export function fact(measure: string, printed: string, phase: Fact['phase'] = 'none', part = 0): Fact {
  const unit = /rate/.test(measure) ? percent : points
  return {
    measure,
    entity: '',
    year: 2023,
    phase,
    figure: figure(printed, unit, { ...nowhere, part }),
    from: 'table',
    certain: true,
  }
}

/** A reading of these rows and facts with these paragraphs, for tests. */
export function readingOf(
  rows: readonly IndicatorRow[],
  facts: readonly Fact[] = [],
  blocks: Document['blocks'] = [],
): Reading {
  const parts = [0, 1, 2].map(
    (index) => ({ index, title: '', kind: 'other', from: 0, to: index === 0 ? blocks.length : 0 }) as const,
  )
  return { document: { file: '样表', format: 'docx', blocks }, parts, figures: [], facts, claims: [], indicators: rows }
}
