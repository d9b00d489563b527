import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ledgerPath, password } from '../work/work-server.ts'
import { office, saved, year } from './office.ts'
import { noSeriousIssue, picture } from './page-checks.ts'

const place = office()
const { as } = place

const chapter = '部门整体：改进措施'
async function textOf(outline: string): Promise<string> {
  const clerk = await place.work.signIn('clerk')
  const { body } = await clerk.get(`${ledgerPath}/entries/sections`)
  const entries = body['entries'] as { scope: unknown; outline: string; text: string }[]
  return entries.find((each) => each.scope === 'department' && each.outline === outline)?.text ?? ''
}

test('正在打字时登录过期：登录框在原页面上，登录后已打的字都存下来', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/reports/write`)
    const field = page.getByLabel(chapter)
    await field.waitFor()
    const security = await place.work.signIn('security-administrator')
    const { body } = await security.get('api/sessions')
    for (const { id, login } of body['sessions'] as { id: string; login: string }[])
      if (login === 'clerk') await security.send('DELETE', `api/sessions/${id}`)
    await field.press('Control+End')
    await field.pressSequentially('过期时打的字。')
    const again = page.getByRole('dialog')
    await again.getByText('已填的内容都在').waitFor()
    await noSeriousIssue(page)
    await picture(page, '登录过期')
    await again.getByLabel('密码').fill(password)
    await again.getByRole('button', { name: '登录' }).click()
    await saved(page)
    assert.match(await textOf('improvements'), /过期时打的字。/)
  })
})

test('断网时照样填，写明存在本机；关了网页，连上再开，改动自动存上', async () => {
  const { cookie } = await place.work.signIn('clerk')
  const [name = '', value = ''] = cookie.split('=')
  const context = await place.browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addCookies([{ name, value, url: place.work.server.url }])
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${place.work.server.url}#/${year}/reports/write`)
  const field = page.getByLabel(chapter)
  await field.waitFor()
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await field.press('Control+End')
  await field.pressSequentially('断网时打的字。')
  await page.getByText(/没有连上，1 处改动存在本机/).waitFor()
  await page.close()
  assert.doesNotMatch(await textOf('improvements'), /断网时打的字/)
  await context.setOffline(false)
  const later = await context.newPage()
  later.setDefaultTimeout(30_000)
  await later.goto(`${place.work.server.url}#/${year}/desk`)
  await saved(later)
  await later.waitForTimeout(500)
  assert.match(await textOf('improvements'), /断网时打的字。/)
  await context.close()
})

test('没有连上时去看没打开过的页：不是白屏，说明在等；连上以后自己打开', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/desk`)
    let isDown = true
    await page.route(/\/assets\/evaluation-|\/api\/|\/healthz/, (route) => (isDown ? route.abort() : route.continue()))
    await page.evaluate((address) => (window.location.hash = `#/${address}/evaluation`), year)
    await page.getByText('没有连上，这一页还没有打开。连上后自动打开，已填的内容都在本机。').waitFor()
    await page.getByRole('navigation', { name: '一年的工作' }).getByRole('link', { name: '单位' }).waitFor()
    isDown = false
    await page.getByRole('heading', { name: '绩效自评', level: 1 }).waitFor()
  })
})

test('两人改同一格：列出两边的值和改的人，选了“用我的”才盖过去；改不同的格互不影响', async () => {
  const other = await place.work.signIn('clerk')
  const change = (was: object, set: object) =>
    other.send('PATCH', `${ledgerPath}/entries/staffing`, { key: ['001'], was, set })
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/unit/staff`)
    const cell = page.locator('.ag-row').first().locator('.ag-cell', { hasText: /^34$/ })
    // The last column is out of sight until somebody goes there.
    await page.locator('.ag-row').first().locator('.ag-cell', { hasText: '县政府办公室' }).click()
    await page.keyboard.press('Control+ArrowRight')
    await cell.waitFor()
    assert.equal((await change({ retired: 34, onPost: 59 }, { retired: 36, onPost: 58 })).status, 200)
    await cell.dblclick()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('35')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '1 处要处理' }).click()
    const drawer = page.getByRole('dialog')
    const row = drawer.getByRole('row').filter({ hasText: '退休人数' })
    assert.match((await row.textContent()) ?? '', /35人.*36人/)
    await drawer.getByRole('heading', { name: '编制与人员 县政府办公室' }).waitFor()
    await drawer.getByText(/示例填报人.*刚改过/).waitFor()
    await noSeriousIssue(page)
    await picture(page, '两人改同一处')
    await drawer.getByRole('button', { name: '用我的' }).click()
    await saved(page)
    const { body } = await other.get(`${ledgerPath}/entries/staffing`)
    const [line] = body['entries'] as { retired: number; onPost: number }[]
    assert.deepEqual([line?.retired, line?.onPost], [35, 58])
  })
})

const twoSides: readonly (readonly [
  string,
  string,
  readonly string[],
  object,
  object,
  object,
  string,
  readonly string[],
])[] = [
  [
    '支付的金额、项目',
    'payments',
    ['汇总-02'],
    { amount: '174400', project: null },
    { amount: '2000', project: 'p1' },
    { amount: '3000.5', project: 'p2' },
    '国库支付 汇总-02 对个人和家庭的补助',
    ['金额（元） 3,000.50 2,000.00', '项目 落实政府工作报告 改善民生、为民办实事、督查工作'],
  ],
  [
    '基础数据',
    'baseItems',
    ['three-public.reception', 'original'],
    { amount: '165600' },
    { amount: '165700' },
    { amount: '166000' },
    '基础数据 公务接待 本年预算',
    ['金额 16.60万元 16.57万元'],
  ],
  [
    '指标值',
    'indicators',
    ['d1'],
    { target: '12' },
    { target: '13' },
    { target: '14' },
    '绩效指标 d1 县政府常务会议',
    ['目标值 14次 13次'],
  ],
  [
    '台账的栏目',
    'workRecords',
    ['study', 's2'],
    { values: { type: '廉政谈话', title: '全年汇总', persons: '20' } },
    { values: { type: '廉政谈话', title: '全年汇总', persons: '21' } },
    { values: { type: '廉政谈话', title: '全年汇总', persons: '22' } },
    '业务台账 理论学习 s2',
    ['内容 类别 廉政谈话，内容 全年汇总，人次（人次） 22 类别 廉政谈话，内容 全年汇总，人次（人次） 21'],
  ],
]
for (const [name, list, key, was, theirs, mine, title, rows] of twoSides)
  test(`两人改同一处，${name}：两边的值写名称、带单位，和表里一样`, async () => {
    const other = await place.work.signIn('clerk')
    assert.equal((await other.send('PATCH', `${ledgerPath}/entries/${list}`, { key, was, set: theirs })).status, 200)
    await as('clerk', {}, async (open) => {
      const page = await open(`${year}/desk`)
      const pending = [
        { id: 'x', ledger: year.slice('ledger/'.length), list, kind: 'change', key, was, set: mine, state: 'waiting' },
      ]
      const { id } = (await other.get('api/session')).body['account'] as { id: string }
      await page.evaluate(
        ([account, kept]) => localStorage.setItem(`jiheng.pending.${account}`, kept ?? ''),
        [id, JSON.stringify(pending)],
      )
      await page.reload()
      await page.getByRole('button', { name: '1 处要处理' }).click()
      const drawer = page.getByRole('dialog')
      await drawer.getByRole('heading', { name: title, exact: true }).waitFor()
      const told = drawer.getByRole('row')
      for (const [index, row] of rows.entries()) {
        const cells = await told
          .nth(index + 1)
          .getByRole('rowheader')
          .or(told.nth(index + 1).getByRole('cell'))
          .allTextContents()
        assert.equal(cells.join(' '), row)
      }
      await drawer.getByRole('button', { name: '用对方的' }).click()
    })
  })

test('不合规格的内容留在原处标红，原因写明，不影响别的内容保存；改对了就存上', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/unit/papers`)
    const cell = page.locator('.ag-row').first().locator('.ag-cell').nth(4)
    await cell.dblclick()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('2023-02-30')
    await page.keyboard.press('Enter')
    await page.locator('.ag-cell.refused').waitFor()
    await page.getByRole('button', { name: '1 处要处理' }).click()
    await page
      .getByRole('dialog')
      .getByText(/^日期：.*没有这一天/)
      .waitFor()
    await page.keyboard.press('Escape')
    const stored = async () => {
      const { body } = await (await place.work.signIn('clerk')).get(`${ledgerPath}/entries/papers`)
      return body['entries'] as { number?: string; date?: string }[]
    }
    const number = page.locator('.ag-row').first().locator('.ag-cell[col-id^=number]')
    await number.dblclick()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('桃财绩〔2024〕52号')
    await page.keyboard.press('Enter')
    await saved(page)
    await page.locator('.ag-cell.refused').waitFor()
    assert.equal(await page.locator('.ag-cell.refused').count(), 1, '同一行里只有填错的那一栏标红')
    assert.ok(
      (await stored()).some((each) => each.number === '桃财绩〔2024〕52号'),
      '同一行别的栏已存',
    )
    await page.locator('.ag-cell.refused').dblclick()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('2024/2/29')
    await page.keyboard.press('Enter')
    await saved(page)
    assert.ok((await stored()).some(({ date }) => date === '2024-02-29'))
  })
})

test('后退键回到上一页原来的筛选；地址可以直接打开', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/budget`)
    await page.getByRole('region', { name: '按功能科目（万元）' }).getByRole('link', { name: '50.00' }).last().click()
    await page.getByText(/只看：.*2070199/).waitFor()
    await page.getByText('共 1 条，合计 500,000.00 元').waitFor()
    await page.getByRole('link', { name: '绩效自评' }).click()
    await page.getByRole('heading', { name: '绩效自评', exact: true }).waitFor()
    await page.goBack()
    await page.getByText(/只看：.*2070199/).waitFor()
  })
})

test('一万条台账：分页打开，查得到，数得对', async () => {
  const clerk = await place.work.signIn('clerk')
  const kind = {
    id: 'patrol-log',
    name: '巡查日志',
    fields: [{ id: 'place', name: '地点', type: 'text' }],
    key: ['place'],
    counts: [{ id: 'times', name: '巡查次数', how: 'count', unit: '次' }],
  }
  assert.equal((await clerk.send('POST', `${ledgerPath}/entries/workKinds`, { entry: kind })).status, 200)
  const lines = Array.from({ length: 10_000 }, (_, index) => `L${index},001,2023-05-04,地点${index}`)
  const form = new FormData()
  form.append('file', new Blob([`编号,单位,日期,地点\n${lines.join('\n')}\n`]), '巡查日志.csv')
  const answer = await fetch(`${place.work.server.url}${ledgerPath}/tables?table=patrol-log&preview=false`, {
    method: 'POST',
    headers: { cookie: clerk.cookie },
    body: form,
  })
  assert.equal(answer.status, 200, await answer.clone().text())
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/records/patrol-log`)
    await page.getByText('共 10000 条').waitFor()
    await page.getByText('10000次').waitFor()
    await page.getByLabel('在巡查日志里查找').fill('地点9999')
    await page.keyboard.press('Enter')
    await page.getByText('共 1 条').waitFor()
    await page.getByRole('gridcell', { name: '地点9999' }).waitFor()
  })
})

test('一万条里选中一整页五百条：删去是一次请求，撤销一次放回原处', async () => {
  const first = async () => {
    const clerk = await place.work.signIn('clerk')
    const equals = encodeURIComponent(JSON.stringify({ kind: 'patrol-log' }))
    const { body } = await clerk.get(`${ledgerPath}/entries/workRecords?limit=500&offset=500&equals=${equals}`)
    return { total: body['total'], ids: (body['entries'] as { id: string }[]).map(({ id }) => id) }
  }
  const before = await first()
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/records/patrol-log`)
    const table = page.getByRole('region', { name: '巡查日志', exact: true })
    await table.getByText('共 10000 条').waitFor()
    await page.getByTitle('2', { exact: true }).click()
    await page.getByRole('gridcell', { name: '地点500', exact: true }).waitFor()
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') asked.push(`${request.method()} ${new URL(request.url()).pathname}`)
    })
    await page.getByRole('columnheader').getByRole('checkbox').check()
    await page.getByRole('button', { name: '删去 500 行' }).click()
    await table.getByText('共 9500 条').waitFor()
    await saved(page)
    assert.equal(asked.length, 1, asked.join('\n'))
    await page.getByRole('button', { name: '撤销' }).click()
    await table.getByText('共 10000 条').waitFor()
    await saved(page)
    assert.equal(asked.length, 2, asked.join('\n'))
    await page.getByRole('gridcell', { name: '地点500', exact: true }).waitFor()
  })
  assert.deepEqual(await first(), before)
})

test('打印一万条的台账：按一下或按 Ctrl+P，印的是整个列表，太长的印前五千条并写明；筛出的只印筛出的', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/records/patrol-log`)
    const table = page.getByRole('region', { name: '巡查日志', exact: true })
    await table.getByText('共 10000 条').waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.getByText('共 10000 条，这里 500 条，要印全部，请按 Ctrl+P 或表上的“打印全部”').waitFor()
    await page.emulateMedia({ media: 'screen' })
    // The browser's dialog ends no test: what would be on the paper is kept when it would open.
    await page.evaluate(() => {
      window.print = () => {
        window.dispatchEvent(new Event('beforeprint'))
        const { caption, rows } = document.querySelector<HTMLTableElement>('table.printed-lines')!
        document.title = `${rows.length - 1} ${rows.item(rows.length - 1)?.textContent} ${caption?.textContent}`
        window.dispatchEvent(new Event('afterprint'))
      }
    })
    const paper = async (print: () => Promise<void>) => {
      await page.evaluate(() => (document.title = ''))
      await print()
      await page.waitForFunction(() => document.title !== '')
      return page.title()
    }
    assert.match(
      await paper(() => page.keyboard.press('Control+P')),
      /^5000 .*（共 10000 条，这里 5000 条，印前面这些，要全部的请在“导入导出”里导出/,
    )
    await page.getByLabel('在巡查日志里查找').fill('地点12')
    await page.keyboard.press('Enter')
    const found = 1 + 10 + 100
    await table.getByText(`共 ${found} 条`).waitFor()
    await page.getByRole('button', { name: '打印全部' }).waitFor({ state: 'detached' })
    await page.getByLabel('在巡查日志里查找').fill('地点1')
    await page.keyboard.press('Enter')
    await table.getByText('共 1111 条').waitFor()
    const last = await paper(() => page.getByRole('button', { name: '打印全部 1111 条' }).click())
    assert.match(last, /^1111 .*巡查日志（共 1111 条）$/)
    await page.emulateMedia({ media: 'print' })
    await page.getByText('共 1111 条，这里 500 条').waitFor()
  })
})
