import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask } from './ask.ts'

const answering = (status: number, body: object) => {
  globalThis.fetch = async () => new Response(JSON.stringify(body), { status })
}

test('程序出错时给出请求编号，维护人员按它查日志；别的拒绝不带编号', async () => {
  answering(500, { code: 'internal-error', message: '程序出错。', request: 'r-7' })
  await assert.rejects(ask('/x'), { message: '程序出错。（请求编号 r-7）' })
  answering(409, { code: 'ledger-locked', message: '已送审。', request: 'r-8' })
  await assert.rejects(ask('/x'), { message: '已送审。', code: 'ledger-locked' })
})
