import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from '@playwright/test'
import { type Person, type WorkServer, ledgerPath, workServer } from '../work/work-server.ts'
import { tabTo } from './keyboard.ts'
import { openBrowser } from './open-browser.ts'
import { fineInEveryLook, picture } from './page-checks.ts'
import { sitDown } from './sit-down.ts'
import { desktop, visitYear } from './visit-year.ts'

let work: WorkServer
let browser: Browser
let clerk: Person
type Stored = Readonly<Record<string, unknown>>

before(async () => {
  work = await workServer()
  browser = await openBrowser()
  clerk = await work.signIn('clerk')
  await spreadPayments()
  const entry = { until: '2023-07-31', values: [] }
  assert.equal((await clerk.send('POST', `${ledgerPath}/entries/monitoring`, { entry })).status, 200)
})
after(async () => {
  await browser?.close()
  await work?.close()
})

/** The example's payments are a year-end summary: here they lie in the months, the largest in September. */
async function spreadPayments(): Promise<void> {
  const { body } = await clerk.get(`${ledgerPath}/entries/payments?limit=500`)
  for (const [index, { voucher, date }] of (body['entries'] as Stored[]).entries()) {
    const day = `2023-${String(index === 0 ? 9 : (index % 12) + 1).padStart(2, '0')}-15`
    const change = { key: [voucher], was: { date }, set: { date: day } }
    assert.equal((await clerk.send('PATCH', `${ledgerPath}/entries/payments`, change)).status, 200)
  }
}

const path = `${ledgerPath}/payment-plan`
const late = '2 5 8 10 15 18 20 30 40 60 80 100'.split(' ')
const storedPlan = async () => (await clerk.get(path)).body['own'] as readonly string[] | undefined
const set = async (next: readonly string[] | null) =>
  assert.equal((await clerk.send('PUT', path, { was: (await storedPlan()) ?? null, set: next })).status, 200)
const open = (run: (page: Page) => Promise<void>, address = 'monitoring') =>
  visitYear({ browser, work }, { ...desktop, address }, run)
const month = (page: Page, which: number) => page.getByLabel(`${which}月底应支付（%）`, { exact: true })
const spending = (page: Page) => page.locator('.lead-line').first()
const folded = (page: Page, by: string) => page.locator('summary').getByText(`计划进度：${by}`, { exact: true })
const own = '既定支付进度（部门自定）'

test('只用键盘填十二个月：填齐就存下，计划进度、红黄绿灯、图、逐月的表都改按它', async () => {
  await open(async (page) => {
    await spending(page).getByText('计划进度 58.33%，按序时进度').waitFor()
    const before = await spending(page).locator('.light').textContent()
    await tabTo(page, folded(page, '序时进度'))
    await page.keyboard.press('Enter')
    await tabTo(page, month(page, 1))
    assert.equal(await month(page, 1).getAttribute('placeholder'), '8.33')
    for (const [index, share] of late.entries()) {
      await page.keyboard.type(share)
      if (index === 3) await page.getByText('还有 8 个月没有填，填齐就存下').waitFor()
      await page.keyboard.press(index % 2 === 0 ? 'Enter' : 'Tab')
    }
    await page.getByText('填的都存下了').waitFor()
    assert.deepEqual(await storedPlan(), late)
    await spending(page).getByText(`计划进度 20.00%，按${own}，支付进度率`).waitFor()
    await folded(page, own).waitFor()
    const now = await spending(page).locator('.light').textContent()
    assert.deepEqual([before, now], ['红', '绿'])
    await page.locator('.chart svg').getByText('计划（部门自定）').waitFor()
    await page.getByText('按月看数字').click()
    const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: '计划（部门自定）' }) })
    await table.getByRole('row', { name: /^7月/ }).getByText('20.00%').waitFor()
    await fineInEveryLook(page)
    await page.evaluate(() => window.scrollTo(0, 0))
    await picture(page, '既定支付进度')
  })
})

test('填低了、填大了：当场说哪个月、怎么改，没有存，别的照常；改好就存', async () => {
  await open(async (page) => {
    await folded(page, own).click()
    await month(page, 7).fill('15')
    await page.keyboard.press('Tab')
    await page.getByText('没有存：7月不能低于6月的 18%：填的是到月底的累计').waitFor()
    assert.equal(await month(page, 7).getAttribute('aria-invalid'), 'true')
    await month(page, 12).fill('120')
    await page.keyboard.press('Tab')
    await page.getByText('没有存：12月不能超过 100%，全年预算最多支付完').waitFor()
    assert.deepEqual(await storedPlan(), late)
    await page.getByLabel('偏差或不能完成目标的原因').fill('招标晚了一个月。')
    await page.keyboard.press('Tab')
    await page.getByRole('status').getByText('已保存').waitFor()
    await page.goto(page.url().replace(/monitoring.*$/, 'desk'))
    await page.getByRole('heading', { name: '工作台' }).waitFor()
    await page.goBack()
    assert.deepEqual([await month(page, 7).inputValue(), await month(page, 12).inputValue()], ['15', '120'])
    await month(page, 7).fill('18.5%')
    await month(page, 12).fill('99.5')
    await page.keyboard.press('Enter')
    await page.getByText('填的都存下了').waitFor()
    assert.deepEqual(await storedPlan(), late.with(6, '18.5').with(11, '99.5'))
  })
})

test('从表格里复制十二格，贴在一月上；撤销就改回', async () => {
  await open(async (page) => {
    await folded(page, own).click()
    const rising = '5\t10\t15\t20\t25\t30\t45\t60\t70\t80\t90\t100'
    await month(page, 1).focus()
    await page.evaluate((text) => {
      const data = new DataTransfer()
      data.setData('text/plain', text)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    }, `${rising}\r\n`)
    await spending(page).getByText('计划进度 45.00%').waitFor()
    assert.deepEqual(await storedPlan(), rising.split('\t'))
    await page.getByRole('button', { name: '撤销' }).click()
    await spending(page).getByText('计划进度 18.50%').waitFor()
    assert.equal(await month(page, 7).inputValue(), '18.5')
  })
})

test('参照序时进度一次填上；不自定就改按序时进度，撤销放回', async () => {
  await open(async (page) => {
    await folded(page, own).click()
    await page.getByText('上年的账本里没有逐月的支付，不能参照上年。').waitFor()
    await page.getByRole('button', { name: '序时进度', exact: true }).click()
    await spending(page).getByText(`计划进度 58.33%，按${own}`).waitFor()
    await page.getByRole('button', { name: '不自定，改按序时进度' }).click()
    await spending(page).getByText('计划进度 58.33%，按序时进度').waitFor()
    assert.equal(await storedPlan(), undefined)
    await page.getByRole('button', { name: '撤销' }).click()
    await folded(page, own).waitFor()
  })
})

test('两个人同时改：看到别人改成什么，用自己的还是别人的，自己定', async () => {
  await set(late)
  await sitDown({ browser, work }, 'clerk', {}, async (visit) => {
    const page = await visit('ledger/430922/001/2023/monitoring')
    await folded(page, own).click()
    await month(page, 1).fill('3')
    await set(late.with(0, '1'))
    await page.keyboard.press('Enter')
    await page.getByText(/示例填报人.*刚改成：1月 1%，2月 5%/).waitFor()
    assert.equal(await month(page, 1).inputValue(), '3')
    await page.getByRole('button', { name: '用我的' }).click()
    await page.getByText('填的都存下了').waitFor()
    assert.deepEqual(await storedPlan(), late.with(0, '3'))
  })
})

test('断网时照样填，说没有存；连上再开，填的都在，一按就存下', async () => {
  await sitDown({ browser, work }, 'clerk', {}, async (visit) => {
    const page = await visit('ledger/430922/001/2023/monitoring')
    await folded(page, own).click()
    await page.context().setOffline(true)
    await month(page, 1).fill('4')
    await page.keyboard.press('Enter')
    await page.getByText('填的还没有存').waitFor()
    await page.context().setOffline(false)
    await page.reload()
    assert.equal(await month(page, 1).inputValue(), '4')
    await page.getByRole('button', { name: '存下' }).click()
    await page.getByText('填的都存下了').waitFor()
    assert.deepEqual(await storedPlan(), late.with(0, '4'))
  })
})

test('今年的逐月支付，明年定进度时可以参照', async () => {
  const next = ledgerPath.replace('2023', '2024')
  assert.equal((await clerk.send('POST', `${next}/from-last-year`, {})).status, 200)
  await open(async (page) => {
    await page.goto(page.url().replace('/2023/monitoring', '/2024/monitoring'))
    await folded(page, '序时进度').click()
    await page.getByRole('button', { name: '2023年实际支付进度' }).click()
    await page.getByText('填的都存下了').waitFor()
    const { body } = await clerk.get(`${next}/payment-plan`)
    const [reference] = body['references'] as { kind: string; shares: string[] }[]
    assert.deepEqual([reference?.kind, body['own']], ['last-year', reference?.shares])
    assert.equal(await month(page, 12).inputValue(), '100')
  })
})

test('两年的账本比较，既定支付进度逐月写出两边', async () => {
  await open(async (page) => {
    const row = page.getByRole('row', { name: /^账本 既定支付进度/ })
    await row.getByText('1月 4%，2月 5%').waitFor()
  }, 'reports/compare?from=year:2024&to=now')
})

test('变更记录写明既定支付进度从什么改成什么', async () => {
  await visitYear({ browser, work }, { ...desktop, role: 'audit-administrator', address: 'desk' }, async (page) => {
    await page.goto(`${work.server.url}#/log?search=${encodeURIComponent('ledgers:001/2023')}`)
    await page
      .getByText(/既定支付进度：1月 3%，2月 5%.*→ 1月 4%，2月 5%/)
      .first()
      .waitFor()
  })
})

test('审核人只看：十二个月写出来，不能改', async () => {
  await visitYear({ browser, work }, { ...desktop, role: 'leader', address: 'monitoring' }, async (page) => {
    await folded(page, own).click()
    await page.getByRole('list', { name: '既定支付进度' }).getByText('100%').waitFor()
    assert.equal(await month(page, 1).count(), 0)
  })
})

test('预算与执行、工作台的图和表也写明按哪条进度', async () => {
  await open(async (page) => {
    await page
      .getByText(/截至\d+月支出进度 [\d.]+%，计划 [\d.]+%，按既定支付进度（部门自定）/)
      .first()
      .waitFor()
    await page.getByRole('columnheader', { name: '计划（部门自定）' }).waitFor()
    await fineInEveryLook(page)
    await page.goto(page.url().replace(/budget.*$/, 'desk'))
    await page
      .getByText(/计划 [\d.]+%，按既定支付进度（部门自定）/)
      .first()
      .waitFor()
  }, 'budget')
})
