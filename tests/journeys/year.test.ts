import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from '@playwright/test'
import { ledgerPath, password } from '../work/work-server.ts'
import { office, saved } from './office.ts'
import { noSeriousIssue, picture } from './page-checks.ts'

const place = office()

/** A page of a new person at the product; fails when a script fails. */
async function sitDown(run: (page: Page) => Promise<void>): Promise<void> {
  const context = await place.browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  try {
    await page.goto(place.work.server.url)
    await run(page)
    assert.deepEqual(complaints, [])
  } finally {
    await context.close()
  }
}

/** `lands`: the heading of the page the role comes to. */
async function signIn(page: Page, login: string, lands: string | RegExp = '工作台'): Promise<void> {
  await page.goto(`${place.work.server.url}#/sign-in`)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: lands, level: 1 }).waitFor()
}

const task = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '一年的工作' }).getByRole('link', { name, exact: true }).click()
const total = async (list: string) => {
  const clerk = await place.work.signIn('clerk')
  return (await clerk.get(`${ledgerPath}/entries/${list}`)).body as {
    total: number
    sum?: string
    entries: Record<string, unknown>[]
  }
}

test('填报人登录，从 Excel 粘贴两笔支付、改一格、撤销、删去；每一步都存下来', async () => {
  await sitDown(async (page) => {
    await signIn(page, 'clerk')
    await picture(page, '工作台')
    await task(page, '预算与执行')
    await page.getByRole('link', { name: '国库支付' }).click()
    await page.getByRole('gridcell', { name: '汇总-01' }).waitFor()
    await page.getByRole('button', { name: '新增一行' }).click()
    await page.locator('.ag-row.added .ag-cell').nth(1).click()
    const block = [
      [
        'T-01',
        '2023/12/30',
        '1,200.50',
        '县政府办公室',
        '一般公共预算',
        '基本支出',
        '',
        '2010301',
        '30201',
        '办公用品',
      ],
      ['T-02', '2023.12.31', '0.3万元', '县政府办公室', '一般公共预算', '基本支出', '', '2010301', '30211', '差旅'],
    ]
    await pasteText(page, block.map((row) => row.join('\t')).join('\n'))
    await saved(page)
    const { entries } = await total('payments')
    const added = entries.filter(({ voucher }) => String(voucher).startsWith('T-'))
    assert.deepEqual(
      added.map(({ voucher, date, amount, purpose }) => [voucher, date, amount, purpose]),
      [
        ['T-01', '2023-12-30', '1200.5', '办公用品'],
        ['T-02', '2023-12-31', '3000', '差旅'],
      ],
    )
    await page.getByRole('gridcell', { name: '1,200.50' }).dblclick()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('1300')
    await page.keyboard.press('Enter')
    await page.getByRole('gridcell', { name: '1,300.00' }).waitFor()
    await saved(page)
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByRole('gridcell', { name: '1,200.50' }).waitFor()
    for (const voucher of ['T-01', 'T-02']) await page.getByRole('row', { name: voucher }).getByRole('checkbox').check()
    await page.getByRole('button', { name: '删去 2 行' }).click()
    await saved(page)
    assert.equal((await total('payments')).total, 16)
    await noSeriousIssue(page)
    await page.evaluate(() => {
      for (const part of document.querySelectorAll('.ag-root, .ag-root *')) part.scrollTop = 0
    })
    await page
      .getByText(/^(?:贴入：|已删去 2 行)/)
      .last()
      .waitFor({ state: 'detached' })
    await picture(page, '国库支付')
  })
})

test('只用键盘：登录、到预算指标、改一格文号、存下来', async () => {
  await sitDown(async (page) => {
    await page.goto(`${place.work.server.url}#/sign-in`)
    await page.getByLabel('登录名').waitFor()
    await page.keyboard.type('clerk')
    await page.keyboard.press('Tab')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '工作台' }).waitFor()
    await tabTo(page, '预算与执行')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '预算与执行' }).waitFor()
    await tabTo(page, '预算指标')
    await page.keyboard.press('Enter')
    await page.locator('.ag-row').first().waitFor()
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab')
      if (
        await page.evaluate(
          () =>
            document.activeElement?.closest('.ag-header, .ag-body') !== null &&
            document.activeElement !== document.body,
        )
      )
        break
    }
    await page.keyboard.press('ArrowDown')
    for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('桃财预〔2023〕9号')
    await page.keyboard.press('Enter')
    await saved(page)
    const { entries } = await total('budgetLines')
    assert.ok(
      entries.some((entry) => entry['document'] === '桃财预〔2023〕9号' || entry['economic'] === '桃财预〔2023〕9号'),
    )
  })
})

/** Presses Tab until a link of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return
  }
  assert.fail(`按 Tab 到不了“${name}”`)
}

async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => {
    const data = new DataTransfer()
    data.setData('text/plain', copied)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)
}

test('写正文、看成稿、点一个数看来历、下载整套、送审；审核人退回，答复后再送，两级通过', async () => {
  await sitDown(async (page) => {
    await signIn(page, 'clerk')
    await task(page, '报告')
    await page.getByRole('link', { name: '写正文' }).click()
    const field = page.getByLabel('部门整体：改进措施')
    await field.waitFor()
    await field.press('End')
    await field.pressSequentially('全年开会30次。')
    await page.getByText('「30次」没有绑定账本里的数，也没有注明佐证材料').waitFor()
    await picture(page, '写正文')
    const undo = page.getByRole('button', { name: '撤销' })
    await undo.click()
    await saved(page)
    await field.press('End')
    await field.pressSequentially('责任落实到人。')
    await field.blur()
    await saved(page)
    await page.getByRole('link', { name: '看整套' }).click()
    const paper = page.frameLocator('iframe')
    await paper.locator('data[data-fact]').first().click()
    await page.getByText('这个数从哪里来').waitFor()
    await page.keyboard.press('Escape')
    await paper.locator('data[data-fact*="staff.retired"]').first().click()
    const trace = page.getByRole('dialog').filter({ hasText: '退休人员' })
    await trace.getByText(/^数值：34/).waitFor()
    assert.match((await trace.getByRole('link').first().getAttribute('href')) ?? '', /unit\/staff\?organisation=001/)
    await page.keyboard.press('Escape')
    await noSeriousIssue(page)
    await picture(page, '报告')
    await page.getByRole('button', { name: /生成整套/ }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.getByRole('region', { name: '任务进展' }).getByRole('link', { name: '下载' }).click({ timeout: 60_000 }),
    ])
    assert.equal(download.suggestedFilename(), '县政府办公室2023年绩效报告.zip')
    assert.ok(statSync(await download.path()).size > 100_000)
    await task(page, '提交与审批')
    await page.getByRole('button', { name: '送审' }).click()
    await page.getByText('已送审，等待审核').or(page.getByText('待审核').first()).first().waitFor()
    assert.ok(await undo.isDisabled(), '送审以后改不了，也撤销不了')
  })
  await sitDown(async (page) => {
    await signIn(page, 'leader')
    await task(page, '提交与审批')
    await page.getByLabel('第 1 条意见').fill('退休人数请核对')
    await page.getByRole('button', { name: '退回' }).click()
    await page.getByText('已退回').first().waitFor()
    await task(page, '工作台')
    await page.getByText('（等填报人答复）').waitFor()
    assert.equal(await page.getByRole('link', { name: '去答复' }).count(), 0, '审核人不答复')
  })
  await sitDown(async (page) => {
    await signIn(page, 'clerk')
    await page.getByText('退休人数请核对').waitFor()
    await picture(page, '退回')
    await page.getByRole('link', { name: '去答复' }).click()
    await page.getByRole('button', { name: '送审' }).click()
    await page.getByText(/退回意见第1条还没有答复/).waitFor()
    await page.getByLabel('答复第 1 条').fill('已与编制台账核对，34人无误')
    await page.getByLabel('答复第 1 条').blur()
    await page.getByText('已答复').waitFor()
    await page.getByText(/退回意见第1条还没有答复/).waitFor({ state: 'detached' })
    await noSeriousIssue(page)
    await picture(page, '提交与审批')
    await page.getByRole('button', { name: '送审' }).click()
    await page.getByText('待审核').first().waitFor()
  })
  await sitDown(async (page) => {
    await signIn(page, 'leader')
    await task(page, '提交与审批')
    await page.getByRole('button', { name: '审核通过' }).click()
    await page.getByText('待财政审核').first().waitFor()
  })
  await sitDown(async (page) => {
    await signIn(page, 'performance-office', /./)
    await page.getByRole('row').filter({ hasText: '2023' }).getByRole('link', { name: '绩效自评' }).click()
    await page.getByRole('heading', { name: '绩效自评', level: 1 }).waitFor()
    await task(page, '提交与审批')
    await page.getByRole('button', { name: '财政通过' }).click()
    await page.getByText('已通过').first().waitFor()
  })
  const leader = await place.work.signIn('leader')
  const { body } = await leader.get(`${ledgerPath}/submission`)
  assert.equal(body['state'], 'accepted')
})
