import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ToldLine, actionSaid, fieldSaid, fieldsSaid, targetSaid } from './change-said.ts'
import { logKinds, logWords } from './log-words.ts'

const line = (rest: Partial<ToldLine>): ToldLine => ({
  action: 'change',
  target: 'payments:001/2023/T-9',
  before: null,
  after: null,
  ...rest,
})
const office = '县政府办公室'

const targets: readonly (readonly [string, Partial<ToldLine>, string])[] = [
  ['一笔支付', { entry: ['T-9'], department: office }, '国库支付：县政府办公室2023年 T-9'],
  ['一次导入很多条', { target: 'payments:001/2023', department: office }, '国库支付：县政府办公室2023年'],
  ['部门没有账本了，写代码', { entry: ['T-9'] }, '国库支付：001 2023年 T-9'],
  [
    '台账记录写种类的名称',
    { target: 'work_records:001/2023/patrol/x1', entry: ['巡查', 'x1'], department: office },
    '业务台账：县政府办公室2023年 巡查/x1',
  ],
  [
    '基础数据写哪一栏',
    { target: 'base_items:001/2023/three-public.reception/original', entry: ['公务接待', 'original'] },
    '基础数据：001 2023年 公务接待/本年预算',
  ],
  ['账户', { target: 'accounts:clerk' }, '账户：clerk'],
  ['导出一套材料', { target: 'exports:001/2023', department: office }, '导出：县政府办公室2023年'],
  ['导出变更记录', { target: 'exports:log' }, '导出：变更记录'],
  ['期限', { target: 'deadlines:2023/submission' }, '期限：2023年 自评材料送审'],
  ['送审', { target: 'submissions:001/2023', department: office }, '送审：县政府办公室2023年'],
  ['答复退回的一点', { target: 'submissions:001/2023/3/2', department: office }, '送审：县政府办公室2023年 第2点'],
]
for (const [name, rest, said] of targets)
  test(`变更记录的对象：${name}`, () => assert.equal(targetSaid(line(rest)), said))

const fields: readonly (readonly [string, Partial<ToldLine>, readonly string[]])[] = [
  [
    '改了金额和来源，没改的不写',
    {
      before: { voucher: 'T-9', amount: '100', source: 'own' },
      after: { voucher: 'T-9', amount: '2500', source: 'general-public' },
    },
    ['金额（元）：100.00 → 2,500.00', '资金来源：单位资金 → 一般公共预算'],
  ],
  ['新增的没有改前', { after: { voucher: 'T-9' } }, ['凭证号：T-9']],
  ['删去的改后是空的', { before: { voucher: 'T-9' } }, ['凭证号：T-9 → （空）']],
  [
    '账户的角色写名称',
    { target: 'accounts:clerk', after: { role: 'clerk', department: '县政府办公室' } },
    ['角色：填报人', '部门：县政府办公室'],
  ],
  [
    '导出时的筛法写名称',
    { target: 'exports:log', after: { what: '变更记录', actions: ['submit', 'pay'] } },
    ['内容：变更记录', '做了什么：送审；付款'],
  ],
]
for (const [name, rest, said] of fields)
  test(`变更记录的改前改后：${name}`, () => assert.deepEqual(fieldsSaid(line(rest)).map(fieldSaid), said))

test('变更记录的做了什么写成话', () => assert.equal(actionSaid({ action: 'add-many' }), '新增多条'))

test('变更记录：每一种做法都归一类，筛得出来，付款也是', () => {
  assert.deepEqual(Object.values(logKinds).flat().toSorted(), Object.keys(logWords.actions).toSorted())
})
