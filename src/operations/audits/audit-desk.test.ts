import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openAuditDesk } from './audit-desk.ts'

test('一份文件要的内存太多，只说这份文件太大，程序照常，下一份照核对', async (each) => {
  const small = openAuditDesk(20_000, 48)
  each.after(() => small.close())
  const bytes = Buffer.from('总支出5万元，其中基本支出2万元、项目支出2万元。'.repeat(60_000))
  const large = await small.ask({ is: 'view', name: '大.txt', bytes })
  assert.equal(large.is, 'view')
  assert.match(large.is === 'view' ? String(large.view.problems[0]?.message) : '', /文件超出可处理的大小/)
  const next = await small.ask({ is: 'view', name: '小.txt', bytes: Buffer.from('总支出5万元。') })
  assert.deepEqual(next.is === 'view' && next.view.problems, [])
})
