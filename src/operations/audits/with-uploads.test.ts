import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { withUploads } from './with-uploads.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiheng-waiting-'))
process.env['TMPDIR'] = folder
after(() => rmSync(folder, { recursive: true, force: true }))

async function* incoming(...texts: readonly string[]) {
  for (const [index, text] of texts.entries()) yield { filename: `目录/${index}.txt`, file: Readable.from([text]) }
}
const waiting = () => readdirSync(folder, { recursive: true }).length

test('上传的文件先全写到磁盘，再一份一份读进来；用完不留', async () => {
  const taken: [string, string, number][] = []
  await withUploads(incoming('甲', '乙'), async ({ name, bytes }) => {
    taken.push([name, Buffer.from(bytes).toString(), waiting()])
  })
  assert.deepEqual(taken, [
    ['0.txt', '甲', 3],
    ['1.txt', '乙', 3],
  ])
  assert.equal(waiting(), 0)
})

test('中途出错也不留', async () => {
  await assert.rejects(
    withUploads(incoming('甲'), () => Promise.reject(new Error('核对不了'))),
    /核对不了/,
  )
  await assert.rejects(
    withUploads(incoming(), () => Promise.resolve()),
    { code: 'request-invalid' },
  )
  assert.equal(waiting(), 0)
})
