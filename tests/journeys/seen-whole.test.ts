import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from '@playwright/test'
import { ledgerPath } from '../work/work-server.ts'
import { tabTo } from './keyboard.ts'
import { office, saved, year } from './office.ts'
import { noSeriousIssue, picture } from './page-checks.ts'

const place = office()
const { as } = place

for (const width of [1280, 390])
  test(`宽 ${width}：功能科目图里的名称不出自己的方块`, async () => {
    await as('clerk', { width }, async (open) => {
      const page = await open(`${year}/budget`)
      await page.locator('svg text').getByText('2010302').waitFor()
      assert.deepEqual(await page.evaluate(namesOutside), [])
    })
  })

test('十二位数的金额在表里看得全', async () => {
  const clerk = await place.work.signIn('clerk')
  const entry = {
    voucher: 'J-1',
    date: '2023-11-11',
    amount: '123456789012.34',
    organisation: '001',
    source: 'general-public',
    nature: 'basic',
    account: '2010301',
    economic: '30201',
  }
  assert.equal((await clerk.send('POST', `${ledgerPath}/entries/payments`, { entry })).status, 200)
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget/payments?voucher=J-1`)
    const cell = page.getByRole('gridcell', { name: '123,456,789,012.34' })
    await cell.waitFor()
    const room = await cell.evaluate((element) => {
      const text = document.createRange()
      text.selectNodeContents(element)
      const { paddingLeft, paddingRight } = getComputedStyle(element)
      const padding = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight)
      return element.clientWidth - padding - text.getBoundingClientRect().width
    })
    assert.ok(room >= 0, `少 ${-room} 点`)
    await open(`${year}/budget/payments`)
    await page.getByRole('columnheader', { name: '用途' }).waitFor()
    assert.equal(await hiddenAside(page), 0)
  })
})

test('从深色的屏幕打印：填的字是黑的、长的写全，图不宽过纸', async () => {
  await as('clerk', { dark: true }, async (open) => {
    const page = await open(`${year}/reports/write`)
    const field = page.getByLabel('部门整体：效益性分析')
    await field.waitFor()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const [colour, hidden] = await field.evaluate((each) => [
      getComputedStyle(each).color,
      each.scrollHeight - each.clientHeight,
    ])
    assert.deepEqual([colour, hidden], ['rgb(0, 0, 0)', 0])
    await page.emulateMedia({ media: 'screen' })
    await open(`${year}/evaluation`)
    const picture = page.locator('.chart svg').first()
    await picture.waitFor()
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.chart svg')].every((each) => Number(each.getAttribute('width')) <= 680),
    )
  })
})

test('还没有核对完，工作台不说没有错误；核对完才说', async () => {
  const { promise: looked, resolve } = Promise.withResolvers<void>()
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/records`)
    await page.route('**/checks', async (route) => {
      await looked
      await route.continue()
    })
    await page.goto('about:blank')
    await page.goto(`${place.work.server.url}#/${year}/desk`)
    await page.getByText('正在核对这套材料…').first().waitFor()
    assert.equal(await page.getByText(/没有错误，可以送审。|处要改/).count(), 0)
    resolve()
    await page.getByText(/没有错误，可以送审。|处要改/).waitFor()
  })
})

/** Runs in the page: the names in the picture of accounts that reach over the tile they stand in. */
function namesOutside(): string[] {
  const names = [...document.querySelectorAll('svg text')].filter((each) => each.textContent?.startsWith('2010302'))
  return names.flatMap((first) => {
    const chart = first.closest('svg')!
    const middle = first.getBoundingClientRect()
    const [x, y] = [middle.left + middle.width / 2, middle.top + middle.height / 2]
    const tile = [...chart.querySelectorAll('path')]
      .map((path) => path.getBoundingClientRect())
      .filter(({ left, right, top, bottom }) => left < x && right > x && top < y && bottom > y && right - left > 40)
      .toSorted((one, other) => one.width * one.height - other.width * other.height)[0]
    const lines = [...chart.querySelectorAll('text')].filter((each) => {
      const box = each.getBoundingClientRect()
      return tile && box.left < tile.right && box.right > tile.left && box.top >= tile.top && box.bottom <= tile.bottom
    })
    return lines.flatMap((each) => {
      const box = each.getBoundingClientRect()
      return tile && box.left >= tile.left && box.right <= tile.right ? [] : [each.textContent ?? '']
    })
  })
}

for (const dark of [false, true])
  test(`从${dark ? '深色' : '浅色'}的屏幕打印预算与执行：图和纸一样宽，功能科目的名称在纸上，不等下一帧`, async () => {
    await as('clerk', { dark }, async (open) => {
      const page = await open(`${year}/budget`)
      await page.locator('svg text').getByText('2010301').waitFor()
      // The paper is laid out right after the browser says that it prints.
      const { width, strength } = await page.evaluate(() => {
        window.dispatchEvent(new Event('beforeprint'))
        const names = [...document.querySelectorAll('.chart svg text')].filter((each) =>
          /^20103/.test(each.textContent),
        )
        const width = document.querySelector('.chart svg')?.clientWidth
        const strength = names.map((each) =>
          Number(each.getAttribute('fill-opacity') ?? each.getAttribute('opacity') ?? 1),
        )
        window.dispatchEvent(new Event('afterprint'))
        return { width, strength }
      })
      assert.deepEqual([width, strength.length > 0, new Set(strength)], [660, true, new Set([1])])
    })
  })

/** Pixels a table on the page hides at its right, once it has laid its columns out; -1 where there is none. */
const hiddenAside = async (page: Page) => {
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)))
  return page.evaluate(() => {
    const bar = document.querySelector('.ag-body-horizontal-scroll-viewport')
    return bar ? bar.scrollWidth - bar.clientWidth : -1
  })
}

const seenWhole: readonly (readonly [string, string, readonly string[]])[] = [
  ['编制与人员', 'unit/staff', ['单位', '在职人数', '退休人数']],
  ['预算指标', 'budget/lines', ['指标编号', '金额（元）', '单位', '项目', '功能科目', '经济科目', '文号']],
  ['国库支付', 'budget/payments', ['凭证号', '日期', '金额（元）', '单位', '项目', '经济科目', '用途']],
  ['项目登记', 'projects', ['项目编号', '项目名称', '单位', '期限', '要写自评', '到位资金（元）', '项目代码']],
]
for (const [name, address, heads] of seenWhole)
  test(`${name}在 1280 的屏幕上不用横着滚动，要紧的栏都在`, async () => {
    await as('clerk', {}, async (open) => {
      const page = await open(`${year}/${address}`)
      for (const head of heads) await page.getByRole('columnheader', { name: head }).waitFor()
      assert.equal(await hiddenAside(page), 0)
    })
  })

test('国库支付比屏幕长：上下滚动的那一条不盖住最后一栏', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget/payments`)
    await page.getByRole('columnheader', { name: '用途' }).waitFor()
    await page.waitForFunction(() => {
      const bar = document.querySelector('.ag-body-vertical-scroll')?.getBoundingClientRect()
      const heads = [...document.querySelectorAll('.ag-header-cell')].map((each) => each.getBoundingClientRect().right)
      return bar !== undefined && bar.width > 0 && Math.max(...heads) <= bar.left
    })
    assert.equal(await hiddenAside(page), 0)
  })
})

test('放不下的栏在整行的表单里：只用键盘打开、填好、回到那一格；不带标题行贴来的也到那一栏；要看就选出来', async () => {
  const payee = async (voucher: string) => {
    const clerk = await place.work.signIn('clerk')
    const { body } = await clerk.get(`${ledgerPath}/entries/payments?limit=500`)
    const entries = body['entries'] as Record<string, unknown>[]
    return entries.find((each) => each['voucher'] === voucher)?.['payee']
  }
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget/payments`)
    await page.getByText('没有显示的栏：收款人。').waitFor()
    const cell = page.getByRole('gridcell', { name: '174,400.00' })
    await cell.click()
    await page.keyboard.press('Alt+Enter')
    const form = page.getByRole('dialog', { name: '汇总-02' })
    await tabTo(page, form.getByLabel('收款人'))
    await page.keyboard.type('县红十字会')
    await page.keyboard.press('Tab')
    await saved(page)
    await noSeriousIssue(page)
    await picture(page, '整行改')
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
    assert.equal(await cell.evaluate((each) => each === document.activeElement), true)
    assert.equal(await payee('汇总-02'), '县红十字会')
    await page.getByRole('row').filter({ hasText: '汇总-03' }).first().getByRole('checkbox').check()
    await page.getByRole('button', { name: '整行改' }).click()
    await page.getByRole('dialog', { name: '汇总-03' }).getByLabel('收款人').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('gridcell', { name: '公务接待费' }).click()
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '公务接待费\t县政府食堂')
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    })
    await page.getByText('贴入：改 1 行').waitFor()
    await saved(page)
    assert.equal(await payee('汇总-03'), '县政府食堂')
    await page.getByRole('button', { name: '选栏（隐去 1）' }).click()
    await page.getByRole('checkbox', { name: '收款人' }).check()
    await page.getByRole('columnheader', { name: '收款人' }).waitFor()
    await page.reload()
    await page.getByRole('columnheader', { name: '收款人' }).waitFor()
  })
})

test('地址指到放不下的那一栏：打开那一行的表单', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget/payments?at=${encodeURIComponent('汇总-05 payee')}`)
    const field = page.getByRole('dialog', { name: '汇总-05' }).getByLabel('收款人')
    await field.waitFor()
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '收款人')
  })
})

test('栏选得多了，表宽过屏幕：横着滚，哪一行还看得见', async () => {
  await as('clerk', {}, async (open) => {
    const lines = await open(`${year}/budget/lines`)
    await lines.getByRole('button', { name: '选栏（隐去 2）' }).click()
    await lines.getByRole('checkbox', { name: '日期' }).check()
    await lines.getByRole('checkbox', { name: '备注' }).check()
    await lines.keyboard.press('Escape')
    const key = lines.getByRole('gridcell', { name: '13', exact: true })
    const where = await key.boundingBox()
    assert.ok((await hiddenAside(lines)) > 0)
    await lines.evaluate(() => {
      const bar = document.querySelector('.ag-body-horizontal-scroll-viewport')
      if (bar) bar.scrollLeft = bar.scrollWidth
    })
    await lines.getByRole('columnheader', { name: '备注' }).waitFor()
    assert.deepEqual(await key.boundingBox(), where)
  })
})

test('工作台上说的话再长也看得全，做到哪里不挤成几行', async () => {
  const clerk = await place.work.signIn('clerk')
  const set = { varianceReason: null, improvement: null }
  const { body } = await clerk.get(`${ledgerPath}/entries/indicators?limit=500`)
  const entries = body['entries'] as Readonly<Record<string, unknown>>[]
  const { varianceReason, improvement } = entries.find(({ id }) => id === 'd9') ?? {}
  const change = { key: ['d9'], was: { varianceReason, improvement }, set }
  assert.equal((await clerk.send('PATCH', `${ledgerPath}/entries/indicators`, change)).status, 200)
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/desk`)
    const row = page.getByRole('row', { name: /^绩效自评/ })
    await row.getByText('没有写偏差原因').waitFor()
    const frame = page.getByRole('region', { name: '各项工作' })
    assert.equal(await frame.evaluate((each) => each.scrollWidth - each.clientWidth), 0)
    const { height = 0 } = (await row.getByText('完成值').boundingBox()) ?? {}
    assert.ok(height < 70, `高 ${height}`)
  })
})
