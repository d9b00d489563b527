import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ledgerPath } from '../work/work-server.ts'
import { office, year } from './office.ts'

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

test('编制与人员各栏不用横着滚动就看得全；宽的表横着滚，哪一行还看得见', async () => {
  await as('clerk', {}, async (open) => {
    const staff = await open(`${year}/unit/staff`)
    const hidden = () =>
      staff.evaluate(() => {
        const bar = document.querySelector('.ag-body-horizontal-scroll-viewport')
        return bar ? bar.scrollWidth - bar.clientWidth : -1
      })
    assert.equal(await hidden(), 0)
    await staff.getByRole('columnheader', { name: '退休人数' }).waitFor()
    const lines = await open(`${year}/budget/lines`)
    const key = lines.getByRole('gridcell', { name: '13', exact: true })
    const where = await key.boundingBox()
    assert.ok((await hidden()) > 0)
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
