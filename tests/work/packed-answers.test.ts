import assert from 'node:assert/strict'
import { get } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { type WorkServer, ledgerPath, workServer } from './work-server.ts'

let work: WorkServer
before(async () => {
  work = await workServer()
})
after(() => work?.close())

type Sent = { readonly packed: boolean; readonly length: number; readonly text: string }

/** An answer as its bytes came over the line. */
function sent(path: string, cookie: string, encoding?: string): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, ...(encoding === undefined ? {} : { 'accept-encoding': encoding }) }
    const asked = get(work.server.url + encodeURI(path), { headers }, async (answer) => {
      const bytes = await buffer(answer)
      assert.equal(answer.statusCode, 200)
      assert.equal(Number(answer.headers['content-length'] ?? bytes.length), bytes.length)
      assert.equal(answer.headers.vary, 'accept-encoding')
      const packed = answer.headers['content-encoding'] === 'gzip'
      resolve({ packed, length: bytes.length, text: (packed ? gunzipSync(bytes) : bytes).toString() })
    })
    asked.on('error', reject)
  })
}

for (const [login, path] of [
  ['clerk', `${ledgerPath}/writing`],
  ['clerk', `${ledgerPath}/reports/00-合订本`],
  ['system-administrator', 'api/accounts'],
] as const)
  test(`长的回答，头一个问的人拿到的就是压缩过的；不认压缩的人拿到原样的，一字不差：${path}`, async () => {
    const { cookie } = await work.signIn(login)
    const first = await sent(path, cookie, 'gzip, deflate, br')
    const [again, plain, other] = await Promise.all([
      sent(path, cookie, 'gzip, deflate, br'),
      sent(path, cookie),
      sent(path, cookie, 'br'),
    ])
    assert.deepEqual([first.packed, again.packed, plain.packed, other.packed], [true, true, false, false])
    assert.ok(first.length < plain.length / 2)
    for (const { text } of [again, plain, other]) assert.equal(text, first.text)
  })
