import assert from 'node:assert/strict'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import type { Role } from '#domain/accounts/role.ts'
import type { WorkServer } from '../work/work-server.ts'

export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }
export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true }
export const ledgerAddress = '#/ledger/430922/001/2023'

/** Opens a page of the example's year as somebody. Fails when a script fails or the security policy stops something. */
export async function visitYear(
  { browser, work }: { browser: Browser; work: WorkServer },
  { role = 'clerk', address, ...options }: BrowserContextOptions & { role?: Role; address: string },
  run: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options })
  const { cookie } = await work.signIn(role)
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: work.server.url }])
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  try {
    await page.goto(`${work.server.url}${ledgerAddress}/${address}`)
    await run(page)
    assert.deepEqual(complaints, [])
  } finally {
    await context.close()
  }
}

/** Waits until the server has everything that was typed. */
export async function saved(page: Page): Promise<void> {
  await page.getByRole('status').getByText('已保存').waitFor()
}

export async function noSidewaysScroll(page: Page): Promise<void> {
  const [whole, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  assert.ok((whole ?? 0) <= (seen ?? 0), `页面宽 ${whole}，窗口宽 ${seen}`)
}
