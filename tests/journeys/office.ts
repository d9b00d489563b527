import { after, before } from 'node:test'
import type { Browser, Page } from '@playwright/test'
import { type WorkServer, workServer } from '../work/work-server.ts'
import { openBrowser } from './open-browser.ts'
import { type As, sitDown } from './sit-down.ts'

type Office = { readonly work: WorkServer; readonly browser: Browser; readonly as: As }

/** A server with the example and a browser, there for all tests of a file and put away behind them; `prepare` runs before any. */
export function office(prepare?: (work: WorkServer) => Promise<void>): Office {
  let work: WorkServer | undefined
  let browser: Browser | undefined
  before(async () => {
    work = await workServer()
    browser = await openBrowser()
    await prepare?.(work)
  })
  after(async () => {
    await browser?.close()
    await work?.close()
  })
  const place: Office = {
    get work() {
      return work!
    },
    get browser() {
      return browser!
    },
    as: (role, look, run) => sitDown(place, role, look, run),
  }
  return place
}

/** The address of the example department's year. */
export const year = 'ledger/430922/001/2023'

/** Waits until the page says that all is stored. */
export async function saved(page: Page): Promise<void> {
  await page.getByRole('status').getByText('已保存', { exact: true }).first().waitFor()
}
