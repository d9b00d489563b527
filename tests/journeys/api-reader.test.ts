import assert from 'node:assert/strict'
import { test } from 'node:test'
import { office } from './office.ts'

const place = office()

for (const width of [1280, 390])
  test(`宽 ${width}：接口说明分组列出，没有别家的标志和地址栏，不横着滚动`, async () => {
    await place.as('clerk', { width }, async (open) => {
      const page = await open('')
      await page.goto(`${place.work.server.url}api/reference`)
      for (const group of ['登录', '账本', '核对']) await page.getByRole('heading', { name: group }).first().waitFor()
      assert.equal(await page.title(), '绩衡接口')
      assert.equal(await page.locator('.topbar').isVisible(), false)
      assert.equal(await page.getByRole('heading', { name: 'default' }).count(), 0)
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth))
    })
  })
