import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, before, test } from 'node:test'
import { preparedFolder } from './prepared-folder.ts'
import { type ServedProgram, servedProgram } from './served-program.ts'
import { ledgerPath, password } from './work-server.ts'

const folder = preparedFolder('database')
let program: ServedProgram
let cookie: string

before(async () => {
  program = await servedProgram(folder, true)
  const send = (path: string, body: object) =>
    fetch(program.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  await send('api/invitations', { invitation: program.invitations.get('clerk'), password })
  const answer = await send('api/session', { division: '430922', login: 'clerk', password })
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
})
after(async () => {
  await program?.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('叫程序停下，正在答复的请求答复完，一直开着的进展就此结束，然后程序才退出', async () => {
  await (await fetch(`${program.url}${ledgerPath}/reports`, { headers: { cookie } })).text()
  const asked = await fetch(`${program.url}${ledgerPath}/jobs/package`, { method: 'POST', headers: { cookie } })
  const { id } = (await asked.json()) as { id: string }
  const events = await fetch(`${program.url}api/jobs/${id}/events`, { headers: { cookie } })
  const followed = events.text()
  let isAnswered = false
  const report = `${program.url}${ledgerPath}/reports/${encodeURIComponent('01-整体支出绩效报告')}/pdf`
  const whole = fetch(report, { headers: { cookie } }).then(async (answer) => {
    const bytes = new Uint8Array(await answer.arrayBuffer())
    isAnswered = true
    return { status: answer.status, bytes }
  })
  await sleep(50)
  assert.equal(isAnswered, false, '停下的时候还没有答复')
  const took = await program.end('SIGTERM')
  const { status, bytes } = await whole
  assert.equal(status, 200)
  assert.equal(new TextDecoder().decode(bytes.subarray(0, 4)), '%PDF')
  assert.match(await followed, /"state":"(?:queued|running)"/)
  assert.ok(took < 20_000, `${took}毫秒才退出`)
})
