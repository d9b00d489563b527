import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import type { Role } from '#domain/accounts/role.ts'
import type { RequestAction, RequestStep, SignOffRule, SignOffStep } from '#domain/year/expenditure.ts'
import { chainFor, remarksOnWay, stepOfRequest, whyNotSigning } from './request-way.ts'

const rule: SignOffRule = {
  title: '三级',
  steps: [
    { id: 'handler', title: '经办人', role: 'clerk' },
    { id: 'charge', title: '分管领导', role: 'leader' },
    { id: 'head', title: '主要领导', role: 'leader', from: new Big(10_000) },
  ],
  decideFrom: new Big(50_000),
  overBalance: 'error',
  samePerson: 'error',
  sources: [],
}

/** Walks a request of an amount through steps of persons and gives the states, or the refusal that stopped it. */
function walk(amount: number, taken: readonly (readonly [RequestAction, Role, string])[], by: SignOffRule = rule) {
  const steps: RequestStep[] = []
  const states: string[] = []
  for (const [action, role, login] of taken) {
    const next = stepOfRequest({ amount: new Big(amount), rule: by, steps }, action, { role, login })
    if (next.to === undefined) return { steps, said: [...states, next.refusal] }
    states.push(next.to)
    steps.push({
      seq: steps.length + 1,
      at: '',
      who: login,
      login,
      role,
      action,
      state: next.to,
      ...(next.signed ? { signed: next.signed.id } : {}),
      ...(action === 'decide' ? { decision: { date: '2023-01-01', minutes: '1号' } } : {}),
    })
  }
  return { steps, said: states }
}

const send = ['send', 'clerk', 'a'] as const
const cases: [
  name: string,
  amount: number,
  steps: readonly (readonly [RequestAction, Role, string])[],
  said: RegExp,
][] = [
  ['不到1万元，分管领导签了就批准', 9_999, [send, ['sign', 'leader', 'b']], /^signing,approved$/],
  ['1万元起要主要领导签', 10_000, [send, ['sign', 'leader', 'b']], /^signing,signing$/],
  [
    '同一人签两级，包里说是错误就签不了',
    10_000,
    [send, ['sign', 'leader', 'b'], ['sign', 'leader', 'b']],
    /b已经签过分管领导，同一人不能签两级：主要领导请换一位审核人签/,
  ],
  ['换一人签就批准', 10_000, [send, ['sign', 'leader', 'b'], ['sign', 'leader', 'c']], /approved$/],
  ['5万元没有集体决策，主要领导签不了', 50_000, [send, ['sign', 'leader', 'b'], ['sign', 'leader', 'c']], /集体决策/],
  [
    '签批中登记集体决策，之后签得了',
    50_000,
    [send, ['sign', 'leader', 'b'], ['decide', 'clerk', 'a'], ['sign', 'leader', 'c']],
    /^signing,signing,signing,approved$/,
  ],
  ['不同意以后不能再送', 1, [send, ['refuse', 'leader', 'b'], send], /拟稿的申请/],
  ['没批准不能登记支付', 1, [send, ['pay', 'clerk', 'a']], /批准以后/],
  ['批准以后可以撤回', 1, [send, ['sign', 'leader', 'b'], ['withdraw', 'clerk', 'a']], /withdrawn$/],
]
for (const [name, amount, steps, said] of cases)
  test(name, () => assert.match(walk(amount, steps).said.join(','), said))

test('包里只提醒的，同一人签两级签得了，另给一句提醒', () => {
  const mild: SignOffRule = { ...rule, samePerson: 'warning' }
  const { steps, said } = walk(10_000, [send, ['sign', 'leader', 'b'], ['sign', 'leader', 'b']], mild)
  assert.equal(said.at(-1), 'approved')
  assert.deepEqual(remarksOnWay({ amount: new Big(10_000), rule: mild, steps }), [
    { severity: 'warning', message: 'b一人签了分管领导、主要领导，不相容岗位应当分开' },
  ])
})

test('写明可以兼签的那一级，签过的人还可以签；别的级照样不行', () => {
  const [handler, charge, head] = rule.steps as [SignOffStep, SignOffStep, SignOffStep]
  const both: SignOffRule = { ...rule, steps: [handler, charge, { ...head, alsoBy: ['charge'] }] }
  const { steps, said } = walk(10_000, [send, ['sign', 'leader', 'b'], ['sign', 'leader', 'b']], both)
  assert.equal(said.at(-1), 'approved')
  assert.deepEqual(remarksOnWay({ amount: new Big(10_000), rule: both, steps }), [])
  const other: SignOffRule = { ...rule, steps: [handler, charge, { ...head, alsoBy: ['handler'] }] }
  assert.match(
    walk(10_000, [send, ['sign', 'leader', 'b'], ['sign', 'leader', 'b']], other).said.at(-1) ?? '',
    /同一人/,
  )
})

test('轮到自己这一类人签、自己又签过的，说为什么不能签；没轮到的、能签的不说', () => {
  const { steps } = walk(10_000, [send, ['sign', 'leader', 'b']])
  const request = { amount: new Big(10_000), rule, steps }
  assert.match(whyNotSigning(request, { role: 'leader', login: 'b' }) ?? '', /b已经签过分管领导/)
  assert.equal(whyNotSigning(request, { role: 'leader', login: 'c' }), undefined)
  assert.equal(whyNotSigning(request, { role: 'clerk', login: 'a' }), undefined)
})

test('签批链按金额取', () => {
  assert.deepEqual(
    ['9999.99', '10000'].map((amount) => chainFor({ amount: new Big(amount), rule }).length),
    [2, 3],
  )
})
