import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Browser, Page } from '@playwright/test'
import { startServer } from '#http/start-server.ts'
import { preparedFolder } from '../work/prepared-folder.ts'
import { openBrowser } from './open-browser.ts'
import { noSeriousIssue } from './page-checks.ts'

const data = preparedFolder('work')
let browser: Browser
let server: { url: string; close(): Promise<void> }
before(async () => {
  process.env['JIHENG_DATA'] = data
  server = await startServer()
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await server?.close()
  rmSync(data, { recursive: true, force: true })
})

const line = '总支出5.00万元，其中基本支出2.00万元、项目支出2.00万元。'
const files = (prefix: string, count: number, lines = 1) =>
  Array.from({ length: count }, (_, at) => ({
    name: `${prefix}${at + 1}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`${prefix}${at}\n${`${line}\n`.repeat(lines)}`),
  }))
const chosen = (page: Page) => page.locator('input[type=file]')
const job = (page: Page) => page.getByRole('region', { name: '任务进展' })

async function start(): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(server.url)
  return page
}

test('一次放几个文件：看得到进展和结果，做完每个文件都在列表里，点得开', async () => {
  const page = await start()
  await chosen(page).setInputFiles(files('报告', 3))
  await job(page).getByText('核对完 3 个文件，共 3 处错误。').waitFor()
  await noSeriousIssue(page)
  await page.getByRole('link', { name: '报告2.txt' }).click()
  await page.locator('.finding').first().waitFor()
  await page.context().close()
})

test('放了许多文件又离开，再回来进展还在；取消后一个也不留', async () => {
  const page = await start()
  await chosen(page).setInputFiles(files('大批', 50, 600))
  await job(page).getByText('已核对').waitFor()
  await page.reload()
  await job(page).getByRole('button', { name: '取消' }).click()
  await job(page).getByText('已取消。').waitFor()
  assert.equal(await page.getByRole('link', { name: /^大批/ }).count(), 0)
  await page.context().close()
})
