import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from '@playwright/test'
import { pressAt, tabTo, typeInto } from './keyboard.ts'
import { account, signInAt } from './new-department.ts'
import { office, saved } from './office.ts'
import { fineInEveryLook, picture } from './page-checks.ts'

const place = office(async (work) => {
  await account(work, 'archive-clerk', 'clerk', '002')
  await account(work, 'archive-leader', 'leader', '002')
  await account(work, 'sports-clerk', 'clerk', '003')
})
const sitDown = (login: string, run: (page: Page) => Promise<void>) => signInAt(place, login, run)

const task = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '一年的工作' }).getByRole('link', { name, exact: true }).click()

/** Copies lines, as out of a workbook, into the empty table on the page. */
async function paste(page: Page, name: string, lines: readonly (readonly string[])[]): Promise<void> {
  const table = page.getByRole('region', { name, exact: true })
  await table.getByText('还没有登记：按“新增一行”').waitFor()
  await table.getByRole('button', { name: '新增一行' }).click()
  await page.waitForFunction(() => document.activeElement?.closest('.ag-row.added'))
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    },
    lines.map((line) => line.join('\t')).join('\n'),
  )
  await saved(page)
}

test('新部门的填报人第一次来，只用键盘建立账本，工作台说先做什么', async () => {
  await sitDown('sports-clerk', async (page) => {
    await page.getByText('部门 003 还没有账本').waitFor()
    await pressAt(page, page.getByRole('button', { name: '建立账本' }))
    await page.getByText('请写单位全称').waitFor()
    await fineInEveryLook(page)
    await tabTo(page, page.getByLabel('单位全称'), 'Shift+Tab')
    await page.keyboard.type('桃江县体育中心')
    await typeInto(page, page.getByLabel('简称（可不填）'), '县体育中心')
    await tabTo(page, page.getByRole('spinbutton', { name: '年度' }))
    await page.keyboard.press('Control+A')
    await page.keyboard.type('2023')
    await picture(page, '第一本账本')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '工作台' }).waitFor()
    await page.getByText('桃江县体育中心 2023年').first().waitFor()
    await page.getByText('先登记年初批复的预算，可以导入').waitFor()
  })
})

test('空白的一年从头填到送审、通过、下载，全在网页上', async () => {
  await sitDown('archive-leader', async (page) => {
    await page.getByText('还没有账本。填报人建立以后，在这里审核。').waitFor()
  })
  await sitDown('archive-clerk', async (page) => {
    await page.getByLabel('单位全称').fill('桃江县档案馆')
    await page.getByRole('spinbutton', { name: '年度' }).fill('2023')
    await page.getByRole('button', { name: '建立账本' }).click()
    await page.getByRole('heading', { name: '工作台' }).waitFor()
    await task(page, '单位')
    await page.getByText('还没有登记人员编制，编制数和在职人数都空着').waitFor()
    await page.getByRole('link', { name: '编制与人员' }).click()
    await paste(page, '编制与人员', [
      ['单位', '行政编制', '在职人数', '退休人数'],
      ['桃江县档案馆', '10', '9', '2'],
    ])
    await page.getByText('还没有登记人员编制').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: '基础数据' }).click()
    for (const [label, amount] of [
      ['公务接待 上年决算', '2'],
      ['公务接待 本年预算', '2'],
      ['政府采购金额 本年决算', '0'],
    ] as const) {
      await page.getByLabel(label).fill(amount)
      await page.keyboard.press('Tab')
      await saved(page)
    }
    await task(page, '预算与执行')
    await page.getByRole('link', { name: '预算指标' }).first().click()
    await paste(page, '预算指标', [
      ['指标编号', '类别', '金额（元）', '单位', '资金来源', '支出性质', '项目', '功能科目', '经济科目'],
      ['1', '年初批复', '1,000,000', '桃江县档案馆', '一般公共预算', '基本支出', '', '2012604', '30101'],
    ])
    await page.getByText('合计 1,000,000.00 元').waitFor()
    await page.getByRole('link', { name: '国库支付' }).click()
    await paste(page, '国库支付', [
      ['凭证号', '日期', '金额（元）', '单位', '资金来源', '支出性质', '项目', '功能科目', '经济科目'],
      ['Z1', '2023/6/30', '400,000', '桃江县档案馆', '一般公共预算', '基本支出', '', '2012604', '30101'],
      ['Z2', '2023/12/20', '600,000', '桃江县档案馆', '一般公共预算', '基本支出', '', '2012604', '30217'],
    ])
    await page.getByText('合计 1,000,000.00 元').waitFor()
    await page.getByRole('link', { name: '执行情况' }).click()
    await page.getByText('截至12月支出进度 100.00%').first().waitFor()
    await task(page, '目标与指标')
    await page.getByLabel('年度总体目标').fill('接收到期档案，方便群众查档。')
    for (const [level, name, target, unit, weight] of [
      ['产出指标', '接收档案', '500', '卷', '50'],
      ['效益指标', '查档群众', '300', '人次', '30'],
      ['满意度指标', '查档群众满意度', '90', '%', '10'],
    ] as const) {
      await page.getByRole('button', { name: `增加${level}` }).click()
      await page.getByLabel('三级指标名称', { exact: true }).waitFor()
      await page.keyboard.type(name)
      await page.keyboard.press('Tab')
      for (const [field, text] of Object.entries({ 目标值: target, 单位: unit, 分值: weight })) {
        await page.getByLabel(`${name}的${field}`).fill(text)
        await page.keyboard.press('Tab')
      }
    }
    await page.getByText('90 / 90 分').waitFor()
    await saved(page)
    await task(page, '绩效自评')
    await page.getByRole('region', { name: '预算资金' }).getByText('100.00%').waitFor()
    await page.getByLabel('实际完成情况').fill('到期档案都已接收，查档比去年多。')
    for (const [name, value] of [
      ['接收档案', '520'],
      ['查档群众', '270'],
      ['查档群众满意度', '95'],
    ] as const) {
      await page.getByLabel(`${name}的实际完成值`).fill(value)
      await page.keyboard.press('Tab')
    }
    await page.getByText('得分 27 低于分值 30，须填写偏差原因').waitFor()
    await page.getByLabel('查档群众的偏差原因').fill('部分档案还没有数字化，到馆的人少。')
    await page.getByLabel('查档群众的改进措施').fill('加快数字化，开通网上查档。')
    await page.keyboard.press('Tab')
    await page.getByText('须填写偏差原因').waitFor({ state: 'detached' })
    await saved(page)
    await task(page, '报告')
    await page.getByRole('link', { name: '写正文' }).click()
    await page.getByLabel('部门整体：部门基本情况').waitFor()
    for (const field of await page.locator('main textarea').all()) {
      await field.fill('照实写明。')
      await page.keyboard.press('Tab')
    }
    await saved(page)
    await task(page, '提交与审批')
    await page.getByText('现在有错误 0 处、提醒 0 处，待定问题 1 个').waitFor()
    await page.getByRole('button', { name: '送审' }).click()
    await page.getByText('待审核').first().waitFor()
  })
  await sitDown('archive-leader', async (page) => {
    await task(page, '提交与审批')
    await page.getByRole('button', { name: '审核通过' }).click()
    await page.getByText('待财政审核').first().waitFor()
  })
  await sitDown('finance-reviewer', async (page) => {
    const row = page.getByRole('row').filter({ hasText: '桃江县档案馆' })
    await row.getByText('97').waitFor()
    await row.getByRole('link', { name: '提交与审批' }).click()
    await page.getByRole('button', { name: '财政通过' }).click()
    await page.getByText('已通过').first().waitFor()
  })
  await sitDown('archive-clerk', async (page) => {
    await task(page, '报告')
    await page.getByRole('button', { name: /生成整套/ }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.getByRole('region', { name: '任务进展' }).getByRole('link', { name: '下载' }).click({ timeout: 60_000 }),
    ])
    assert.equal(download.suggestedFilename(), '桃江县档案馆2023年绩效报告.zip')
    assert.ok(statSync(await download.path()).size > 50_000)
  })
})
