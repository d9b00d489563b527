import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kept, readable } from '../src/web/parts/reports/bound-text.ts'

const names = {
  numbers: [
    { token: '{{three-public.total@actual}}', title: '“三公”经费决算', value: '15.70', unit: '万元' },
    { token: '{{count:meeting.expanded}}', title: '党组扩大会议', value: '12', unit: '次' },
    { token: '{{a@x}}', title: '同名', value: '1', unit: '' },
    { token: '{{b@x}}', title: '同名', value: '2', unit: '' },
  ],
  proofs: [{ id: 'p-1', name: '年报' }],
}
const cases = [
  ['三公经费{{three-public.total@actual}}。', '三公经费【“三公”经费决算】。'],
  ['开会{{count:meeting.expanded#}}余次', '开会【党组扩大会议·不带单位】余次'],
  ['协调{{200次|evidence:p-1}}', '协调【200次，见《年报》】'],
  ['没有这份{{2家|evidence:p-9}}', '没有这份{{2家|evidence:p-9}}'],
  ['两个数同名{{a@x}}', '两个数同名{{a@x}}'],
  ['没有这个数{{c@x}}，【自己写的括号】', '没有这个数{{c@x}}，【自己写的括号】'],
] as const

for (const [stored, shown] of cases)
  test(`正文里的数按名称显示，存回原样：${shown}`, () => {
    assert.equal(readable(stored, names), shown)
    assert.equal(kept(shown, names), stored)
  })
