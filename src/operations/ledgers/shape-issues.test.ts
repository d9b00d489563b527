import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLedgerFile } from './read-ledger-file.ts'

const payment = (amount: string) => `division: { code: '430922', name: 桃江县 }
department: { id: '001', name: 桃江县林业局 }
year: 2023
pack: hunan-2023
payments:
  - { voucher: v1, date: '2023-05-01', amount: ${amount}, account: '2130201', nature: basic, economic: '30201' }
`

const cases: readonly (readonly [name: string, amount: string, said: string])[] = [
  ['金额空着', '', '还没有填写'],
  ['金额写成一串', '[1, 2]', '填得不对'],
]

for (const [name, amount, said] of cases)
  test(`账本文件里${name}：说“${said}”，写明第几行`, () => {
    const { ledger, faults } = readLedgerFile(payment(amount))
    assert.equal(ledger, undefined)
    assert.ok(
      faults.some((fault) => JSON.stringify(fault).includes(said)),
      JSON.stringify(faults),
    )
  })
