import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Role, roleNames } from '#domain/accounts/role.ts'
import { ledgerPath } from '../work/work-server.ts'
import { office, saved, year } from './office.ts'
import { fineInEveryLook, noSeriousIssue, picture, wholeOnATablet } from './page-checks.ts'

const place = office()
const { as } = place

const addresses: readonly (readonly [Role, string, string])[] = [
  ['clerk', `${year}/desk`, '工作台'],
  ['clerk', `${year}/unit`, '单位'],
  ['clerk', `${year}/unit/base`, '基础数据'],
  ['clerk', `${year}/budget`, '预算与执行'],
  ['clerk', `${year}/budget/lines`, '预算指标'],
  ['clerk', `${year}/budget/import`, '导入导出'],
  ['clerk', `${year}/projects`, '项目'],
  ['clerk', `${year}/projects/p1`, '一个项目'],
  ['clerk', `${year}/indicators`, '目标与指标'],
  ['clerk', `${year}/records`, '业务台账'],
  ['clerk', `${year}/records/new`, '新增台账'],
  ['clerk', `${year}/monitoring`, '绩效监控'],
  ['clerk', `${year}/evaluation`, '绩效自评'],
  ['clerk', `${year}/reports/write`, '写正文'],
  ['clerk', `${year}/findings`, '审核意见'],
  ['clerk', `${year}/findings/questions`, '待定问题'],
  ['clerk', `${year}/submission`, '提交与审批'],
  ['leader', `${year}/evaluation`, '绩效自评（只看）'],
  ['performance-office', 'ledgers', '账本'],
  ['evaluator', 'ledgers', '第三方评价人'],
  ['public-reader', 'published', '公开的材料'],
  ['system-administrator', 'accounts', '账户'],
  ['system-administrator', 'own', '我的账户'],
  ['security-administrator', 'sessions', '登录中的人'],
  ['audit-administrator', 'log', '变更记录'],
]

/** Pages with nothing in them yet: their pictures are taken where there is (roles.test.ts). */
const emptyHere = new Set(['第三方评价人', '公开的材料', '变更记录'])

for (const role of new Set(addresses.map(([each]) => each)))
  test(`${roleNames[role]}的每一页在浅色、深色、平板和手机宽度下没有严重的无障碍问题，不横向滚动`, async () => {
    await as(role, {}, async (open) => {
      for (const [, address, name] of addresses.filter(([each]) => each === role)) {
        const page = await open(address)
        await fineInEveryLook(page).catch((error: Error) => assert.fail(`${name}：${error.message}`))
        await wholeOnATablet(page).catch((error: Error) => assert.fail(`${name}：${error.message}`))
        if (!emptyHere.has(name)) await picture(page, name)
      }
    })
  })

test('手机上各页的名字排成一行：现在这一页的总在眼前', async () => {
  await as('clerk', { width: 390 }, async (open) => {
    const page = await open(`${year}/submission`)
    const here = page.getByRole('navigation', { name: '一年的工作' }).getByRole('link', { name: '提交与审批' })
    const place = async () => {
      const { x = -1, width = 0 } = (await here.boundingBox()) ?? {}
      return [x >= 0, x + width <= 390]
    }
    assert.deepEqual(await place(), [true, true])
    await open(`${year}/desk`)
    assert.deepEqual(await place(), [true, false])
  })
})

const entriesOf = async (list: string) => {
  const clerk = await place.work.signIn('clerk')
  return (await clerk.get(`${ledgerPath}/entries/${list}`)).body['entries'] as Record<string, unknown>[]
}

test('绩效自评：上传一份 30 MB 的佐证材料，原样下载回来', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/evaluation`)
    await page
      .getByRole('button', { name: '县长热线办理满意率' })
      .or(page.getByRole('link', { name: '县长热线办理满意率' }))
      .first()
      .click()
    const choose = page.locator('input[type=file][aria-label^="县长热线办理满意率：上传"]')
    const big = Buffer.alloc(30 * 1024 * 1024, 0x20)
    big.write('%PDF-1.7\n')
    // From a file: the browser then reads it by itself, as a person's does.
    const folder = mkdtempSync(join(tmpdir(), 'jiheng-evidence-'))
    writeFileSync(join(folder, '满意率调查.pdf'), big)
    await choose.setInputFiles(join(folder, '满意率调查.pdf'))
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '满意率调查.pdf' }).click(),
    ])
    assert.equal(download.suggestedFilename(), '满意率调查.pdf')
    assert.equal(statSync(await download.path()).size, big.length)
    rmSync(folder, { recursive: true })
  })
})

test('业务台账：选中一条，上传附件、下载、取下，撤销又放回', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/records`)
    await page.getByText('选中一条，可以在这里上传').waitFor()
    await page.locator('.ag-row input[type=checkbox]').first().check()
    const files = page.locator('.record-files')
    await files.getByText('还没有附件').waitFor()
    const text = Buffer.from('会议纪要')
    await files.locator('input[type=file]').setInputFiles({ name: '纪要.txt', mimeType: 'text/plain', buffer: text })
    const link = files.getByRole('link', { name: '纪要.txt' })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    assert.equal(statSync(await download.path()).size, text.length)
    await noSeriousIssue(page)
    await picture(page, '台账附件')
    await files.getByRole('button', { name: '取下纪要.txt' }).click()
    await files.getByText('还没有附件').waitFor()
    await saved(page)
    await page.getByRole('button', { name: '撤销' }).click()
    await link.waitFor()
    await saved(page)
    const withFiles = (await entriesOf('workRecords')).filter(({ evidence = [] }) => (evidence as string[]).length > 0)
    assert.equal(withFiles.length, 1)
  })
})

test('业务台账：自己定一种台账，登记两条，数出来', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/records/new`)
    await page.getByLabel('台账名称').fill('志愿服务')
    await page.getByLabel('第1个栏目 栏目名称').fill('活动')
    await page.getByRole('button', { name: '加一个统计' }).click()
    await page.getByLabel('第1个统计 名称').fill('志愿服务次数')
    await page.getByLabel('第1个统计 单位').fill('次')
    await page.getByRole('button', { name: '保存这种台账' }).click()
    await page.getByRole('link', { name: '志愿服务', exact: true }).click()
    const table = page.getByRole('region', { name: '志愿服务', exact: true })
    for (const [day, what] of [
      ['2023-05-04', '植树'],
      ['2023-06-05', '环保宣传'],
    ] as const) {
      await table.getByRole('button', { name: '新增一行' }).click()
      await page.locator('.ag-row.added .ag-cell[aria-colindex="2"]').dblclick()
      await page.keyboard.type(day)
      await page.keyboard.press('Tab')
      await page.locator('.ag-row').filter({ hasText: day }).locator('.ag-cell[aria-colindex="3"]').dblclick()
      await page.keyboard.press('Control+A')
      await page.keyboard.type(what)
      await page.keyboard.press('Enter')
      await saved(page)
    }
    await page.getByRole('region', { name: '数出来的数' }).getByText('2次').waitFor()
    await picture(page, '业务台账-自定义')
  })
})

test('第一次来：介绍沿着一年的工作走一遍，看完不再问', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/desk`)
    await page.getByRole('region', { name: '现在要做的' }).getByRole('link').first().waitFor()
    await page.getByRole('button', { name: '看一遍' }).click()
    await page.getByText('先把单位、编制、基础数据填好').waitFor()
    await picture(page, '介绍')
    for (let step = 1; step < 7; step += 1) {
      assert.deepEqual(await page.evaluate(nextCovered), [], '导览的卡片盖住了现在要做的')
      await page.getByRole('button', { name: '下一步' }).click()
      await page.waitForTimeout(400)
    }
    await page.getByRole('button', { name: '结束导览' }).click()
    await page.reload()
    await page.getByRole('heading', { name: '工作台' }).waitFor()
    assert.equal(await page.getByRole('button', { name: '看一遍' }).count(), 0)
  })
})

test('基础数据：数是万元，也可以写明单位；清空后又显示算出来的数；从 Excel 粘贴一块，撤销一次全改回', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/unit/base`)
    const cell = page.getByLabel('政府采购金额 本年决算')
    const stored = async (item = 'procurement.total', column = 'actual') =>
      (await entriesOf('baseItems')).find((each) => each['item'] === item && each['column'] === column)?.['amount']
    for (const [typed, shown, amount] of [
      ['12.5', '12.50', '125000'],
      ['125,001元', '12.5001', '125001'],
    ] as const) {
      await cell.fill(typed)
      await cell.press('Tab')
      await saved(page)
      assert.equal(await stored(), amount)
      assert.equal(await cell.inputValue(), shown)
    }
    await cell.fill('')
    await cell.press('Tab')
    await saved(page)
    assert.equal(await stored(), undefined)
    await page.getByRole('button', { name: '撤销' }).click()
    await saved(page)
    assert.equal(await stored(), '125001')
    await cell.focus()
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '项目\t上年决算\t本年决算\r\n公务接待\t16.80\t\r\n政府采购\t1,200.00\t13\r\n')
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    })
    await page.getByText('贴入 3 格').waitFor()
    await saved(page)
    const amounts = async () => [
      await stored('three-public.reception', 'prior-actual'),
      await stored('procurement.total', 'prior-actual'),
      await stored(),
    ]
    assert.deepEqual(await amounts(), ['168000', '12000000', '130000'])
    await page.getByRole('button', { name: '撤销' }).click()
    await saved(page)
    assert.deepEqual(await amounts(), ['157000', '0', '125001'])
  })
})

/** Runs in the page: the lines of 「现在要做的」 that lie under the card of the tour. */
function nextCovered(): string[] {
  const card = document.querySelector('.tour-card')?.getBoundingClientRect()
  return [...document.querySelectorAll('.next :is(h2, p, a, li)')].flatMap((each) => {
    const words = document.createRange()
    words.selectNodeContents(each)
    const under = [...words.getClientRects()].some(
      ({ left, right, top, bottom }) =>
        !card || (left < card.right && right > card.left && top < card.bottom && bottom > card.top),
    )
    return under ? [each.textContent ?? ''] : []
  })
}
