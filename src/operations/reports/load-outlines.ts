import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { BaseRow } from '#domain/ledger/base-row.ts'
import type { Outline } from '#domain/report/outline.ts'

export type Outlines = { readonly department: Outline; readonly project: Outline }

let outlines: Outlines | undefined
let rows: readonly BaseRow[] | undefined

/** The chapters that reports must have. Throws when the data file is missing or malformed: then nothing may be written. */
export function loadOutlines(): Outlines {
  outlines ??= parse(read('outlines/hunan-county-2023.yaml')) as Outlines
  return outlines
}

/** The rows of the base-data table and how each is worked out. */
export function loadBaseRows(): readonly BaseRow[] {
  rows ??= parse(read('base-data.yaml')) as BaseRow[]
  return rows
}

function read(name: string): string {
  return readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8')
}
