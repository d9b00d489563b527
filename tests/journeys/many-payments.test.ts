import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from '@playwright/test'
import { type WorkServer, ledgerPath } from '../work/work-server.ts'
import { office, saved, year } from './office.ts'

const place = office(importMany)
const { as } = place

const many = 10_000
/** Payments of every month, 0.01 元 and up: how many there are of a month or an account, and their sum, follow from their numbers. */
const payments = Array.from({ length: many }, (_, at) => ({
  voucher: `支${at}`,
  month: (at % 12) + 1,
  fen: at + 1,
  account: at % 4 === 0 ? '2010399' : '2010301',
}))
const ofMonth = (month: number) => payments.filter((each) => each.month === month)
const inWan = (fen: number) => (fen / 1_000_000).toFixed(2)
const inYuan = (fen: number) => (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })
const sumOf = (some: readonly { fen: number }[]) => some.reduce((sum, { fen }) => sum + fen, 0)
/** The example's own payments, all of December. */
const before = { count: 16, fen: 1_286_050_000 }

async function importMany(work: WorkServer): Promise<void> {
  const clerk = await work.signIn('clerk')
  const lines = payments.map(
    ({ voucher, month, fen, account }) =>
      `${voucher},2023-${String(month).padStart(2, '0')}-15,${(fen / 100).toFixed(2)},基本支出,${account},30201,一般公共预算`,
  )
  const form = new FormData()
  const text = `凭证号,日期,金额（元）,支出性质,功能科目,经济科目,资金来源\n${lines.join('\n')}\n`
  form.append('file', new Blob([text]), '支付明细.csv')
  const answer = await fetch(`${work.server.url}${ledgerPath}/tables?preview=false`, {
    method: 'POST',
    headers: { cookie: clerk.cookie },
    body: form,
  })
  const told = (await answer.json()) as { isStored: boolean }
  assert.equal(told.isStored, true, JSON.stringify(told).slice(0, 300))
}

/** The longest the page answered nothing while something was done, in milliseconds. */
async function longestHalt(page: Page, run: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const watched = window as typeof window & { longest?: number }
    watched.longest = 0
    new PerformanceObserver((tasks) => {
      for (const { duration } of tasks.getEntries()) watched.longest = Math.max(watched.longest ?? 0, duration)
    }).observe({ entryTypes: ['longtask'] })
  })
  await run()
  return page.evaluate(() => (window as typeof window & { longest?: number }).longest ?? 0)
}

/** Far more than measured on an idle machine (0.2 s; 1.5 s for ten thousand lines pasted at once): this one is busy. */
const mostHalt = 1500

test('一万笔支付：从各月的合计走到那个月的每一笔，数得对，翻页、滚动、查找都不卡', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget`)
    const table = page.getByRole('region', { name: '国库支付', exact: true })
    const may = page.getByRole('row', { name: /^5月/ })
    const halt = await longestHalt(page, async () => {
      await may.getByRole('link', { name: inWan(sumOf(ofMonth(5))), exact: true }).click()
      await page.getByText('只看：日期 2023-05').waitFor()
      await page.getByText(`共 ${ofMonth(5).length} 条，合计 ${inYuan(sumOf(ofMonth(5)))} 元`).waitFor()
      await page.getByText('看全部').click()
      await page.getByText(`共 ${many + before.count} 条，合计 ${inYuan(sumOf(payments) + before.fen)} 元`).waitFor()
      await page.locator('.ag-row').first().hover()
      for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(0, 500)
      await page.locator('.ag-row').filter({ hasText: '支483' }).first().waitFor()
      await page.getByTitle('21', { exact: true }).click()
      await page.locator('.ag-row').filter({ hasText: '支9984' }).first().waitFor()
      await table.getByLabel('在国库支付里查找').fill('支9876')
      await page.keyboard.press('Enter')
      await page.getByText('共 1 条').waitFor()
    })
    assert.ok(halt < mostHalt, `停了 ${Math.round(halt)} 毫秒`)
  })
})

test('一万笔支付里改一笔的金额：马上存上，全年的合计跟着变', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget/payments`)
    const halt = await longestHalt(page, async () => {
      await page.locator('.ag-row[row-id="汇总-02"] [col-id^="amount"]').dblclick()
      await page.keyboard.press('Control+A')
      await page.keyboard.type('174401')
      await page.keyboard.press('Enter')
      await page.getByText(`合计 ${inYuan(sumOf(payments) + before.fen + 100)} 元`).waitFor()
      await saved(page)
    })
    assert.ok(halt < mostHalt, `停了 ${Math.round(halt)} 毫秒`)
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText(`合计 ${inYuan(sumOf(payments) + before.fen)} 元`).waitFor()
  })
})

test('从 Excel 一次贴进一万笔支付：都存上，撤销一次全收回', async () => {
  const heads = ['凭证号', '日期', '金额（元）', '单位', '资金来源', '支出性质', '项目', '功能科目', '经济科目']
  const line = (at: number) =>
    [`贴${at}`, '2023-06-01', '0.01', '县政府办公室', '一般公共预算', '基本支出', '', '2010301', '30201'].join('\t')
  const copied = [heads.join('\t'), ...Array.from({ length: many }, (_, at) => line(at))].join('\n')
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget/payments`)
    page.setDefaultTimeout(60_000)
    await page.locator('.ag-row[row-id="汇总-02"] [col-id^="voucher"]').click()
    const halt = await longestHalt(page, async () => {
      await page.evaluate((text) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', text)
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
        document.activeElement?.dispatchEvent(event)
      }, copied)
      await page.getByText(`共 ${2 * many + before.count} 条`).waitFor()
      await saved(page)
    })
    assert.ok(halt < 4 * mostHalt, `停了 ${Math.round(halt)} 毫秒`)
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText(`共 ${many + before.count} 条`).waitFor()
    await saved(page)
  })
})
