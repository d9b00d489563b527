import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Change } from '#storage/log/read-log.ts'
import { toldInWords } from './told-in-words.ts'

type Fields = Readonly<Record<string, unknown>>

const study = {
  department: '001',
  id: 'k1',
  name: '理论学习',
  fields: [{ id: 'k2', name: '人次', type: 'number' as const, unit: '人次' }],
  key: ['date'],
  counts: [{ id: 'k3', name: '廉政谈话', how: 'sum' as const, field: 'k2', unit: '人次' }],
}
const toldOf = (target: string, after: Fields) => {
  const change: Change = { seq: 1, at: '', who: '', action: 'add', target, before: null, after }
  return toldInWords('430922', [change], [study], named)[0]
}
const named = [
  { place: '001/2023', list: 'organisations', id: '001', name: '县政府办公室' },
  { place: '001/2023', list: 'projects', id: 'p1', name: '改善民生' },
  { place: '001/2023', list: 'indicators', id: 'd9', name: '县长热线办理满意率' },
] as const

const cases: readonly (readonly [name: string, target: string, after: Fields, said: Fields])[] = [
  ['规则包写名称', 'ledgers:001/2023', { pack: 'hunan-2023' }, { pack: '湖南2023' }],
  [
    '基础数据写表里的叫法',
    'base_items:001/2023/three-public.reception/original',
    { item: 'three-public.reception', column: 'original', amount: '165600' },
    { item: '公务接待', column: 'original', amount: '165600' },
  ],
  [
    '台账记录写种类和栏目的名称',
    'work_records:001/2023/patrol/x1',
    { id: 'x1', kind: 'patrol', values: { place: '核电厂址' } },
    { id: 'x1', kind: '巡查', values: { 巡查地点: '核电厂址' } },
  ],
  [
    '自己定的台账也是',
    'work_records:001/2023/k1/s2',
    { id: 's2', kind: 'k1', values: { k2: '20' } },
    { id: 's2', kind: '理论学习', values: { '人次（人次）': '20' } },
  ],
  [
    '别的部门自己定的台账不借这个部门的名称',
    'work_records:002/2023/k1/s2',
    { id: 's2', kind: 'k1', values: { k2: '20' } },
    { id: 's2', kind: 'k1', values: { k2: '20' } },
  ],
  [
    '指标写哪种台账的哪个统计',
    'indicators:001/2023/p4-3',
    { id: 'p4-3', actual_kind: 'survey', actual_count: 'articles' },
    { id: 'p4-3', actual_kind: '调研', actual_count: '调研文章' },
  ],
  [
    '正文写章节的标题，插入的数写名称',
    'sections:001/2023/department/performance.economy',
    {
      scope: 'department',
      outline: 'performance.economy',
      text: '巡查{{count:patrol.times}}，谈话{{count:k1.k3#}}余人次，“三公”经费{{three-public.total@actual}}，近{{200次|evidence:minutes}}，{{count:no.such}}',
    },
    {
      scope: 'department',
      outline: '经济性分析',
      text: '巡查【巡查】，谈话【廉政谈话·不带单位】余人次，“三公”经费【三公经费（执行）】，近【200次，见 minutes】，{{count:no.such}}',
    },
  ],
  [
    '台账种类写栏目、判重和统计的说法',
    'work_kinds:001/2023/duty',
    {
      id: 'duty',
      fields: [
        { id: 'type', name: '类别', type: 'choice', required: true, options: ['快报', '日志'] },
        { id: 'in-time', name: '按时', type: 'yes-no' },
      ],
      key: ['date', 'type'],
      counts: [
        {
          id: 'rate',
          name: '按时率',
          how: 'rate',
          unit: '%',
          where: [{ field: 'type', in: ['快报'] }],
          of: [{ field: 'in-time', in: ['是'] }],
        },
        { id: 'days', name: '值班天数', how: 'distinct', field: 'date', unit: '天' },
      ],
    },
    {
      id: 'duty',
      fields: ['类别（选项：快报、日志，必填）', '按时（是否）'],
      key: ['日期', '类别'],
      counts: ['按时率（占比，只数类别为快报的，达到：按时为是，%）', '值班天数（数不同的值：日期，天）'],
    },
  ],
  [
    '支付写单位、项目的名称',
    'payments:001/2023/T-9',
    { voucher: 'T-9', organisation: '001', project: 'p1' },
    { voucher: 'T-9', organisation: '县政府办公室', project: '改善民生' },
  ],
  [
    '别的账本里同样的编号不是这一个',
    'payments:002/2023/T-9',
    { voucher: 'T-9', organisation: '001', project: 'p1' },
    { voucher: 'T-9', organisation: '001', project: 'p1' },
  ],
  [
    '任务的项目、指标的对象、监控的指标也写名称，不知道的照原样',
    'tasks:001/2023/热线',
    { projects: ['p1', 'p7'], scope: 'project:p1', values: [{ indicator: 'd9', value: '70%' }] },
    {
      projects: ['改善民生', 'p7'],
      scope: 'project:改善民生',
      values: [{ indicator: '县长热线办理满意率', value: '70%' }],
    },
  ],
  ['支付没有代码，照原样', 'payments:001/2023/T-9', { voucher: 'T-9' }, { voucher: 'T-9' }],
]
for (const [name, target, after, said] of cases)
  test(`变更记录：${name}`, () => assert.deepEqual(toldOf(target, after)?.after, said))

test('变更记录的对象：登记的主要栏目也写名称，不是登记的没有', () => {
  const entryOf = (target: string, after: Fields) => toldOf(target, after)?.entry
  assert.deepEqual(entryOf('work_records:001/2023/patrol/x1', { kind: 'patrol', id: 'x1', values: {} }), ['巡查', 'x1'])
  assert.deepEqual(entryOf('work_kinds:001/2023/duty', { id: 'duty', name: '值班报送' }), ['值班报送'])
  assert.deepEqual(entryOf('payments:001/2023/甲/9', { voucher: '甲/9' }), ['甲/9'])
  assert.deepEqual(entryOf('staffing:001/2023/001', { organisation: '001', retired: 34 }), ['县政府办公室'])
  assert.equal(entryOf('accounts:clerk', { name: '某人' }), undefined)
  assert.equal(entryOf('payments:001/2023', { count: 5000 }), undefined)
})

test('变更记录写明是哪个部门；建账户的，账户属于哪个部门', () => {
  const called = new Map([['001', '桃江县人民政府办公室']])
  const told = (target: string, after: Fields) =>
    toldInWords('430922', [{ seq: 1, at: '', who: '', action: 'add', target, before: null, after }], [], [], called)[0]
  assert.equal(told('payments:001/2023/T-9', { voucher: 'T-9' })?.department, '桃江县人民政府办公室')
  assert.equal(told('accounts:clerk', { department: '001' })?.department, undefined)
  assert.equal(told('accounts:clerk', { department: '001' })?.after?.['department'], '桃江县人民政府办公室')
  assert.equal(told('accounts:clerk', { department: '009' })?.after?.['department'], '009')
})
