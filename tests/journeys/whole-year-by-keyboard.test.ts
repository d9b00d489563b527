import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { test } from 'node:test'
import type { Locator, Page } from '@playwright/test'
import { pressAt, tabTo, typeInto } from './keyboard.ts'
import { account, signInAt } from './new-department.ts'
import { office, saved } from './office.ts'

const place = office(async (work) => {
  await account(work, 'archive-clerk', 'clerk', '002')
  await account(work, 'archive-leader', 'leader', '002')
})
const sitDown = (login: string, run: (page: Page) => Promise<void>) => signInAt(place, login, run)

const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page | Locator, name: string) => page.getByRole('link', { name, exact: true })

/** Walks to a page of the year in the list of tasks. */
async function goToTask(page: Page, name: string): Promise<void> {
  await pressAt(page, link(page.getByRole('navigation', { name: '一年的工作' }), name))
  await page
    .getByRole('heading', { level: 1 })
    .filter({ hasText: name.slice(-2) })
    .waitFor()
}

/**
 * Adds a line to a table and fills it in cell by cell: Enter opens the first cell, Tab goes on to the next one, typing never
 * waits for what is being stored. A number: the word that many steps down the choice, the first of which opens it; nothing: the cell stays as it is.
 */
async function fillLine(page: Page, name: string, cells: readonly (string | number | undefined)[]): Promise<void> {
  const table = page.getByRole('region', { name, exact: true })
  await pressAt(page, button(table, '新增一行'))
  await page.waitForFunction(() => document.activeElement?.closest('.ag-row.added [col-id]'))
  await page.keyboard.press('Enter')
  for (const [at, cell] of cells.entries()) {
    if (at > 0) await page.keyboard.press('Tab')
    if (typeof cell === 'string') await page.keyboard.type(cell, { delay: 30 })
    if (typeof cell !== 'number') continue
    for (let step = 0; step < cell; step += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => !document.querySelector('.ag-row.added'))
  await saved(page)
}

/** A round of 绩效监控 at the end of July: values, a goal that lags, why, and what is done about it. */
async function watchTheYear(page: Page): Promise<void> {
  await goToTask(page, '绩效监控')
  await page.getByText('还没有做过监控').waitFor()
  await pressAt(page, button(page, '增加一期'))
  await page.getByText('支出 80.00 万元，占全年预算 80.00%，计划进度 58.33%').first().waitFor()
  await typeInto(page, page.getByLabel('接收档案到这天的值'), '300')
  await typeInto(page, page.getByLabel('查档群众到这天的值'), '100')
  await page.keyboard.press('Tab')
  await page
    .getByRole('row', { name: /查档群众/ })
    .getByText('红', { exact: true })
    .waitFor()
  await tabTo(page, page.getByLabel('查档群众完成目标的可能性'))
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowDown')
  await tabTo(page, page.getByLabel('查档群众的原因：人员保障'))
  await page.keyboard.press('Space')
  await typeInto(page, page.getByLabel('查档群众的原因说明'), '查档窗口只有一人。')
  await typeInto(page, page.getByLabel('偏差或不能完成目标的原因'), '查档窗口人手少，宣传不够。')
  await typeInto(page, page.getByLabel('整改措施和建议'), '九月起办公室抽调一人到窗口。')
  await page.keyboard.press('Tab')
  await page.getByText('须写').waitFor({ state: 'detached' })
  await saved(page)
}

test('没有账本的部门，一年只用键盘：建账本、编制、项目、预算、支付、目标和指标、监控、自评、报告、送审、审核、下载', async () => {
  await sitDown('archive-clerk', async (page) => {
    await typeInto(page, page.getByLabel('单位全称'), '桃江县档案馆')
    await tabTo(page, page.getByRole('spinbutton', { name: '年度' }))
    await page.keyboard.press('Control+A')
    await page.keyboard.type('2023')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '工作台' }).waitFor()
    await goToTask(page, '单位')
    await pressAt(page, link(page, '编制与人员'))
    await fillLine(page, '编制与人员', [undefined, '10', '', '', '', '', '', '9', '', '2'])
    await page.getByRole('gridcell', { name: '9', exact: true }).waitFor()
    await pressAt(page, link(page, '基础数据'))
    await typeInto(page, page.getByLabel('公务接待 上年决算'), '2')
    await typeInto(page, page.getByLabel('公务接待 本年预算'), '2')
    await page.keyboard.press('Tab')
    await saved(page)

    await goToTask(page, '项目')
    await fillLine(page, '项目登记', ['x1', '档案数字化', undefined, undefined, '2023年', 2, '200000'])
    await page.getByRole('gridcell', { name: '200,000.00' }).waitFor()

    await goToTask(page, '预算与执行')
    await pressAt(page, link(page, '预算指标').first())
    await fillLine(page, '预算指标', [
      '1',
      1,
      '800000',
      undefined,
      undefined,
      undefined,
      undefined,
      '2012604',
      '30101',
      '桃财预〔2023〕1号',
    ])
    await page.getByText('合计 800,000.00 元').waitFor()
    // Typed while the line was being stored.
    await page.getByRole('gridcell', { name: '桃财预〔2023〕1号', exact: true }).waitFor()
    await fillLine(page, '预算指标', ['2', 1, '200000', undefined, undefined, 1, 1, '2012604', '30299'])
    await page.getByText('合计 1,000,000.00 元').waitFor()
    await pressAt(page, link(page, '国库支付'))
    await fillLine(page, '国库支付', [
      'Z1',
      '2023-06-30',
      '800000',
      undefined,
      undefined,
      undefined,
      undefined,
      '2012604',
      '30101',
      '工资',
    ])
    await fillLine(page, '国库支付', [
      'Z2',
      '2023-12-20',
      '200000',
      undefined,
      undefined,
      2,
      2,
      '2012604',
      '30299',
      '扫描加工',
    ])
    await page.getByText('合计 1,000,000.00 元').waitFor()
    await page.getByRole('gridcell', { name: '扫描加工', exact: true }).waitFor()
    await pressAt(page, link(page, '执行情况'))
    await page.getByText('截至12月支出进度 100.00%').first().waitFor()

    await goToTask(page, '目标与指标')
    await typeInto(page, page.getByLabel('年度总体目标'), '接收到期档案，方便群众查档。')
    for (const [level, name, target, unit, weight] of [
      ['产出指标', '接收档案', '500', '卷', '50'],
      ['效益指标', '查档群众', '300', '人次', '30'],
      ['满意度指标', '查档群众满意度', '90', '%', '10'],
    ] as const) {
      await pressAt(page, button(page, `增加${level}`))
      await page.waitForFunction(() => document.activeElement?.matches('input'))
      await page.keyboard.type(name)
      // Past the sign to the target, the unit, the weight.
      await page.keyboard.press('Tab')
      for (const text of [target, unit, weight]) {
        await page.keyboard.press('Tab')
        await page.keyboard.type(text)
      }
      await page.keyboard.press('Tab')
    }
    await page.getByText('90 / 90 分').waitFor()
    await saved(page)

    await watchTheYear(page)

    await goToTask(page, '绩效自评')
    await page.getByRole('region', { name: '预算资金' }).getByText('100.00%').waitFor()
    await typeInto(page, page.getByLabel('实际完成情况'), '到期档案都已接收，查档比去年多。')
    await typeInto(page, page.getByLabel('接收档案的实际完成值'), '520')
    await typeInto(page, page.getByLabel('查档群众的实际完成值'), '270')
    await page.getByText('2023年7月31日监控时为 100人次').waitFor()
    await typeInto(page, page.getByLabel('查档群众满意度的实际完成值'), '95')
    await page.keyboard.press('Tab')
    await page.getByText('得分 27 低于分值 30，须填写偏差原因').waitFor()
    await tabTo(page, page.getByLabel('查档群众的偏差原因'), 'Shift+Tab')
    await page.keyboard.type('部分档案还没有数字化，到馆的人少。')
    await typeInto(page, page.getByLabel('查档群众的改进措施'), '加快数字化，开通网上查档。')
    await page.keyboard.press('Tab')
    await page.getByText('须填写偏差原因').waitFor({ state: 'detached' })
    await saved(page)

    await goToTask(page, '报告')
    await pressAt(page, link(page, '写正文'))
    await page.getByLabel('部门整体：部门基本情况').waitFor()
    const texts = page.locator('main textarea')
    for (let at = 0; at < (await texts.count()); at += 1) await typeInto(page, texts.nth(at), '照实写明。')
    await page.keyboard.press('Tab')
    await saved(page)

    await goToTask(page, '提交与审批')
    await page.getByText('现在有错误 0 处').waitFor()
    await pressAt(page, button(page, '送审'))
    await page.getByText('待审核').first().waitFor()
  })
  await sitDown('archive-leader', async (page) => {
    await goToTask(page, '提交与审批')
    await pressAt(page, button(page, '审核通过'))
    await page.getByText('待财政审核').first().waitFor()
  })
  await sitDown('finance-reviewer', async (page) => {
    const row = page.getByRole('row').filter({ hasText: '桃江县档案馆' })
    await pressAt(page, row.getByRole('link', { name: '提交与审批' }))
    await pressAt(page, button(page, '财政通过'))
    await page.getByText('已通过').first().waitFor()
  })
  await sitDown('archive-clerk', async (page) => {
    await goToTask(page, '报告')
    await pressAt(page, page.getByRole('button', { name: /生成整套/ }))
    const download = page.getByRole('region', { name: '任务进展' }).getByRole('link', { name: '下载' })
    await download.waitFor({ timeout: 60_000 })
    await tabTo(page, download)
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    assert.equal(file.suggestedFilename(), '桃江县档案馆2023年绩效报告.zip')
    assert.ok(statSync(await file.path()).size > 50_000)
  })
})
