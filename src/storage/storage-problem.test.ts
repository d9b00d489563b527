import assert from 'node:assert/strict'
import { test } from 'node:test'
import { StorageProblem, storageProblemOf } from './storage-problem.ts'

const cases: readonly (readonly [name: string, error: unknown, code: string | undefined])[] = [
  ['数据库自己的拒绝', new StorageProblem('ledger-locked'), 'ledger-locked'],
  [
    '服务器被杀，正在执行的语句',
    Object.assign(new Error('terminating connection'), { code: '57P01' }),
    'database-lost',
  ],
  ['网络断开', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }), 'database-lost'],
  ['连接没了', new Error('Connection terminated unexpectedly'), 'database-lost'],
  ['程序自己的毛病', new TypeError('x is not a function'), undefined],
  ['语句写错', Object.assign(new Error('syntax error'), { code: '42601' }), undefined],
]

for (const [name, error, code] of cases)
  test(`${name}：${code === undefined ? '是程序的毛病，照样抛出' : '说成一句话'}`, () => {
    assert.equal(storageProblemOf(error)?.code, code)
  })
