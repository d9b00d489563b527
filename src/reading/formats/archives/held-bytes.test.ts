import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type HeldBytes, holdBytes } from './held-bytes.ts'

const megabyte = 1024 * 1024

function* chunksOf(bytes: number, length: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes; at += length)
    yield Uint8Array.from({ length: Math.min(length, bytes - at) }, (_, index) => (at + index) % 251)
}

async function held(bytes: number): Promise<HeldBytes> {
  const chunks = (async function* () {
    yield* chunksOf(bytes, 300_001)
  })()
  return holdBytes(chunks, () => {})
}

async function streamed(bytes: HeldBytes, from: number, to: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of bytes.stream(from, to) as AsyncIterable<Uint8Array>) parts.push(part)
  return Buffer.concat(parts)
}

const places: readonly (readonly [from: number, to: number])[] = [
  [0, 10],
  [299_990, 300_020],
  [1000, 1000],
  [500_000, 1_500_000],
]
for (const [where, size] of [
  ['内存', 2 * megabyte],
  ['磁盘', 9 * megabyte],
] as const)
  test(`放在${where}里的文件，从哪里读到哪里都一样，可以反复读，读到末尾为止`, async () => {
    const bytes = await held(size)
    assert.equal(bytes.size, size)
    const all: readonly (readonly [number, number])[] = [...places, [size - 5, size + 100]]
    for (const [from, to] of all) {
      const expected = Uint8Array.from({ length: Math.min(to, size) - from }, (_, index) => (from + index) % 251)
      assert.ok(Buffer.from(await bytes.part(from, to)).equals(expected), `${from}–${to}`)
      assert.ok((await streamed(bytes, from, to)).equals(expected), `${from}–${to}`)
    }
    await bytes.release()
  })

test('中途不收了，什么也不剩', async () => {
  let came = 0
  const chunks = (async function* () {
    yield* chunksOf(20 * megabyte, megabyte)
  })()
  const refusal = new Error('太大')
  await assert.rejects(
    holdBytes(chunks, (size) => {
      came = size
      if (size > 12 * megabyte) throw refusal
    }),
    refusal,
  )
  assert.equal(came, 13 * megabyte)
})
