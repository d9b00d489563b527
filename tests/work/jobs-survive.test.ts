import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Job } from '#domain/jobs/job.ts'
import { openOwnDatabase } from '#operations/database/database-place.ts'
import { runJob } from '#operations/jobs/run-job.ts'
import { readPostmasterFile } from '#storage/server/postmaster-file.ts'
import { clusterIn } from '#storage/server/initialise-cluster.ts'
import { followEvents } from './follow-events.ts'
import { type ServedProgram, servedProgram } from './served-program.ts'
import { ledgerPath, password } from './work-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiheng-jobs-'))
// Run by root, the database's server is another user's: it has to get into its folder.
chmodSync(folder, 0o755)
process.env['JIHENG_DATA'] = folder
let program: ServedProgram
let clerk: string
let leader: string

async function ask<T>(method: string, path: string, cookie: string, body?: FormData | object): Promise<T> {
  const isForm = body instanceof FormData
  const answer = await fetch(program.url + path, {
    method,
    headers: { cookie, ...(body && !isForm ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
  })
  assert.ok(answer.ok, `${method} ${path}: ${answer.status}`)
  return (await answer.json()) as T
}
async function signIn(login: string): Promise<string> {
  const invitation = program.invitations.get(login)
  await ask('POST', 'api/invitations', '', { invitation, password })
  const answer = await fetch(`${program.url}api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ division: '430922', login, password }),
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}
function askImport(from: number, count: number): Promise<Job> {
  const rows = Array.from(
    { length: count },
    (_, at) => `大表${from + at},2023-12-01,0.01,基本支出,2010301,30201,一般公共预算`,
  )
  const form = new FormData()
  const text = ['凭证号,日期,金额（元）,支出性质,功能科目,经济科目,资金来源', ...rows].join('\n')
  form.append('file', new Blob([text]), '支付.csv')
  return ask<Job>('POST', `${ledgerPath}/jobs/import`, clerk, form)
}
const follow = async (cookie: string, id: string, enough?: Parameters<typeof followEvents>[2]) =>
  (await followEvents(`${program.url}api/jobs/${id}/events`, cookie, enough)).map(({ job }) => job)
const payments = async () =>
  (await ask<{ total: number }>('GET', `${ledgerPath}/entries/payments?limit=1`, clerk)).total

before(async () => {
  program = await servedProgram(folder, true)
  clerk = await signIn('clerk')
  leader = await signIn('leader')
})
after(async () => {
  await program?.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('每次做到它程序就中断的任务，第五次以后不再试，说明为什么', async () => {
  const { reports } = await ask<{ reports: { id: string }[] }>('GET', `${ledgerPath}/reports`, leader)
  const set = await ask<Job>('POST', `${ledgerPath}/jobs/pdf`, leader, { report: reports[1]?.id })
  await follow(leader, set.id)
  const database = await openOwnDatabase()
  try {
    const lostTimes = (times: number) =>
      database.pool.query(`update jobs set state = 'running', ended = null, lost = $2 where id = $1`, [set.id, times])
    const run = () => runJob(database, { division: '430922', id: set.id }, new AbortController().signal)
    await lostTimes(3)
    await run()
    assert.equal((await ask<Job>('GET', `api/jobs/${set.id}`, leader)).state, 'done', '第四次中断以后还试')
    await lostTimes(4)
    await run()
    const { state, sentence } = await ask<Job>('GET', `api/jobs/${set.id}`, leader)
    assert.deepEqual([state, sentence], ['failed', '程序在做这件任务时中断了5次，没有再试，请拆小后重新提交。'])
  } finally {
    await database.close()
  }
})

test('程序在生成材料、导入大表当中被杀，重新启动后两件都做完，导入只算一次', async () => {
  const stored = await payments()
  // The import takes longer than it takes the package to begin: both are under way when they are killed.
  const table = await askImport(2_000_000, 200_000)
  await follow(clerk, table.id, ({ job }) => job.state === 'running' && job.done > 2000)
  const set = await ask<Job>('POST', `${ledgerPath}/jobs/package`, leader)
  const before = await follow(leader, set.id, ({ job }) => job.state === 'running')
  await program.end('SIGKILL')
  assert.equal(before.at(-1)?.state, 'running', '被杀时还在做')
  program = await servedProgram(folder, false)
  assert.equal(await payments(), stored, '重新启动时还一行也没有存')
  const finished = await Promise.all([follow(leader, set.id), follow(clerk, table.id)])
  for (const jobs of finished) assert.equal(jobs.at(-1)?.state, 'done', jobs.at(-1)?.sentence)
  assert.equal(await payments(), stored + 200_000)
  const database = await openOwnDatabase()
  try {
    const { rows } = await database.pool.query('select failures, lost from jobs where id = any($1)', [
      [set.id, table.id],
    ])
    assert.deepEqual(
      rows,
      [set, table].map(() => ({ failures: 0, lost: 1 })),
      '程序被杀不算任务自己出错',
    )
  } finally {
    await database.close()
  }
  const answer = await fetch(`${program.url}api/jobs/${set.id}/result`, { headers: { cookie: leader } })
  assert.equal(String.fromCharCode(...new Uint8Array(await answer.arrayBuffer()).slice(0, 2)), 'PK')
})

test('已经存入、还没来得及记下结束就被杀的导入，不再做第二次', async () => {
  const table = await askImport(900_000, 3)
  await follow(clerk, table.id)
  await ask('DELETE', `${ledgerPath}/entries/payments`, clerk, { key: ['大表900001'] })
  const stored = await payments()
  const database = await openOwnDatabase()
  try {
    await database.pool.query(
      `update jobs set state = 'queued', ended = null, sentence = '' where id = $1 and committed`,
      [table.id],
    )
    await runJob(database, { division: '430922', id: table.id }, new AbortController().signal)
    assert.equal(await payments(), stored)
    const { state, sentence } = await ask<Job>('GET', `api/jobs/${table.id}`, clerk)
    assert.deepEqual([state, sentence], ['done', '已导入。'])
  } finally {
    await database.close()
  }
})

const stops = [
  ['一会儿就做得完的，做完了才停', 100_000, 12_000, true],
  ['一时做不完的，交回，再启动接着做完', 1_000_000, 450_000, false],
] as const
for (const [name, from, count, isFinished] of stops)
  test(`叫程序停下，十秒之内停，数据库一并停下：正在导入的表${name}`, async () => {
    const stored = await payments()
    const table = await askImport(from, count)
    await follow(clerk, table.id, ({ job }) => job.state === 'running' && job.done > 2000)
    const took = await program.end('SIGTERM')
    assert.ok(took < 10_000, `${Math.round(took)} 毫秒才停`)
    assert.equal(await readPostmasterFile(clusterIn(join(folder, 'database')).data), undefined)
    program = await servedProgram(folder, false)
    const [first] = await follow(clerk, table.id, () => true)
    assert.equal(first?.state === 'done', isFinished)
    assert.equal((await follow(clerk, table.id)).at(-1)?.state, 'done')
    assert.equal(await payments(), stored + count)
  })
