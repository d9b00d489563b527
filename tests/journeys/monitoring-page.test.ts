import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from '@playwright/test'
import { type Person, type WorkServer, ledgerPath, workServer } from '../work/work-server.ts'
import { openBrowser } from './open-browser.ts'
import { noSeriousIssue, picture } from './page-checks.ts'
import { desktop, noSidewaysScroll, phone, saved, visitYear } from './visit-year.ts'

let work: WorkServer
let browser: Browser
let clerk: Person
const at = (address: string) => ({ ...desktop, address })
type Stored = Readonly<Record<string, unknown>>

before(async () => {
  work = await workServer()
  browser = await openBrowser()
  clerk = await work.signIn('clerk')
  await spreadPayments()
  await meetByMonths()
})
after(async () => {
  await browser?.close()
  await work?.close()
})

/** The example's payments are a year-end summary: here they lie in the months, one after another. */
async function spreadPayments(): Promise<void> {
  const { body } = await clerk.get(`${ledgerPath}/entries/payments?limit=500`)
  for (const [index, { voucher, date }] of (body['entries'] as Stored[]).entries()) {
    const day = `2023-${String((index % 12) + 1).padStart(2, '0')}-15`
    const change = { key: [voucher], was: { date }, set: { date: day } }
    assert.equal((await clerk.send('PATCH', `${ledgerPath}/entries/payments`, change)).status, 200)
  }
}

/** The example sums up its meetings at the end of the year: here seven were held by the end of June. */
async function meetByMonths(): Promise<void> {
  const change = {
    key: ['meeting', 'm2'],
    was: { date: '2023-12-31', quantity: 12 },
    set: { date: '2023-06-30', quantity: 7 },
  }
  assert.equal((await clerk.send('PATCH', `${ledgerPath}/entries/workRecords`, change)).status, 200)
}

async function storedRound(until: string): Promise<Stored> {
  const { body } = await clerk.get(`${ledgerPath}/entries/monitoring`)
  return (body['entries'] as Stored[]).find((round) => round['until'] === until) ?? {}
}

test('还没有监控：增加一期，支出与计划线相比，台账数一次填上', async () => {
  await visitYear({ browser, work }, at('monitoring'), async (page) => {
    await page.getByText('还没有做过监控').waitFor()
    await page.getByLabel('监控到哪一天').fill('2023-07-31')
    await page.getByRole('button', { name: '增加一期' }).click()
    await page
      .getByText(/支出 [\d,.]+ 万元，占全年预算 [\d.]+%，计划进度 58\.33%/)
      .first()
      .waitFor()
    await page.locator('.chart svg').waitFor()
    const meetings = page.getByRole('row', { name: /县政府常务会议/ })
    await meetings.getByText('绿', { exact: true }).waitFor()
    const patrols = page.getByRole('row', { name: /核电厂址巡查/ })
    assert.doesNotMatch((await patrols.first().textContent()) ?? '', /红|黄|绿|0\.00%/)
    await page.getByText('5 项的台账只在 12 月 31 日登记，多半是全年汇总，没有计入这一期，也不当作 0').waitFor()
    await patrols.first().getByText('12 月 31 日汇总 1 条未计入').waitFor()
    // The only record of its kind, without a number of things it stands for.
    const matching = page.getByRole('row', { name: /银企对接活动/ })
    await matching.getByRole('link', { name: '12 月 31 日汇总 1 条未计入' }).waitFor()
    assert.equal(await page.getByLabel('银企对接活动到这天的值').getAttribute('placeholder'), '')
    await page.getByRole('button', { name: '用台账数填 1 个空' }).click()
    await saved(page)
    assert.deepEqual((await storedRound('2023-07-31'))['values'], [{ indicator: 'd1', value: '7次' }])
  })
})

test('同种台账平时也记的，年末那天的一条是当天的事：到七月底是 0，写明那一条没有计入，点了就到台账', async () => {
  const entry = {
    kind: 'bank-matching',
    id: 'b0',
    organisation: '001',
    date: '2023-08-15',
    values: { title: '第一次银企对接' },
  }
  assert.equal((await clerk.send('POST', `${ledgerPath}/entries/workRecords`, { entry })).status, 200)
  await visitYear({ browser, work }, at('monitoring?round=2023-07-31'), async (page) => {
    const row = page.getByRole('row', { name: /银企对接活动/ })
    const why = row.getByRole('link', { name: '这天以后 2 条未计入' })
    await why.waitFor()
    assert.equal(await page.getByLabel('银企对接活动到这天的值').getAttribute('placeholder'), '台账 0')
    await why.click()
    await page.getByRole('gridcell', { name: '第一次银企对接' }).waitFor()
  })
  assert.equal(
    (await clerk.send('DELETE', `${ledgerPath}/entries/workRecords`, { key: ['bank-matching', 'b0'] })).status,
    200,
  )
})

test('亮灯没写原因、措施的，工作台说要写，点了就到那一格', async () => {
  const change = { key: ['2023-07-31'], was: { values: [{ indicator: 'd1', value: '7次' }] } }
  const lagging = [
    { indicator: 'd1', value: '7次' },
    { indicator: 'd9', value: '70%' },
  ]
  const set = (values: unknown) =>
    clerk.send('PATCH', `${ledgerPath}/entries/monitoring`, { ...change, set: { values } })
  assert.equal((await set(lagging)).status, 200)
  await visitYear({ browser, work }, at('desk'), async (page) => {
    const row = page.getByRole('row', { name: /^绩效监控/ })
    await row
      .getByRole('link', { name: '截至2023年7月31日的监控有亮灯或可能完不成的，偏差原因、整改措施还没有写' })
      .click()
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '偏差或不能完成目标的原因')
  })
  const back = { key: change.key, was: { values: lagging }, set: change.was }
  assert.equal((await clerk.send('PATCH', `${ledgerPath}/entries/monitoring`, back)).status, 200)
})

test('只用键盘：填到这天的值，选可能性，亮灯时说要写原因；写了就存下', async () => {
  await visitYear({ browser, work }, at('monitoring?round=2023-07-31'), async (page) => {
    const value = page.getByLabel('县长热线办理满意率到这天的值')
    await value.focus()
    await page.keyboard.type('70')
    await page.keyboard.press('Tab')
    const row = page.getByRole('row', { name: /县长热线办理满意率/ })
    await row.getByText('黄', { exact: true }).waitFor()
    await row.getByText('70.00%').waitFor()
    assert.equal(
      await page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
      '县长热线办理满意率完成目标的可能性',
    )
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.getByText('有亮灯或可能完不成的，须写原因').waitFor()
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab')
      if (await page.getByLabel('偏差或不能完成目标的原因').evaluate((each) => each === document.activeElement)) break
    }
    await page.keyboard.type('回访人手不足。')
    await page.keyboard.press('Tab')
    await page.getByText('有亮灯或可能完不成的，须写原因').waitFor({ state: 'detached' })
    await saved(page)
    const round = await storedRound('2023-07-31')
    assert.equal(round['causes'], '回访人手不足。')
    assert.deepEqual(
      (round['values'] as Stored[]).find((each) => each['indicator'] === 'd9'),
      { indicator: 'd9', value: '70%', possibility: '有可能' },
    )
  })
})

test('落后的指标勾偏差原因、写说明、写全年预计，存进监控，勾掉又没了', async () => {
  await visitYear({ browser, work }, at('monitoring?round=2023-07-31'), async (page) => {
    const cause = page.getByLabel('县长热线办理满意率的原因：人员保障')
    await cause.check()
    await page.getByLabel('县长热线办理满意率的原因：其他').check()
    await page.getByLabel('县长热线办理满意率的原因说明').fill('回访人手不够。')
    await page.getByLabel('县长热线办理满意率全年预计完成').fill('95%')
    await page.keyboard.press('Tab')
    await saved(page)
    const valueOf = async () =>
      ((await storedRound('2023-07-31'))['values'] as Stored[]).find((each) => each['indicator'] === 'd9')
    const plain = { indicator: 'd9', value: '70%', possibility: '有可能' }
    const told = { ...plain, causes: ['staff', 'other'], reason: '回访人手不够。', expected: '95%' }
    assert.deepEqual(await valueOf(), told)
    await page.getByLabel('县长热线办理满意率的原因：其他').uncheck()
    await cause.uncheck()
    await saved(page)
    const { causes: _causes, ...without } = told
    assert.deepEqual(await valueOf(), without)
  })
})

test('删去一期，撤销就放回；监控到的值自评时看得到', async () => {
  await visitYear({ browser, work }, at('monitoring'), async (page) => {
    await page.getByRole('button', { name: '删去这一期' }).click()
    await page.getByText('还没有做过监控').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByRole('link', { name: '截至2023年7月31日' }).waitFor()
    await saved(page)
    assert.equal((await storedRound('2023-07-31'))['causes'], '回访人手不足。')
    await page.goto(page.url().replace(/monitoring.*$/, 'evaluation?indicator=d9'))
    await page.getByText('2023年7月31日监控时为 70%').waitFor()
  })
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`无障碍检查没有严重问题，手机上页面不横向滚动：${colorScheme}`, async () => {
    await visitYear({ browser, work }, { ...at('monitoring'), colorScheme }, async (page) => {
      await page.locator('.chart svg').waitFor()
      await page
        .getByRole('row', { name: /县长热线办理满意率/ })
        .getByText('黄', { exact: true })
        .waitFor()
      await noSeriousIssue(page)
      await page.evaluate(() => window.scrollTo(0, 318))
      if (colorScheme === 'light') await picture(page, '绩效监控-一期')
    })
    await visitYear({ browser, work }, { ...phone, colorScheme, address: 'monitoring' }, async (page) => {
      await page.locator('.chart svg').waitFor()
      const edges = await page
        .locator('.left-out')
        .evaluateAll((all) => all.map((each) => each.scrollWidth - each.clientWidth))
      assert.deepEqual([edges.length > 0, Math.max(...edges)], [true, 0], '为什么没有计入，手机上看得全')
      await noSidewaysScroll(page)
    })
  })

for (const [until, said, whole] of [
  ['2023-07-31', '只看：日期 2023-01 至 2023-07', '共 11 条'],
  ['2023-08-10', '只看：日期 2023-01 至 2023-08-10', '共 11 条'],
  ['2023-08-20', '只看：日期 2023-01 至 2023-08-20', '共 12 条'],
  ['2023-12-30', '只看：日期 2023-01 至 2023-12-30', '共 16 条'],
] as const)
  test(`截至 ${until}：句子里和图上的支出、比例走到到这天的支付，全年预算走到预算指标`, async () => {
    if (until !== '2023-07-31')
      assert.equal(
        (await clerk.send('POST', `${ledgerPath}/entries/monitoring`, { entry: { until, values: [] } })).status,
        200,
      )
    await visitYear({ browser, work }, at(`monitoring?round=${until}`), async (page) => {
      await page.locator('.chart svg').waitFor()
      const spent = (await page.locator('.lead-line a').first().textContent()) ?? ''
      assert.match(spent, /^[\d,]+\.\d\d$/)
      const caption = page.locator('figcaption')
      await caption.getByRole('link', { name: /%$/ }).waitFor()
      await page.getByText('照这个进度').getByRole('link').last().click()
      await page.getByText(/^共 13 条/).waitFor()
      await page.goBack()
      await caption.getByRole('link', { name: spent }).click()
      await page.getByText(said, { exact: false }).waitFor()
      const [yuan] = (await page.getByText(`${whole}，合计`).textContent())?.match(/[\d,]+\.\d\d/) ?? []
      assert.equal(Number(yuan?.replaceAll(',', '')) / 10_000, Number(spent.replaceAll(',', '')))
    })
  })
