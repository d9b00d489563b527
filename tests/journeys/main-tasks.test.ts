import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ledgerPath } from '../work/work-server.ts'
import { arrowTo } from './keyboard.ts'
import { office, saved, year } from './office.ts'
import { fineInEveryLook, picture } from './page-checks.ts'

const place = office()
const { as } = place

const tasks = async () => {
  const clerk = await place.work.signIn('clerk')
  return (await clerk.get(`${ledgerPath}/entries/tasks`)).body['entries'] as Record<string, unknown>[]
}

/** The fields of a task, by the number of their column. */
const fields = { name: 2, content: 3, projects: 4, amount: 5 } as const

test('年度主要任务：用鼠标新增一条，写项目编号；没有登记的项目存得下，当场说要改', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/unit`)
    await page.getByRole('link', { name: '年度主要任务' }).click()
    await page.getByText('项目编号：p1 改善民生、为民办实事、督查工作；p2 落实政府工作报告').waitFor()
    const table = page.getByRole('region', { name: '年度主要任务', exact: true })
    await table.getByRole('button', { name: '新增一行' }).click()
    const type = async (field: keyof typeof fields, text: string) => {
      await page.locator(`.ag-row .ag-cell[aria-colindex="${fields[field]}"]`).last().dblclick()
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
      await page.locator('.ag-popup-editor').waitFor({ state: 'detached' })
    }
    await type('name', '核电前期')
    await type('content', '厂址保护、巡查、科普')
    await saved(page)
    await type('projects', 'p99')
    await page.getByText('年度主要任务「核电前期」写的项目「p99」没有登记，请改正编号或先登记项目').waitFor()
    await type('projects', 'p4')
    await page.getByText('没有要处理的。').waitFor()
    assert.deepEqual(await tasks(), [{ name: '核电前期', content: '厂址保护、巡查、科普', projects: ['p4'] }])
    await fineInEveryLook(page)
    await picture(page, '年度主要任务')
  })
})

test('年度主要任务：只用键盘再加一条没有项目的，写预算总额；超过年初预算当场说', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/unit/tasks`)
    const table = page.getByRole('region', { name: '年度主要任务', exact: true })
    await table.getByRole('gridcell', { name: '核电前期' }).waitFor()
    await table.getByRole('button', { name: '新增一行' }).focus()
    await page.keyboard.press('Enter')
    // The first cell of the new line has the focus.
    await page.waitForFunction(() => document.activeElement?.closest('.ag-row.added'))
    await page.keyboard.press('Enter')
    await page.keyboard.type('机关运转')
    // Tab goes on typing in the next cell.
    await page.keyboard.press('Tab')
    await page.keyboard.type('会议、公文、值班')
    await page.keyboard.press('Enter')
    await saved(page)
    await table.getByRole('gridcell', { name: '机关运转' }).waitFor()
    const amount = async (text: string) => {
      await arrowTo(page, 'amount')
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => document.activeElement?.matches('[col-id] input'))
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    }
    await amount('2000万元')
    await page.getByText('年度主要任务的预算合计2032.00万元超过年初预算969.06万元，请核对').waitFor()
    await amount('600万元')
    await page.getByText('没有要处理的。').waitFor()
    assert.deepEqual((await tasks()).at(-1), { name: '机关运转', content: '会议、公文、值班', amount: '6000000' })
  })
})
