import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from '@playwright/test'
import { type Person, type WorkServer, ledgerPath, workServer } from '../work/work-server.ts'
import { openBrowser } from './open-browser.ts'
import { noSeriousIssue, picture } from './page-checks.ts'
import { type As, sitDown } from './sit-down.ts'

let work: WorkServer
let browser: Browser
let clerk: Person
const as: As = (role, look, run) => sitDown({ work, browser }, role, look, run)
before(async () => {
  work = await workServer()
  browser = await openBrowser()
  clerk = await work.signIn('clerk')
  const { body } = await clerk.get(`${ledgerPath}/entries/sections`)
  const own = (body['entries'] as Record<string, unknown>[]).find(
    ({ scope, outline }) => scope === 'department' && outline === 'problems',
  )
  const text = `${String(own?.['text'])}\n年末退休人员33人。`
  const changes: [method: string, list: string, body: object][] = [
    ['PATCH', 'sections', { key: ['department', 'problems'], was: { text: own?.['text'] }, set: { text } }],
    ['POST', 'baseItems', { entry: { item: 'three-public.total', column: 'original', amount: '990000' } }],
  ]
  for (const [method, list, sent] of changes)
    assert.equal((await clerk.send(method, `${ledgerPath}/entries/${list}`, sent)).status, 200)
})
after(async () => {
  await browser?.close()
  await work?.close()
})

const findings = 'ledger/430922/001/2023/findings'
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    return at?.getAttribute('aria-label') ?? at?.getAttribute('col-id') ?? ''
  })
/** Waits until the focus is there. */
async function isFocused(page: Page, name: RegExp): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    if (name.test(await focused(page))) return
    await page.waitForTimeout(100)
  }
  assert.match(await focused(page), name)
}
const line = (page: Page, text: string | RegExp) => page.locator('li.finding').filter({ hasText: text }).first()

test('成稿核对的一条：两处原文都列出，各有去改的地方；点一下，光标就在那一格里', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(findings)
    const sum = line(page, '2023年预算数三公经费99.00万元')
    await sum.getByText('16.56', { exact: true }).waitFor()
    await noSeriousIssue(page)
    await sum.evaluate((card) => {
      card.scrollIntoView()
      window.scrollBy(0, -70)
    })
    await picture(page, '审核意见-指到登记')
    await sum.getByRole('link', { name: '去改这一处' }).click()
    await isFocused(page, /^三公经费 本年预算$/)
    await page.goBack()
    await line(page, '2023年预算数三公经费99.00万元').getByRole('link', { name: '基础数据：金额' }).last().click()
    await isFocused(page, /^公务接待 本年预算$/)
  })
})

test('一边是正文里打进去的数，一边是登记的数：只用键盘，各走到各的地方', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(findings)
    const go = async (name: string) => {
      await line(page, /退休人员.*33人/)
        .getByRole('link', { name })
        .first()
        .focus()
      await page.keyboard.press('Enter')
    }
    await line(page, /退休人员.*33人/).waitFor()
    await go('编制与人员：退休人数')
    await isFocused(page, /^retired/)
    assert.match(await page.getByRole('gridcell').filter({ hasText: '34' }).first().innerText(), /34/)
    await page.goBack()
    await line(page, /退休人员.*33人/).waitFor()
    await go('报告正文：正文')
    await isFocused(page, /存在的主要问题$/)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('制度还有空白。')
    await page.getByRole('status').getByText('已保存', { exact: true }).first().waitFor()
    await page.goto(`${work.server.url}#/${findings}`)
    await page.getByRole('heading', { name: '审核意见' }).waitFor()
    await line(page, '三公经费').waitFor()
    // Once what was typed is stored, the list is read anew.
    await line(page, /退休人员.*33人/).waitFor({ state: 'detached' })
  })
})

test('送审时列出的每一条也指到那一格', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open('ledger/430922/001/2023/submission')
    await page.getByRole('button', { name: '送审' }).click()
    const against = page.getByRole('alert').getByRole('listitem').filter({ hasText: '三公经费' }).first()
    await against.getByRole('link', { name: '去改这一处' }).click()
    await isFocused(page, /^三公经费 本年预算$/)
  })
})
