import assert from 'node:assert/strict'
import type { Browser, Page } from '@playwright/test'
import type { Role } from '#domain/accounts/role.ts'
import type { WorkServer } from '../work/work-server.ts'

export type Look = { readonly width?: number; readonly dark?: boolean }
type Run = (open: (address: string) => Promise<Page>) => Promise<void>
export type As = (role: Role, look: Look, run: Run) => Promise<void>

/** Opens pages as a signed-in person; fails when a script fails. */
export async function sitDown(
  { work, browser }: { readonly work: WorkServer; readonly browser: Browser },
  role: Role,
  { width = 1280, dark = false }: Look,
  run: Run,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 844 : 800 },
    colorScheme: dark ? 'dark' : 'light',
  })
  const [name = '', value = ''] = (await work.signIn(role)).cookie.split('=')
  await context.addCookies([{ name, value, url: work.server.url }])
  const complaints: string[] = []
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  try {
    await run(async (address) => {
      await page.goto(`${work.server.url}#/${address}`)
      await page.locator('h1').first().waitFor()
      await page.waitForLoadState('networkidle')
      await page.waitForFunction(gridsAreFilled)
      return page
    })
    assert.deepEqual(complaints, [])
  } finally {
    await context.close()
  }
}

/** Runs in the page: every table shows its rows, or that it has none. */
function gridsAreFilled(): boolean {
  return [...document.querySelectorAll('.ag-root')].every((grid) =>
    grid.querySelector('.ag-row, .ag-overlay-no-rows-wrapper'),
  )
}
