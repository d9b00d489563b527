import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { withinOf, withinPublic } from '#operations/accounts/within-of.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { revisionOf, revisionsOfYears } from '#operations/ledgers/revision-of.ts'
import type { Role } from '#domain/accounts/role.ts'
import { type Account, addAccount } from '#storage/accounts/accounts.ts'
import { assign } from '#storage/evaluators/assignments.ts'
import { inDivision } from '#storage/in-division.ts'
import { ledgerRevisions } from '#storage/ledgers/ledger-revision.ts'
import { saveLedger } from '#storage/ledgers/save-ledger.ts'
import { confined } from '#storage/open-database.ts'
import { addStep } from '#storage/workflow/submissions.ts'
import { departmentLike } from '../department-like.ts'
import { temporaryDatabase } from './temporary-database.ts'

const example = fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url))
const { ledger } = await openLedger(example)
assert.ok(ledger)
const { database } = await temporaryDatabase()
const who = '示例'
const division = '430922'
const departments = ['001', '002', '003']
await saveLedger(database, ledger, { who })
for (const department of ['002', '003'])
  await saveLedger(database, departmentLike(ledger, department, `第${department}局`), { who })
await saveLedger(database, { ...ledger, division: { code: '430923', name: '另一个县' } }, { who })
const scopeOf = (department: string) => ({ division, department, year: 2023 })
const steps = [
  ['clerk', 'submit', 'submitted'],
  ['leader', 'approve', 'approved'],
  ['performance-office', 'accept', 'accepted'],
] as const

const people = await inDivision(database, division, async (client) => {
  for (const [department, reached] of [
    ['002', 2],
    ['003', 3],
  ] as const)
    for (const [role, action, state] of steps.slice(0, reached))
      await addStep(client, scopeOf(department), { who, role, action, state, points: [], content: '账本' })
  const added = (role: Role, login: string, department?: string): Promise<Account> =>
    addAccount(client, { division, login, name: login, role, ...(department ? { department } : {}) }, who)
  const evaluator = await added('evaluator', 'evaluator')
  await assign(client, scopeOf('002'), evaluator, who)
  return {
    填报人: withinOf(await added('clerk', 'clerk', '001')),
    另一个部门的填报人: withinOf(await added('clerk', 'clerk-2', '002')),
    绩效股: withinOf(await added('performance-office', 'office')),
    评价人: withinOf(evaluator),
    没有分派的评价人: withinOf(await added('evaluator', 'evaluator-2')),
    公众: withinPublic(await added('public-reader', 'reader')),
  }
})

/** Whose eyes, and the departments whose ledgers they see. */
const seen: Readonly<Record<keyof typeof people, readonly string[]>> = {
  填报人: ['001'],
  另一个部门的填报人: ['002'],
  绩效股: departments,
  评价人: ['002'],
  没有分派的评价人: [],
  公众: ['003'],
}

const asked = (Object.keys(seen) as (keyof typeof people)[]).flatMap((name) =>
  departments.map((department) => ({
    name,
    ask: { department, year: 2023, within: people[name] },
    isSeen: seen[name].includes(department),
  })),
)

for (const [order, list] of Object.entries({
  依次: asked,
  倒着: asked.toReversed(),
  按部门: asked.toSorted((one, other) => (one.ask.department < other.ask.department ? -1 : 1)),
}))
  test(`许多人一次一起问账本改过几次，各人只知道自己看得到的账本，谁先问都一样：${order}`, async () => {
    const revisions = await ledgerRevisions(
      database,
      division,
      list.map(({ ask }) => ask),
    )
    for (const [index, { name, ask, isSeen }] of list.entries())
      assert.equal(typeof revisions[index] === 'string', isSeen, `${name} ${ask.department}`)
  })

test('一起问和单独问，答的一样；没有的年度、别的县的账本，一律当作没有', async () => {
  const office = confined(database, people['绩效股'])
  const clerk = confined(database, people['填报人'])
  const all = () => Promise.all(departments.map((department) => revisionOf(office, scopeOf(department))))
  const [own, others] = await Promise.all([revisionOf(clerk, scopeOf('001')), all()])
  assert.equal(own, others[0])
  assert.deepEqual(await revisionsOfYears(clerk, scopeOf('001'), [2022, 2023]), ['none', own])
  const foreign = { division: '430923', department: '001', year: 2023 }
  for (const [seer, scope] of [
    [clerk, scopeOf('002')],
    [clerk, foreign],
    [office, foreign],
    [office, scopeOf("'; drop table ledgers; --")],
  ] as const)
    await assert.rejects(revisionOf(seer, scope), { code: 'ledger-missing' })
  await saveLedger(database, ledger, { who })
  const after = await all()
  assert.deepEqual([after[0] === others[0], after[1] === others[1]], [false, true])
})
