import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from '@playwright/test'
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

/** Texts of the page that are neither names of the interface nor its data. */
const wordsOf = (page: Page) =>
  page.evaluate(() => {
    const data =
      'code, pre, option, .microlight, .url, .opblock-summary-method, .opblock-summary-path, .parameter__name, .parameter__type, .parameter__in, .json-schema-2020-12__title, .json-schema-2020-12__attribute, .json-schema-2020-12-keyword__value'
    const walker = document.createTreeWalker(document.querySelector('#swagger-ui')!, NodeFilter.SHOW_TEXT)
    const words: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const place = node.parentElement
      if (place && !place.closest(`${data}, .topbar`) && node.textContent?.trim()) words.push(node.textContent.trim())
    }
    return words
  })

test('接口说明的用语都是中文：展开一个接口，试一试，看答复', async () => {
  await place.as('clerk', { width: 1280 }, async (open) => {
    const page = await open('')
    await page.goto(`${place.work.server.url}api/reference`)
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN')
    const route = page.locator('.opblock[id*=get_api_ledgers][id*=entries]').first()
    await route.locator('.opblock-summary-control').click()
    await route.getByText('可取的值').waitFor()
    await route.getByRole('button', { name: '试一试' }).click()
    for (const [name, value] of Object.entries({ division: '430922', department: '001', year: '2023' }))
      await route.getByPlaceholder(name).fill(value)
    await route.getByRole('button', { name: '发送' }).click()
    await route.getByText('服务器的答复').waitFor()
    await route.getByText('答复的头部').waitFor()
    await page.locator('.json-schema-2020-12-accordion').last().click()
    const known = /cookie|csv|pdf|preview=true|curl|application\/\w+|Accept|OAS|50MB|[45]XX/gi
    const english = (await wordsOf(page)).filter((word) => /[A-Za-z]{2}/.test(word.replaceAll(known, '')))
    // The values a list may have, as its description names them.
    assert.deepEqual(
      english.filter((word) => !word.startsWith(': ')),
      [],
    )
    assert.equal(
      await route
        .locator('.parameter__name.required')
        .first()
        .evaluate((name) => getComputedStyle(name, '::after').content),
      '"必填"',
    )
  })
})
