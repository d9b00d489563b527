import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Role } from '#domain/accounts/role.ts'
import { type Operation, addressIn, requestsTo } from './fuzz-requests.ts'
import { oddUpload } from './fuzz-uploads.ts'
import { type Person, type WorkServer, workServer } from './work-server.ts'

/** More of the same: FUZZ_RUNS=500 FUZZ_SEED=7 node --test tests/work/fuzz.test.ts */
const runs = Number(process.env['FUZZ_RUNS'] ?? 25)
const seed = Number(process.env['FUZZ_SEED'] ?? 20_231)

const own = {
  division: '430922',
  department: '001',
  year: '2023',
  report: 'none',
  format: 'docx',
  fact: 'none',
  table: 'papers',
  version: '1',
  id: '0123456789abcdef',
  login: 'evaluator',
  invitation: 'none',
}
const lists = [
  'papers',
  'indicators',
  'staffing',
  'monitoring',
  'goals',
  'workRecords',
  'payments',
  'baseItems',
  'workKinds',
]
/** Who asks: somebody the route is open to, so that its own code is reached. */
const asker = (path: string): Role => {
  if (path.startsWith('/api/accounts')) return 'system-administrator'
  if (path.startsWith('/api/sessions')) return 'security-administrator'
  if (path.startsWith('/api/log')) return 'audit-administrator'
  return path.startsWith('/api/own') ? 'public-reader' : 'clerk'
}

let work: WorkServer
const people = new Map<Role, Person>()
const operations: { method: string; path: string; operation: Operation }[] = []
before(async () => {
  work = await workServer()
  for (const role of [
    'system-administrator',
    'security-administrator',
    'audit-administrator',
    'public-reader',
    'clerk',
  ] as const)
    people.set(role, await work.signIn(role))
  const { body } = await work.ask('GET', 'api/reference/json')
  for (const [path, methods] of Object.entries(body['paths'] as Record<string, Record<string, Operation>>))
    for (const [method, operation] of Object.entries(methods))
      operations.push({ method: method.toUpperCase(), path, operation })
})
after(() => work?.close())

test('照着说明文档乱填的请求，没有一个让服务器出错；拒绝都是中文一句话', async () => {
  // These end the asker's own session or take long without reading what is sent.
  const left = [
    'DELETE /api/session',
    'GET /api/ledgers/{division}/{department}/{year}/package',
    'POST /api/ledgers/{division}/{department}/{year}/jobs/package',
  ]
  for (const { method, path, operation } of operations.filter(
    (each) => !left.includes(`${each.method} ${each.path}`),
  )) {
    const person = people.get(asker(path))
    assert.ok(person)
    const hasOwn = fc.constantFrom(...lists).chain((list) => requestsTo(path, operation, { ...own, list }))
    await fc.assert(
      fc.asyncProperty(hasOwn, async ({ path: address, body }) => {
        const answer = await person.send(method, address, body)
        assert.ok(
          answer.status < 500,
          `${method} ${address} ${JSON.stringify(body)} → ${answer.status} ${JSON.stringify(answer.body)}`,
        )
        if (answer.status < 400) return
        const { code, message, request } = answer.body
        assert.ok(
          typeof code === 'string' && typeof request === 'string',
          `${method} ${address}：${JSON.stringify(answer.body)}`,
        )
        assert.match(String(message), /\p{Script=Han}/u, `${method} ${address}`)
      }),
      { numRuns: runs, seed },
    )
  }
})

test('上传接口收到乱的文件、乱的文件名、断在半路的请求体，没有一个让服务器出错', async () => {
  const uploads = operations.filter(({ operation }) => operation.requestBody?.content['multipart/form-data'])
  assert.equal(uploads.length, 5)
  const { cookie = '' } = people.get('clerk') ?? {}
  for (const { path } of uploads) {
    const address = work.server.url + addressIn(path, own)
    await fc.assert(
      fc.asyncProperty(oddUpload, async ({ type, body }) => {
        const answer = await fetch(address, { method: 'POST', headers: { cookie, 'content-type': type }, body })
        const said = await answer.text()
        assert.ok(
          answer.status < 500,
          `${path} ${new TextDecoder().decode(body.subarray(0, 200))} → ${answer.status} ${said}`,
        )
        if (answer.status >= 400) assert.match(said, /\p{Script=Han}/u, path)
      }),
      { numRuns: runs, seed },
    )
  }
})

test('不是 JSON、声明错了类型、太长的请求体，也是中文拒绝', async () => {
  const address = `${work.server.url}api/ledgers/430922/001/2023/entries/papers`
  const cookie = people.get('clerk')?.cookie ?? ''
  const bodies: readonly (readonly [string, string])[] = [
    ['application/json', '{'],
    ['application/json', ''],
    ['application/xml', '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'],
    ['multipart/form-data; boundary=x', 'no parts'],
    ['application/json', `{"entry":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
  ]
  for (const [type, body] of bodies) {
    const answer = await fetch(address, { method: 'POST', headers: { cookie, 'content-type': type }, body })
    assert.ok(answer.status >= 400 && answer.status < 500, `${type} ${body.slice(0, 20)} → ${answer.status}`)
    assert.match(((await answer.json()) as { message: string }).message, /\p{Script=Han}/u)
  }
})
