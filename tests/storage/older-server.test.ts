import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import { saveLedger, scopeOf } from '#storage/ledgers/save-ledger.ts'
import { openDatabase } from '#storage/open-database.ts'
import { arbitraryLedger } from '../laws/arbitrary-ledger.ts'

/** The oldest server that the machine's own packages installed: another than the one in npm packages. */
const bin = globSync('/usr/lib/postgresql/*/bin/initdb')
  .map((program) => dirname(program))
  .toSorted((one, two) => Number(one.split('/')[4]) - Number(two.split('/')[4]))[0]
const port = 20_000 + (process.pid % 20_000)
const isRoot = process.getuid?.() === 0
const user: Partial<User> | undefined = isRoot ? userCalled('postgres') : {}

type User = { readonly uid: number; readonly gid: number }

/** Root may not run a server: those packages made a user who may. */
function userCalled(name: string): User | undefined {
  try {
    const [uid, gid] = ['-u', '-g'].map((which) => Number(execFileSync('id', [which, name], { stdio: 'pipe' })))
    return { uid: uid!, gid: gid! }
  } catch {
    return undefined
  }
}

function run(program: string, ...words: string[]): string {
  return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], cwd: tmpdir(), ...user })
}

test('机器上另装的 PostgreSQL：缺权限说明白，有了权限建得成、存得进', async (context) => {
  if (!bin || !user) return context.diagnostic('没有另装 PostgreSQL，略过')
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-older-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  run(`${bin}/initdb`, '-D', data, '-E', 'UTF8', '--locale=C', '-A', 'trust', '-U', 'chief')
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`
  run(`${bin}/pg_ctl`, '-D', data, '-w', '-o', options, '-l', join(folder, 'log'), 'start')
  after(() => {
    run(`${bin}/pg_ctl`, '-D', data, '-m', 'immediate', 'stop')
    rmSync(folder, { recursive: true, force: true })
  })
  const tell = (words: string) =>
    run(`${bin}/psql`, '-h', folder, '-p', String(port), '-U', 'chief', '-d', 'postgres', '-c', words)
  tell('create role office login')
  tell('create database office owner office')
  const url = `postgres://office@127.0.0.1:${port}/office`
  await assert.rejects(openDatabase({ url }), /createrole/)
  tell('alter role office createrole')
  const [ledger] = fc.sample(arbitraryLedger('cn-2020'), { numRuns: 1, seed: 5 }) as [Ledger]
  const database = await openDatabase({ url })
  await saveLedger(database, ledger, { who: '填报人' })
  assert.equal((await loadLedger(database, scopeOf(ledger))).payments.length, ledger.payments.length)
  await database.close()
})
