import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ledgerPath } from '../work/work-server.ts'
import { office, year } from './office.ts'
import { picture } from './page-checks.ts'

const place = office(async (work) => {
  const clerk = await work.signIn('clerk')
  const entry = { until: '2023-07-31', values: [] }
  assert.equal((await clerk.send('POST', `${ledgerPath}/entries/monitoring`, { entry })).status, 200)
})
const { as } = place

/** Pages of sums and ratios. */
const pages = [
  'desk',
  'unit',
  'budget',
  'projects',
  'projects/p1',
  'records',
  'monitoring',
  'evaluation',
  'evaluation/p1',
] as const

for (const each of pages)
  test(`${each}：每个合计都走得到登记，或在这里说明怎么算的`, async () => {
    await as('clerk', {}, async (open) => {
      const page = await open(`${year}/${each}`)
      assert.deepEqual(await page.evaluate(deadNumbers), [])
    })
  })

test('财政的账本一览：得分、预算、执行都走得到', async () => {
  await as('performance-office', {}, async (open) => {
    const page = await open('ledgers')
    await page.getByRole('link', { name: '1,286.05' }).first().waitFor()
    assert.deepEqual(await page.evaluate(deadNumbers), [])
    await page.getByRole('link', { name: '1,286.05' }).nth(1).click()
    await page.getByText('共 16 条，合计 12,860,500.00 元').waitFor()
  })
})

/** Runs in the page: numbers of tables that lead nowhere. Zeros found, rates, given points and signs of a plan are none. */
function deadNumbers(): string[] {
  const waived = ['分值', '完成', '计划', '照此全年约', '年度指标值']
  return [...document.querySelectorAll<HTMLTableCellElement>('main td.amount')]
    .filter((cell) => /[1-9]/.test(cell.textContent) && !cell.querySelector('a, button, input, select, textarea'))
    .map((cell) => {
      const heads = cell.closest('table')?.tHead?.rows[0]?.cells
      const fromEnd = (cell.parentElement?.children.length ?? 0) - cell.cellIndex
      return `${heads?.[heads.length - fromEnd]?.textContent}：${cell.textContent}`
    })
    .filter((told) => !waived.some((head) => told.startsWith(`${head}：`)))
}

test('自评表：点完成值、得分、总分，看到算式和每条登记；再点一条就到那里', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/evaluation`)
    const row = page.getByRole('row').filter({ hasText: '三公经费支出' })
    await row.getByRole('button', { name: '15.7万元' }).click()
    const trace = page.getByRole('dialog')
    await trace.getByText('取自账本的「三公经费决算」15.70万元').waitFor()
    await picture(page, '这个数从哪里来')
    await trace.getByRole('link', { name: /汇总-03/ }).click()
    await page.getByText('只看：凭证号 汇总-03').waitFor()
    await page.goBack()
    await page.getByRole('row', { name: /总分/ }).getByRole('button').click()
    await page.getByRole('dialog').getByText('自评得分').first().waitFor()
  })
})

test('图上面的句子里，每个合计也走得到登记', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget`)
    const captions = page.locator('figcaption')
    await captions.getByRole('link', { name: '969.06' }).waitFor()
    await captions.filter({ hasText: '经费决算' }).getByRole('link', { name: '15.70' }).click()
    await page.getByText(/只看：经济科目/).waitFor()
    await page.goBack()
    await captions.filter({ hasText: '功能科目' }).getByRole('link').last().click()
    await page.getByText(/只看：功能科目.*2010301/).waitFor()
  })
})

test('按月：支付只有年末汇总，说每个月不知道，不写 0.00；登记各月的支付以后逐月列出，累计走得到各月', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget`)
    await page
      .getByText('支付只有 12 月登记的 16 笔，是全年的汇总（1,286.05 万元），每个月各支出多少没有登记，不能按月列。')
      .waitFor()
    assert.equal(await page.getByRole('row', { name: /^1月/ }).count(), 0)
    const clerk = await place.work.signIn('clerk')
    const entry = (voucher: string, date: string) => ({
      voucher,
      date,
      amount: '10000',
      organisation: '001',
      source: 'general-public',
      nature: 'basic',
      account: '2010301',
      economic: '30201',
    })
    for (const [voucher, date] of [
      ['M-1', '2023-03-05'],
      ['M-2', '2023-05-06'],
    ] as const)
      assert.equal(
        (await clerk.send('POST', `${ledgerPath}/entries/payments`, { entry: entry(voucher, date) })).status,
        200,
      )
    await page.reload()
    const may = page.getByRole('row', { name: /^5月/ })
    await may.waitFor()
    assert.match((await page.getByRole('row', { name: /^4月/ }).textContent()) ?? '', /^4月0\.001\.00/)
    await may.getByRole('link', { name: '2.00' }).click()
    await page.getByText('只看：日期 2023-01 至 2023-05').waitFor()
    await page.getByText('共 2 条，合计 20,000.00 元').waitFor()
  })
})
