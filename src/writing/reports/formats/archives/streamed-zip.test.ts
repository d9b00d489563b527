import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { streamedZip } from './streamed-zip.ts'

async function* files(): AsyncGenerator<{ name: string; bytes: Uint8Array }> {
  yield { name: '01-整体支出绩效报告.html', bytes: strToU8('报告'.repeat(20_000)) }
  yield { name: '空的.txt', bytes: new Uint8Array() }
}
const zipped = async () => Buffer.concat(await Array.fromAsync(streamedZip(files())))

test('边写边压的压缩包：解开来一个字节不差，两次一样', async () => {
  const opened = unzipSync(await zipped())
  assert.deepEqual(Object.keys(opened), ['01-整体支出绩效报告.html', '空的.txt'])
  assert.equal(strFromU8(opened['01-整体支出绩效报告.html']!), '报告'.repeat(20_000))
  assert.deepEqual(await zipped(), await zipped())
})

test('先有的文件先出来，不等后面的', async () => {
  let asked = 0
  async function* counted(): AsyncGenerator<{ name: string; bytes: Uint8Array }> {
    for await (const file of files()) {
      asked += 1
      yield file
    }
  }
  await streamedZip(counted()).next()
  assert.equal(asked, 1)
})
