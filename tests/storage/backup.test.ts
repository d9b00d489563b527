import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { restoreBackup } from '#storage/backup/restore-backup.ts'
import { writeBackup } from '#storage/backup/write-backup.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import { saveLedger, scopeOf } from '#storage/ledgers/save-ledger.ts'
import { verifyLog } from '#storage/log/read-log.ts'
import { openDatabase } from '#storage/open-database.ts'
import { arbitraryLedger } from '../laws/arbitrary-ledger.ts'
import { temporaryDatabase } from './temporary-database.ts'

const { database, folder } = await temporaryDatabase()
const empty = await openDatabase({ folder, name: 'other' })
after(() => empty.close())
const [ledger] = fc.sample(arbitraryLedger('hunan-2023'), { numRuns: 1, seed: 7 }) as [Ledger]
await saveLedger(database, ledger, { who: '填报人' })
const path = join(folder, '备份.gz')
const counts = await writeBackup(database, path)
const whole = await readFile(path)
const text = gunzipSync(whole).toString('utf8')
const isRefused = (code: string) => (error: { code?: string }) => error.code === code

const damaged: [name: string, bytes: Buffer][] = [
  ['尾巴被截掉', whole.subarray(0, whole.length - 40)],
  ['不是备份', Buffer.from('随便什么')],
  ['里面的金额被改过', gzipSync(text.replace('\t2010301\t', '\t2010302\t'))],
  ['少了一张表', gzipSync(text.replace(/\\table \{"name":"papers"[\s\S]*?\n\\\.\n/, ''))],
  ['要写进别的表', gzipSync(text.replace('"name":"papers"', '"name":"pg_authid"'))],
  ['少了结尾', gzipSync(text.slice(0, text.lastIndexOf('\\end')))],
]
for (const [name, bytes] of damaged)
  test(`备份${name}：不恢复，数据库仍是空的`, async () => {
    const bad = join(folder, '坏的.gz')
    await writeFile(bad, bytes)
    await assert.rejects(restoreBackup(empty, bad), isRefused('backup-broken'))
    assert.deepEqual((await empty.pool.query('select from divisions')).rowCount, 0)
  })

test('备份恢复到空数据库，账本一字不差，日志照样首尾相接；有数据的数据库不恢复', async () => {
  assert.deepEqual(await restoreBackup(empty, path), counts)
  const restored = await loadLedger(empty, scopeOf(ledger))
  assert.equal(JSON.stringify(restored), JSON.stringify(await loadLedger(database, scopeOf(ledger))))
  assert.equal(await verifyLog(empty, ledger.division.code), counts['change_log'])
  await assert.rejects(restoreBackup(empty, path), isRefused('database-not-empty'))
  await saveLedger(empty, { ...ledger, savingMeasures: '另有安排。' }, { who: '审核人' })
  assert.equal(await verifyLog(empty, ledger.division.code), counts['change_log']! + 1)
})

test('备份里的计数是别的版本数出来的：恢复时重数', async () => {
  const kept = async ({ pool }: typeof database) =>
    (await pool.query('select kind, rule, value from work_counts order by kind, rule')).rows
  const before = await kept(database)
  assert.ok(before.length > 0)
  await database.pool.query('update work_counts set value = value + 1')
  const old = join(folder, '以前的.gz')
  await writeBackup(database, old)
  const another = await openDatabase({ folder, name: 'another' })
  after(() => another.close())
  await restoreBackup(another, old)
  assert.deepEqual(await kept(another), before)
})
