import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { BaseRow } from '#domain/ledger/base-row.ts'

let rows: readonly BaseRow[] | undefined

/** The rows of the base-data table and how each is worked out. Throws when the data file is missing or malformed. */
export function loadBaseRows(): readonly BaseRow[] {
  rows ??= parse(readFileSync(new URL('../../../data/base-data.yaml', import.meta.url), 'utf8')) as BaseRow[]
  return rows
}
