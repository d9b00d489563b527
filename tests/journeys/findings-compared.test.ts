import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Big } from 'big.js'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { storeLedger } from '#operations/ledgers/stored-ledger.ts'
import { departmentLike } from '../department-like.ts'
import { office } from './office.ts'
import { fineInEveryLook, picture } from './page-checks.ts'

const example = fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url))
const { ledger } = await openLedger(example)
assert.ok(ledger)

/** Departments whose ledgers have one kind of fault each. */
const faulty: readonly Ledger[] = [
  withIndicators('002', '县档案馆', (indicator, index) => (index < 6 ? withoutActual(indicator) : indicator)),
  withIndicators('003', '县公共资源交易中心', (indicator, index) =>
    index < 2 ? { ...indicator, weight: new Big(0) } : indicator,
  ),
  { ...departmentLike(ledger, '004', '县住房和城乡建设局机关后勤服务中心'), sections: [] },
]

const { as } = office(async () => {
  for (const each of faulty) assert.equal((await storeLedger(each, '示例填报人')).fault, undefined)
})

/** Runs in the page: texts of a picture that begin left of it. */
function cutOff(picture: Element): (string | null)[] {
  const { left } = picture.getBoundingClientRect()
  return [...picture.querySelectorAll('text')]
    .filter((text) => text.getBoundingClientRect().left < left)
    .map(({ textContent }) => textContent)
}

test('绩效股：各部门的问题按种类画在一张图上，多的在前；点一格到那个部门的审核意见', async () => {
  await as('performance-office', {}, async (open) => {
    const page = await open('ledgers')
    await page.getByRole('button', { name: '问题分布' }).click()
    assert.match(page.url(), /view=findings/)
    const picked = page.getByRole('img', { name: /4 套材料里有 \d+ 处错误/ })
    await picked.locator('svg').waitFor()
    assert.deepEqual(await picked.evaluate(cutOff), [])
    await page.getByText('看数字').click()
    const table = page.getByRole('region', { name: '问题分布' })
    await table
      .getByRole('row')
      .filter({ hasText: '县档案馆' })
      .getByText(/错误 \d+/)
      .first()
      .waitFor()
    assert.equal(await table.getByRole('link', { name: '桃江县人民政府办公室' }).count(), 0, '没有问题的不画')
    await fineInEveryLook(page)
    await picture(page, '问题分布')
    const [name = ''] = await table.getByRole('link').allTextContents()
    await table.getByRole('link', { name }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '审核意见', level: 1 }).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: '问题分布', pressed: true }).waitFor()
    await picked.locator('svg').waitFor()
    const box = await picked.boundingBox()
    assert.ok(box)
    await page.mouse.click(box.x + box.width / 2, box.y + 60)
    await page.getByRole('heading', { name: '审核意见', level: 1 }).waitFor()
  })
})

function withoutActual(indicator: Ledger['indicators'][number]): Ledger['indicators'][number] {
  const without = { ...indicator }
  delete without.actual
  return without
}

function withIndicators(
  id: string,
  name: string,
  changed: (indicator: Ledger['indicators'][number], index: number) => Ledger['indicators'][number],
): Ledger {
  const other = departmentLike(ledger!, id, name)
  return { ...other, indicators: other.indicators.map(changed) }
}
