import { appendFileSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digestOf } from './county-folder.ts'

/** Rows of a table, each kept on disk as soon as it is measured. */
export type KeptRows<Row> = {
  readonly rows: ReadonlyMap<string, Row>
  add(name: string, row: Row): void
}

/** Rows measured for this very code by earlier runs: the next one goes on after them. */
export function keptRows<Row>(bench: string): KeptRows<Row> {
  const digest = digestOf(['src', 'benchmarks', 'package-lock.json'])
  const file = fileURLToPath(new URL(`../../.cache/benchmarks/${bench}-${digest}.jsonl`, import.meta.url))
  const rows = new Map<string, Row>(linesOf(file).map((line) => JSON.parse(line) as [string, Row]))
  mkdirSync(dirname(file), { recursive: true })
  return {
    rows,
    add(name, row) {
      rows.set(name, row)
      appendFileSync(file, `${JSON.stringify([name, row])}\n`)
    },
  }
}

/** A line that was cut off has no end. */
function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(0, -1)
  } catch {
    return []
  }
}
