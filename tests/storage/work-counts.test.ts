import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { WorkRecord } from '#domain/ledger/work-ledger.ts'
import { countLedger } from '#operations/ledgers/count-ledger.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { workKinds } from '#operations/load-work-kinds.ts'
import { readRecordsOutside } from '#storage/counts/records-outside.ts'
import { readWorkCounts } from '#storage/counts/work-counts.ts'
import { importRows } from '#storage/ledgers/import-rows.ts'
import { ledgerRevisions } from '#storage/ledgers/ledger-revision.ts'
import { saveLedger, scopeOf } from '#storage/ledgers/save-ledger.ts'
import { openDatabase } from '#storage/open-database.ts'
import { temporaryDatabase } from './temporary-database.ts'

const { ledger } = await openLedger(
  fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url)),
)
assert.ok(ledger)
const { database, folder } = await temporaryDatabase()
const clerk = { who: '填报人' }

/** What the database keeps and what the records give, both to ten places. */
async function both(of: Ledger) {
  const kept = (await readWorkCounts(database, scopeOf(of))).flatMap(({ kind, rule, value }) =>
    value ? [`${kind}.${rule} ${value.round(10).toFixed()}`] : [],
  )
  const isYear = ({ since, until }: { since: string; until: string }) =>
    since === `${of.year}-01-01` && until === `${of.year}-12-31`
  const counted = countLedger(of)
    .filter(isYear)
    .map(({ kind, rule, value }) => `${kind}.${rule} ${value.round(10).toFixed()}`)
  return { kept: kept.toSorted(), counted: counted.toSorted() }
}

test('示例账本：数据库里留着的计数与逐条数出来的一样', async () => {
  await saveLedger(database, ledger, clerk)
  const { kept, counted } = await both(ledger)
  assert.ok(counted.length > 30)
  assert.deepEqual(kept, counted)
})

test('数的办法变了，以前留着的数在打开数据库时重数，由它算出的也作废；办法没变的不动', async () => {
  await saveLedger(database, ledger, clerk)
  const { counted } = await both(ledger)
  const revision = () => ledgerRevisions(database, scopeOf(ledger).division, [scopeOf(ledger)])
  const before = await revision()
  const open = async () => (await openDatabase({ folder })).close()
  await database.pool.query('update work_counts set value = 0')
  await open()
  assert.notDeepEqual((await both(ledger)).kept, counted)
  assert.deepEqual(await revision(), before)
  await database.pool.query(`update counted_by set rules = '以前的'`)
  await open()
  assert.deepEqual((await both(ledger)).kept, counted)
  assert.notDeepEqual(await revision(), before)
})

/** Records of any kind: any words of the options, blanks, repeated keys, other years, summaries. */
const records = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...workKinds()),
      key: fc.integer({ min: 0, max: 5 }),
      day: fc.integer({ min: 1, max: 28 }),
      year: fc.constantFrom(2022, 2023, 2023, 2023),
      pick: fc.nat(20),
      number: fc.constantFrom('', '1', '2.5', '-3', '70'),
      quantity: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
    }),
    { maxLength: 60 },
  )
  .map((drawn) =>
    drawn.map(({ kind, key, day, year, pick, number, quantity }, index): WorkRecord => {
      const value = (type: string, options: readonly string[] = []) => {
        if (type === 'number') return number
        if (type === 'yes-no') return ['是', '否', ''][pick % 3]!
        if (type === 'choice') return options[pick % options.length] ?? ''
        return key === 0 ? '' : ` 第${key}件`
      }
      return {
        id: `r${index}`,
        kind: kind.id,
        organisation: ledger.department.id,
        date: `${year}-06-${String(day).padStart(2, '0')}`,
        values: Object.fromEntries(kind.fields.map((field) => [field.id, value(field.type, field.options)])),
        ...(quantity === undefined ? {} : { quantity }),
      }
    }),
  )

test('任取台账记录：存入、再导入一些，留着的计数总与逐条数出来的一样', async () => {
  await fc.assert(
    fc.asyncProperty(records, records, async (first, second) => {
      const stored = { ...ledger, workRecords: first }
      await saveLedger(database, stored, clerk)
      const { kept, counted } = await both(stored)
      assert.deepEqual(kept, counted)
      const outside = Map.groupBy(
        first.filter(({ date }) => !date.startsWith('2023')),
        ({ kind }) => kind,
      )
      assert.deepEqual(
        await readRecordsOutside(database, scopeOf(ledger)),
        new Map([...outside].map(([kind, some]) => [kind, some.length])),
      )
      const more = second.map((record) => ({ ...record, id: `m${record.id}` }))
      await importRows(database, scopeOf(ledger), 'workRecords', more, () => clerk)
      const after = await both({ ...ledger, workRecords: [...first, ...more] })
      assert.deepEqual(after.kept, after.counted)
    }),
    { numRuns: 25, seed: 20236 },
  )
})
