import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator } from '@playwright/test'
import type { Role } from '#domain/accounts/role.ts'
import { addSupplement } from '../work/add-supplement.ts'
import { ledgerPath } from '../work/work-server.ts'
import { office, year } from './office.ts'
import { noSeriousIssue, picture } from './page-checks.ts'

const place = office()
const { as } = place

test('支出申请：填报人写、送签，审核人逐级签，每一级写明是谁', async () => {
  const clerk = await place.work.signIn('clerk')
  await addSupplement(clerk, 'T-9', '20000')
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/projects/p1`)
    await page.getByText('写一份申请').click()
    const fields = {
      '金额（元）': '1.2万元',
      用途: '督查资料印刷',
      收款人: '文印店',
      功能科目: '2010302',
      经济科目: '30202',
    }
    for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text)
    await page.getByRole('button', { name: '保存申请' }).click()
    const request = page.getByRole('article', { name: '第 1 号' })
    await request.getByText('12,000.00 元，督查资料印刷，文印店').waitFor()
    await request.getByRole('button', { name: '送签' }).click()
    await request.getByText('签批中').waitFor()
    assert.equal(await request.getByRole('button', { name: '登记集体决策' }).count(), 0, '不到起点，不用集体决策')
    await noSeriousIssue(page)
    await picture(page, '支出申请')
  })
  await as('leader', {}, async (open) => {
    const page = await open(`${year}/projects/p1`)
    const request = page.getByRole('article', { name: '第 1 号' })
    await request.getByRole('button', { name: '签批' }).click()
    await request.getByText('股室负责人：示例审核人').waitFor()
    await request.getByText('示例审核人已经签过股室负责人，同一人不能签两级：财务负责人请换一位审核人签').waitFor()
    assert.equal(await request.getByRole('button', { name: '签批' }).count(), 0)
  })
})

test('在项目总表上写支出申请：先选是哪个项目；填错的栏当场在旁边说，说的是栏名', async () => {
  await addSupplement(await place.work.signIn('clerk'), 'T-8', '3000')
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/projects`)
    await page.getByText('写一份申请').click()
    const form = page.locator('form#new-request')
    const fill = async (fields: Readonly<Record<string, string>>) => {
      for (const [label, text] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).fill(text)
      await form.getByRole('button', { name: '保存申请' }).click()
    }
    await fill({ '金额（元）': '-5', 用途: '资料印刷', 收款人: '文印店', 功能科目: '印刷', 经济科目: '30202' })
    await form.getByText('请选是哪个项目，或选基本支出').waitFor()
    await form.getByLabel('项目', { exact: true }).click()
    await page.locator('.ant-select-item-option', { hasText: '改善民生' }).click()
    await fill({})
    const besideOf = (label: string) => form.locator('.ant-form-item', { has: page.getByLabel(label, { exact: true }) })
    await besideOf('金额（元）').getByText('金额应大于0').waitFor()
    await besideOf('功能科目').getByText('功能科目请写到项级，七位数字').waitFor()
    await fill({ '金额（元）': '300', 功能科目: '2010302' })
    const request = page.getByRole('article', { name: '第 2 号' })
    await request.getByText('改善民生、为民办实事、督查工作', { exact: true }).waitFor()
    await request.getByText('300.00 元，资料印刷，文印店').waitFor()
    await noSeriousIssue(page)
  })
})

test('达到集体决策起点的支出申请：没有登记会议纪要，主要领导签不了；登记以后四级签完就批准', async () => {
  const clerk = await place.work.signIn('clerk')
  await addSupplement(clerk, 'T-10', '90000')
  const requests = `${ledgerPath}/expenditure-requests`
  const content = {
    organisation: '001',
    project: 'p1',
    amount: '6万元',
    purpose: '信息系统改造',
    payee: '软件公司',
    account: '2010302',
    economic: '30202',
  }
  const written = await clerk.send('POST', requests, { request: content })
  assert.equal(written.status, 200, JSON.stringify(written.body))
  const title = `第 ${String(written.body['id'])} 号`
  const at = `${year}/projects/p1`
  await as('clerk', {}, async (open) => {
    const request = (await open(at)).getByRole('article', { name: title })
    await request.getByRole('button', { name: '送签' }).click()
    await request.getByText('签批中').waitFor()
  })
  const signAs = (login: string, run: (request: Locator) => Promise<void>) =>
    as(login as Role, {}, async (open) => {
      const request = (await open(at)).getByRole('article', { name: title })
      await request.getByRole('button', { name: '签批' }).click()
      await run(request)
    })
  await signAs('leader', (request) => request.getByText('股室负责人：示例审核人').waitFor())
  await signAs('leader-finance', (request) => request.getByText('财务负责人：示例财务负责人').waitFor())
  await signAs('leader-charge', (request) => request.getByText('分管领导：示例分管领导').waitFor())
  await as('leader-head' as Role, {}, async (open) => {
    const request = (await open(at)).getByRole('article', { name: title })
    await request.getByText(/集体决策.*主要领导才能签/).waitFor()
    assert.equal(await request.getByRole('button', { name: '签批' }).count(), 0)
  })
  await as('clerk', {}, async (open) => {
    const request = (await open(at)).getByRole('article', { name: title })
    await request.getByLabel('会议日期').fill('2023-06-01')
    await request.getByLabel('会议日期').press('Enter')
    await request.getByLabel('纪要编号').fill('党组纪要〔2023〕11号')
    await request.getByRole('button', { name: '登记集体决策' }).click()
    await request.getByText('党组纪要〔2023〕11号').waitFor()
  })
  await signAs('leader-head', (request) => request.getByText('已批准').waitFor())
})

test('支出申请超了余额：送不了签，在原处改了金额再送；审核人不同意的理由，填报人看得到', async () => {
  const clerk = await place.work.signIn('clerk')
  await addSupplement(clerk, 'T-11', '5000')
  const request = {
    organisation: '001',
    project: 'p1',
    amount: '8万元',
    purpose: '督查租车',
    payee: '租车行',
    account: '2010302',
    economic: '30239',
  }
  const { body } = await clerk.send('POST', `${ledgerPath}/expenditure-requests`, { request })
  const title = `第 ${String(body['id'])} 号`
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/projects/p1`)
    const own = page.getByRole('article', { name: title })
    await own.getByRole('button', { name: '送签' }).click()
    await own
      .getByRole('alert')
      .getByText(/请改金额，或先调整预算/)
      .waitFor()
    await own.getByText('改这份申请').click()
    await own.getByLabel('金额（元）').fill('0.5万元')
    await own.getByLabel('金额（元）').press('Enter')
    await own.getByText('5,000.00 元，督查租车，租车行').waitFor()
    await own.getByRole('button', { name: '送签' }).click()
    await own.getByText('签批中').waitFor()
    assert.equal(await own.getByText('改这份申请').count(), 0)
  })
  await as('leader', {}, async (open) => {
    const own = (await open(`${year}/projects/p1`)).getByRole('article', { name: title })
    await own.getByLabel('意见').fill('并入下月的租车合同')
    await own.getByRole('button', { name: '不同意' }).click()
    await own.getByText('未批准').waitFor()
  })
  await as('clerk', {}, async (open) => {
    const own = (await open(`${year}/projects/p1`)).getByRole('article', { name: title })
    await own.getByText(/示例审核人 不同意.*：并入下月的租车合同/).waitFor()
    await noSeriousIssue(own.page())
  })
})

test('指标库：选一条放进指标表，补齐才登记', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/indicators`)
    await page.getByRole('button', { name: '从指标库选' }).click()
    const library = page.getByRole('dialog')
    await library.getByRole('row').nth(1).waitFor()
    await noSeriousIssue(page)
    await picture(page, '指标库')
    await library.getByRole('button', { name: '选用' }).first().click()
    await page.getByText('已放入指标表，补齐目标值和分值').waitFor()
    await page.keyboard.press('Escape')
    assert.equal(
      ((await (await place.work.signIn('clerk')).get(`${ledgerPath}/entries/indicators`)).body['entries'] as object[])
        .length,
      25,
    )
  })
})

test('沿用去年：没有去年的账本，不给这个按钮，说为什么', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/indicators`)
    await page.getByText('没有 2022 年的账本，不能沿用去年').waitFor()
    assert.equal(await page.getByRole('button', { name: '沿用去年' }).count(), 0)
  })
})

test('沿用去年：今年改过的指标列出两年的值，用字不用代码；缺的补上，改过的不动', async () => {
  const clerk = await place.work.signIn('clerk')
  const next = ledgerPath.replace('2023', '2024')
  assert.equal((await clerk.send('POST', `${next}/from-last-year`, {})).status, 200)
  const indicators = async () =>
    (await clerk.get(`${next}/entries/indicators`)).body['entries'] as Record<string, unknown>[]
  const [first, second] = (await indicators()).filter(({ sign }) => sign === '≥')
  const change = {
    key: [first?.['id']],
    was: { target: first?.['target'], sign: '≥' },
    set: { target: '77', sign: '=' },
  }
  assert.equal((await clerk.send('PATCH', `${next}/entries/indicators`, change)).status, 200)
  assert.equal((await clerk.send('DELETE', `${next}/entries/indicators`, { key: [second?.['id']] })).status, 200)
  await as('clerk', {}, async (open) => {
    const page = await open(`${year.replace('2023', '2024')}/indicators`)
    await page.getByRole('button', { name: '沿用去年' }).click()
    const drawer = page.getByRole('dialog')
    const differing = drawer.getByRole('region', { name: '两年不同的（保留今年的）' })
    const row = differing.getByRole('row').filter({ hasText: String(first?.['name']) })
    await row.first().waitFor()
    const cells = (await row.allTextContents()).join('；')
    assert.match(cells, /目标值.*77/)
    assert.match(cells, /方向≥=/)
    await noSeriousIssue(page)
    await drawer.getByRole('button', { name: '沿用 1 条' }).click()
    await page.getByText('已沿用').waitFor()
  })
  const now = await indicators()
  assert.equal(now.length, 25)
  assert.equal(now.find(({ id }) => id === first?.['id'])?.['target'], '77')
})

test('版本比较：与去年的账本比，只说一次的（成文日期、厉行节约的措施）也列出来', async () => {
  await as('clerk', {}, async (open) => {
    const page = await open(`${year.replace('2023', '2024')}/reports/compare?from=year:2023&to=now`)
    const head = page.getByRole('region', { name: '账本', exact: true }).getByRole('row')
    await head.filter({ hasText: '厉行节约的措施' }).getByText('严格会议审批和接待审批').waitFor()
    const of = (list: string) => page.getByRole('region', { name: list, exact: true })
    await of('基础数据').getByRole('row').filter({ hasText: '公务接待 上年决算' }).first().waitFor()
    await of('绩效指标').getByText('种类 会议，台账统计 县政府常务会议').first().waitFor()
    const text = of('报告正文').getByRole('row').filter({ hasText: '部门整体 效益性分析' }).first()
    await text.getByText('【党组扩大会议】').waitFor()
    await of('业务台账').getByRole('row').filter({ hasText: '巡查 x1' }).getByText('巡查地点 核电厂址').waitFor()
    const said = (await page.locator('main').innerText()) ?? ''
    assert.doesNotMatch(said, /three-public|\{\{|hunan|count:|suggestion|performance\.|bulletins/)
  })
})

test('版本比较：送审后撤回再改，账本逐栏、报告逐段看出改了什么', async () => {
  const clerk = await place.work.signIn('clerk')
  await clerk.send('DELETE', `${ledgerPath}/entries/budgetLines`, { key: ['T-9'] })
  assert.equal((await clerk.send('POST', `${ledgerPath}/submission/steps`, { action: 'submit' })).status, 200)
  assert.equal((await clerk.send('POST', `${ledgerPath}/submission/steps`, { action: 'recall' })).status, 200)
  await clerk.send('PATCH', `${ledgerPath}/entries/staffing`, {
    key: ['001'],
    was: { retired: 34 },
    set: { retired: 33 },
  })
  await as('clerk', {}, async (open) => {
    const page = await open(`${year}/reports/compare`)
    const row = page.getByRole('row').filter({ hasText: '退休人数' })
    await row.getByText('县政府办公室').waitFor()
    assert.match((await row.textContent()) ?? '', /34.*33/)
    await noSeriousIssue(page)
    await picture(page, '版本比较')
    await page.goto(
      `${place.work.server.url}#/${year}/reports/compare?from=v1&to=now&report=01-${encodeURIComponent('整体支出绩效报告')}`,
    )
    const changed = page.getByRole('region', { name: '有改动的段落' })
    await changed.locator('del', { hasText: '34' }).waitFor()
    await changed.locator('ins', { hasText: '33' }).waitFor()
  })
})
