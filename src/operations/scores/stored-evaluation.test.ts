import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Big } from 'big.js'
import type { RulePack } from '#domain/pack.ts'
import { openLedger } from '../ledgers/open-ledger.ts'
import { packById } from '../packs/load-packs.ts'
import { scoreLedger } from './score-ledger.ts'
import { replayScores, storeScores } from './stored-evaluation.ts'

const { ledger } = await openLedger(
  fileURLToPath(new URL('../../../examples/桃江县政府办2023年账本.yaml', import.meta.url)),
)
assert.ok(ledger)
const pack = (id: string): RulePack => packById(id)!
const scores = scoreLedger(ledger, pack('hunan-2023'))

test('保存的评分重算一样；规则包后来改了照当时的算，并说明', () => {
  const text = storeScores(scores)
  const replayed = replayScores(text)
  assert.ok(
    replayed.forms?.every(({ same }) => same),
    replayed.fault,
  )
  assert.equal(replayed.changedSince, false)
  const tampered = replayScores(text.replace('"9.5"', '"9.9"'))
  assert.deepEqual(
    [tampered.forms?.[0]?.same, tampered.forms?.[0]?.unlike],
    [false, ['县长热线办理满意率当时 9.9，重算 9.5']],
  )
  const stricter = { ...pack('hunan-2023'), reasonAt: new Big('1.2') }
  const old = replayScores(storeScores(scoreLedger(ledger, stricter)))
  assert.equal(old.changedSince, true)
  assert.equal(old.forms?.[0]?.again, '99.5优')
})

test('按这个程序没有的计分办法评的，不拿别的办法重算，说明缘由', () => {
  const later = storeScores(scores).replace('"formulas": 2', '"formulas": 9')
  assert.match(replayScores(later).fault ?? '', /第9版计分办法[\s\S]*只有第1、2版/)
})

test('从前保存的评分带着当时的整个规则包，照样重算；规则包后来只改了表式，不算改了规则', () => {
  const now = JSON.parse(storeScores(scores)) as { pack: { text: string; sha256: string } }
  const { formulas: _formulas, ...file } = now as Record<string, unknown>
  const text = `${now.pack.text}region: "43"\nyears: [2022, 2100]\nforms: { departmentEvaluation: gone }\n`
  const kept = { ...now.pack, text, sha256: createHash('sha256').update(text).digest('hex') }
  const replayed = replayScores(JSON.stringify({ ...file, version: 1, pack: kept }))
  assert.ok(
    replayed.forms?.every(({ same }) => same),
    replayed.fault,
  )
  assert.equal(replayed.changedSince, false)
})

const damaged: [name: string, text: string][] = [
  ['不是评分', '{}'],
  ['不是 JSON', '随便'],
  ['规则包被改过', storeScores(scores).replace('linear2x', 'ratio')],
]
for (const [name, text] of damaged)
  test(`保存的评分${name}：不重算，说明缘由`, () => assert.ok(replayScores(text).fault))

test('改了保存的数据，重算就对不上', () => {
  const text = storeScores(scores).replace('"number": "95"', '"number": "90"')
  assert.deepEqual(replayScores(text).forms?.[0], {
    entity: '',
    given: '99.5优',
    again: '99优',
    same: false,
    unlike: ['县长热线办理满意率当时 9.5，重算 9'],
  })
})

test('改了保存的等级，重算也对不上', () => {
  const text = storeScores(scores).replace('"grade": "优"', '"grade": "差"')
  assert.deepEqual(replayScores(text).forms?.[0], { entity: '', given: '99.5差', again: '99.5优', same: false })
})

test('保存的数写坏了：不重算，说明缘由', () => {
  assert.ok(replayScores(storeScores(scores).replace('"number": "95"', '"number": "九十五"')).fault)
})
