import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openDatabase } from '#storage/open-database.ts'
import { type Person, type WorkServer, ledgerPath, workServer } from './work-server.ts'

let work: WorkServer
let clerk: Person
before(async () => {
  work = await workServer()
  clerk = await work.signIn('clerk')
})
after(() => work?.close())

const payment = (voucher: string, more: object = {}) => ({
  voucher,
  date: '2023-12-30',
  amount: '1.5',
  organisation: '001',
  source: 'general-public',
  nature: 'basic',
  account: '2010301',
  economic: '30201',
  ...more,
})
const send = async (edits: readonly object[]) => {
  const { status, body } = await clerk.send('POST', `${ledgerPath}/entries/payments/edits`, { edits })
  assert.equal(status, 200, JSON.stringify(body))
  return (body['outcomes'] as { code?: string; message?: string }[]).map(({ code, message }) => [code, message])
}
const stored = async () => {
  const { body } = await clerk.get(`${ledgerPath}/entries/payments?limit=500`)
  return body['entries'] as { voucher: string; amount: string }[]
}
const add = (voucher: string, more?: object) => ({ kind: 'add', entry: payment(voucher, more) })

test('多条一起登记：都存下，各有一条变更记录；同样的再来一次不算错', async () => {
  const edits = Array.from({ length: 100 }, (_, index) => add(`M-${index}`))
  const before = (await stored()).length
  for (const _ of [1, 2])
    assert.deepEqual(
      await send(edits),
      edits.map(() => [undefined, undefined]),
    )
  assert.equal((await stored()).length, before + 100)
  const { body } = await clerk.get(`${ledgerPath}/entries/payments/history?key=M-7`)
  assert.equal((body['changes'] as unknown[]).length, 1, JSON.stringify(body))
})

test('其中有不能存的：只退回那几条并说明为什么，别的照存；已有的编号不被盖掉', async () => {
  const outcomes = await send([
    add('M-200'),
    add('M-7', { amount: '9' }),
    add('M-201', { account: '' }),
    { kind: 'change', key: ['M-200'], was: { amount: '1.5' }, set: { amount: '2.5' } },
    { kind: 'change', key: ['M-200'], was: { amount: '1.5' }, set: { amount: '3.5' } },
    { kind: 'remove', key: ['M-8'] },
    { kind: 'remove', key: ['M-nothing'] },
  ])
  assert.deepEqual(
    outcomes.map(([code]) => code),
    [undefined, 'ledger-refused', 'ledger-refused', undefined, 'entry-changed', undefined, 'entry-missing'],
  )
  assert.match(String(outcomes[1]?.[1]), /已有“M-7”/)
  const now = await stored()
  const amountOf = (voucher: string) => now.find((each) => each.voucher === voucher)?.amount
  assert.deepEqual(['M-200', 'M-7', 'M-201', 'M-8'].map(amountOf), ['2.5', '1.5', undefined, undefined])
})

test('删去的放回原处：前后的次序和删去以前一样', async () => {
  const before = await stored()
  const gone = before.slice(2, 5)
  const { body } = await clerk.get(`${ledgerPath}/entries/payments?limit=500`)
  const places = body['places'] as number[]
  const removed = await send(gone.map(({ voucher }) => ({ kind: 'remove', key: [voucher] })))
  assert.ok(removed.every(([code]) => code === undefined))
  await send(gone.map((entry, index) => ({ kind: 'add', entry, place: places[index + 2] })))
  assert.deepEqual(await stored(), before)
})

test('三百条一起删、一起改：一次事务，日志一条不少', async () => {
  const vouchers = Array.from({ length: 300 }, (_, index) => `T-${index}`)
  await send(vouchers.map((voucher) => add(voucher)))
  const { body: before } = await clerk.get(`${ledgerPath}/entries/payments?search=T-&limit=1`)
  assert.equal(before['total'], 300)
  const changed = await send(
    vouchers.map((voucher) => ({ kind: 'change', key: [voucher], was: {}, set: { purpose: '年末汇总' } })),
  )
  assert.ok(changed.every(([code]) => code === undefined))
  const { body: after } = await clerk.get(`${ledgerPath}/entries/payments?search=T-%20年末汇总&limit=1`)
  assert.equal(after['total'], 300)
  await send(vouchers.map((key) => ({ kind: 'remove', key: [key] })))
  const { body: gone } = await clerk.get(`${ledgerPath}/entries/payments?search=T-&limit=1`)
  assert.equal(gone['total'], 0)
  const { body } = await clerk.get(`${ledgerPath}/entries/payments/history?key=T-299`)
  const actions = (body['changes'] as { action: string }[]).map(({ action }) => action)
  assert.deepEqual(actions.toSorted(), ['add', 'change', 'remove'])
})

test('还在用的删不掉，一起删的别的照删；数据库不收的只退回那一条', async () => {
  const { body } = await clerk.send('POST', `${ledgerPath}/entries/projects/edits`, {
    edits: [
      { kind: 'add', entry: { id: 'N-1', name: '新项目一', organisation: '001', evaluated: false } },
      { kind: 'add', entry: { id: 'N-2', name: '新项目二', organisation: '001', evaluated: false } },
    ],
  })
  assert.deepEqual(body['outcomes'], [{}, {}], JSON.stringify(body))
  await send([add('U-1', { nature: 'project', project: 'N-1' })])
  const removed = await clerk.send('POST', `${ledgerPath}/entries/projects/edits`, {
    edits: [
      { kind: 'remove', key: ['N-1'] },
      { kind: 'remove', key: ['N-2'] },
    ],
  })
  const codes = (removed.body['outcomes'] as { code?: string; message?: string }[]).map(({ code }) => code)
  assert.deepEqual(codes, ['ledger-refused', undefined])
  const outcomes = await send([
    add('V-1'),
    add('V-2', { nature: 'project', project: '没有的项目' }),
    ...Array.from({ length: 20 }, (_, index) => add(`V-${index + 3}`)),
  ])
  assert.deepEqual(
    outcomes.map(([code]) => code),
    [undefined, 'ledger-refused', ...Array.from({ length: 20 }, () => undefined)],
  )
  const now = (await stored()).map(({ voucher }) => voucher)
  assert.ok(now.includes('V-1') && now.includes('V-22') && !now.includes('V-2'))
})

test('做到一半出了故障：一条也不存', async () => {
  const before = await stored()
  const edits = [add('W-1'), add('W-2'), { kind: 'remove', key: [before[0]!.voucher] }]
  const database = await openDatabase({ folder: join(work.folder, 'database') })
  try {
    await database.pool.query(`create function broken() returns trigger language plpgsql as $$
      begin if new.target like '%/W-2' then raise exception 'disk full' using errcode = '53100'; end if; return new; end $$;
      create trigger broken before insert on change_log for each row execute function broken()`)
    const { status } = await clerk.send('POST', `${ledgerPath}/entries/payments/edits`, { edits })
    assert.equal(status, 500)
    await database.pool.query('drop trigger broken on change_log; drop function broken')
    assert.deepEqual(await stored(), before)
    assert.deepEqual(await send(edits), [
      [undefined, undefined],
      [undefined, undefined],
      [undefined, undefined],
    ])
  } finally {
    await database.close()
  }
})

test('一次不超过一千条', async () => {
  const edits = Array.from({ length: 1001 }, (_, index) => add(`Z-${index}`))
  const { status } = await clerk.send('POST', `${ledgerPath}/entries/payments/edits`, { edits })
  assert.equal(status, 400)
})

test('变更记录里单位、项目写名称，不写编号：一条登记的，和全部的', async () => {
  const change = { key: ['汇总-02'], was: { project: null }, set: { project: 'p2' } }
  assert.equal((await clerk.send('PATCH', `${ledgerPath}/entries/payments`, change)).status, 200)
  const auditor = await work.signIn('audit-administrator')
  const own = await clerk.get(`${ledgerPath}/entries/payments/history?key=${encodeURIComponent('汇总-02')}`)
  const all = await auditor.get(`api/log?search=${encodeURIComponent('汇总-02')}`)
  for (const { body } of [own, all]) {
    const [last] = body['changes'] as { before: Record<string, unknown>; after: Record<string, unknown> }[]
    assert.equal(last?.after['organisation'], '县政府办公室')
    assert.deepEqual([last?.before['project'], last?.after['project']], [undefined, '落实政府工作报告'])
  }
})
