import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { inDivision } from '#storage/in-division.ts'
import { jobsSeen } from '#storage/jobs/jobs-seen.ts'
import { addJob, cancelJob } from '#storage/jobs/jobs-table.ts'
import { temporaryDatabase } from './temporary-database.ts'

const { database } = await temporaryDatabase()
const division = '430922'

function asked(account: string, department?: string, where = division): Promise<{ readonly id: string }> {
  const job = { division: where, id: randomUUID(), account, who: account, kind: 'audit', input: {}, total: 1 } as const
  return inDivision(database, where, (client) =>
    addJob(client, { ...job, sentence: '等着', ...(department === undefined ? {} : { department }) }),
  )
}

const seenBy = (account: string, department?: string) =>
  jobsSeen(database, division, [{ account, ...(department === undefined ? {} : { department }) }])

test('许多人一次一起问自己的任务变过没有，各人只知道自己的；别的部门、别的县的不算', async () => {
  const { id } = await asked('填报人', '001')
  const office = await asked('绩效股')
  await asked('填报人', '001', '430923')
  const owners = [
    { account: '填报人', department: '001' },
    { account: '绩效股' },
    { account: '填报人', department: '002' },
    { account: '没有任务的人' },
    { account: "'; drop table jobs; --" },
  ]
  const seen = await jobsSeen(database, division, owners)
  assert.deepEqual(seen, [`${id}/0`, `${office.id}/0`, '', '', ''])
  assert.deepEqual(await jobsSeen(database, division, owners.toReversed()), seen.toReversed())
  assert.deepEqual(await jobsSeen(database, division, [...owners, ...owners]), [...seen, ...seen])
})

test('提了新的、取消了一件，就和原来不一样；别人的变了，自己的还是原来的', async () => {
  const [before, others] = [await seenBy('填报人', '001'), await seenBy('绩效股')]
  const { id } = await asked('填报人', '001')
  const more = await seenBy('填报人', '001')
  await inDivision(database, division, (client) => cancelJob(client, { division, id }, '已取消。'))
  const after = await seenBy('填报人', '001')
  assert.equal(new Set([...before, ...more, ...after]).size, 3)
  assert.deepEqual(await seenBy('绩效股'), others)
})
