import assert from 'node:assert/strict'
import { readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from '@playwright/test'
import { ledgerPath } from '../work/work-server.ts'
import { office, saved, year } from './office.ts'

const place = office()
const { as } = place

const data = () => join(place.work.folder, 'database/cluster/data')
/** Ends the database's first process without warning; the program of the pages runs on. */
const killDatabase = () =>
  process.kill(Number(readFileSync(join(data(), 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
/** Without this folder the database can't come up again. */
const needed = () => join(data(), 'global')

/** Milliseconds after which somebody takes a blank page for a broken one. */
const soon = 3000

async function chapter(page: Page) {
  const field = page.getByLabel('部门整体：改进措施')
  await field.waitFor()
  await field.press('Control+End')
  return field
}

async function stored(): Promise<string> {
  const clerk = await place.work.signIn('clerk')
  const { body } = await clerk.get(`${ledgerPath}/entries/sections`)
  const entries = body['entries'] as { scope: unknown; outline: string; text: string }[]
  return entries.find(({ scope, outline }) => scope === 'department' && outline === 'improvements')?.text ?? ''
}

test('打字当中数据库被强杀：接着打，数据库自己起来，打的字一个不少', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/reports/write`)
    page.setDefaultTimeout(60_000)
    const field = await chapter(page)
    await field.pressSequentially('打字当中')
    killDatabase()
    await field.pressSequentially('数据库没了，接着打。')
    await page.keyboard.press('Tab')
    await page.waitForTimeout(500)
    await saved(page)
    assert.match(await stored(), /打字当中数据库没了，接着打。$/)
  })
})

test('数据库起不来：页面说明数据库用不了、改动存在本机，别的页也不露机器上的位置；一恢复就自己存上、自己读出来', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/reports/write`)
    page.setDefaultTimeout(60_000)
    const field = await chapter(page)
    renameSync(needed(), `${needed()}.away`)
    try {
      killDatabase()
      await field.pressSequentially('停着时打的字。')
      await page.getByRole('status').getByText('数据库暂时用不了，1 处改动存在本机，恢复后自动保存').waitFor()
      for (const each of ['monitoring', 'submission', 'budget']) {
        await page.evaluate((address) => (window.location.hash = `#/${address}`), `${year}/${each}`)
        const from = performance.now()
        const said = page.getByRole('alert').filter({ hasText: '数据库暂时用不了' })
        await said.waitFor()
        const waited = performance.now() - from
        assert.ok(waited < soon, `${each}：过了 ${Math.round(waited)} 毫秒才说`)
        assert.doesNotMatch((await said.textContent()) ?? '', /postgres|\/tmp|pg_/)
        assert.equal(await page.getByText('还没有做过监控').count(), 0)
      }
    } finally {
      renameSync(`${needed()}.away`, needed())
    }
    await page.getByText('截至12月支出进度').first().waitFor()
    await saved(page)
    assert.match(await stored(), /停着时打的字。$/)
  })
})
