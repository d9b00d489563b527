import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from '@playwright/test'
import { ledgerPath } from '../work/work-server.ts'
import { pressAt, tabTo, typeInto } from './keyboard.ts'
import { office, saved, year } from './office.ts'

const place = office()
const { as } = place

const entriesOf = async (list: string) => {
  const clerk = await place.work.signIn('clerk')
  return (await clerk.get(`${ledgerPath}/entries/${list}`)).body['entries'] as Record<string, unknown>[]
}

/** Past the other buttons of a table to its heads. */
async function tabIntoGrid(page: Page): Promise<void> {
  for (let stop = 0; stop < 10; stop += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.closest('[col-id]') !== null)) return
  }
  assert.fail('按 Tab 走不进表格')
}

/** Types over what a cell of a table holds; `steps` are the arrows from the first cell of the first line to it. */
async function typeIntoCell(page: Page, column: string, text: string): Promise<void> {
  for (let stop = 0; stop < 30; stop += 1) {
    const at = await page.evaluate(() => document.activeElement?.closest('[col-id]')?.getAttribute('col-id'))
    if (at === column) break
    await page.keyboard.press('ArrowRight')
  }
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

test('只用键盘：从工作台走到单位，改退休人数', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/desk`)
    await tabTo(page, page.getByRole('navigation').getByRole('link', { name: '单位', exact: true }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '单位', level: 1 }).waitFor()
    await tabTo(page, page.getByRole('link', { name: '编制与人员' }))
    await page.keyboard.press('Enter')
    const table = page.getByRole('region', { name: '编制与人员', exact: true })
    await table.waitFor()
    await tabTo(page, table.getByRole('button', { name: '新增一行' }))
    await tabIntoGrid(page)
    await page.keyboard.press('ArrowDown')
    await typeIntoCell(page, 'retired退休', '35')
    await saved(page)
    assert.equal((await entriesOf('staffing'))[0]?.['retired'], 35)
  })
})

test('只用键盘：在项目里写一份支出申请并保存', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/projects/p2`)
    await tabTo(page, page.locator('summary').filter({ hasText: '写一份申请' }))
    await page.keyboard.press('Enter')
    for (const [label, text] of Object.entries({
      '金额（元）': '500',
      用途: '材料印刷',
      收款人: '文印店',
      功能科目: '2010302',
      经济科目: '30202',
    })) {
      await tabTo(page, page.getByLabel(label, { exact: true }))
      await page.keyboard.type(text)
    }
    await tabTo(page, page.getByRole('button', { name: '保存申请' }))
    await page.keyboard.press('Enter')
    await page.getByRole('article').getByText('500.00 元，材料印刷，文印店').waitFor()
  })
})

test('只用键盘：业务台账新增一条，写日期和名称，存下来', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/records/bank-matching`)
    const before = (await entriesOf('workRecords')).length
    await tabTo(page, page.getByRole('button', { name: '新增一行' }))
    await page.keyboard.press('Enter')
    await page.locator('.ag-row.added .ag-cell-focus').waitFor()
    await typeIntoCell(page, 'date日期', '2023-07-01')
    await typeIntoCell(page, 'values活动名称', '银企座谈')
    await saved(page)
    const entries = await entriesOf('workRecords')
    assert.equal(entries.length, before + 1)
    assert.ok(
      entries.some(
        (entry) => entry['date'] === '2023-07-01' && (entry['values'] as { title?: string }).title === '银企座谈',
      ),
    )
  })
})

test('只用键盘：写一段正文，存下来', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/reports/write`)
    await tabTo(page, page.getByLabel('部门整体：改进措施'))
    await page.keyboard.press('Control+End')
    await page.keyboard.type('用键盘写的。')
    await page.keyboard.press('Tab')
    await page.waitForTimeout(300)
    await saved(page)
    const texts = (await entriesOf('sections')).map(({ text }) => String(text))
    assert.ok(texts.some((text) => text.endsWith('用键盘写的。')))
  })
})

test('只用键盘：从审核意见走到要改的那一条', async () => {
  const clerk = await place.work.signIn('clerk')
  const line = {
    voucher: 'J-1',
    date: '2023-11-11',
    amount: '1.00',
    organisation: '001',
    source: 'general-public',
    nature: 'basic',
    account: '9999999',
    economic: '30201',
  }
  assert.equal((await clerk.send('POST', `${ledgerPath}/entries/payments`, { entry: line })).status, 200)
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/findings`)
    const finding = page.getByRole('listitem').filter({ hasText: '不在政府收支分类科目里' })
    await tabTo(page, finding.getByRole('link'))
    await page.keyboard.press('Enter')
    await page.getByText(/只看：.*J-1/).waitFor()
    await page.getByText('共 1 条').waitFor()
  })
  assert.equal((await clerk.send('DELETE', `${ledgerPath}/entries/payments`, { key: ['J-1'] })).status, 200)
})

test('只用键盘：填报人送审，审核人写明哪一点退回，填报人答复后再送，审核人通过', async () => {
  const step = async (role: 'clerk' | 'leader', run: (page: Page) => Promise<void>) =>
    as(role, {}, async (open) => run(await open(`${year}/submission`)))
  const press = (page: Page, name: string) => pressAt(page, page.getByRole('button', { name, exact: true }))
  const type = (page: Page, label: string, text: string) =>
    typeInto(page, page.getByLabel(label, { exact: true }), text)
  await step('clerk', async (page) => {
    await press(page, '送审')
    await page.getByText('待审核').first().waitFor()
  })
  await step('leader', async (page) => {
    await type(page, '第 1 条意见', '退休人数请核对')
    await press(page, '退回')
    await page.getByText('已退回').first().waitFor()
  })
  await step('clerk', async (page) => {
    await type(page, '答复第 1 条', '已核对')
    await page.keyboard.press('Tab')
    await page.getByText('已答复').waitFor()
    await press(page, '送审')
    await page.getByText('待审核').first().waitFor()
  })
  await step('leader', async (page) => {
    await press(page, '审核通过')
    await page.getByText('待财政审核').first().waitFor()
  })
})
