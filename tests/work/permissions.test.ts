import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Role, roles } from '#domain/accounts/role.ts'
import { type Person, type WorkServer, workServer } from './work-server.ts'

/** Who may call a route: nobody signed in needed · whoever is signed in · these roles. Written out, not taken from the program. */
type Who = 'anyone' | 'signed-in' | readonly Role[]

const readers = ['clerk', 'leader', 'finance-reviewer', 'performance-office', 'evaluator'] as const
const clerk = ['clerk'] as const
const audience = [...readers, 'public-reader'] as const
const ledger = '/api/ledgers/{division}/{department}/{year}'
const published = '/api/publications/{division}/{department}/{year}/reports'

const table: Readonly<Record<string, Who>> = {
  'GET /healthz': 'anyone',
  'GET /readyz': 'anyone',
  'GET /api/divisions': 'anyone',
  'GET /api/session': 'anyone',
  'POST /api/session': 'anyone',
  'DELETE /api/session': 'signed-in',
  'GET /api/invitations/{invitation}': 'anyone',
  'POST /api/invitations': 'anyone',
  'PUT /api/own/password': 'signed-in',
  'GET /api/own/sessions': 'signed-in',
  'DELETE /api/own/sessions/{id}': 'signed-in',
  'GET /api/own/second-factor': 'signed-in',
  'PUT /api/own/second-factor': 'signed-in',
  'DELETE /api/own/second-factor': 'signed-in',
  'GET /api/accounts': ['system-administrator', 'security-administrator'],
  'POST /api/accounts': ['system-administrator'],
  'POST /api/accounts/{login}/invitation': ['system-administrator'],
  'PUT /api/accounts/{login}/disabled': ['system-administrator'],
  'POST /api/accounts/{login}/unlock': ['security-administrator'],
  'GET /api/sessions': ['security-administrator'],
  'DELETE /api/sessions/{id}': ['security-administrator'],
  'GET /api/log': ['audit-administrator'],
  'GET /api/log/verified': ['audit-administrator'],
  'GET /api/log/export': ['audit-administrator'],
  'GET /api/assignments': ['performance-office'],
  'POST /api/assignments': ['performance-office'],
  'GET /api/deadlines': readers,
  'PUT /api/deadlines': ['performance-office'],
  'GET /api/publications': audience,
  [`GET ${published}`]: audience,
  [`GET ${published}/{report}`]: audience,
  [`GET ${published}/{report}/{format}`]: audience,
  // On this machine alone the audit asks for no account; who is signed in needs the right all the same.
  'GET /api/audits': readers,
  'POST /api/audits': readers,
  'GET /api/audits/{id}': readers,
  'PUT /api/audits/{id}/decisions': readers,
  'GET /api/audits/{id}/export/{format}': readers,
  'POST /api/jobs/audit': readers,
  'GET /api/jobs': readers,
  'GET /api/jobs/{id}': readers,
  'GET /api/jobs/{id}/events': readers,
  'DELETE /api/jobs/{id}': readers,
  'GET /api/jobs/{id}/result': readers,
  [`POST ${ledger}/jobs/import`]: clerk,
  [`POST ${ledger}/jobs/package`]: readers,
  [`POST ${ledger}/jobs/pdf`]: readers,
  'GET /api/ledgers': readers,
  [`GET ${ledger}`]: readers,
  [`GET ${ledger}/brief`]: readers,
  [`GET ${ledger}/execution`]: readers,
  [`GET ${ledger}/evaluation`]: readers,
  [`GET ${ledger}/checks`]: readers,
  [`GET ${ledger}/rounds/{until}`]: readers,
  [`GET ${ledger}/reports`]: readers,
  [`GET ${ledger}/reports/{report}`]: readers,
  [`GET ${ledger}/reports/{report}/{format}`]: readers,
  [`GET ${ledger}/facts/{fact}`]: readers,
  [`GET ${ledger}/package`]: readers,
  [`GET ${ledger}/writing`]: readers,
  [`GET ${ledger}/base-data`]: readers,
  [`GET ${ledger}/counts`]: readers,
  [`GET ${ledger}/head`]: readers,
  [`GET ${ledger}/payment-plan`]: readers,
  [`GET ${ledger}/evidence`]: readers,
  [`POST ${ledger}/evidence`]: clerk,
  [`GET ${ledger}/evidence/{file}`]: readers,
  [`GET ${ledger}/compare`]: readers,
  [`GET ${ledger}/compare/reports/{report}`]: readers,
  [`POST ${ledger}`]: clerk,
  [`GET ${ledger}/from-last-year`]: clerk,
  [`POST ${ledger}/from-last-year`]: clerk,
  [`POST ${ledger}/indicator-check`]: readers,
  [`GET ${ledger}/indicator-ambition`]: readers,
  [`GET ${ledger}/indicator-library`]: readers,
  [`GET ${ledger}/indicator-library/{library}/{indicator}/draft`]: clerk,
  [`GET ${ledger}/expenditure-requests`]: readers,
  [`POST ${ledger}/expenditure-requests`]: clerk,
  [`PUT ${ledger}/expenditure-requests/{request}`]: clerk,
  [`POST ${ledger}/expenditure-requests/{request}/steps`]: ['clerk', 'leader'],
  [`PATCH ${ledger}/head`]: clerk,
  [`PUT ${ledger}/payment-plan`]: clerk,
  [`GET ${ledger}/entries/{list}`]: readers,
  [`GET ${ledger}/entries/{list}/history`]: readers,
  [`POST ${ledger}/entries/{list}`]: clerk,
  [`PATCH ${ledger}/entries/{list}`]: clerk,
  [`DELETE ${ledger}/entries/{list}`]: clerk,
  [`PUT ${ledger}/entries/{list}/order`]: clerk,
  [`POST ${ledger}/entries/{list}/edits`]: clerk,
  [`GET ${ledger}/tables`]: readers,
  [`POST ${ledger}/tables`]: clerk,
  [`GET ${ledger}/tables/{table}`]: readers,
  [`GET ${ledger}/tables/{table}/template`]: readers,
  [`GET ${ledger}/submission`]: readers,
  [`POST ${ledger}/submission/steps`]: ['clerk', 'leader', 'finance-reviewer', 'performance-office'],
  [`PUT ${ledger}/submission/answers`]: clerk,
  [`GET ${ledger}/versions/{version}`]: readers,
}

/** What stands for each part of an address. */
const own: Readonly<Record<string, string>> = {
  division: '430922',
  department: '001',
  year: '2023',
  list: 'papers',
  report: 'none',
  format: 'docx',
  fact: 'none',
  table: 'none',
  version: '99',
  id: '0123456789abcdef',
  login: 'nobody-there',
  invitation: 'none',
  library: 'none',
  indicator: 'none',
  request: '99',
  file: 'none',
}

let work: WorkServer
const people = new Map<Role, Person>()
const routes: string[] = []
before(async () => {
  work = await workServer()
  for (const role of roles) people.set(role, await work.signIn(role))
  const { body } = await work.ask('GET', 'api/reference/json')
  for (const [path, operations] of Object.entries(body['paths'] as Record<string, object>))
    for (const method of Object.keys(operations)) routes.push(`${method.toUpperCase()} ${path}`)
})
after(() => work?.close())

function addressOf(path: string, place: Readonly<Record<string, string>>): string {
  return path.slice(1).replaceAll(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(place[part] ?? ''))
}

const mayCall = (who: Who, role: Role) => (Array.isArray(who) ? who.includes(role) : true)
const bodyFor = (method: string) => (method === 'GET' ? undefined : {})

test('说明文档里的路由和这里的表一条不差', () => {
  assert.deepEqual(routes.toSorted(), Object.keys(table).toSorted())
})

for (const [route, who] of Object.entries(table)) {
  const [method = '', path = ''] = route.split(' ')
  test(`谁可以调用：${route}`, async () => {
    const open = who === 'anyone' || /^\/api\/(audits|jobs)/.test(path)
    const nobody = await work.ask(method, addressOf(path, own), { body: bodyFor(method) })
    if (open) assert.ok(nobody.status !== 401 && nobody.status < 500, `没有登录：${nobody.status}`)
    else assert.deepEqual([nobody.status, nobody.body['code']], [401, 'sign-in-needed'], '没有登录')
    // Signing out would end the walk; signing in has a limit of tries a minute.
    if (route === 'DELETE /api/session' || who === 'anyone') return
    for (const role of roles) {
      const answer = await people.get(role)?.send(method, addressOf(path, own), bodyFor(method))
      const { status = 0, body = {} } = answer ?? {}
      if (mayCall(who, role)) assert.ok(![0, 401, 403].includes(status) && status < 500, `${role}：${status}`)
      else assert.deepEqual([status, body['code']], [403, 'not-permitted'], role)
    }
  })
}

for (const [name, place] of [
  ['别的部门', { ...own, department: '002' }],
  ['别的地区', { ...own, division: '430923' }],
] as const)
  test(`${name}的账本，读写都像没有这本账`, async () => {
    const ofLedger = Object.entries(table).filter(([route]) => route.includes('{department}'))
    for (const [route, who] of ofLedger) {
      const [method = '', path = ''] = route.split(' ')
      for (const role of roles.filter((each) => mayCall(who, each))) {
        const { status = 0, body = {} } =
          (await people.get(role)?.send(method, addressOf(path, place), bodyFor(method))) ?? {}
        const isOfDivision = name === '别的部门' && role !== 'clerk' && role !== 'leader'
        // Finance may ask for any department of its division: this one is not there, or the empty body is refused first.
        if (isOfDivision) assert.ok([200, 400, 404, 409, 422].includes(status), `${role} ${route}：${status}`)
        else assert.deepEqual([status, body['code']], [404, 'ledger-missing'], `${role} ${route}`)
      }
    }
  })

test('伪造的角色、重放的令牌、改动过的令牌都不认', async () => {
  const gone = await work.signIn('clerk')
  assert.equal((await gone.get('api/own/sessions')).status, 200)
  assert.equal((await gone.send('DELETE', 'api/session')).status, 200)
  assert.equal((await gone.get('api/own/sessions')).status, 401, '退出后的令牌')
  for (const cookie of ['jiheng=', 'jiheng=clerk', `jiheng=${'A'.repeat(43)}`, `${gone.cookie}x`, 'jiheng=%00'])
    assert.equal((await work.ask('GET', 'api/ledgers', { cookie })).status, 401, cookie)
  const answer = await fetch(`${work.server.url}api/ledgers`, {
    headers: { cookie: people.get('public-reader')?.cookie ?? '', 'x-role': 'clerk', 'x-forwarded-user': 'clerk' },
  })
  assert.equal(answer.status, 403)
})

test('第三方评价人只看得到分派给自己、部门审核过的，公众只看得到财政通过的，都只是看', async () => {
  const person = (role: Role) => people.get(role) as Person
  const [clerk, leader, finance] = [person('clerk'), person('leader'), person('finance-reviewer')]
  const [evaluator, reader, office] = [person('evaluator'), person('public-reader'), person('performance-office')]
  const path = 'api/ledgers/430922/001/2023'
  const open = 'api/publications/430922/001/2023/reports'
  const step = async (who: Person, action: string, points?: string[]) => {
    const answer = await who.send('POST', `${path}/submission/steps`, { action, ...(points ? { points } : {}) })
    assert.equal(answer.status, 200, `${action}：${JSON.stringify(answer.body)}`)
  }
  const parts = ['', '/checks', '/evaluation', '/reports', '/evidence', '/entries/payments', '/submission', '/brief']
  const sees = async () => {
    const seen = await Promise.all(parts.map(async (part) => (await evaluator.get(path + part)).status))
    const listed = ((await evaluator.get('api/ledgers')).body['ledgers'] as unknown[]).length
    const published = ((await reader.get('api/publications')).body['publications'] as unknown[]).length
    return {
      evaluator: [...new Set(seen)],
      listed,
      published,
      reader: [(await reader.get(open)).status, (await finance.get(open)).status],
      package: (await evaluator.send('POST', `${path}/jobs/package`)).status,
    }
  }
  const nothing = { evaluator: [404], listed: 0, published: 0, reader: [404, 404], package: 404 }
  assert.deepEqual(await sees(), nothing, '填报中')
  await step(clerk, 'submit')
  assert.deepEqual(await sees(), nothing, '待审核')
  await step(leader, 'approve')
  assert.deepEqual(await sees(), nothing, '部门审核了，没有分派')
  const give = (assigned: boolean, login = 'evaluator', department = '001') =>
    office.send('POST', 'api/assignments', { login, assigned, sets: [{ department, year: 2023 }] })
  assert.equal((await give(true, 'clerk')).status, 404, '不是评价人')
  assert.equal((await give(true, 'evaluator', '002')).status, 404, '没有这套材料')
  const given = await give(true)
  assert.deepEqual([given.status, (given.body['assignments'] as unknown[]).length], [200, 1])
  const reviewed = { ...nothing, evaluator: [200], listed: 1, package: 200 }
  assert.deepEqual(await sees(), reviewed, '待财政审核')
  assert.equal((await give(false)).status, 200)
  assert.deepEqual(await sees(), nothing, '收回以后')
  assert.equal((await give(true)).status, 200)
  assert.deepEqual(await sees(), reviewed, '再分派')
  await step(finance, 'accept')
  const published = { published: 1, reader: [200, 200] }
  assert.deepEqual(await sees(), { ...reviewed, ...published }, '已通过')
  assert.equal((await give(false)).status, 200)
  assert.deepEqual(await sees(), { ...nothing, ...published }, '收回以后')
  assert.equal((await evaluator.get(open)).status, 200, '公开的人人看得到')
  assert.equal((await give(true)).status, 200)
  const [first] = (await reader.get(open)).body['reports'] as { id: string }[]
  const page = await reader.get(`${open}/${encodeURIComponent(first?.id ?? '')}`)
  assert.match(String(page.body['text']), /部门整体支出绩效报告/)
  assert.equal((await reader.get(path)).status, 403, '账本本身公众看不到')
  assert.equal((await reader.get(`${path}/entries/payments`)).status, 403)
  assert.equal((await evaluator.send('PATCH', `${path}/head`, {})).status, 403)
})

test('期限：绩效股定，部门看得到；改了、取消了都记一笔；日期不成样子不收', async () => {
  const [clerk, office] = [people.get('clerk') as Person, people.get('performance-office') as Person]
  const set = (day: string | null) => office.send('PUT', 'api/deadlines', { year: 2023, task: 'submission', day })
  assert.equal((await set('2024-3-31')).status, 400)
  for (const day of ['2024-03-25', '2024-03-31']) assert.equal((await set(day)).status, 200)
  const seen = async () => (await clerk.get('api/deadlines')).body['deadlines']
  assert.deepEqual(await seen(), [{ year: 2023, task: 'submission', day: '2024-03-31' }])
  assert.equal((await set(null)).status, 200)
  assert.deepEqual(await seen(), [])
  const { body } = await (people.get('audit-administrator') as Person).get('api/log?actions=set-deadline')
  const days = (body['changes'] as { after: { day: string | null } }[]).map(({ after: { day } }) => day)
  assert.deepEqual(days, [null, '2024-03-31', '2024-03-25'])
})

test('审计管理员：按做了什么、哪几天筛，导出的和筛出的一样多，导出本身记入日志', async () => {
  const auditor = await work.signIn('audit-administrator')
  const today = new Date().toISOString().slice(0, 10)
  const total = async (query: string) => Number((await auditor.get(`api/log?limit=1&${query}`)).body['total'])
  const all = await total('')
  assert.ok((await total('actions=submit,approve,accept')) === 3 && all > 3)
  assert.equal(await total('to=2000-01-01'), 0)
  assert.equal(await total(`from=2000-01-01&actions=submit`), 1)
  assert.equal(await total(`actions=submit&search=${encodeURIComponent('人民政府办公室')}`), 1)
  assert.equal(await total(`actions=submit&search=${encodeURIComponent('没有这个部门')}`), 0)
  const { body } = await auditor.get('api/log/export?actions=submit,approve,accept')
  const lines = String(body['text']).trim().split('\r\n')
  assert.equal(lines.length, 1 + 3)
  assert.match(lines[0] ?? '', /^\uFEFF?序号,时间,谁,做了什么,对象,改前 → 改后,原样记录（JSON）$/)
  assert.ok(lines[1]?.includes(',财政通过,送审：桃江县人民政府办公室2023年,'), lines[1])
  assert.match(lines[1] ?? '', /"{""at"".*""action"":""accept""/)
  const exports = (await auditor.get('api/log?actions=export&search=log')).body['changes'] as { after: object }[]
  assert.deepEqual(exports.at(0)?.after, { what: '变更记录', actions: ['submit', 'approve', 'accept'] })
  assert.equal((await auditor.get('api/log/verified')).status, 200)
  assert.equal((await auditor.get(`api/log?from=${today}x`)).status, 400)
})
