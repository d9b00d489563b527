import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { TOTP, Secret } from 'otpauth'
import type { Role } from '#domain/accounts/role.ts'
import { type Database, openDatabase } from '#storage/open-database.ts'
import { join } from 'node:path'
import { type WorkServer, password, workServer } from './work-server.ts'

let work: WorkServer
let database: Database
before(async () => {
  work = await workServer()
  database = await openDatabase({ folder: join(work.folder, 'database') })
})
after(async () => {
  await database?.close()
  await work?.close()
})

const enter = (login: string, word: string, code?: string) =>
  work.ask('POST', 'api/session', { body: { division: '430922', login, password: word, ...(code ? { code } : {}) } })
const owner = (sql: string, values: unknown[] = []) => database.pool.query(sql, values)

/** A person with an account of their own, invited by the system administrator. */
async function invited(login: string, role: Role = 'evaluator') {
  const administrator = await work.signIn('system-administrator')
  const { body } = await administrator.send('POST', 'api/accounts', { name: '新来的人', login, role })
  return String(body['invitation'])
}

test('邀请只能用一次，过期、伪造的都不行；没有设密码的账户登录不了', async () => {
  const invitation = await invited('e-1')
  assert.equal((await enter('e-1', '')).status, 400)
  assert.equal((await enter('e-1', password)).body['code'], 'sign-in-refused', '还没有密码')
  const take = (token: string, word = password) =>
    work.ask('POST', 'api/invitations', { body: { invitation: token, password: word } })
  assert.equal((await take(`${invitation}x`)).status, 410, '伪造')
  for (const weak of ['short1A', 'alllowercase', 'E-1-e-1-E-1-aa', '1234567890'])
    assert.deepEqual([(await take(invitation, weak)).status, weak], [422, weak])
  assert.equal((await take(invitation)).status, 200)
  assert.equal((await take(invitation)).status, 410, '第二次')
  assert.equal((await enter('e-1', password)).status, 200)
  const late = await invited('e-2')
  await owner(`update accounts set invited_until = now() - interval '1 minute' where login = 'e-2'`)
  assert.equal((await take(late)).status, 410, '过期')
})

test('密码和登录名哪个错说法一样；连错五次锁定十五分钟，对的密码也不行；安全管理员可解锁', async () => {
  const nobody = await enter('no-such-person', 'Wrong-2023-x')
  const wrong = await enter('evaluator', 'Wrong-2023-x')
  assert.deepEqual(
    [nobody.status, nobody.body['code'], nobody.body['message']],
    [wrong.status, wrong.body['code'], wrong.body['message']],
  )
  for (let time = 2; time <= 4; time += 1)
    assert.equal((await enter('evaluator', 'Wrong-2023-x')).body['code'], 'sign-in-refused')
  assert.equal((await enter('evaluator', 'Wrong-2023-x')).body['code'], 'account-locked', '第五次')
  assert.equal((await enter('evaluator', password)).body['code'], 'account-locked', '锁定时')
  const security = await work.signIn('security-administrator')
  assert.equal((await security.send('POST', 'api/accounts/evaluator/unlock')).status, 200)
  assert.equal((await enter('evaluator', password)).status, 200)
  for (let time = 1; time <= 5; time += 1) await enter('evaluator', 'Wrong-2023-x')
  await owner(`update accounts set locked_until = now() - interval '1 second' where login = 'evaluator'`)
  assert.equal((await enter('evaluator', password)).status, 200, '过了锁定时间')
})

test('三十分钟没有操作、登录满十二小时，都要重新登录；停用的账户马上退出', async () => {
  const idle = await work.signIn('finance-reviewer')
  await owner(`update sessions set seen = now() - interval '31 minutes'`)
  assert.equal((await idle.get('api/own/sessions')).status, 401)
  const old = await work.signIn('finance-reviewer')
  await owner(`update sessions set started = now() - interval '12 hours 1 minute'`)
  assert.equal((await old.get('api/own/sessions')).status, 401)
  const off = await work.signIn('finance-reviewer')
  const administrator = await work.signIn('system-administrator')
  assert.equal(
    (await administrator.send('PUT', 'api/accounts/finance-reviewer/disabled', { disabled: true })).status,
    200,
  )
  assert.equal((await off.get('api/own/sessions')).status, 401)
  assert.equal((await enter('finance-reviewer', password)).body['code'], 'sign-in-refused')
  await administrator.send('PUT', 'api/accounts/finance-reviewer/disabled', { disabled: false })
})

test('第二道验证：启用要先验一次，登录要六位数，用过的码不能再用，停用要密码', async () => {
  const person = await work.signIn('performance-office')
  const { body } = await person.get('api/own/second-factor')
  const totp = new TOTP({ secret: Secret.fromBase32(String(body['secret'])), digits: 6, period: 30 })
  const wrongCode = totp.generate() === '000000' ? '000001' : '000000'
  assert.equal(
    (await person.send('PUT', 'api/own/second-factor', { secret: body['secret'], code: wrongCode })).status,
    403,
  )
  const proving = totp.generate()
  assert.equal(
    (await person.send('PUT', 'api/own/second-factor', { secret: body['secret'], code: proving })).status,
    200,
  )
  assert.equal((await enter('performance-office', password, proving)).body['code'], 'sign-in-refused', '启用时用过')
  const asked = await enter('performance-office', password)
  assert.deepEqual([asked.status, asked.body['needsCode'], asked.cookie], [200, true, ''])
  assert.equal((await enter('performance-office', password, wrongCode)).body['code'], 'sign-in-refused')
  const code = totp.generate({ timestamp: Date.now() + 30_000 })
  const first = await enter('performance-office', password, code)
  assert.equal(first.status, 200)
  assert.equal((await enter('performance-office', password, code)).body['code'], 'sign-in-refused', '重放')
  const { cookie } = first
  assert.equal(
    (await work.ask('DELETE', 'api/own/second-factor', { cookie, body: { password: 'Wrong-2023-x' } })).status,
    403,
  )
  assert.equal((await work.ask('DELETE', 'api/own/second-factor', { cookie, body: { password } })).status, 200)
  assert.ok((await enter('performance-office', password)).cookie)
})

test('换密码要旧密码，换了以后别处的登录都退出；强制退出马上生效', async () => {
  const [here, there] = [await work.signIn('public-reader'), await work.signIn('public-reader')]
  const next = 'Gai-guo-2023'
  assert.equal((await here.send('PUT', 'api/own/password', { old: 'Wrong-2023-x', next })).status, 403)
  assert.equal((await here.send('PUT', 'api/own/password', { old: password, next })).status, 200)
  assert.equal((await there.get('api/own/sessions')).status, 401)
  const security = await work.signIn('security-administrator')
  const { body } = await security.get('api/sessions')
  for (const { id, login } of body['sessions'] as { id: string; login: string }[])
    if (login === 'public-reader') await security.send('DELETE', `api/sessions/${id}`)
  assert.equal((await here.get('api/own/sessions')).status, 401)
})

test('登录着的人猜自己的旧密码，和登录时一样连错五次锁定；锁定时对的也不行', async () => {
  await work.ask('POST', 'api/invitations', { body: { invitation: await invited('e-7'), password } })
  const person = await work.signIn('e-7')
  const change = (old: string) => person.send('PUT', 'api/own/password', { old, next: 'Xin-mima-2024' })
  const drop = (word: string) => person.send('DELETE', 'api/own/second-factor', { password: word })
  for (const wrong of [() => change('Cuo-1'), () => drop('Cuo-2'), () => change('Cuo-3'), () => drop('Cuo-4')])
    assert.equal((await wrong()).body['code'], 'sign-in-refused')
  assert.equal((await change('Cuo-5')).body['code'], 'account-locked', '第五次')
  assert.equal((await change(password)).body['code'], 'account-locked', '锁定时')
  assert.equal((await enter('e-7', password)).body['code'], 'account-locked', '登录也锁了')
})

test('手机验证码启用着的，不能直接换成另一个：先凭密码停用', async () => {
  await work.ask('POST', 'api/invitations', { body: { invitation: await invited('e-8'), password } })
  const person = await work.signIn('e-8')
  const enable = async () => {
    const secret = String((await person.get('api/own/second-factor')).body['secret'])
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    return person.send('PUT', 'api/own/second-factor', { secret, code })
  }
  assert.equal((await enable()).status, 200)
  const again = await enable()
  assert.deepEqual([again.status, again.body['code']], [409, 'step-refused'])
  assert.match(String(again.body['message']), /先用密码停用/)
  assert.equal((await person.send('DELETE', 'api/own/second-factor', { password })).status, 200)
  assert.equal((await enable()).status, 200)
})

test('自己退出、退出自己的另一处登录，都在变更记录里', async () => {
  await work.ask('POST', 'api/invitations', { body: { invitation: await invited('e-9'), password } })
  const [here, there] = [await work.signIn('e-9'), await work.signIn('e-9')]
  const { sessions } = (await here.get('api/own/sessions')).body as { sessions: { id: string; isPresent: boolean }[] }
  const other = sessions.find(({ isPresent }) => !isPresent)
  assert.equal((await here.send('DELETE', `api/own/sessions/${other?.id}`)).status, 200)
  assert.equal((await there.get('api/own/sessions')).status, 401)
  assert.equal((await here.send('DELETE', 'api/session')).status, 200)
  const auditor = await work.signIn('audit-administrator')
  const { changes } = (await auditor.get('api/log?search=e-9&actions=sign-out')).body as { changes: { who: string }[] }
  assert.deepEqual(
    changes.map(({ who }) => who),
    ['e-9', 'e-9'],
  )
})

test('登录着的地方里写明哪一处是现在这里，令牌的散列不给出去', async () => {
  const [here, there] = [await work.signIn('leader-head'), await work.signIn('leader-head')]
  const seen = async (person: typeof here) =>
    (await person.get('api/own/sessions')).body['sessions'] as { id: string; isPresent: boolean; token?: string }[]
  const [fromHere, fromThere] = [await seen(here), await seen(there)]
  const presentOf = (sessions: typeof fromHere) => sessions.filter(({ isPresent }) => isPresent).map(({ id }) => id)
  assert.equal(fromHere.length, 2)
  assert.equal(presentOf(fromHere).length, 1)
  assert.equal(presentOf(fromThere).length, 1)
  assert.notDeepEqual(presentOf(fromHere), presentOf(fromThere))
  const all = (await (await work.signIn('security-administrator')).get('api/sessions')).body['sessions']
  for (const session of [...fromHere, ...(all as typeof fromHere)]) assert.equal(session.token, undefined)
})

test('令牌只在 HttpOnly、SameSite=Strict 的 cookie 里，库里只存散列', async () => {
  const answer = await fetch(`${work.server.url}api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ division: '430922', login: 'clerk', password }),
  })
  const [cookie = ''] = answer.headers.getSetCookie()
  assert.match(cookie, /HttpOnly/)
  assert.match(cookie, /SameSite=Strict/)
  const token = /jiheng=[^.]*\.([^;]+)/.exec(decodeURIComponent(cookie))?.[1] ?? ''
  assert.ok(token.length > 30)
  const { rows } = await owner(
    'select row_to_json(s)::text as text from sessions s union all select row_to_json(a)::text from accounts a',
  )
  const all = (rows as { text: string }[]).map(({ text }) => text).join('\n')
  assert.ok(!all.includes(token) && !all.includes(password))
  assert.match(all, /\$argon2id\$/)
})

test('用 SQL 动变更记录：改一栏、删头、删中间、删末尾几条、全删，核对都指得出从哪条起不对', async () => {
  const auditor = await work.signIn('audit-administrator')
  const client = await database.pool.connect()
  const own = `division = '430922'`
  const { rows } = await client.query<{ last: number }>(`select max(seq) as last from change_log where ${own}`)
  const last = rows[0]!.last
  const attacks: [sql: string, line: number][] = [
    [`update change_log set who = '别人' where ${own} and seq = 3`, 3],
    [`update change_log set at = at + interval '1 second' where ${own} and seq = 1`, 1],
    [`delete from change_log where ${own} and seq = 1`, 2],
    [`delete from change_log where ${own} and seq = 5`, 6],
    [`delete from change_log where ${own} and seq > ${last - 3}`, last - 2],
    [`delete from change_log where ${own}`, 1],
  ]
  try {
    await client.query('create temporary table kept as select * from change_log')
    await assert.rejects(client.query(`delete from change_log where ${own}`), /append-only/)
    await client.query('alter table change_log disable trigger all')
    for (const [sql, line] of attacks) {
      await client.query(sql)
      const { status, body } = await auditor.get('api/log/verified')
      assert.deepEqual([status, body['code']], [500, 'log-broken'], sql)
      assert.match(String(body['message']), new RegExp(`第${line}条`), sql)
      await client.query('delete from change_log')
      await client.query('insert into change_log select * from kept')
    }
  } finally {
    await client.query('alter table change_log enable trigger all')
    client.release()
  }
  assert.equal((await auditor.get('api/log/verified')).body['lines'], last)
})

test('登录、输错、锁定、解锁、停用、换密码都在变更记录里；改动一条就对不上', async () => {
  const auditor = await work.signIn('audit-administrator')
  const { body } = await auditor.get('api/log?limit=200&search=accounts')
  const actions = new Set((body['changes'] as { action: string }[]).map(({ action }) => action))
  for (const action of ['sign-in', 'sign-in-refused', 'lock', 'set-password']) assert.ok(actions.has(action), action)
  assert.equal((await auditor.get('api/log/verified')).status, 200)
  await owner('alter table change_log disable trigger all')
  await owner(
    `update change_log set who = '别人' where seq = (select min(seq) + 3 from change_log where division = '430922') and division = '430922'`,
  )
  assert.notEqual((await auditor.get('api/log/verified')).status, 200)
})
