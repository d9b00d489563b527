import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from '@playwright/test'
import { ledgerPath } from '../work/work-server.ts'
import { office, saved, year } from './office.ts'
import { noSeriousIssue, picture } from './page-checks.ts'

const place = office()
const { as } = place

const undo = (page: Page) => page.getByRole('button', { name: '撤销' }).click()
const payments = async () => {
  const clerk = await place.work.signIn('clerk')
  return (await clerk.get(`${ledgerPath}/entries/payments`)).body['entries'] as Record<string, unknown>[]
}
/** Waits until what is stored is as it should be. */
async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  assert.fail(what)
}

test('选栏：隐去的栏不见了，刷新还是这样；必填的隐不掉；再勾上就回来', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget/payments`)
    const heads = async () => (await page.getByRole('columnheader').allTextContents()).map((text) => text.trim())
    await page.getByRole('gridcell', { name: '汇总-01' }).waitFor()
    assert.ok((await heads()).includes('资金来源 *'))
    await page.getByRole('button', { name: '选栏' }).click()
    const choice = page.getByRole('group', { name: '国库支付显示哪些栏' })
    assert.equal(await choice.getByRole('checkbox', { name: '凭证号' }).isDisabled(), true)
    await choice.getByRole('checkbox', { name: '项目' }).uncheck()
    await page.getByRole('button', { name: '选栏（隐去 1）' }).waitFor()
    await noSeriousIssue(page)
    await picture(page, '选栏')
    assert.ok(!(await heads()).includes('项目'))
    await page.reload()
    await page.getByRole('gridcell', { name: '汇总-01' }).waitFor()
    assert.ok(!(await heads()).includes('项目'), '刷新以后')
    await page.getByRole('button', { name: '选栏（隐去 1）' }).click()
    await choice.getByRole('checkbox', { name: '项目' }).check()
    await page.getByRole('button', { name: '选栏', exact: true }).waitFor()
    assert.ok((await heads()).includes('项目'))
  })
})

test('批量改：选中三行，一栏一次改好，说改了几行；撤销一次全改回', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget/payments`)
    const before = await payments()
    const chosen = before.slice(0, 3).map(({ voucher }) => String(voucher))
    const purposes = async (vouchers: readonly string[]) => {
      const stored = await payments()
      return vouchers.map((voucher) => stored.find((each) => each['voucher'] === voucher)?.['purpose'] ?? '')
    }
    const was = await purposes(chosen)
    assert.equal(await page.getByRole('button', { name: '批量改' }).isDisabled(), true)
    for (const voucher of chosen)
      await page.getByRole('row').filter({ hasText: voucher }).first().getByRole('checkbox').check()
    await page.getByRole('button', { name: '批量改 3 行' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: '改哪一栏' }).click()
    await page.getByTitle('用途', { exact: true }).click()
    await dialog.getByRole('textbox', { name: '改成' }).fill('年末汇总')
    await noSeriousIssue(page)
    await picture(page, '批量改')
    await dialog.getByRole('button', { name: /^改$/ }).click()
    await page.getByText('改了 3 行').waitFor()
    await until(async () => (await purposes(chosen)).every((each) => each === '年末汇总'), '三行都改了')
    await saved(page)
    await undo(page)
    await until(async () => JSON.stringify(await purposes(chosen)) === JSON.stringify(was), '一次撤销全改回')
  })
})

test('删去四行，撤销一次全放回；从 Excel 粘贴三行，撤销一次全拿走', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget/payments`)
    const total = (await payments()).length
    await page.getByRole('gridcell', { name: '汇总-01' }).waitFor()
    for (const index of [0, 1, 2, 3])
      await page.locator(`.ag-row[row-index="${index}"]`).getByRole('checkbox').first().check()
    await page.getByRole('button', { name: '删去 4 行' }).click()
    await until(async () => (await payments()).length === total - 4, '删去四行')
    await undo(page)
    await until(async () => (await payments()).length === total, '放回四行')
    await page.getByRole('gridcell', { name: '汇总-01' }).waitFor()
    const rows = ['P-1', 'P-2', 'P-3'].map((voucher) =>
      [voucher, '2023-12-30', '10', '县政府办公室', '一般公共预算', '基本支出', '', '2010301', '30201', '纸'].join(
        '\t',
      ),
    )
    // Beyond the last line: all three are new.
    await page.locator(`.ag-row[row-index="${total - 1}"] .ag-cell[aria-colindex="2"]`).click()
    await page.evaluate(
      (text) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', text)
        document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
      },
      ['', ...rows].join('\n'),
    )
    await until(async () => (await payments()).length === total + 3, '贴入三行')
    await undo(page)
    await until(async () => (await payments()).length === total, '拿走三行')
  })
})
