import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from '@playwright/test'
import { type Person, type WorkServer, ledgerPath, workServer } from '../work/work-server.ts'
import { openBrowser } from './open-browser.ts'
import { noSeriousIssue, picture } from './page-checks.ts'
import { sitDown } from './sit-down.ts'

let work: WorkServer
let browser: Browser
let clerk: Person
before(async () => {
  work = await workServer()
  browser = await openBrowser()
  clerk = await work.signIn('clerk')
})
after(async () => {
  await browser?.close()
  await work?.close()
})

const heading = '凭证号,日期,金额（元）,支出性质,功能科目,经济科目,资金来源'
const rows = 40_000
/** Payments of one fen each; more than two megabytes of them. */
const table = (last = '') =>
  Buffer.from(
    [
      heading,
      ...Array.from({ length: rows }, (_, at) => `大表${at},2023-12-01,0.01,基本支出,2010301,30201,一般公共预算`),
      ...(last ? [last] : []),
    ].join('\n'),
  )
const stored = async () => Number((await clerk.get(`${ledgerPath}/entries/payments?limit=1`)).body['total'])
const choose = (page: Page, buffer: Buffer) =>
  page.locator('input[type=file]').first().setInputFiles({ name: '支付明细.csv', mimeType: 'text/csv', buffer })

test('四万行的支付明细：后台先看一遍，有错指明在哪一行；改好再选，确认后整张存入', async () => {
  await sitDown({ work, browser }, 'clerk', {}, async (open) => {
    const before = await stored()
    const page = await open('ledger/430922/001/2023/budget/import')
    page.setDefaultTimeout(60_000)
    await choose(page, table('坏的,2023-13-01,1,基本支出,2010301,30201,一般公共预算'))
    await page.getByText('国库支付明细还不能导入：有 1 处错误').waitFor()
    const fault = page.getByRole('row').filter({ hasText: String(rows + 2) })
    await fault.getByText('2023-13-01').waitFor()
    assert.equal(await page.getByRole('button', { name: '确认导入' }).count(), 0)
    assert.equal(await stored(), before)
    await choose(page, table())
    await page.getByText('国库支付明细可以导入。').waitFor()
    await noSeriousIssue(page)
    await picture(page, '导入大表')
    assert.equal(await stored(), before)
    await page.getByRole('button', { name: '确认导入' }).click()
    await page.getByText('国库支付明细已导入。').waitFor()
    assert.equal(await stored(), before + rows)
  })
})

test('读到一半取消，账本一行不动', async () => {
  await sitDown({ work, browser }, 'clerk', {}, async (open) => {
    const before = await stored()
    const page = await open('ledger/430922/001/2023/budget/import')
    page.setDefaultTimeout(60_000)
    await choose(page, Buffer.from(table().toString().replaceAll('大表', '又一张')))
    await page.getByRole('button', { name: '取消' }).click()
    await page
      .getByText(/已取消/)
      .first()
      .waitFor()
    assert.equal(await page.getByRole('button', { name: '确认导入' }).count(), 0)
    assert.equal(await stored(), before)
  })
})
