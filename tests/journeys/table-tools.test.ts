import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from '@playwright/test'
import { ledgerPath } from '../work/work-server.ts'
import { office, saved, year } from './office.ts'
import { noSeriousIssue, picture } from './page-checks.ts'

const place = office()
const { as } = place

const undo = (page: Page) => page.getByRole('button', { name: '撤销' }).click()
const payments = async () => {
  const clerk = await place.work.signIn('clerk')
  return (await clerk.get(`${ledgerPath}/entries/payments`)).body['entries'] as Record<string, unknown>[]
}
const total = async (list: string) => {
  const clerk = await place.work.signIn('clerk')
  return (await clerk.get(`${ledgerPath}/entries/${list}?limit=1`)).body['total'] as number
}
/** Waits until what is stored is as it should be. */
async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  assert.fail(what)
}

/** What Excel puts on the clipboard, at the cell that has the focus. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', copied)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, text)
}

test('选栏：隐去的栏不见了，刷新还是这样；必填的隐不掉；再勾上就回来', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget/payments`)
    const heads = async () => (await page.getByRole('columnheader').allTextContents()).map((text) => text.trim())
    await page.getByRole('gridcell', { name: '汇总-01' }).waitFor()
    assert.ok((await heads()).includes('资金来源 *'))
    await page.getByRole('button', { name: '选栏（隐去 1）' }).click()
    const choice = page.getByRole('group', { name: '国库支付显示哪些栏' })
    assert.equal(await choice.getByRole('checkbox', { name: '凭证号' }).isDisabled(), true)
    await choice.getByRole('checkbox', { name: '收款人' }).check()
    await page.getByRole('button', { name: '选栏', exact: true }).waitFor()
    await choice.getByRole('checkbox', { name: '项目' }).uncheck()
    await page.getByRole('button', { name: '选栏（隐去 1）' }).waitFor()
    await noSeriousIssue(page)
    await picture(page, '选栏')
    assert.ok(!(await heads()).includes('项目'))
    await page.reload()
    await page.getByRole('gridcell', { name: '汇总-01' }).waitFor()
    assert.ok(!(await heads()).includes('项目'), '刷新以后')
    await page.getByRole('button', { name: '选栏（隐去 1）' }).click()
    await choice.getByRole('checkbox', { name: '项目' }).check()
    await page.getByRole('button', { name: '选栏', exact: true }).waitFor()
    assert.ok((await heads()).includes('项目'))
  })
})

test('批量改：选中三行，一栏一次改好，说改了几行；撤销一次全改回', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget/payments`)
    const before = await payments()
    const chosen = before.slice(0, 3).map(({ voucher }) => String(voucher))
    const purposes = async (vouchers: readonly string[]) => {
      const stored = await payments()
      return vouchers.map((voucher) => stored.find((each) => each['voucher'] === voucher)?.['purpose'] ?? '')
    }
    const was = await purposes(chosen)
    assert.equal(await page.getByRole('button', { name: '批量改' }).isDisabled(), true)
    for (const voucher of chosen)
      await page.getByRole('row').filter({ hasText: voucher }).first().getByRole('checkbox').check()
    await page.getByRole('button', { name: '批量改 3 行' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: '改哪一栏' }).click()
    await page.getByTitle('用途', { exact: true }).click()
    await dialog.getByRole('textbox', { name: '改成' }).fill('年末汇总')
    await noSeriousIssue(page)
    await picture(page, '批量改')
    await dialog.getByRole('button', { name: /^改$/ }).click()
    await page.getByText('改了 3 行').waitFor()
    await until(async () => (await purposes(chosen)).every((each) => each === '年末汇总'), '三行都改了')
    await saved(page)
    await undo(page)
    await until(async () => JSON.stringify(await purposes(chosen)) === JSON.stringify(was), '一次撤销全改回')
  })
})

test('删去四行，撤销一次全放回；从 Excel 粘贴三行，撤销一次全拿走', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget/payments`)
    const total = (await payments()).length
    await page.getByRole('gridcell', { name: '汇总-01' }).waitFor()
    for (const index of [0, 1, 2, 3])
      await page.locator(`.ag-row[row-index="${index}"]`).getByRole('checkbox').first().check()
    await page.getByRole('button', { name: '删去 4 行' }).click()
    await until(async () => (await payments()).length === total - 4, '删去四行')
    await undo(page)
    await until(async () => (await payments()).length === total, '放回四行')
    await page.getByRole('gridcell', { name: '汇总-01' }).waitFor()
    const rows = ['P-1', 'P-2', 'P-3'].map((voucher) =>
      [voucher, '2023-12-30', '10', '县政府办公室', '一般公共预算', '基本支出', '', '2010301', '30201', '纸'].join(
        '\t',
      ),
    )
    // Beyond the last line: all three are new.
    await page.locator(`.ag-row[row-index="${total - 1}"] .ag-cell[aria-colindex="2"]`).click()
    await paste(page, ['', ...rows].join('\n'))
    await until(async () => (await payments()).length === total + 3, '贴入三行')
    await undo(page)
    await until(async () => (await payments()).length === total, '拿走三行')
  })
})

test('从 Excel 连标题行、合计行一起粘贴：按栏名对应，万元换成元；已有的凭证号只改那一笔，新的新增；撤销一次全改回', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget/payments`)
    const before = await payments()
    await page.getByRole('gridcell', { name: '汇总-01' }).click()
    await paste(
      page,
      [
        '国库支付明细表\t\t\t\t\t\t\t\t',
        '支付凭证号\t支付日期\t支付金额（万元）\t摘要\t支出功能分类科目\t部门经济分类\t预算单位\t资金性质\t余额',
        'X-1\t2023/12/30\t1,200.50\t印刷\t2010301\t30201\t桃江县人民政府办公室\t经费拨款\t1',
        '汇总-16\t2023/12/30\t0.3\t差旅\t2010301\t30211\t县政府办公室\t一般公共预算\t1',
        '合计\t\t1,200.80\t\t\t\t\t\t',
      ].join('\r\n') + '\r\n',
    )
    await page.getByText('贴入：新增 1 行，改 1 行；标题行、合计行 1 行没有贴；没有对应的栏：余额').waitFor()
    const told = async (voucher: string) => {
      const { amount, purpose, source } = (await payments()).find((each) => each['voucher'] === voucher) ?? {}
      return `${amount} ${purpose} ${source}`
    }
    await until(async () => (await told('X-1')) === '12005000 印刷 general-public', 'X-1 存下了')
    await until(async () => (await told('汇总-16')) === '3000 差旅 general-public', '汇总-16 改了')
    assert.equal(await told('汇总-01'), '7287000 工资福利支出 general-public', '没有贴在别的凭证上')
    assert.equal((await payments()).length, before.length + 1)
    await undo(page)
    await until(async () => JSON.stringify(await payments()) === JSON.stringify(before), '一次撤销全改回')
  })
})

test('贴入三百行：一会儿就全存下；撤销也是', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget/payments`)
    const { length } = await payments()
    await page.getByRole('button', { name: '新增一行' }).click()
    await page.locator('.ag-row.added .ag-cell').nth(1).click()
    const row = (number: number) => `L-${number}\t2023-12-30\t1.5\t001\t一般公共预算\t基本支出\t\t2010301\t30201`
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().includes('/entries/')) asked.push(request.url())
    })
    await paste(page, Array.from({ length: 300 }, (_, index) => row(index)).join('\n'))
    await saved(page)
    await until(async () => (await total('payments')) === length + 300, '三百行都存下了')
    assert.ok(asked.length < 10, `存三百行问了服务器 ${asked.length} 次`)
    await undo(page)
    await until(async () => (await total('payments')) === length, '全拿走了')
  })
})

test('空表写明从哪里做起；点一下就能从 Excel 粘贴；查不到时说没有找到', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/unit/buildings`)
    const empty = page.getByRole('group', { name: '还没有登记：按“新增一行”，或点这里粘贴' })
    await empty.click()
    await noSeriousIssue(page)
    await paste(
      page,
      '名称\t批复规模\t实际规模\t预算投资\t实际投资\n食堂改造\t100\t100\t1200000\t1150000\n车库\t50\t50\t300000\t300000',
    )
    await page.getByText('贴入：新增 2 行').waitFor()
    await page.getByRole('gridcell', { name: '食堂改造' }).waitFor()
    await page.getByRole('gridcell', { name: '车库' }).waitFor()
    await undo(page)
    await empty.waitFor()
    await open(`${year}/budget/payments`)
    await page.getByLabel('在国库支付里查找').fill('没有这样的词')
    await page.keyboard.press('Enter')
    await page.getByText('没有找到，换个词再查。').waitFor()
    await open(`${year}/budget/payments?date=2023-02`)
    await page.getByText('没有符合的，按“看全部”回到整张表。').waitFor()
    assert.equal(await page.getByText('还没有登记').count(), 0)
    await page.getByRole('link', { name: '看全部' }).click()
    await page.getByRole('gridcell', { name: '汇总-01' }).waitFor()
  })
})

test('选中两行按 Ctrl+C，贴到 Excel 是带标题的两行；只点一格就是那一格', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget/payments`)
    const copied = () =>
      page.evaluate(() => {
        const clipboardData = new DataTransfer()
        const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true })
        document.activeElement?.dispatchEvent(event)
        return clipboardData.getData('text/plain')
      })
    await page.getByRole('gridcell', { name: '174,400.00' }).click()
    assert.equal(await copied(), '174,400.00')
    for (const voucher of ['汇总-02', '汇总-03'])
      await page.getByRole('row').filter({ hasText: voucher }).first().getByRole('checkbox').check()
    const [head = '', ...rows] = (await copied()).split('\r\n')
    assert.match(head, /^凭证号\t日期\t金额（元）\t单位/)
    assert.deepEqual(
      rows.map((each) => each.split('\t').slice(0, 3)),
      [
        ['汇总-02', '2023-12-31', '174,400.00'],
        ['汇总-03', '2023-12-31', '157,000.00'],
      ],
    )
  })
})
