import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from '@playwright/test'
import { type Person, type WorkServer, ledgerPath, workServer } from '../work/work-server.ts'
import { openBrowser } from './open-browser.ts'
import { noSeriousIssue } from './page-checks.ts'
import { desktop, noSidewaysScroll, phone, saved, visitYear } from './visit-year.ts'

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

async function stored(id: string): Promise<Record<string, unknown>> {
  const { body } = await clerk.get(
    `${ledgerPath}/entries/indicators?equals=${encodeURIComponent('{"scope":"department"}')}`,
  )
  return (body['entries'] as Record<string, unknown>[]).find((entry) => entry['id'] === id) ?? {}
}

test('自评表：改实际完成值，得分和说明当场跟着变；撤销就回去', async () => {
  await visitYear({ browser, work }, { ...desktop, address: 'evaluation' }, async (page) => {
    const row = page.locator('#indicator-d9')
    await row.getByLabel('县长热线办理满意率的实际完成值').fill('90')
    await row.getByText('9', { exact: true }).waitFor()
    await page.getByText('99 分（满分 100），优').waitFor()
    await page.getByRole('region', { name: '县长热线办理满意率的得分说明' }).getByText('10 × 90 ÷ 100 = 9分').waitFor()
    await saved(page)
    assert.deepEqual((await stored('d9'))['actual'], { from: 'entered', value: '90' })
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('99.5 分（满分 100），优').waitFor()
    await saved(page)
    assert.deepEqual((await stored('d9'))['actual'], { from: 'entered', value: '95' })
  })
})

test('失了分没写原因：照样存得下，字段旁边说要写；写了就不再说', async () => {
  await visitYear({ browser, work }, { ...desktop, address: 'evaluation' }, async (page) => {
    const row = page.locator('#indicator-d8')
    await row.getByLabel('廉洁自律问题的实际完成值').fill('1')
    await row.getByText('得分 0 低于分值 7.5，须填写偏差原因').waitFor()
    await saved(page)
    assert.deepEqual((await stored('d8'))['actual'], { from: 'entered', value: '1' })
    const checks = page.getByRole('complementary', { name: '说明' })
    await checks.getByText('指标「廉洁自律问题」得分0分，低于分值7.5分，但没有写偏差原因和改进措施').waitFor()
    const told = await page.context().newPage()
    await told.goto(page.url().replace(/evaluation.*$/, 'findings'))
    const lines = told.getByRole('listitem').filter({ hasText: '廉洁自律问题' })
    await lines.filter({ hasText: '没有写偏差原因' }).waitFor()
    assert.equal(await lines.filter({ hasText: '低于分值' }).count(), 1, '审核意见里只说一次')
    await told.close()
    await row.getByLabel('廉洁自律问题的偏差原因').fill('一名工作人员受到提醒谈话。')
    await page.keyboard.press('Tab')
    await row.getByText('须填写偏差原因').waitFor({ state: 'detached' })
    await saved(page)
    assert.equal((await stored('d8'))['varianceReason'], '一名工作人员受到提醒谈话。')
    await row.getByLabel('廉洁自律问题的实际完成值').fill('0')
    await page.keyboard.press('Tab')
    await page.getByText('99.5 分（满分 100），优').waitFor()
    await saved(page)
  })
})

test('只用键盘：选一项，写改进措施，手工评分要有理由才采用', async () => {
  await visitYear({ browser, work }, { ...desktop, address: 'evaluation' }, async (page) => {
    await page.getByRole('button', { name: '银企对接活动' }).focus()
    await page.keyboard.press('Enter')
    const measure = page.getByLabel('银企对接活动的改进措施')
    await measure.waitFor()
    for (let step = 0; step < 8 && !(await measure.evaluate((each) => each === document.activeElement)); step++)
      await page.keyboard.press('Tab')
    await page.keyboard.type('明年每季度办一次。')
    const points = page.getByLabel('银企对接活动改为几分')
    for (let step = 0; step < 40 && !(await points.evaluate((each) => each === document.activeElement)); step++)
      await page.keyboard.press('Tab')
    await page.keyboard.type('6')
    await page.keyboard.press('Tab')
    await saved(page)
    assert.equal((await stored('d5'))['override'], undefined)
    assert.equal((await stored('d5'))['improvement'], '明年每季度办一次。')
    await page.keyboard.type('活动规模偏小')
    await page.keyboard.press('Tab')
    await page.getByText('98 分（满分 100），优').waitFor()
    await saved(page)
    assert.deepEqual((await stored('d5'))['override'], { points: '6', reason: '活动规模偏小' })
    await page.getByRole('button', { name: '取消手工评分' }).click()
    await page.getByText('99.5 分（满分 100），优').waitFor()
  })
})

test('部门负责人只看不改；项目的自评表有自己的地址', async () => {
  const address = `evaluation/${encodeURIComponent('落实政府工作报告')}`
  await visitYear({ browser, work }, { ...desktop, role: 'leader', address }, async (page) => {
    await page.getByRole('heading', { name: '2023年度落实政府工作报告项目支出绩效自评表' }).waitFor()
    await page.getByText('上级约稿增多，报送数量超出年初预计。').waitFor()
    assert.equal(await page.locator('.official input, .official textarea').count(), 0)
  })
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`无障碍检查没有严重问题，手机上页面不横向滚动：${colorScheme}`, async () => {
    await visitYear(
      { browser, work },
      { ...desktop, colorScheme, address: 'evaluation?indicator=d9' },
      async (page) => {
        await page.locator('.chart svg').nth(1).waitFor()
        await page.getByText('要处理的').first().waitFor()
        await noSeriousIssue(page)
      },
    )
    await visitYear({ browser, work }, { ...phone, colorScheme, address: 'evaluation?indicator=d9' }, async (page) => {
      await page.locator('.chart svg').nth(1).waitFor()
      await noSidewaysScroll(page)
    })
  })

test('一个项目钱花得少、分打得高，在图上、表里都指出来，点名字就到它的自评表', async () => {
  const { body } = await clerk.get(`${ledgerPath}/entries/payments?equals=${encodeURIComponent('{"project":"p4"}')}`)
  const [{ voucher, amount }] = body['entries'] as [{ voucher: string; amount: string }]
  const pay = (was: string, next: string) =>
    clerk.send('PATCH', `${ledgerPath}/entries/payments`, {
      key: [voucher],
      was: { amount: was },
      set: { amount: next },
    })
  assert.equal((await pay(amount, '192000')).status, 200)
  await visitYear({ browser, work }, { ...desktop, address: 'evaluation' }, async (page) => {
    await page.getByText('6 个评价对象里，1 个得分 90 以上而执行率不到 80%：核电工作').first().waitFor()
    const row = page.getByRole('row').filter({ hasText: '得分高、执行低' })
    await row.getByText('60%').waitFor()
    await row.getByRole('link', { name: '核电工作' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '2023年度核电工作项目支出绩效自评表' }).waitFor()
  })
  assert.equal((await pay('192000', amount)).status, 200)
})

test('印出来：写明是谁、哪一年，表印全部栏目，不印按钮', async () => {
  await visitYear({ browser, work }, { ...desktop, address: 'budget/payments' }, async (page) => {
    await page.getByText('共 16 条').waitFor()
    await page.emulateMedia({ media: 'print' })
    const printed = page.getByRole('table', { name: /国库支付（共 16 条，合计 [\d,.]+ 元）/ })
    for (const column of ['凭证号', '经济科目', '用途'])
      await printed.getByRole('columnheader', { name: column }).waitFor()
    await page.getByText('桃江县人民政府办公室 2023年').waitFor()
    assert.equal(await page.getByRole('button').filter({ visible: true }).count(), 0)
  })
})
