import { strictEqual, deepStrictEqual } from 'node:assert'
import { test } from 'node:test'
import { countFamilies, familyOf } from './finding-family.ts'

for (const [rule, family] of [
  ['I04', 'money'],
  ['ledger.overspent', 'money'],
  ['I48', 'staff'],
  ['I30', 'indicators'],
  ['I62', 'indicators'],
  ['ledger.no-actual', 'indicators'],
  ['ledger.repeated-record', 'records'],
  ['table.total', 'figures'],
  ['fact.repeated', 'figures'],
  ['wording.slip', 'wording'],
  ['I83', 'wording'],
] as const)
  test(`规则 ${rule} 说的是哪一类`, () => strictEqual(familyOf(rule), family))

test('错误、提醒按类数；备注不算；没有写的算错误', () =>
  deepStrictEqual(
    countFamilies(
      [
        { rule: 'I04', severity: 'error' },
        { rule: 'I06', severity: 'warning' },
        { rule: 'I83', severity: 'info' },
      ],
      2,
    ),
    [
      { family: 'money', errors: 1, warnings: 1 },
      { family: 'gaps', errors: 2, warnings: 0 },
    ],
  ))
