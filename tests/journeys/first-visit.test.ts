import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser } from '@playwright/test'
import { startServer } from '#http/start-server.ts'
import { openAuditStore } from '#operations/audits/audit-store.ts'
import { auditFolder } from '#operations/database/tenant-folder.ts'
import { openBrowser } from './open-browser.ts'

const data = mkdtempSync(join(tmpdir(), 'jiheng-first-visit-'))
let browser: Browser

before(async () => {
  // Run by root, the database's server is another user's: it has to get into its folder.
  chmodSync(data, 0o755)
  process.env['JIHENG_DATA'] = data
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  rmSync(data, { recursive: true, force: true, maxRetries: 5 })
})

test('空目录上第一次打开，马上问核对清单：等示例放好才答；一起来就关也不留半份示例', async () => {
  const server = await startServer({ openExample: true })
  try {
    const { audits } = (await (await fetch(`${server.url}api/audits`)).json()) as { audits: readonly object[] }
    assert.equal(audits.length, 2)
    // The database is up: nothing else holds the closing up.
    for (const name of readdirSync(data).filter((each) => each !== 'database'))
      rmSync(join(data, name), { recursive: true, force: true })
    await (await startServer({ openExample: true })).close()
    const kept = await (await openAuditStore(auditFolder(''))).list()
    assert.deepEqual(kept.map(({ name, problem }) => `${name}${problem ?? ''}`).toSorted(), [
      '桃江县政府办2023年绩效报告.docx',
      '桃江县政府办2023年绩效报告.txt',
    ])
  } finally {
    await server.close()
  }
})

test('数据库还没备好时登录页已经能填；地区随后选好，填了的还在', async () => {
  const server = await startServer({ openExample: true })
  const { promise: ready, resolve } = Promise.withResolvers<void>()
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  page.setDefaultTimeout(30_000)
  try {
    await page.route('**/api/divisions', async (route) => {
      await ready
      await route.continue()
    })
    await page.goto(`${server.url}#/sign-in`)
    await page.getByLabel('登录名').fill('clerk')
    resolve()
    await page.getByText('桃江县').first().waitFor()
    assert.equal(await page.getByLabel('登录名').inputValue(), 'clerk')
  } finally {
    resolve()
    await page.context().close()
    await server.close()
  }
})
