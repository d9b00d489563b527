import assert from 'node:assert/strict'
import type { Browser, Page } from '@playwright/test'
import { type Role, roleNames } from '#domain/accounts/role.ts'
import { type WorkServer, password } from '../work/work-server.ts'

/** Makes an account of a department and takes its invitation up; the password is everybody's. */
export async function account(work: WorkServer, login: string, role: Role, department: string): Promise<void> {
  const admin = await work.signIn('system-administrator')
  const { body } = await admin.send('POST', 'api/accounts', {
    name: `示例${roleNames[role]}`,
    login,
    role,
    department,
  })
  await work.ask('POST', 'api/invitations', { body: { invitation: body['invitation'], password } })
}

/** A person signs in at the first page, with the keyboard, and works there; fails when a script fails. */
export async function signInAt(
  { work, browser }: { readonly work: WorkServer; readonly browser: Browser },
  login: string,
  run: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  try {
    await page.goto(`${work.server.url}#/sign-in`)
    await page.getByLabel('登录名').waitFor()
    await page.keyboard.type(login)
    await page.keyboard.press('Tab')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.getByLabel('登录名').waitFor({ state: 'detached' })
    await run(page)
    assert.deepEqual(complaints, [])
  } finally {
    await context.close()
  }
}
