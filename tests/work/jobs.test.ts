import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { inDivision } from '#storage/in-division.ts'
import { confined } from '#storage/open-database.ts'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { type Job, isOver } from '#domain/jobs/job.ts'
import { openOwnDatabase } from '#operations/database/database-place.ts'
import { sweepJobs } from '#operations/jobs/sweep-jobs.ts'
import { followEvents } from './follow-events.ts'
import { type Person, type WorkServer, ledgerPath, workServer } from './work-server.ts'

let work: WorkServer
let clerk: Person
let leader: Person
let finance: Person
before(async () => {
  work = await workServer()
  clerk = await work.signIn('clerk')
  leader = await work.signIn('leader')
  finance = await work.signIn('performance-office')
})
after(() => work?.close())

const asJob = ({ body }: { body: unknown }) => body as Job
const follow = (person: { cookie: string }, id: string, enough?: Parameters<typeof followEvents>[2]) =>
  followEvents(`${work.server.url}api/jobs/${id}/events`, person.cookie, enough)
const askPackage = async (person: Person) => asJob(await person.send('POST', `${ledgerPath}/jobs/package`))

/** A job that is done in no time and leaves no file to fetch. */
const askSmall = async (person: Person) => (await upload('api/jobs/audit', [['小.txt', '一']], person.cookie)).body

async function upload(
  path: string,
  files: readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[],
  cookie = '',
) {
  const form = new FormData()
  for (const [name, content] of files) form.append('file', new Blob([content]), name)
  const answer = await fetch(work.server.url + path, { method: 'POST', body: form, headers: cookie ? { cookie } : {} })
  return { status: answer.status, body: (await answer.json()) as Job & { message?: string } }
}
const foldersOfJobs = () => {
  const place = join(work.folder, 'jobs')
  const names = existsSync(place) ? (readdirSync(place, { recursive: true }) as string[]) : []
  return names.filter((name) => /[0-9a-f-]{36}$/.test(name)).map((name) => join(work.folder, 'jobs', name))
}
const folderOf = (id: string) => foldersOfJobs().find((path) => path.endsWith(id))
async function ended(person: Person, id: string): Promise<Job> {
  for (;;) {
    const job = asJob(await person.get(`api/jobs/${id}`))
    if (isOver(job.state)) return job
    await sleep(100)
  }
}
const payments = async (person: Person) =>
  Number((await person.get(`${ledgerPath}/entries/payments?limit=1`)).body['total'])
/** Payments of one fen each, by numbered vouchers. */
const paymentTable = (from: number, count: number, amount = '0.01') =>
  [
    '凭证号,日期,金额（元）,支出性质,功能科目,经济科目,资金来源',
    ...Array.from(
      { length: count },
      (_, at) => `大表${from + at},2023-12-01,${amount},基本支出,2010301,30201,一般公共预算`,
    ),
  ].join('\n')

test('整套材料在后台生成，进展一路听得到，做完可以下载，下载记入日志', async () => {
  const asked = await askPackage(clerk)
  assert.deepEqual([asked.kind, asked.state, asked.who], ['package', 'queued', '示例填报人（clerk）'])
  const heard = await follow(clerk, asked.id)
  const jobs = heard.map(({ job }) => job)
  assert.ok(jobs.length >= 3, '听到的进展太少')
  assert.equal(jobs.at(-1)?.state, 'done')
  const begun = jobs.filter(({ state }) => state === 'running').map(({ sentence }) => sentence)
  assert.ok(begun.length > 0 && !begun.includes('排队等候'), `在做的还说排队：${begun.join('、')}`)
  const done = jobs.map((job) => job.done)
  assert.deepEqual(
    done,
    done.toSorted((left, right) => left - right),
  )
  const answer = await fetch(`${work.server.url}api/jobs/${asked.id}/result`, { headers: { cookie: clerk.cookie } })
  assert.match(decodeURIComponent(answer.headers.get('content-disposition') ?? ''), /2023年绩效报告\.zip$/)
  const names = Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer())))
  assert.equal(names.length, jobs.at(-1)?.total)
  const auditor = await work.signIn('audit-administrator')
  const { body } = await auditor.get('api/log?search=exports')
  assert.match(JSON.stringify(body), /绩效报告\.zip/)
})

test('一份材料的 PDF 在后台生成；没有的材料说明原因，不再重试', async () => {
  const { body } = await clerk.get(`${ledgerPath}/reports`)
  const [, report] = body['reports'] as { id: string }[]
  const asked = asJob(await clerk.send('POST', `${ledgerPath}/jobs/pdf`, { report: report?.id }))
  assert.equal((await ended(clerk, asked.id)).state, 'done')
  const answer = await fetch(`${work.server.url}api/jobs/${asked.id}/result`, { headers: { cookie: clerk.cookie } })
  assert.match((await answer.text()).slice(0, 8), /^%PDF-/)
  const missing = asJob(await clerk.send('POST', `${ledgerPath}/jobs/pdf`, { report: '没有的' }))
  const failed = await ended(clerk, missing.id)
  assert.deepEqual([failed.state, failed.sentence], ['failed', '没有“没有的”这份材料，请刷新后重新选择。'])
  // The state is told first, then the folder goes.
  for (let waited = 0; folderOf(missing.id) !== undefined && waited < 50; waited += 1) await sleep(100)
  assert.equal(folderOf(missing.id), undefined, '没做成的任务不留文件')
})

test('本机用户不登录也能一次核对许多文件和压缩包，每个文件的结果看得到，核对记录都在', async () => {
  const zip = zipSync({
    '丙.txt': strToU8('总支出7.00万元，其中基本支出2.00万元、项目支出4.00万元。'),
    '里层.zip': strToU8('x'),
  }) as Uint8Array<ArrayBuffer>
  const { status, body } = await upload('api/jobs/audit', [
    ['甲.txt', '总支出5.00万元，其中基本支出2.00万元、项目支出2.00万元。'],
    ['../../乙.txt', ''],
    ['一包.zip', zip],
  ])
  assert.equal(status, 200)
  const last = (await follow({ cookie: '' }, body.id)).at(-1)?.job
  assert.equal(last?.state, 'done')
  const files = last?.outcome.files ?? []
  assert.deepEqual(
    files.map(({ name, counts, problem }) => [name, counts?.error, problem?.replace(/^.*：/, '').slice(0, 5)]),
    [
      ['甲.txt', 1, undefined],
      ['乙.txt', 0, '文件是空的'],
      ['一包.zip/丙.txt', 1, undefined],
      ['一包.zip', 0, '压缩包里有'],
    ],
  )
  for (const { id } of files.filter(({ problem }) => !problem))
    assert.equal((await work.ask('GET', `api/audits/${id}`)).status, 200)
  assert.equal((await work.ask('GET', `api/jobs/${body.id}/result`)).status, 404, '核对没有可下载的文件')
})

test('填报人放的文件归部门：同部门的审核人看得到核对记录，财政和本机用户看不到', async () => {
  const { body } = await upload(
    'api/jobs/audit',
    [
      ['部门的.txt', '一'],
      ['部门的另一份.txt', '二'],
    ],
    clerk.cookie,
  )
  assert.equal((await ended(clerk, body.id)).state, 'done')
  const sees = async (cookie: string) => {
    const answer = await work.ask('GET', 'api/audits', { cookie })
    return (answer.body['audits'] as { name: string }[]).some(({ name }) => name === '部门的.txt')
  }
  assert.deepEqual([await sees(leader.cookie), await sees(finance.cookie), await sees('')], [true, false, false])
})

test('大表在后台导入，有错一行也不存并指明哪一格，对的整张存入', async () => {
  const path = `${ledgerPath}/jobs/import`
  const before = await payments(clerk)
  const wrong = await upload(
    path,
    [['支付.csv', `${paymentTable(0, 50)}\n坏的,2023-13-01,1,基本支出,2010301,30201,`]],
    clerk.cookie,
  )
  const refused = await ended(clerk, wrong.body.id)
  assert.equal(refused.state, 'failed')
  assert.match(refused.sentence, /没有导入：有 \d+ 处错误/)
  assert.ok(refused.outcome.faults?.some(({ row, severity }) => severity === 'error' && row === 52))
  assert.equal(await payments(clerk), before)
  const right = await upload(path, [['支付.csv', paymentTable(0, 50)]], clerk.cookie)
  const done = await ended(clerk, right.body.id)
  assert.equal(done.state, 'done', done.sentence)
  assert.equal(await payments(clerk), before + 50)
})

test('任务只有提出的人看得到、听得到、取消得了、下载得了，同部门的审核人、财政、本机用户都不行', async () => {
  const asked = await askPackage(clerk)
  assert.equal((await ended(clerk, asked.id)).state, 'done')
  for (const person of [leader, finance, { ...clerk, cookie: '' }]) {
    const ask = (method: string, path: string) => work.ask(method, path, { cookie: person.cookie })
    assert.equal((await ask('GET', `api/jobs/${asked.id}`)).status, 404)
    assert.equal((await ask('GET', `api/jobs/${asked.id}/events`)).status, 404)
    assert.equal((await ask('GET', `api/jobs/${asked.id}/result`)).status, 404)
    assert.equal((await ask('DELETE', `api/jobs/${asked.id}`)).status, 404)
    const { body } = await ask('GET', 'api/jobs')
    assert.ok(!(body['jobs'] as Job[]).some(({ id }) => id === asked.id))
  }
  const own = await askSmall(finance)
  assert.equal((await ended(finance, own.id)).state, 'done', '财政自己的任务自己看得到')
  assert.equal((await clerk.get(`api/jobs/${own.id}`)).status, 404)
  const { body } = await clerk.get('api/jobs')
  const times = (body['jobs'] as Job[]).map(({ at }) => at)
  assert.deepEqual(times, times.toSorted().toReversed(), '新的在前')
})

test('别的部门的账本、没有的账本、不该做的角色、没有文件，都不排队', async () => {
  const evaluator = await work.signIn('evaluator')
  const cases = [
    [clerk, 'api/ledgers/430922/002/2023/jobs/package', 404],
    [clerk, 'api/ledgers/430922/001/1999/jobs/package', 404],
    [clerk, 'api/ledgers/430923/001/2023/jobs/pdf', 404],
    [leader, `${ledgerPath}/jobs/import`, 403],
    [evaluator, `${ledgerPath}/jobs/import`, 403],
    [clerk, `${ledgerPath}/jobs/import`, 400],
    [clerk, 'api/jobs/audit', 400],
  ] as const
  for (const [person, path, status] of cases)
    assert.equal((await person.send('POST', path, { report: 'x' })).status, status, path)
  const auditor = await work.signIn('audit-administrator')
  assert.equal((await auditor.get('api/jobs')).status, 403)
  assert.equal((await upload('api/jobs/audit', [])).status, 400)
})

test('文件太大、太多的不收，说明怎么办，已收的一半不留', async () => {
  const before = foldersOfJobs().length
  const large = await upload('api/jobs/audit', [
    ['小.txt', '一'],
    ['大.txt', new Uint8Array(51 * 1024 * 1024)],
  ])
  assert.deepEqual([large.status, large.body.message], [413, '文件超出可处理的大小，请拆分后再试。'])
  const many = await upload(
    'api/jobs/audit',
    Array.from({ length: 51 }, (_, at) => [`${at}.txt`, '一'] as const),
  )
  assert.deepEqual([many.status, many.body.message], [413, '一次最多上传 50 个文件，更多的请压缩成一个 zip 再上传。'])
  assert.equal(foldersOfJobs().length, before)
})

/** Sends an upload piece by piece, held nowhere whole: `files` of `megabytes` each; gives the answer, or breaks off in the middle. */
async function streamUpload(files: number, megabytes: number, breaksOff = false) {
  const piece = Buffer.alloc(1024 * 1024, '0')
  const { port } = new URL(work.server.url)
  const asked = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/jobs/audit',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  })
  const answered = new Promise<{ status: number; body: string }>((resolve, reject) => {
    asked.on('error', reject)
    asked.on('response', async (answer) => {
      resolve({ status: answer.statusCode ?? 0, body: (await answer.toArray()).join('') })
      asked.destroy()
    })
  })
  const body = async function* () {
    for (let file = 0; file < files; file += 1) {
      yield `--x\r\ncontent-disposition: form-data; name="file"; filename="${file}.txt"\r\n\r\n`
      for (let at = 0; at < megabytes; at += 1) {
        yield piece
        // The server runs in this process too: it gets its turn.
        await sleep(1)
        if (breaksOff && at === 5) asked.destroy(new Error('断了'))
      }
      yield '\r\n'
    }
    yield '--x--\r\n'
  }
  // A server that has refused reads no more.
  pipeline(body, asked).catch(() => {})
  return answered
}

test('一共超过 500 MB 的不收，传到一半断了的也不收，已收的都不留', async () => {
  const before = foldersOfJobs().length
  const { status, body } = await streamUpload(11, 49)
  const { message } = JSON.parse(body) as { message: string }
  assert.deepEqual([status, message], [413, '这些文件一共超过 500 MB，请分几次上传。'])
  assert.equal(foldersOfJobs().length, before)
  await assert.rejects(streamUpload(1, 20, true), /断了/)
  for (let turn = 0; turn < 100 && foldersOfJobs().length > before; turn += 1) await sleep(100)
  assert.equal(foldersOfJobs().length, before, '断了的')
})

test('任务一直没有动静，事件流每隔十几秒也有心跳，旁边的代理不会断线', async () => {
  const asked = await askSmall(clerk)
  await ended(clerk, asked.id)
  const database = await openOwnDatabase()
  const leaving = new AbortController()
  try {
    await database.pool.query(`update jobs set state = 'queued', ended = null where id = $1`, [asked.id])
    const answer = await fetch(`${work.server.url}api/jobs/${asked.id}/events`, {
      headers: { cookie: clerk.cookie },
      signal: AbortSignal.any([leaving.signal, AbortSignal.timeout(25_000)]),
    })
    const pieces: string[] = []
    const from = performance.now()
    for await (const piece of answer.body!.pipeThrough(new TextDecoderStream())) {
      pieces.push(piece)
      if (pieces.length === 2) break
    }
    assert.match(pieces[0] ?? '', /^id: /)
    assert.equal(pieces[1], ': \n\n', '心跳不是事件')
    const took = performance.now() - from
    assert.ok(took > 10_000 && took < 22_000, `${Math.round(took)} 毫秒`)
  } finally {
    leaving.abort()
    await database.pool.query(`update jobs set state = 'done', ended = now() where id = $1`, [asked.id])
    await database.close()
  }
})

test('查询忘了写范围，数据库也只给出自己的任务；程序的角色碰不到队列', async () => {
  const job = await askSmall(clerk)
  await ended(clerk, job.id)
  const database = await openOwnDatabase()
  try {
    const { rows } = await database.pool.query('select account from jobs where id = $1', [job.id])
    const account = String(rows[0]?.account)
    const seen = (division: string, within: object) =>
      inDivision(confined(database, { division, ...within }), division, async (client) => {
        const found = await client.query('select id from jobs')
        return found.rows.some(({ id }) => id === job.id)
      })
    assert.equal(await seen('430922', { department: '001', account }), true)
    assert.equal(await seen('430922', { department: '001', account: randomUUID() }), false)
    assert.equal(await seen('430922', { department: '002', account }), false)
    assert.equal(await seen('430923', {}), false)
    assert.equal(await seen('local', {}), false)
    await assert.rejects(
      inDivision(database, '430922', (client) => client.query('select from jiheng_queue.job')),
      /permission denied/,
    )
  } finally {
    await database.close()
  }
})

test('取消排队的和正在做的任务：一秒左右停下，什么也不留下，结束的取消不了', async () => {
  const before = await payments(clerk)
  const running = (await upload(`${ledgerPath}/jobs/import`, [['大.csv', paymentTable(1000, 60_000)]], clerk.cookie))
    .body
  const queued = await askPackage(clerk)
  await follow(clerk, running.id, ({ job }) => job.state === 'running' && job.done > 2000)
  assert.equal((await clerk.send('DELETE', `api/jobs/${queued.id}`)).status, 200)
  assert.equal(folderOf(queued.id), undefined)
  const cancelled = asJob(await clerk.send('DELETE', `api/jobs/${running.id}`))
  assert.equal(cancelled.state, 'cancelled')
  const from = performance.now()
  while (folderOf(running.id) && performance.now() - from < 5000) await sleep(50)
  assert.ok(performance.now() - from < 2000, '两秒内没有停下')
  assert.equal(await payments(clerk), before)
  assert.equal((await ended(clerk, running.id)).state, 'cancelled')
  const again = await clerk.send('DELETE', `api/jobs/${running.id}`)
  assert.deepEqual([again.status, again.body['message']], [409, '这件任务已经结束，不能再取消。'])
  const fine = await upload(`${ledgerPath}/jobs/import`, [['小.csv', paymentTable(1000, 10)]], clerk.cookie)
  assert.equal((await ended(clerk, fine.body.id)).state, 'done', '取消以后账本照样能导入')
})

test('听到一半断了再来，先听到现在的样子；听过结尾的再来，说没有下文', async () => {
  const asked = await askPackage(clerk)
  await follow(clerk, asked.id, ({ job }) => job.state === 'running')
  const again = await follow(clerk, asked.id)
  assert.equal(again.at(-1)?.job.state, 'done')
  const late = await follow(clerk, asked.id)
  assert.deepEqual(
    late.map(({ id, job }) => [id, job.state]),
    [[again.at(-1)?.id, 'done']],
  )
  const answer = await fetch(`${work.server.url}api/jobs/${asked.id}/events`, {
    headers: { cookie: clerk.cookie, 'last-event-id': late[0]?.id ?? '' },
  })
  assert.equal(answer.status, 204)
})

test('机器出错的任务自动再试，错因没了就做完；试三次还不成，说明没有做成', async () => {
  const blocked = (id: string, attempt: number) => join(folderOf(id) ?? '', `result-${attempt}.part`)
  const healed = await askPackage(clerk)
  mkdirSync(blocked(healed.id, 1))
  const hopeless = await askPackage(leader)
  for (const attempt of [1, 2, 3]) mkdirSync(blocked(hopeless.id, attempt))
  const heard = (await follow(clerk, healed.id)).map(({ job }) => job)
  assert.ok(heard.some(({ state, sentence }) => state === 'queued' && sentence === '机器没有做完，稍后自动再试。'))
  assert.equal(heard.at(-1)?.state, 'done')
  const failed = await ended(leader, hopeless.id)
  assert.deepEqual([failed.state, failed.sentence], ['failed', '机器几次都没有做完，请稍后重新提交。'])
  rmdirSync(blocked(healed.id, 1))
})

test('过了七天的任务和文件清掉，没过的还在', async () => {
  const { body } = await clerk.get(`${ledgerPath}/reports`)
  const [, report] = body['reports'] as { id: string }[]
  const old = asJob(await clerk.send('POST', `${ledgerPath}/jobs/pdf`, { report: report?.id }))
  await ended(clerk, old.id)
  const folder = folderOf(old.id)!
  const database = await openOwnDatabase()
  try {
    const day = 86_400_000
    await sweepJobs(database, new Date(Date.now() + 6 * day))
    assert.equal((await clerk.get(`api/jobs/${old.id}`)).status, 200)
    assert.ok((await readFile(join(folder, 'result'))).length > 0)
    await sweepJobs(database, new Date(Date.now() + 8 * day))
    assert.equal((await clerk.get(`api/jobs/${old.id}`)).status, 404)
    assert.equal(folderOf(old.id), undefined)
  } finally {
    await database.close()
  }
})
