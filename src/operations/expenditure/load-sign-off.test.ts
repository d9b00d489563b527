import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import { rulePacks } from '../packs/load-packs.ts'
import { signOffRule, signOffShape } from './load-sign-off.ts'

type File = { readonly default: object; readonly packs: Readonly<Record<string, object>> }
const file = parse(readFileSync(new URL('../../../data/expenditure.yaml', import.meta.url), 'utf8')) as File

for (const { id } of rulePacks())
  test(`规则包 ${id} 的签批链：从填报人开始，各级编号不重，写明依据`, () => {
    const { steps, sources, samePerson } = signOffRule(id)
    assert.equal(samePerson, 'error', '各级由不同的人签，除非写明可以兼签')
    assert.equal(steps[0]?.role, 'clerk')
    assert.equal(new Set(steps.map((step) => step.id)).size, steps.length)
    assert.ok(sources.length > 0)
  })

test('另写签批链的都是有的规则包', () => {
  const known = new Set(rulePacks().map(({ id }) => id))
  assert.deepEqual(
    Object.keys(file.packs).filter((id) => !known.has(id)),
    [],
  )
})

const broken: [name: string, change: object][] = [
  ['没有依据', { sources: [] }],
  ['只有一级', { steps: [{ id: 'handler', title: '经办人', role: 'clerk' }] }],
  [
    '没有的角色',
    {
      steps: [
        { id: 'a', title: '甲', role: 'king' },
        { id: 'b', title: '乙', role: 'leader' },
      ],
    },
  ],
  ['起点写成文字', { decideFrom: '五万' }],
  ['写错键名', { decidefrom: 1 }],
]
for (const [name, change] of broken)
  test(`签批链${name}：不用它`, () => {
    assert.equal(signOffShape.safeParse(file.default).success, true)
    assert.equal(signOffShape.safeParse({ ...file.default, ...change }).success, false)
  })
