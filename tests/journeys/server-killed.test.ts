import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser } from '@playwright/test'
import { openDatabase } from '#storage/open-database.ts'
import { type ServedProgram, servedProgram } from '../work/served-program.ts'
import { ledgerPath, password } from '../work/work-server.ts'
import { year } from './office.ts'
import { openBrowser } from './open-browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiheng-work-'))
chmodSync(folder, 0o755)
let program: ServedProgram
let browser: Browser
before(async () => {
  program = await servedProgram(folder, true)
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await program?.end('SIGKILL')
  // The database's server outlives a killed program: whoever opens it last stops it.
  await (await openDatabase({ folder: join(folder, 'database') })).close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('打字当中服务器被强杀，接着打；服务器再起来，打的字自己存上，一个不少', async () => {
  const send = (path: string, body: object) =>
    fetch(program.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  await send('api/invitations', { invitation: program.invitations.get('clerk'), password })
  const session = await send('api/session', { division: '430922', login: 'clerk', password })
  const [cookie = ''] = session.headers.getSetCookie()[0]?.split(';') ?? []
  const [name = '', value = ''] = cookie.split('=')
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addCookies([{ name, value, url: program.url }])
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(`${program.url}#/${year}/reports/write`)
  const field = page.getByLabel('部门整体：改进措施')
  await field.waitFor()
  await field.press('Control+End')
  await field.pressSequentially('之前打的字。')
  await page.getByRole('status').getByText('已保存').waitFor()
  const { port } = new URL(program.url)
  await field.pressSequentially('当中打的')
  await program.end('SIGKILL')
  await field.pressSequentially('字。停着时打的字。')
  await page.getByText(/没有连上，1 处改动存在本机/).waitFor()
  program = await servedProgram(folder, false, Number(port))
  await field.pressSequentially('起来以后打的字。')
  await page.getByRole('status').getByText('已保存').waitFor()
  const answer = await fetch(`${program.url}${ledgerPath}/entries/sections`, { headers: { cookie } })
  const { entries } = (await answer.json()) as { entries: { scope: unknown; outline: string; text: string }[] }
  const text = entries.find(({ scope, outline }) => scope === 'department' && outline === 'improvements')?.text
  assert.match(text ?? '', /之前打的字。当中打的字。停着时打的字。起来以后打的字。$/)
  await context.close()
})
