import type { Part, PartKind } from '#domain/document.ts'
import type { Reading } from '#domain/reading.ts'
import { gridOf } from '#reading/tables/grids/grid.ts'
import { projectNamedIn } from '#reading/tables/grids/sheet.ts'

/** A further table so near behind a form's first one, its indicators apart from its funds, is of the same project. */
const near = 2

/**
 * The projects of the file's self-evaluation forms by the block their tables stand in: forms may stand one after another
 * under one title, or in the middle of the whole report, and name their projects themselves.
 */
export function projectsOfForms(reading: Reading): ReadonlyMap<number, string> {
  const read = new Set([
    ...reading.facts.flatMap(({ measure, from, figure }) =>
      from === 'table' && measure === 'fund.total' ? [figure.place.block] : [],
    ),
    ...reading.indicators.map(({ name }) => name.place.block),
  ])
  const found = new Map<number, string>()
  for (const part of reading.parts) {
    if (!isOfResults(part.kind)) continue
    let last: { readonly block: number; readonly project: string } | undefined
    for (let block = part.from; block < part.to; block++) {
      if (!read.has(block)) continue
      const own = projectAt(reading, block, part)
      const project = own ?? (last && block - last.block <= near ? last.project : undefined)
      last = project === undefined ? undefined : { block, project }
      if (project !== undefined) found.set(block, project)
    }
  }
  return found
}

/** What is of a goal or of the year's middle is no result. */
export function isOfResults(kind: PartKind): boolean {
  return kind !== 'goal-form' && kind !== 'monitoring-form'
}

function projectAt({ document }: Reading, block: number, part: Part): string | undefined {
  const table = document.blocks[block]
  return table?.kind === 'table' ? projectNamedIn(gridOf(document, block, table, part)) : undefined
}
