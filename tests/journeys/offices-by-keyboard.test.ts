import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from '@playwright/test'
import { type Role, roleNames } from '#domain/accounts/role.ts'
import { ledgerPath, password } from '../work/work-server.ts'
import { pressAt, tabTo, typeInto } from './keyboard.ts'
import { office } from './office.ts'

const newPassword = 'Wang-2024-duizhang'
const place = office(async (work) => {
  for (const [role, action] of [
    ['clerk', 'submit'],
    ['leader', 'approve'],
    ['finance-reviewer', 'accept'],
  ] as const)
    assert.equal(
      (await (await work.signIn(role)).send('POST', `${ledgerPath}/submission/steps`, { action })).status,
      200,
    )
  for (let time = 0; time < 5; time += 1)
    await work.ask('POST', 'api/session', { body: { division: '430922', login: 'leader-charge', password: '错的' } })
  await work.signIn('evaluator')
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const rowOf = (page: Page, login: string) =>
  page.getByRole('row').filter({ has: page.getByRole('cell', { name: login, exact: true }) })
const downloadAt = async (page: Page, name: string) => {
  await tabTo(page, page.getByRole('link', { name }))
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  return download
}

/** The main task of each page of an office, with no mouse. */
const journeys: readonly { role: Role; page: string; task: string; walk: (page: Page) => Promise<void> }[] = [
  {
    role: 'system-administrator',
    page: 'accounts',
    task: '邀请一个人，得到链接，再停用这个账户',
    walk: async (page) => {
      await pressAt(page, page.locator('summary').filter({ hasText: '新增账户' }))
      await typeInto(page, page.getByRole('textbox', { name: '姓名' }), '王填报')
      await typeInto(page, page.getByLabel('登录名'), 'wang')
      await tabTo(page, page.getByLabel('角色'))
      await page.keyboard.press('ArrowDown')
      await page.getByTitle('填报人', { exact: true }).waitFor()
      await page.keyboard.press('Enter')
      await typeInto(page, page.getByLabel('部门编码'), '001')
      await pressAt(page, button(page, '新增并生成邀请'))
      assert.match(await page.getByLabel('邀请链接').inputValue(), /#\/invitation\/./)
      await pressAt(page, rowOf(page, 'wang').getByRole('button', { name: '停用' }))
      await rowOf(page, 'wang').getByText('已停用').waitFor()
    },
  },
  {
    role: 'security-administrator',
    page: 'accounts',
    task: '给锁定的人解锁',
    walk: async (page) => {
      await rowOf(page, 'leader-charge').getByText('已锁定').waitFor()
      await pressAt(page, rowOf(page, 'leader-charge').getByRole('button', { name: '解锁' }))
      await rowOf(page, 'leader-charge').getByText('正常').waitFor()
    },
  },
  {
    role: 'security-administrator',
    page: 'sessions',
    task: '让一个人退出登录',
    walk: async (page) => {
      await pressAt(page, rowOf(page, 'evaluator').getByRole('button', { name: '强制退出' }))
      await rowOf(page, 'evaluator').waitFor({ state: 'detached' })
    },
  },
  {
    role: 'audit-administrator',
    page: 'log',
    task: '筛出审批和分派，查找一个人，核对首尾相接，下载筛出的',
    walk: async (page) => {
      await page.getByRole('row').filter({ hasText: '解锁' }).first().waitFor()
      await tabTo(page, page.getByLabel('按人、事项查找'))
      await page.keyboard.type('审核人')
      await page.keyboard.press('Enter')
      await page.waitForURL(/search=/)
      await tabTo(page, page.getByLabel('做了什么'))
      await page.keyboard.press('ArrowDown')
      await page.getByTitle('审批和分派', { exact: true }).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL(/kind=review/)
      await page.getByRole('row').filter({ hasText: '审核通过' }).first().waitFor()
      await page.getByRole('row').filter({ hasText: '解锁' }).first().waitFor({ state: 'detached' })
      await pressAt(page, button(page, '核对首尾相接'))
      await page.getByText(/条记录首尾相接，没有被改动/).waitFor()
      assert.equal((await downloadAt(page, '下载筛出的记录')).suggestedFilename(), '变更记录.csv')
    },
  },
  {
    role: 'public-reader',
    page: 'published',
    task: '查到一个部门，换一份材料看，下载',
    walk: async (page) => {
      await typeInto(page, page.getByLabel('按部门名称查找'), '教育局')
      await page.keyboard.press('Enter')
      await page.getByText('没有符合的').waitFor()
      await page.keyboard.press('Control+A')
      await page.keyboard.type('人民政府办公室')
      await page.keyboard.press('Enter')
      await pressAt(page, page.getByRole('link', { name: '桃江县人民政府办公室' }))
      await pressAt(page, page.getByRole('link', { name: /基础数据表/ }))
      await page.frameLocator('iframe').getByText('基础数据表').first().waitFor()
      assert.ok(statSync(await (await downloadAt(page, '下载 Word')).path()).size > 5_000)
    },
  },
  ...(['system-administrator', 'audit-administrator'] as const).map((role) => ({
    role,
    page: 'own',
    task: '换密码',
    walk: async (page: Page) => {
      await typeInto(page, page.getByLabel('现在的密码'), password)
      await typeInto(page, page.getByLabel('新密码', { exact: true }), newPassword)
      await typeInto(page, page.getByLabel('再输一次新密码'), newPassword)
      await pressAt(page, button(page, '保存'))
      await page.getByText('已换密码，其他地方的登录都已退出').waitFor()
    },
  })),
]

for (const { role, page: address, task, walk } of journeys)
  test(`只用键盘，${roleNames[role]}（${address}）：${task}`, async () => {
    await place.as(role, {}, async (open) => walk(await open(address)))
  })
