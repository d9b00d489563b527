import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { openAuditDesk } from '#operations/audits/audit-desk.ts'
import { openAuditStore } from '#operations/audits/audit-store.ts'
import { openJobDesk } from '#operations/jobs/job-desk.ts'
import { buildServer } from './build-server.ts'
import { compressPages } from './compress-pages.ts'
import { logLines } from './log-lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiheng-server-'))
const desk = openAuditDesk()
const noDatabase = () => Promise.reject(new Error('no database'))
let server: FastifyInstance
const host = '127.0.0.1:8360'

before(async () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets/page.js'), `//${'字'.repeat(2000)}`)
  await compressPages(folder)
  const store = await openAuditStore(join(folder, 'data'))
  server = await buildServer({
    storeOf: async () => store,
    desk,
    clock: () => '2026-03-05T00:00:00.000Z',
    pages: folder,
    database: noDatabase,
    jobs: openJobDesk(noDatabase, () => {}),
    localOnly: true,
  })
})
after(async () => {
  await server.close()
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

function uploadOf(files: readonly (readonly [name: string, text: string])[]) {
  const form = new FormData()
  for (const [name, text] of files) form.append('file', new Blob([text]), name)
  const request = new Request('http://unused', { method: 'POST', body: form })
  return { request, headers: { host, 'content-type': request.headers.get('content-type') ?? '' } }
}

async function post(files: readonly (readonly [name: string, text: string])[]) {
  const { request, headers } = uploadOf(files)
  return server.inject({
    method: 'POST',
    url: '/api/audits',
    headers,
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

test('没有说明谁可以调用的路由加不进来', async () => {
  const store = await openAuditStore(join(folder, 'data'))
  const fresh = await buildServer({
    storeOf: async () => store,
    desk,
    clock: () => '',
    pages: folder,
    database: noDatabase,
    jobs: openJobDesk(noDatabase, () => {}),
    localOnly: true,
  })
  assert.throws(() => fresh.get('/planted', () => 'x'), /does not say who may call it/)
  await fresh.close()
})

test('健康检查回答，回答带请求编号和安全策略', async () => {
  const answer = await server.inject({ url: '/healthz', headers: { host } })
  assert.equal(answer.statusCode, 200)
  assert.match(String(answer.headers['x-request-id']), /^[0-9a-f-]{36}$/)
  assert.match(String(answer.headers['content-security-policy']), /script-src 'self'/)
})

test('别的网站冒名的请求、冒名的主机都不理', async () => {
  const foreign = await server.inject({
    method: 'POST',
    url: '/api/audits',
    headers: { host, origin: 'http://other.example' },
  })
  assert.equal(foreign.statusCode, 400)
  const renamed = await server.inject({ url: '/api/audits', headers: { host: 'other.example' } })
  assert.equal(renamed.statusCode, 400)
})

test('一次几个文件各成一份核对，名字只留最后一段，同名同内容只有一份', async () => {
  const files = [
    ['甲.txt', '总支出5万元，其中基本支出2万元、项目支出2万元。'],
    ['目录/乙.txt', ''],
  ] as const
  const answer = await post(files)
  assert.equal(answer.statusCode, 200)
  const { audits } = answer.json<{ audits: { id: string; name: string; problem?: string }[] }>()
  assert.deepEqual(
    audits.map(({ name }) => name),
    ['甲.txt', '乙.txt'],
  )
  assert.match(audits[1]?.problem ?? '', /文件是空的/)
  await post(files)
  const list = await server.inject({ url: '/api/audits', headers: { host } })
  assert.equal(list.json<{ audits: unknown[] }>().audits.length, 2)
})

test('没有文件、编号不对、没有这份记录，都用中文说明', async () => {
  const cases = [
    ['POST', '/api/audits', 400],
    ['GET', '/api/audits/..%2f..%2fetc', 400],
    ['GET', '/api/audits/0123456789abcdef', 404],
    ['GET', '/api/audits/0123456789abcdef/export/exe', 400],
    ['GET', '/nothing', 404],
    ['GET', '/assets/..%2findex.html', 400],
  ] as const
  for (const [method, url, status] of cases) {
    const answer = await server.inject({ method, url, headers: { host } })
    assert.equal(answer.statusCode, status, url)
    assert.match(answer.json<{ message: string }>().message, /\p{Script=Han}.*。$/u, url)
  }
})

test('浏览器收得了压缩的，网页脚本就压缩着发；收不了的发原文', async () => {
  const asked = (encoding: string) =>
    server.inject({ url: '/assets/page.js', headers: { host, 'accept-encoding': encoding } })
  const packed = await asked('gzip, deflate')
  assert.equal(packed.headers['content-encoding'], 'gzip')
  assert.match(gunzipSync(packed.rawPayload).toString(), /^\/\/字+$/)
  const plain = await asked('identity')
  assert.equal(plain.headers['content-encoding'], undefined)
  assert.match(plain.body, /^\/\/字+$/)
})

test('接口说明是完整的：每个接口写明谁可以用、答复和拒绝是什么样，上传的写明要传文件', async () => {
  type Answers = Record<string, { content?: object }>
  type Told = { description?: string; responses: Answers; requestBody?: { content: Record<string, object> } }
  const description = await server.inject({ url: '/api/reference/json', headers: { host } })
  const { paths } = description.json<{ paths: Record<string, Record<string, Told>> }>()
  const lacking = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { description: who, responses }]) => {
      const wanted = [...['200', '4XX', '5XX'].filter((status) => !responses[status]?.content), ...(who ? [] : ['who'])]
      return wanted.length > 0 ? [`${method} ${path}: ${wanted.join(' ')}`] : []
    }),
  )
  assert.deepEqual(lacking, [])
  const uploads = Object.entries(paths).filter(
    ([, { post: told }]) => told?.requestBody?.content['multipart/form-data'],
  )
  assert.deepEqual(
    uploads.map(([path]) => path.replace(/^.*\{year\}/, '')),
    ['/api/audits', '/tables', '/api/jobs/audit', '/jobs/import', '/evidence'],
  )
})

test('日志里没有邀请码：凭它能设密码', () => {
  const { req } = logLines().serializers
  const request = (url: string) => ({ method: 'GET', url, host, ip: '127.0.0.1' }) as FastifyRequest
  assert.equal(req(request('/api/invitations/430922.sEcReT?x=1')).url, '/api/invitations/…?x=1')
  assert.equal(req(request('/api/ledgers/430922/001/2023')).url, '/api/ledgers/430922/001/2023')
})
