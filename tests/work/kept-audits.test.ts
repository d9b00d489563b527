import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Person, type WorkServer, workServer } from './work-server.ts'

const report = new URL('../../examples/桃江县政府办2023年绩效报告.docx', import.meta.url)

let work: WorkServer
let clerk: Person
let leader: Person
let office: Person
/** The same file, audited by the department and by nobody signed in. */
let own: string
let local: string
before(async () => {
  work = await workServer()
  clerk = await work.signIn('clerk')
  leader = await work.signIn('leader')
  office = await work.signIn('performance-office')
  own = await audited('部门的.docx', clerk.cookie)
  local = await audited('本机的.docx')
})
after(() => work?.close())

async function audited(name: string, cookie = ''): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([readFileSync(report)]), name)
  const answer = await fetch(`${work.server.url}api/audits`, { method: 'POST', body: form, headers: { cookie } })
  const { audits } = (await answer.json()) as { audits: { id: string }[] }
  assert.ok(audits[0])
  return audits[0].id
}

const decisionsIn = ({ body }: Awaited<ReturnType<Person['get']>>) =>
  body['decisions'] as Readonly<Record<string, { status: string; reason?: string }>>

const decided = [
  { by: 'clerk', status: 'accepted' },
  { by: 'leader', status: 'dismissed', reason: '口径不同' },
  { by: 'clerk', status: 'dismissed', reason: '口径相同' },
  { by: 'leader', status: 'open' },
  { by: 'clerk', status: 'accepted' },
] as const

test('一个人对一条发现作了决定，自己和同部门的人下一次看到的就是这个决定，来回改多少次都一样', async () => {
  const path = `api/audits/${own}`
  const people = { clerk, leader }
  const { body } = await clerk.get(path)
  const [{ key } = { key: '' }] = body['findings'] as { key: string }[]
  for (const { by, ...decision } of decided) {
    await Promise.all([clerk.get(path), leader.get(path), leader.get(path)])
    assert.equal((await people[by].send('PUT', `${path}/decisions`, { key, ...decision })).status, 200)
    for (const answer of await Promise.all([clerk.get(path), leader.get(path), clerk.get(path)])) {
      const { status, reason } = decisionsIn(answer)[key] ?? {}
      assert.deepEqual([status, reason], [decision.status, 'reason' in decision ? decision.reason : undefined])
    }
  }
})

test('同一个文件再核对一次，看到的是新的时间；别的程序改了存着的决定，看到的也是改后的', async () => {
  const path = `api/audits/${own}`
  const { body } = await clerk.get(path)
  assert.equal(await audited('部门的.docx', leader.cookie), own)
  assert.notEqual((await clerk.get(path)).body['at'], body['at'])
  const files = await readdir(work.folder, { recursive: true })
  const place = files.find((each) => each.endsWith(`decisions/${own}.json`))
  assert.ok(place)
  await writeFile(join(work.folder, place), JSON.stringify({ 别处的: { status: 'accepted', who: '别处', at: '' } }))
  assert.deepEqual(Object.keys(decisionsIn(await clerk.get(path))), ['别处的'])
})

for (const [who, person, id, status] of [
  ['同部门的人', () => leader, () => own, 200],
  ['财政的人，不是自己的', () => office, () => own, 404],
  ['没有登录的本机用户，不是自己的', () => undefined, () => own, 404],
  ['没有登录的本机用户', () => undefined, () => local, 200],
  ['部门的人看本机用户的', () => clerk, () => local, 404],
] as const)
  test(`一份核对，答过别人以后，各人还是只看得到自己的：${who}`, async () => {
    for (let round = 1; round <= 2; round += 1) {
      assert.equal((await clerk.get(`api/audits/${own}`)).status, 200)
      assert.equal((await work.ask('GET', `api/audits/${local}`)).status, 200)
      const cookie = person()?.cookie ?? ''
      assert.equal((await work.ask('GET', `api/audits/${id()}`, { cookie })).status, status)
    }
  })
