import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { startServer } from '#http/start-server.ts'
import { preparedFolder } from '../work/prepared-folder.ts'
import { openBrowser } from './open-browser.ts'
import { noSeriousIssue } from './page-checks.ts'

/** A small report of our own: 300 + 200 is 500, not 510; the two totals of 培训费 differ. */
const report = [
  '某局2023年度部门整体支出绩效自评报告',
  '一、部门基本情况',
  '2023年本单位编制人数40人，实有在职人数38人。',
  '二、资金使用情况',
  '2023年总支出510万元，其中基本支出300万元、项目支出200万元。',
  '2023年年初预算数400万元，全年执行数380万元，预算执行率85%。',
].join('\n')

const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true }
const data = preparedFolder('work')
let browser: Browser
let server: { url: string; close(): Promise<void> }

before(async () => {
  process.env['JIHENG_DATA'] = data
  server = await startServer({ openExample: true })
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await server?.close()
  rmSync(data, { recursive: true, force: true })
})

/** A page that fails the test when a script fails or the security policy stops something. */
async function visit(
  options: BrowserContextOptions,
  address: string,
  run: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  try {
    await page.goto(server.url + address)
    await run(page)
    assert.deepEqual(complaints, [])
  } finally {
    await context.close()
  }
}

async function upload(page: Page, name: string, text: string | Buffer): Promise<void> {
  const buffer = typeof text === 'string' ? Buffer.from(text) : text
  await page.locator('input[type=file]').setInputFiles([{ name, mimeType: 'text/plain', buffer }])
  await page.locator('.finding').first().waitFor()
}

/** Waits until the first of them lies within what the window shows. */
async function untilInView(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((each) => {
    const place = document.querySelector(each)?.getBoundingClientRect()
    return place !== undefined && place.height > 0 && place.top >= 0 && place.bottom <= window.innerHeight
  }, selector)
}

async function exampleId(): Promise<string> {
  const { audits } = (await (await fetch(`${server.url}api/audits`)).json()) as {
    audits: { id: string; name: string }[]
  }
  const example = audits.find(({ name }) => name.endsWith('.docx'))
  assert.ok(example, '示例报告没有列出')
  return example.id
}

test('选一份报告，看到矛盾，点一条，两处原文都标出并在眼前', async () => {
  await visit(desktop, '', async (page) => {
    await upload(page, '小报告.txt', report)
    const finding = page.locator('.finding', { hasText: '510' }).first()
    await finding.locator('.sentence').click()
    const chosen = page.locator('.paper .hit.chosen')
    const marked = (await chosen.allInnerTexts()).join(' ')
    for (const figure of ['510', '300', '200']) assert.match(marked, new RegExp(figure))
    for (const each of await chosen.all()) assert.ok(await each.isVisible())
    assert.match(page.url(), /finding=[0-9a-f]{16}/)
  })
})

test('同一句里的总数和各项只引一次原文，各数都标出', async () => {
  await visit(desktop, '', async (page) => {
    await upload(page, '小报告.txt', report)
    const quotes = page.locator('.finding', { hasText: '510' }).first().locator('.quote')
    assert.equal(await quotes.count(), 1)
    assert.deepEqual(await quotes.locator('mark').allInnerTexts(), ['510万元', '300万元', '200万元'])
  })
})

test('每个数都标出，聚焦时写明口径和单位', async () => {
  await visit(desktop, '', async (page) => {
    await upload(page, '小报告.txt', report)
    const staff = page.locator('.paper [role=button]', { hasText: '40' }).first()
    await staff.focus()
    assert.match(await page.getByRole('tooltip').innerText(), /单位：人/)
    const seen = await page.locator('.paper [role=button]').allInnerTexts()
    for (const figure of ['40', '38', '510', '300', '200', '400', '380', '85']) {
      assert.ok(
        seen.some((text) => text.includes(figure)),
        `${figure} 没有标出`,
      )
    }
  })
})

test('按级别、规则、材料和文字筛选，备注默认不显示', async () => {
  await visit(desktop, `#/audit/${await exampleId()}`, async (page) => {
    await page.locator('.finding').first().waitFor()
    assert.equal(await page.locator('.finding.info').count(), 0)
    await page.getByRole('button', { name: /^提醒/ }).click()
    assert.equal(await page.locator('.finding.warning').count(), 0)
    const errors = await page.locator('.finding.error').count()
    assert.ok(errors > 0)
    const rule = await page.getByLabel('规则').locator('option').nth(1).innerText()
    await page.getByLabel('规则').selectOption({ label: rule })
    for (const title of await page.locator('.finding .rule').allInnerTexts()) assert.equal(title, rule)
    await page.getByLabel('规则').selectOption('')
    await page.getByRole('textbox', { name: '在发现中查找' }).fill('没有这样的话')
    await page.getByText('没有符合筛选条件的发现').waitFor()
  })
})

test('只用键盘：下一条、跳到原文、采纳、写理由不采纳、重新打开、看快捷键', async () => {
  await visit(desktop, `#/audit/${await exampleId()}`, async (page) => {
    await page.locator('.finding').first().waitFor()
    await page.keyboard.press('j')
    const first = await page.locator('.finding.chosen').getAttribute('id')
    await page.keyboard.press('j')
    assert.notEqual(await page.locator('.finding.chosen').getAttribute('id'), first)
    await page.keyboard.press('k')
    assert.equal(await page.locator('.finding.chosen').getAttribute('id'), first)
    await page.keyboard.press('Enter')
    await page.locator('.paper .hit.chosen').first().waitFor()
    await page.keyboard.press('a')
    await page.locator('.finding.chosen .status', { hasText: '已采纳' }).waitFor()
    await page.keyboard.press('o')
    await page.locator('.finding.chosen .status').waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('下一条、上一条发现').waitFor()
  })
})

test('不采纳必须写理由，写了的刷新后还在，可以重新打开', async () => {
  await visit(desktop, `#/audit/${await exampleId()}`, async (page) => {
    await page.locator('.finding').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('d')
    const dialog = page.getByRole('dialog')
    assert.ok(await dialog.getByRole('button', { name: '保存' }).isDisabled())
    await dialog.getByRole('textbox').fill('正文含上年结转，口径不同')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.locator('.finding.chosen .status', { hasText: '不采纳' }).waitFor()
    await page.reload()
    await page.locator('.finding.dismissed', { hasText: '正文含上年结转，口径不同' }).waitFor()
    const answer = await fetch(`${server.url}api/audits/${await exampleId()}/decisions`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: '0123456789abcdef', status: 'dismissed', reason: ' ' }),
    })
    assert.equal(answer.status, 400)
    await page.getByRole('button', { name: '重新打开' }).click()
    await page.locator('.finding.dismissed').waitFor({ state: 'detached' })
  })
})

test('每种导出都能下载，内容是那种格式', async () => {
  const heads: Record<string, RegExp> = {
    Word: /^PK/,
    Excel: /^PK/,
    网页: /^<!doctype html/i,
    JSON: /^\{/,
    SARIF: /^\{/,
  }
  await visit(desktop, `#/audit/${await exampleId()}`, async (page) => {
    await page.locator('.finding').first().waitFor()
    for (const [label, head] of Object.entries(heads)) {
      await page.getByRole('button', { name: '导出' }).click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: label }).getByRole('link').click(),
      ])
      const path = await download.path()
      assert.ok(statSync(path).size > 200, label)
      assert.match(readFileSync(path, 'latin1').slice(0, 60), head, label)
      assert.match(download.suggestedFilename(), /核对/)
    }
  })
})

test('覆盖情况逐条规则列出成立、矛盾、无法判断、不适用和缺什么：有矛盾的在前，没有用到的规则收起', async () => {
  await visit(desktop, `#/audit/${await exampleId()}`, async (page) => {
    await page.getByRole('tab', { name: '覆盖情况' }).click()
    const table = page.getByRole('region', { name: '覆盖情况' })
    assert.deepEqual(await table.locator('thead th').allInnerTexts(), ['规则', '成立', '矛盾', '无法判断', '不适用'])
    assert.ok((await table.locator('.missing').count()) > 0)
    assert.equal(await table.locator('tbody th').first().innerText(), '合计')
    const broken = (await table.locator('tbody td:nth-of-type(2)').allInnerTexts()).map(Number)
    const [all = 0, ...each] = broken
    assert.ok(each.length > 20)
    assert.equal(
      all,
      each.reduce((sum, one) => sum + one, 0),
    )
    assert.deepEqual(
      each,
      each.toSorted((one, other) => other - one),
    )
    const idle = page.getByRole('region', { name: '没有用到的规则' })
    assert.ok(!(await idle.isVisible()))
    await page.getByText(/这份文件没有用到的规则（\d+条）/).click()
    await idle.waitFor()
    assert.ok((await idle.locator('tbody tr').count()) > 0)
  })
})

test('空文件说清原因，不崩溃', async () => {
  await visit(desktop, '', async (page) => {
    await page
      .locator('input[type=file]')
      .setInputFiles([{ name: '空.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }])
    await page.locator('.refused', { hasText: '文件是空的' }).waitFor()
  })
})

test('手机宽度：先看发现，跳到原文在另一页签，页面不横向滚动', async () => {
  await visit(phone, `#/audit/${await exampleId()}`, async (page) => {
    await page.locator('.finding').first().waitFor()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= 390, `页面宽 ${wide}`)
    await page.locator('.finding').last().locator('.quote').first().click()
    assert.equal(await page.getByRole('tab', { name: '原文' }).getAttribute('aria-selected'), 'true')
    await untilInView(page, '.paper .hit.chosen')
  })
})

for (const [name, options] of [
  ['宽屏', desktop],
  ['手机', phone],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`无障碍检查没有严重问题：${name} ${colorScheme}`, async () => {
      await visit({ ...options, colorScheme }, '', async (page) => {
        await page.locator('table.list').first().waitFor()
        await noSeriousIssue(page)
        await page.goto(`${server.url}#/audit/${await exampleId()}`)
        await page.locator('.finding').first().waitFor()
        await page.keyboard.press('j')
        await noSeriousIssue(page)
        await picture(page, pictureName(options === phone, colorScheme === 'dark'))
      })
    })
  }
}

test('长报告打开不慢：种子报告十秒内可读', async (context) => {
  const seed = fileURLToPath(new URL('../../../shared/seeds/000_70ce798c79707be7.txt', import.meta.url))
  if (!existsSync(seed)) {
    context.diagnostic('种子报告不在这台机器上，改用示例报告')
    await visit(desktop, `#/audit/${await exampleId()}`, async (page) => page.locator('.finding').first().waitFor())
    return
  }
  await visit(desktop, '', async (page) => {
    const start = performance.now()
    await upload(page, '长报告.txt', readFileSync(seed))
    const took = performance.now() - start
    context.diagnostic(`${Math.round(took)} ms`)
    assert.ok(took < 10_000, `用时 ${Math.round(took)} ms`)
  })
})

function pictureName(isPhone: boolean, isDark: boolean): string {
  return ['reading-room', isPhone ? 'phone' : '', isDark ? 'dark' : ''].filter(Boolean).join('-')
}

/** Pictures for the documentation are taken only when asked for. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env['UPDATE_PICTURES'] !== '1') return
  const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}${name}.png` })
}

test('首页有登录的路；没有登录看不到账本', async () => {
  await visit(desktop, '', async (page) => {
    await page.getByRole('link', { name: '登录，填报一年的绩效材料' }).click()
    await page.getByLabel('登录名').waitFor()
    await noSeriousIssue(page)
  })
  assert.equal((await fetch(`${server.url}api/ledgers`)).status, 401)
})
