import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { openAuditDesk } from '#operations/audits/audit-desk.ts'
import { openAuditStore } from '#operations/audits/audit-store.ts'
import { openJobDesk } from '#operations/jobs/job-desk.ts'
import { type ServerParts, buildServer } from './build-server.ts'
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
  const fresh = await freshServer()
  assert.throws(() => fresh.get('/planted', () => 'x'), /does not say who may call it/)
  await fresh.close()
})

test('健康检查回答，回答带请求编号和安全策略', async () => {
  const answer = await server.inject({ url: '/healthz', headers: { host } })
  assert.equal(answer.statusCode, 200)
  assert.match(String(answer.headers['x-request-id']), /^[0-9a-f-]{36}$/)
  assert.match(String(answer.headers['content-security-policy']), /script-src 'self'/)
})

/** A server of its own, whose routes answer this many requests a minute; `reach` says for whom. */
async function freshServer(
  mostRequests?: number,
  reach: Partial<Pick<ServerParts, 'localOnly' | 'names' | 'proxies'>> = {},
): Promise<FastifyInstance> {
  const store = await openAuditStore(join(folder, 'data'))
  return buildServer({
    storeOf: async () => store,
    desk,
    clock: () => '',
    pages: folder,
    database: noDatabase,
    jobs: openJobDesk(noDatabase, () => {}),
    localOnly: true,
    ...reach,
    ...(mostRequests === undefined ? {} : { mostRequests }),
  })
}

test('没有登录的请求、找不到的地址，一样算在每分钟的次数里', async () => {
  for (const [url, status] of [
    ['/api/ledgers/430922/001/2023', 401],
    ['/nothing', 404],
  ] as const) {
    const fresh = await freshServer(3)
    const statuses = []
    for (let count = 0; count < 5; count++) statuses.push((await fresh.inject({ url, headers: { host } })).statusCode)
    assert.deepEqual(statuses, [status, status, status, 429, 429], url)
    await fresh.close()
  }
})

test('给别的机器用的网页：核对也要登录，只答应说定的域名', async (each) => {
  const fresh = await freshServer(undefined, { localOnly: false, names: ['jixiao.example.cn'] })
  each.after(() => fresh.close())
  const asked = async (name: string, url: string) => (await fresh.inject({ url, headers: { host: name } })).statusCode
  assert.equal(await asked('jixiao.example.cn', '/healthz'), 200)
  assert.equal(await asked('JIXIAO.example.cn:8360', '/healthz'), 200)
  assert.equal(await asked(host, '/healthz'), 200)
  assert.equal(await asked('other.example', '/healthz'), 400)
  assert.equal(await asked('jixiao.example.cn', '/api/audits'), 401)
})

test('反向代理后面，次数按各人的来处算；代理以外的人说的来处不算数', async () => {
  const statuses = async (proxies: readonly string[] | undefined, remoteAddress: string) => {
    const fresh = await freshServer(2, { localOnly: false, ...(proxies ? { proxies } : {}) })
    const codes = []
    for (const from of ['10.1.0.1', '10.1.0.1', '10.1.0.1', '10.1.0.2']) {
      const headers = { host, 'x-forwarded-for': from }
      codes.push((await fresh.inject({ url: '/healthz', headers, remoteAddress })).statusCode)
    }
    await fresh.close()
    return codes
  }
  assert.deepEqual(await statuses(['10.0.0.5'], '10.0.0.5'), [200, 200, 429, 200])
  assert.deepEqual(await statuses(['10.0.0.0/24'], '10.0.0.5'), [200, 200, 429, 200])
  assert.deepEqual(await statuses(['10.0.0.5'], '10.0.0.6'), [200, 200, 429, 429])
  assert.deepEqual(await statuses(undefined, '10.0.0.5'), [200, 200, 429, 429])
})

test('接口的回答不留在中途；字体只用自己的', async () => {
  const answer = await server.inject({ url: '/api/audits', headers: { host } })
  assert.equal(answer.headers['cache-control'], 'no-store')
  assert.match(String(answer.headers['content-security-policy']), /font-src 'self' data:;/)
})

test('读不懂的地址、过长的请求头、不是 HTTP 的话，也用中文拒绝，带编号和安全策略', async (each) => {
  const fresh = await freshServer()
  each.after(() => fresh.close())
  const { port } = new URL(await fresh.listen({ host: '127.0.0.1', port: 0 }))
  for (const [said, status] of [
    ['GET /api/%zz HTTP/1.1', 400],
    [`GET /${'a'.repeat(20_000)} HTTP/1.1`, 431],
    ['你好', 400],
  ] as const) {
    const answer = await spoken(Number(port), `${said}\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    assert.match(head, new RegExp(`^HTTP/1.1 ${status} `))
    assert.match(head, /content-security-policy: default-src 'self'/)
    const { code, message, request } = JSON.parse(body) as Record<string, string>
    assert.equal(code, 'request-invalid')
    assert.match(String(message), /\p{Script=Han}.*。$/u)
    assert.ok(head.includes(`x-request-id: ${request}`), head)
  }
})

/** What a server answers to bytes, whatever they are. */
function spoken(port: number, said: string): Promise<string> {
  const socket = connect(port, '127.0.0.1', () => socket.write(said))
  return text(socket)
}

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

test('接口说明写得出真的答复：决定的正文、json 和图片文件、听完了的进展', async () => {
  type Told = { content?: Record<string, { schema: { type?: string; anyOf?: object[]; oneOf?: object[] } }> }
  type Operation = { requestBody?: Told; responses: Record<string, Told>; parameters?: { in: string; name: string }[] }
  const description = await server.inject({ url: '/api/reference/json', headers: { host } })
  const { paths } = description.json<{ paths: Record<string, Record<string, Operation>> }>()
  const decided = paths['/api/audits/{id}/decisions']?.['put']?.requestBody?.content?.['application/json']?.schema
  assert.equal((decided?.oneOf ?? decided?.anyOf)?.length, 3)
  const exported = paths['/api/audits/{id}/export/{format}']?.['get']?.responses['200']?.content
  assert.equal(exported?.['application/json']?.schema.type, 'object')
  const evidence = '/api/ledgers/{division}/{department}/{year}/evidence/{file}'
  assert.ok(paths[evidence]?.['get']?.responses['200']?.content?.['image/png'])
  const events = paths['/api/jobs/{id}/events']?.['get']
  assert.deepEqual(events?.responses['204']?.content, undefined)
  assert.ok(events?.responses['204'])
  assert.ok(events?.parameters?.some((each) => each.in === 'header' && each.name === 'last-event-id'))
})

test('不采纳而没有写理由的决定，说清缺什么', async () => {
  const answer = await server.inject({
    method: 'PUT',
    url: '/api/audits/0123456789abcdef/decisions',
    headers: { host },
    payload: { key: '0123456789abcdef', status: 'dismissed' },
  })
  assert.equal(answer.statusCode, 400)
  assert.match(answer.json<{ message: string }>().message, /标为“不采纳”须写明理由/)
})

test('日志里没有邀请码：凭它能设密码', () => {
  const { req } = logLines().serializers
  const request = (url: string) => ({ method: 'GET', url, host, ip: '127.0.0.1' }) as FastifyRequest
  assert.equal(req(request('/api/invitations/430922.sEcReT?x=1')).url, '/api/invitations/…?x=1')
  assert.equal(req(request('/api/ledgers/430922/001/2023')).url, '/api/ledgers/430922/001/2023')
})
