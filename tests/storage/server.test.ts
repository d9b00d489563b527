import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import { saveLedger, scopeOf } from '#storage/ledgers/save-ledger.ts'
import { migrate, migrations } from '#storage/migrations/migrate.ts'
import { type Database, openDatabase } from '#storage/open-database.ts'
import { clusterIn } from '#storage/server/initialise-cluster.ts'
import { readPostmasterFile } from '#storage/server/postmaster-file.ts'
import { arbitraryLedger } from '../laws/arbitrary-ledger.ts'
import { temporaryFolder } from './temporary-database.ts'

const folder = await temporaryFolder()
const [ledger] = fc.sample(arbitraryLedger('cn-2020'), { numRuns: 1, seed: 3 }) as [Ledger]
const scope = scopeOf(ledger)
const running = () => readPostmasterFile(clusterIn(folder).data)

/** Another program on the same folder; given back when it has said `word`. */
async function otherProgram(word: string, ...parameters: string[]): Promise<ChildProcess> {
  const program = fileURLToPath(new URL('hold-database.ts', import.meta.url))
  const child = spawn(process.execPath, [program, folder, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const chunk of child.stdout) if (String(chunk).includes(word)) return child
  throw new Error(`the other program ended before it said ${word}`)
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('新文件夹变成数据库，存了账本；最后一个程序离开，服务器停下，再开还在', async () => {
  const database = await openDatabase({ folder })
  await saveLedger(database, ledger, { who: '填报人' })
  await database.close()
  assert.equal(await running(), undefined)
  const again = await openDatabase({ folder })
  assert.equal((await loadLedger(again, scope)).payments.length, ledger.payments.length)
  await again.close()
})

test('同一个程序同时打开新文件夹几次：都打得开，最后一次关上，服务器停下', async () => {
  const fresh = await temporaryFolder()
  const opened = await Promise.all(Array.from({ length: 3 }, () => openDatabase({ folder: fresh })))
  for (const { pool } of opened) assert.equal((await pool.query('select 1 as one')).rows[0].one, 1)
  for (const database of opened) await database.close()
  assert.equal(await readPostmasterFile(clusterIn(fresh).data), undefined)
})

test('两个程序共用一个服务器，先走的不把它关掉', async () => {
  const other = await otherProgram('open')
  const database = await openDatabase({ folder })
  const before = await running()
  await database.close()
  assert.deepEqual(await running(), before)
  await kill(other)
})

test('程序被杀，它起的服务器由下一个程序接着用，走时关掉', async () => {
  await kill(await otherProgram('open'))
  const orphan = await running()
  assert.equal(orphan?.state, 'ready')
  const database = await openDatabase({ folder })
  assert.equal((await running())?.pid, orphan?.pid)
  await database.close()
  assert.equal(await running(), undefined)
})

test('服务器被杀留下的 postmaster.pid 不碍事，数据都在', async () => {
  const other = await otherProgram('open')
  process.kill((await running())!.pid, 'SIGKILL')
  await kill(other)
  const database = await openDatabase({ folder })
  assert.equal((await loadLedger(database, scope)).year, ledger.year)
  await database.close()
})

/** Waits until the server of the folder runs under another process than `pid`. */
async function restarted(pid: number | undefined): Promise<number> {
  for (let time = 0; time < 200; time += 1) {
    const server = await running()
    if (server?.state === 'ready' && server.pid !== pid) return server.pid
    await sleep(50)
  }
  throw new Error('the server was not started again')
}

/** Waits until a program is present at the server, by the lock it holds. */
async function present({ pool }: Database): Promise<void> {
  for (let time = 0; time < 200; time += 1) {
    const held = await pool.query("select from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and granted")
    if (held.rowCount) return
    await sleep(50)
  }
  throw new Error('no program came back to the server')
}

test('服务器独自被杀：没有人问也再启动；别的程序来了又走，不把它关掉；自己走时关掉', async () => {
  const database = await openDatabase({ folder })
  const pid = (await running())?.pid
  process.kill(pid!, 'SIGKILL')
  const again = await restarted(pid)
  await present(database)
  const other = await openDatabase({ folder })
  await other.close()
  assert.equal((await running())?.pid, again)
  assert.equal((await loadLedger(database, scope)).year, ledger.year)
  await database.close()
  assert.equal(await running(), undefined)
})

test('服务器被杀以后马上要用：接着就能用，只启动一次', async () => {
  const database = await openDatabase({ folder })
  const pid = (await running())?.pid
  process.kill(pid!, 'SIGKILL')
  // Connections that were open when the server died may fail once each.
  const asked = Array.from({ length: 8 }, () => loadLedger(database, scope).catch(() => loadLedger(database, scope)))
  assert.deepEqual(
    (await Promise.all(asked)).map(({ year }) => year),
    asked.map(() => ledger.year),
  )
  const again = await restarted(pid)
  await database.close()
  assert.notEqual(again, pid)
  assert.equal(await running(), undefined)
})

test('服务器被杀、断了的连接都已收走：直接问的、不归哪个区划的也等它起来，不报错', async () => {
  const database = await openDatabase({ folder })
  process.kill((await running())!.pid, 'SIGKILL')
  while (database.pool.totalCount > 0) await sleep(1)
  const asked = [
    database.pool.query('select 1'),
    database.kysely.selectFrom('ledgers').select('year').execute(),
    loadLedger(database, scope),
  ]
  assert.equal((await Promise.all(asked)).length, asked.length)
  await database.close()
})

test('别的程序占了 postmaster.pid 里的进程号，不当成服务器', async () => {
  const path = join(clusterIn(folder).data, 'postmaster.pid')
  await writeFile(path, `${process.pid}\n${clusterIn(folder).data}\n0\n5432\n/nowhere\n\n0\nready\n`)
  const database = await openDatabase({ folder })
  assert.notEqual((await readFile(path, 'utf8')).split('\n')[0], String(process.pid))
  await database.close()
})

test('导入到一半程序被杀：账本和导入之前一样', async () => {
  await kill(await otherProgram('importing', JSON.stringify(scope)))
  const database = await openDatabase({ folder })
  assert.equal((await loadLedger(database, scope)).payments.length, ledger.payments.length)
  await database.close()
})

test('升级到一半失败：结构和数据都是升级之前的；更新的程序建的数据库不打开', async () => {
  const database = await openDatabase({ folder })
  const broken = {
    ...migrations,
    '9998-a': {
      up: async (each: { schema: { dropTable(name: string): { execute(): Promise<void> } } }) =>
        each.schema.dropTable('papers').execute(),
    },
    '9998-b': { up: async () => Promise.reject(new Error('断电')) },
  }
  await assert.rejects(
    migrate(database.kysely, broken as never),
    (error: { code?: string }) => error.code === 'schema-failed',
  )
  assert.equal((await loadLedger(database, scope)).papers.length, ledger.papers.length)
  const newer = { ...migrations, '9999-newer': { up: async () => {} } }
  await migrate(database.kysely, newer)
  await database.close()
  await assert.rejects(openDatabase({ folder }), (error: { code?: string }) => error.code === 'schema-newer')
})

test('连不上 DATABASE_URL 说的数据库，说明缘由', async () => {
  await assert.rejects(openDatabase({ url: 'postgres://nobody@127.0.0.1:9/none' }), /连不上数据库/)
})
