import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { WorkRecord } from '#domain/ledger/work-ledger.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { readWorkCounts } from '#storage/counts/work-counts.ts'
import { importRows } from '#storage/ledgers/import-rows.ts'
import { saveLedger, scopeOf } from '#storage/ledgers/save-ledger.ts'
import { openDatabase } from '#storage/open-database.ts'
import { rowOf, tableHead, timeOf } from './timing.ts'

const size = 1_000_000

/** The counts of a million hotline orders as the database keeps them, beside one plain count over the records. */
export async function benchCount(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-bench-'))
  // Run by root, the server is another user's: it has to get into its folder.
  chmodSync(folder, 0o755)
  const { ledger } = await openLedger(
    fileURLToPath(new URL('../examples/桃江县政府办2023年账本.yaml', import.meta.url)),
  )
  if (!ledger) throw new Error('the example ledger cannot be read')
  const database = await openDatabase({ folder })
  try {
    const scope = scopeOf(ledger)
    await saveLedger(database, { ...ledger, workRecords: [] }, { who: 'bench' })
    const started = performance.now()
    await importRows(database, scope, 'workRecords', orders(), () => ({ who: 'bench' }))
    const filled = ((performance.now() - started) / 1000).toFixed(1)
    const kept = await timeOf(() => readWorkCounts(database, scope))
    const plain = `select count(distinct "values" ->> 'order') from work_records where kind = 'hotline-order' and "values" ->> 'status' = '办结'`
    const counted = await timeOf(() => database.pool.query(plain), 3)
    return [
      `## Counts over ${size.toLocaleString('en')} records`,
      '',
      tableHead,
      rowOf('every count, as kept', `${size} records`, kept),
      rowOf('one count by SQL over the records', `${size} records`, counted, kept),
      '',
      `Storing the records and working out every count took ${filled} s.`,
    ].join('\n')
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function* orders(): Generator<WorkRecord> {
  for (let index = 0; index < size; index++) {
    const date = `2023-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`
    const status = index % 20 === 0 ? '在办' : '办结'
    yield { id: `o${index}`, kind: 'hotline-order', organisation: '001', date, values: { order: `${index}`, status } }
  }
}
