import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { test } from 'node:test'
import type { Role } from '#domain/accounts/role.ts'
import { type WorkServer, ledgerPath, password } from '../work/work-server.ts'
import { office, saved } from './office.ts'
import { fineInEveryLook, picture } from './page-checks.ts'

const place = office(async (work) => {
  await step(work, 'clerk', 'submit')
  await step(work, 'leader', 'approve')
})
const { as } = place
async function step(work: WorkServer, role: Role, action: string): Promise<void> {
  const person = await work.signIn(role)
  const { status, body } = await person.send('POST', `${ledgerPath}/submission/steps`, { action })
  assert.equal(status, 200, JSON.stringify(body))
}

test('财政审核人一来就看到哪些等审核：得分、执行、问题都在一行里', async () => {
  await as('finance-reviewer', {}, async (open) => {
    const page = await open('')
    await page.getByText('1 套材料等财政审核，排在最前面。').waitFor()
    const row = page.getByRole('row').filter({ hasText: '桃江县人民政府办公室' })
    for (const text of ['待财政审核', '99.5', '1,286.05', '100.00%']) await row.getByText(text).first().waitFor()
    await fineInEveryLook(page)
    await picture(page, '财政审核')
  })
})

test('财政：按进展筛，筛法写在地址里，退回来还在；只用键盘走到自评表', async () => {
  await as('performance-office', {}, async (open) => {
    const page = await open('ledgers')
    await page.getByRole('button', { name: '待财政审核 1' }).click()
    assert.match(page.url(), /state=approved/)
    const link = page.getByRole('row').filter({ hasText: '2023' }).getByRole('link', { name: '绩效自评' })
    await link.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '绩效自评', level: 1 }).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: '待财政审核 1', pressed: true }).waitFor()
  })
})

test('绩效股：各套材料的得分对照执行率；定下送审期限，填报人的工作台上看得到', async () => {
  await as('performance-office', {}, async (open) => {
    const page = await open('ledgers?view=scores')
    await page.getByText('1 个评价对象里，没有得分 90 以上而执行率不到 80% 的').first().waitFor()
    await page.locator('.chart svg').waitFor()
    await page.getByLabel('2023年度自评材料送审期限').fill('2099/3/31')
    await page.keyboard.press('Enter')
    await page.getByText('已定，部门的工作台上看得到').waitFor()
    await fineInEveryLook(page)
    await picture(page, '得分与执行率')
  })
  await as('leader', {}, async (open) => {
    const page = await open('ledger/430922/001/2023/desk')
    assert.equal(await page.getByText('期限 2099年3月31日').count(), 0, '已送财政，不再催')
  })
  await step(place.work, 'leader', 'recall')
  await as('leader', {}, async (open) => {
    const page = await open('ledger/430922/001/2023/desk')
    await page.getByText(/自评材料送审期限 2099年3月31日，还有 \d+ 天/).waitFor()
  })
  await step(place.work, 'leader', 'approve')
})

test('财政审核人写到一半的退回意见，去看别的页再回来，还在', async () => {
  await as('finance-reviewer', {}, async (open) => {
    const page = await open('ledger/430922/001/2023/submission')
    await page.getByLabel('第 1 条意见').fill('退休人数请核对')
    await page.getByRole('link', { name: '绩效自评' }).click()
    await page.getByRole('heading', { name: '绩效自评', level: 1 }).waitFor()
    await page.getByRole('link', { name: '提交与审批' }).click()
    await page.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some(({ value }) => value === '退休人数请核对'),
    )
  })
})

test('绩效股把材料分派给第三方评价人，只用键盘；收回了再分派', async () => {
  await as('performance-office', {}, async (open) => {
    const page = await open('assignments')
    await page.getByText('1 套材料里 0 套已分派').waitFor()
    const give = async () => {
      await page.getByRole('checkbox', { name: '选桃江县人民政府办公室2023年' }).focus()
      await page.keyboard.press('Space')
      await page.getByRole('button', { name: '分派选中的 1 套' }).focus()
      await page.keyboard.press('Enter')
      await page.getByText('1 套材料里 1 套已分派').waitFor()
    }
    await give()
    await fineInEveryLook(page)
    await picture(page, '评价分派')
    await page.getByRole('button', { name: '从示例第三方评价人收回桃江县人民政府办公室2023年' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('1 套材料里 0 套已分派').waitFor()
    await give()
  })
})

test('第三方评价人：只看分派给自己的，看得到自评、佐证、审核意见，没有一处能改', async () => {
  await as('evaluator', {}, async (open) => {
    const page = await open('')
    await page.getByText('分派给您、部门审核过的材料 1 套，可以评价。评价只看不改。').waitFor()
    await fineInEveryLook(page)
    await picture(page, '第三方评价人')
    await page.getByRole('link', { name: '绩效自评' }).click()
    await page.getByRole('button', { name: '县长热线办理满意率', exact: true }).click()
    await page.getByText('您的角色只能查看。').waitFor()
    assert.equal(await page.locator('main input:not([type=checkbox]), main textarea').count(), 0)
    await fineInEveryLook(page)
  })
})

test('公众：财政没通过时什么也没有；通过以后看得到成稿、下得来，看不到账本', async () => {
  await as('public-reader', {}, async (open) => {
    await (await open('')).getByText('还没有财政通过的材料。').waitFor()
  })
  await step(place.work, 'finance-reviewer', 'accept')
  await as('public-reader', {}, async (open) => {
    const page = await open('')
    await page.getByText('财政已经通过的材料 1 套').waitFor()
    await page.getByRole('link', { name: '桃江县人民政府办公室' }).focus()
    await page.keyboard.press('Enter')
    const frame = page.frameLocator('iframe')
    await frame.getByText('2023年部门整体支出绩效报告').first().waitFor()
    await fineInEveryLook(page)
    await picture(page, '公开的材料')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 Word' }).click(),
    ])
    assert.ok(statSync(await download.path()).size > 10_000)
    await page.goto(`${place.work.server.url}#/ledger/430922/001/2023/budget`)
    await page.getByText('财政已经通过的材料 1 套').waitFor()
  })
})

test('审计管理员：只看导出的记录，筛法在地址里，筛出的下载得来', async () => {
  await as('audit-administrator', {}, async (open) => {
    const page = await open('log?kind=export')
    await page.getByRole('row').filter({ hasText: '公众查阅人' }).first().waitFor()
    assert.equal(await page.getByRole('row').filter({ hasText: '送审' }).count(), 0)
    await fineInEveryLook(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载筛出的记录' }).click(),
    ])
    assert.equal(download.suggestedFilename(), '变更记录.csv')
    const [, first = ''] = readFileSync(await download.path(), 'utf8').split('\r\n')
    assert.match(first, /,导出,导出：变更记录,"?内容：变更记录/)
    assert.match(first, /做了什么：导出/)
    await page.getByRole('button', { name: '核对首尾相接' }).click()
    await page.getByText(/条记录首尾相接，没有被改动/).waitFor()
    await open('log?search=leader-charge')
    await page.getByRole('row').filter({ hasText: '角色：审核人' }).first().waitFor()
    await open('log?kind=edit')
    const question = page.getByRole('row').filter({ hasText: '待定问题' }).first()
    await question.getByText(/现按什么登记：/).waitFor()
    assert.doesNotMatch((await question.textContent()) ?? '', /holds|sources|\[/)
    await open(`log?search=${encodeURIComponent('业务台账')}`)
    await page
      .getByRole('row')
      .filter({ hasText: '业务台账：桃江县人民政府办公室2023年 巡查/x1' })
      .getByText('巡查地点 核电厂址')
      .waitFor()
    assert.equal(await page.getByLabel('按人、事项查找').inputValue(), '业务台账')
    await picture(page, '变更记录')
  })
})

test('填报人建立下一年的账本，沿用今年的项目和指标，就在新账本的工作台上', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open('ledgers')
    await page.getByRole('button', { name: '建立 2024 年账本' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('桃江县人民政府办公室 2024年').waitFor()
    await page.getByText('项目 6 个，自评 5 个').waitFor()
    assert.match(page.url(), /2024\/desk/)
    await page.getByText('先登记年初批复的预算，可以导入').waitFor()
    await page.getByRole('region', { name: '支出进度' }).getByText('还没有预算指标，算不出进度').waitFor()
    await fineInEveryLook(page)
  })
})

test('新的一年还没有数：每张图的地方写明缺什么，点一下就到要填的地方；填了预算就画出来', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open('ledger/430922/001/2024/budget')
    for (const [name, way] of [
      ['支出进度', '预算指标'],
      ['从年初预算到执行', '导入导出'],
      ['“三公”经费', '基础数据'],
    ] as const)
      await page.getByRole('region', { name, exact: true }).getByRole('link', { name: way }).waitFor()
    assert.equal(await page.getByRole('img').count(), 0, '没有空的图')
    await fineInEveryLook(page)
    await picture(page, '新的一年')
    await page.getByRole('link', { name: '基础数据' }).click()
    await page.getByLabel('政府采购金额 本年决算').waitFor()
    const prior = (item: string) => page.getByLabel(`${item} 上年决算`)
    await page.getByRole('button', { name: '上年决算照 2023 年账本的本年决算填' }).focus()
    await page.keyboard.press('Enter')
    await saved(page)
    assert.equal(await prior('公务接待').inputValue(), '15.70')
    assert.equal(await prior('政府采购金额').inputValue(), '12.90')
    assert.equal(await prior('三公经费').inputValue(), '', '各项之和由表算出')
    await page.waitForFunction(
      () => document.querySelector('[aria-label="三公经费 上年决算"]')?.getAttribute('placeholder') === '15.70',
    )
    assert.equal(await page.getByRole('button', { name: /上年决算照/ }).count(), 0)
    await fineInEveryLook(page)
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByRole('button', { name: '上年决算照 2023 年账本的本年决算填' }).waitFor()
    assert.equal(await prior('公务接待').inputValue(), '')
    await open('ledger/430922/001/2024/desk')
    await page.getByRole('link', { name: '1 个待定问题要人来定' }).click()
    const question = page.getByRole('row').filter({ hasText: '报告的成文日期是哪一天' })
    await question.getByRole('link', { name: '去填' }).click()
    await page.getByLabel('成文日期').fill('2025-03-15')
    await page.keyboard.press('Enter')
    await open('ledger/430922/001/2024/findings/questions')
    await page.getByText('没有待定问题。').waitFor()
    await open('ledger/430922/001/2024/evaluation')
    await page.getByText('9 项指标都还评不出分').waitFor()
    const funds = page.getByRole('region', { name: '预算资金' }).getByRole('row').nth(1)
    assert.deepEqual((await funds.getByRole('cell').allTextContents()).slice(0, 3), ['', '', ''], '没有登记的空着')
    await open('ledger/430922/001/2024/projects/p4')
    await page.getByText('还没有这个项目的预算指标和支付').waitFor()
    await page.getByText('自评还评不出分').waitFor()
    const clerk = await place.work.signIn('clerk')
    const entry = {
      key: '年初-1',
      kind: 'original',
      amount: '320000',
      organisation: '001',
      source: 'general-public',
      nature: 'project',
      project: 'p4',
      account: '2010302',
    }
    const path = 'api/ledgers/430922/001/2024/entries/budgetLines'
    assert.equal((await clerk.send('POST', path, { entry })).status, 200)
    await page.reload()
    await page.getByRole('img', { name: '核电工作：全年预算 32.00 万元，执行 0.00 万元' }).waitFor()
    await open('ledger/430922/001/2024/budget')
    await page.getByRole('img', { name: '年初预算 32.00 万元' }).waitFor()
    await page.getByText('有了预算，还没有登记支付。').waitFor()
  })
})

test('别人发来的链接：登录后就在那一页；不在自己范围里的说清楚，回得到自己的工作', async () => {
  const context = await place.browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${place.work.server.url}#/ledger/430922/001/2023/evaluation?indicator=d9`)
  await page.getByLabel('登录名').fill('leader')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '绩效自评', level: 1 }).waitFor()
  assert.match(page.url(), /evaluation\?indicator=d9$/)
  for (const [address, said] of [
    ['log', '您的角色不用这一页。'],
    ['assignments', '您的角色不用这一页。'],
    ['ledger/430922/002/2023/desk', '没有这个账本，或者它不在您的范围里。'],
  ] as const) {
    await page.goto(`${place.work.server.url}#/${address}`)
    await page.getByText(said).waitFor()
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1)
    await page.getByRole('link', { name: '回到自己的工作' }).click()
    await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor()
  }
  await page.goto(`${place.work.server.url}#/ledger/430922/001/2023/projects/none`)
  await page.getByText('没有这个项目。').waitFor()
  await page.getByRole('heading', { name: '项目', level: 1 }).waitFor()
  await page.getByRole('link', { name: '全部项目' }).click()
  await page.getByRole('heading', { name: '项目登记' }).waitFor()
  await context.close()
})
