import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { browserEnvironment } from './browser-libraries.ts'

test('系统库齐全时，环境不变', async () => {
  assert.deepEqual(await browserEnvironment([]), {})
})

test('缺系统库时，用浏览器包里带的那一份', async () => {
  const { LD_LIBRARY_PATH = '' } = await browserEnvironment(['libnss3.so'])
  const [folder = ''] = LD_LIBRARY_PATH.split(':')
  for (const name of ['libnspr4.so', 'libnss3.so', 'libnssutil3.so', 'libexpat.so.1'])
    assert.ok(existsSync(`${folder}/${name}`), name)
})
