import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from '@playwright/test'
import { ledgerPath } from '../work/work-server.ts'
import { office, saved, year } from './office.ts'
import { noSeriousIssue } from './page-checks.ts'

const place = office()
const { as } = place

async function entryOf(list: string, field: string, value: string): Promise<Record<string, unknown> | undefined> {
  const clerk = await place.work.signIn('clerk')
  const { body } = await clerk.get(`${ledgerPath}/entries/${list}?limit=500`)
  return (body['entries'] as Record<string, unknown>[]).find((each) => each[field] === value)
}

const leaves: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['按后退键', (page) => page.goBack()],
  ['重新打开网页', (page) => page.reload()],
  ['去看别的页', (page) => page.getByRole('link', { name: '单位', exact: true }).click()],
]
for (const [how, leave] of leaves)
  test(`格里正打着字，${how}：打的字存下来`, async () => {
    await as('clerk', {}, async (open) => {
      await open(`${year}/desk`)
      const page = await open(`${year}/budget/payments`)
      const purpose = page.locator('.ag-row[row-index="2"] .ag-cell[col-id^="purpose"]')
      await purpose.dblclick()
      await page.keyboard.press('Control+A')
      await page.keyboard.type(`公务接待费，${how}`)
      await leave(page)
      await saved(page)
      assert.equal((await entryOf('payments', 'voucher', '汇总-03'))?.['purpose'], `公务接待费，${how}`)
    })
  })

test('大格里正打着几行字，按后退键：打的字存下来', async () => {
  await as('clerk', {}, async (open) => {
    await open(`${year}/desk`)
    const page = await open(`${year}/projects`)
    await page.locator('.ag-row[row-index="0"] .ag-cell[col-id^="summary"]').dblclick()
    await page.locator('.ag-popup-editor textarea').waitFor()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('另有一句。')
    await page.goBack()
    await saved(page)
    assert.match(String((await entryOf('projects', 'id', 'p1'))?.['summary']), /另有一句。$/)
  })
})

test('支出申请写到一半：去看别的页、重新打开，还在原处；保存了、放弃了才空', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/projects/p1`)
    await page.getByText('写一份申请').click()
    await page.getByLabel('金额（元）').fill('12000')
    await page.getByLabel('用途').fill('租车')
    await page.getByRole('link', { name: '单位', exact: true }).click()
    await page.getByRole('heading', { name: '单位', exact: true }).waitFor()
    await page.goBack()
    assert.equal(await page.getByLabel('用途').inputValue(), '租车')
    await page.reload()
    assert.equal(await page.getByLabel('金额（元）').inputValue(), '12000')
    await noSeriousIssue(page)
    await page.goto(`${place.work.server.url}#/${year}/projects/p2`)
    await page.getByRole('heading', { name: '落实政府工作报告' }).waitFor()
    assert.equal(await page.getByRole('button', { name: '放弃没有保存的' }).count(), 0, '别的项目的申请是另一份')
    await page.goBack()
    await page.getByLabel('收款人').fill('租车公司')
    await page.getByLabel('功能科目').fill('2010302')
    await page.getByLabel('经济科目').fill('30239')
    await page.getByRole('button', { name: '保存申请' }).click()
    await page.getByRole('article').first().waitFor()
    const given = page.getByRole('button', { name: '放弃没有保存的' })
    await given.waitFor({ state: 'detached' })
    const purpose = page.locator('form#new-request').getByLabel('用途')
    assert.equal(await purpose.inputValue(), '')
    await purpose.fill('不要了')
    await given.click()
    await given.waitFor({ state: 'detached' })
    assert.equal(await purpose.inputValue(), '')
  })
})

test('自己定一种台账写到一半：重新打开还在；保存以后再来是空的', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/records/new`)
    await page.getByLabel('台账名称').fill('走访')
    await page.getByLabel('第1个栏目 栏目名称').fill('走访对象')
    await page.reload()
    assert.equal(await page.getByLabel('台账名称').inputValue(), '走访')
    assert.equal(await page.getByLabel('第1个栏目 栏目名称').inputValue(), '走访对象')
    await noSeriousIssue(page)
    await page.getByRole('button', { name: '保存这种台账' }).click()
    await page.getByRole('link', { name: '走访', exact: true }).waitFor()
    await open(`${year}/records/new`)
    assert.equal(await page.getByLabel('台账名称').inputValue(), '')
  })
})

test('断网时写的答复：去看别的页、重新打开都还在，连上以后自己存上', async () => {
  const steps = async (login: string, body: object) =>
    assert.equal(
      (await (await place.work.signIn(login)).send('POST', `${ledgerPath}/submission/steps`, body)).status,
      200,
    )
  await steps('clerk', { action: 'submit' })
  await steps('leader', { action: 'return', points: ['补佐证'] })
  const stored = async () => {
    const { body } = await (await place.work.signIn('clerk')).get(`${ledgerPath}/submission`)
    const last = (body['steps'] as { points: { answer?: string }[] }[]).at(-1)
    return last?.points[0]?.answer
  }
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/submission`)
    const answer = page.getByLabel('答复第 1 条')
    await answer.waitFor()
    await page.route('**/submission/answers', (route) => route.abort())
    await answer.fill('已补了一份会议记录')
    await page.getByRole('link', { name: '单位', exact: true }).click()
    await page.getByRole('heading', { name: '单位', exact: true }).waitFor()
    await page.goBack()
    assert.equal(await answer.inputValue(), '已补了一份会议记录')
    await page.reload()
    assert.equal(await answer.inputValue(), '已补了一份会议记录')
    assert.equal(await stored(), undefined)
    await page.unroute('**/submission/answers')
    await page.getByText('已答复').waitFor()
    assert.equal(await stored(), '已补了一份会议记录')
  })
})
