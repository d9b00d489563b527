import assert from 'node:assert/strict'
import { get } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { type WorkServer, ledgerPath, workServer } from './work-server.ts'

let work: WorkServer
before(async () => {
  work = await workServer()
})
after(() => work?.close())

type Sent = { readonly packed: string; readonly length: number; readonly text: string }

const unpacked: Readonly<Record<string, (bytes: Buffer) => Buffer>> = { gzip: gunzipSync, zstd: zstdDecompressSync }

/** An answer as its bytes came over the line. */
function sent(path: string, cookie: string, encoding?: string): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, ...(encoding === undefined ? {} : { 'accept-encoding': encoding }) }
    const asked = get(work.server.url + encodeURI(path), { headers }, async (answer) => {
      const bytes = await buffer(answer)
      assert.equal(answer.statusCode, 200)
      assert.equal(Number(answer.headers['content-length'] ?? bytes.length), bytes.length)
      assert.equal(answer.headers.vary, 'accept-encoding')
      const packed = answer.headers['content-encoding'] ?? ''
      resolve({ packed, length: bytes.length, text: (unpacked[packed] ?? String)(bytes).toString() })
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
    const first = await sent(path, cookie, 'gzip, deflate, br, zstd')
    const [again, old, oldAgain, plain, other] = await Promise.all([
      sent(path, cookie, 'gzip, deflate, br, zstd'),
      sent(path, cookie, 'gzip, deflate'),
      sent(path, cookie, 'gzip, deflate'),
      sent(path, cookie),
      sent(path, cookie, 'br'),
    ])
    const answers = [first, again, old, oldAgain, plain, other]
    assert.deepEqual(
      answers.map(({ packed }) => packed),
      ['zstd', 'zstd', 'gzip', 'gzip', '', ''],
    )
    for (const { length } of [first, old]) assert.ok(length < plain.length / 2)
    for (const { text } of answers) assert.equal(text, first.text)
  })

test('头一个问的人只认 gzip：拿到的是 gzip', async () => {
  const { cookie } = await work.signIn('clerk')
  const answer = await sent(`${ledgerPath}/checks`, cookie, 'gzip')
  assert.equal(answer.packed, 'gzip')
})
