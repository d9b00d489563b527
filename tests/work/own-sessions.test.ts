import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type WorkServer, workServer } from './work-server.ts'

let work: WorkServer
before(async () => {
  work = await workServer()
})
after(() => work?.close())

test('几个人同时问自己在哪里登录着，各人只看到自己的', async () => {
  const logins = ['clerk', 'leader', 'system-administrator'] as const
  const people = await Promise.all(logins.map(async (login) => ({ login, ...(await work.signIn(login)) })))
  const asked = [...people, ...people.toReversed()].map(async ({ login, cookie }) => {
    const answer = await fetch(`${work.server.url}api/own/sessions`, { headers: { cookie } })
    const { sessions } = (await answer.json()) as { sessions: { login: string; isPresent: boolean }[] }
    return {
      login,
      told: new Set(sessions.map((each) => each.login)),
      present: sessions.filter((each) => each.isPresent),
    }
  })
  for (const { login, told, present } of await Promise.all(asked)) {
    assert.deepEqual([...told], [login])
    assert.equal(present.length, 1)
  }
})
