import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from '@playwright/test'
import { ledgerPath } from '../work/work-server.ts'
import { office, saved, year } from './office.ts'
import { noSeriousIssue, picture } from './page-checks.ts'
import { noSidewaysScroll } from './visit-year.ts'

const place = office()
const { as } = place
const phone = { width: 390 }

const payments = async () => {
  const clerk = await place.work.signIn('clerk')
  return (await clerk.get(`${ledgerPath}/entries/payments`)).body['entries'] as Record<string, unknown>[]
}
const card = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name }).first()

/** Waits until the payment is stored as it should be. */
async function until(voucher: string, holds: (entry: Record<string, unknown> | undefined) => boolean): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    if (holds((await payments()).find((each) => each['voucher'] === voucher))) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  assert.fail(`${voucher} 没有存成要的样子`)
}

test('手机上：每笔支付一张卡片，不用横着滚；改一笔的金额，改完即存，撤销改回', async () => {
  await as('clerk', phone, async (open) => {
    const page = await open(`${year}/budget/payments`)
    await card(page, '汇总-03').getByText('157,000.00').waitFor()
    assert.equal(await page.locator('.ag-root').count(), 0)
    await noSidewaysScroll(page)
    for (const target of [page.locator('.entry-head .ant-checkbox-wrapper'), page.locator('.entry-head button')]) {
      const { width = 0, height = 0 } = (await target.first().boundingBox()) ?? {}
      assert.ok(width >= 32 && height >= 32, `手指按的地方宽 ${width} 高 ${height}`)
    }
    await noSeriousIssue(page)
    await page.getByRole('button', { name: '改汇总-03' }).click()
    const form = page.getByRole('dialog')
    const amount = form.getByLabel('金额（元）')
    assert.equal(await form.getByLabel('凭证号').count(), 0, '编号登记了就不能改')
    await amount.fill('158000')
    await amount.blur()
    await until('汇总-03', (entry) => entry?.['amount'] === '158000')
    await noSidewaysScroll(page)
    await noSeriousIssue(page)
    await picture(page, '手机上改一笔')
    await page.keyboard.press('Escape')
    await card(page, '汇总-03').getByText('158,000.00').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await until('汇总-03', (entry) => entry?.['amount'] === '157000')
  })
})

test('手机上新增一笔：填到一半关上，卡片还在，接着填；带 * 的填齐就登记；选中删去', async () => {
  await as('clerk', phone, async (open) => {
    const page = await open(`${year}/budget/payments`)
    await page.getByRole('button', { name: '新增一行' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('凭证号').fill('手机-1')
    await form.getByLabel('金额（元）').fill('0.35万元')
    await form.getByRole('button', { name: '关闭' }).click()
    await page.getByRole('button', { name: '改手机-1' }).click()
    await form.getByLabel('日期').fill('2023-11-05')
    await page.keyboard.press('Enter')
    await form.getByLabel('功能科目').fill('2010301')
    await form.getByLabel('经济科目').fill('30201')
    await form.getByLabel('用途').fill('纸张')
    await form.getByLabel('用途').blur()
    await until('手机-1', (entry) => entry?.['amount'] === '3500' && entry['purpose'] === '纸张')
    await saved(page)
    await form.getByRole('button', { name: '关闭' }).click()
    await page.getByRole('checkbox', { name: '选中手机-1' }).check()
    await page.getByRole('button', { name: '删去 1 行' }).click()
    await until('手机-1', (entry) => entry === undefined)
  })
})

test('手机上从审核意见、合计点过来：要看的那一笔打开着；审核人只能看', async () => {
  await as('clerk', phone, async (open) => {
    const page = await open(
      `${year}/budget/payments?voucher=${encodeURIComponent('汇总-02')}&at=${encodeURIComponent('汇总-02 amount')}`,
    )
    const amount = page.getByRole('dialog').getByLabel('金额（元）')
    await amount.waitFor()
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '金额（元）')
    await page.keyboard.press('Escape')
    await amount.waitFor({ state: 'detached' })
  })
  await as('leader', phone, async (open) => {
    const page = await open(`${year}/budget/payments`)
    await page.getByRole('button', { name: '看汇总-03' }).click()
    const form = page.getByRole('dialog')
    await form.getByText('公务接待费').waitFor()
    assert.equal(await form.getByRole('textbox').count(), 0)
  })
})

test('手机上：工作台「首先要处理的」写满一行才折行', async () => {
  await as('clerk', phone, async (open) => {
    const page = await open(`${year}/desk`)
    const said = page.getByRole('cell', { name: '「廉洁自律问题」「县长热线办理满意率」佐证不足' })
    await said.waitFor()
    const { width = 0, height = 0 } = (await said.boundingBox()) ?? {}
    assert.ok(width > 300 && height < 80, `宽 ${width} 高 ${height}`)
  })
})

test('手机上：登录的框不贴着屏幕的边', async () => {
  const context = await place.browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(`${place.work.server.url}#/sign-in`)
  await page.getByLabel('登录名').waitFor()
  const { x = 0, width = 0 } = (await page.locator('.door').boundingBox()) ?? {}
  assert.ok(x >= 8 && x + width <= 382, `从 ${x} 到 ${x + width}`)
  await context.close()
})
