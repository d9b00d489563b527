import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { from as copyFrom } from 'pg-copy-streams'
import { importFile } from '#operations/imports/import-file.ts'
import { importTableNamed, importTables } from '#operations/imports/import-tables.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { saveLedger, scopeOf } from '#storage/ledgers/save-ledger.ts'
import { openDatabase } from '#storage/open-database.ts'
import { linesOf } from './bench-import.ts'

/** One measured run of bench-import.ts, in a process of its own: `import-payments.ts copy|import FOLDER CSV`. */
const [way = '', folder = '', path = ''] = process.argv.slice(2)
mkdirSync(folder, { mode: 0o755 })
const { ledger } = await openLedger(fileURLToPath(new URL('../examples/桃江县政府办2023年账本.yaml', import.meta.url)))
if (!ledger) throw new Error('the example ledger cannot be read')
const database = await openDatabase({ folder })
await saveLedger(database, { ...ledger, payments: [] }, { who: 'bench' })
const server = await postmaster()
const busy = process.cpuUsage()
const served = serverTime(server)
const started = performance.now()
if (way === 'copy') await copyRows()
else await importPayments()
const ms = performance.now() - started
const own = process.cpuUsage(busy)
const processor = (own.user + own.system) / 1000 + serverTime(server) - served
// Not resourceUsage: a process begins with the peak of the one that started it.
const [, peak = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
console.log(JSON.stringify({ ms, processor, rss: Number(peak) * 1024 }))
await database.close()

async function postmaster(): Promise<number> {
  const { rows } = await database.pool.query<{ line: string }>(
    `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as line`,
  )
  return Number(rows[0]?.line)
}

/** Processor milliseconds of the processes the server has started and that still run. */
function serverTime(parent: number): number {
  const ticks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [
          readFileSync(`/proc/${name}/stat`, 'utf8')
            .replace(/^.*\) /s, '')
            .split(' ')
            .map(Number),
        ]
      } catch {
        return []
      }
    })
    .filter(([, ppid]) => ppid === parent)
  return ticks.reduce((sum, fields) => sum + (fields[11]! + fields[12]!) * 10, 0)
}

async function importPayments(): Promise<void> {
  const table = importTableNamed('payments', importTables([]))
  if (!table || !ledger) return
  const source = { name: path, chunks: linesOf(path) as AsyncIterable<Uint8Array> }
  const { stored, tally } = await importFile(database, scopeOf(ledger), table, source, { who: 'bench' })
  if (stored?.new !== 1_000_000) throw new Error(JSON.stringify(tally))
}

/** The same rows as COPY takes them: made ready beforehand by nobody, so that only the database works. */
async function copyRows(): Promise<void> {
  const client = await database.pool.connect()
  const lines = createInterface({ input: linesOf(path) })
  let position = 0
  const rows = async function* () {
    let text = ''
    for await (const line of lines) {
      const [voucher, date, amount, account, economic, , purpose] = line.split(',')
      if (position++ === 0) continue
      text += `430922\t001\t2023\t${position}\t${voucher}\t001\t${date}\t${amount}\tgeneral-public\tbasic\t${account}\t${economic}\t${purpose}\n`
      if (text.length < 1 << 18) continue
      yield text
      text = ''
    }
    yield text
  }
  const columns =
    'division, department, year, position, voucher, organisation, date, amount, source, nature, account, economic, purpose'
  await pipeline(Readable.from(rows()), client.query(copyFrom(`copy payments (${columns}) from stdin`)))
  client.release()
}
