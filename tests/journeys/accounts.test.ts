import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from '@playwright/test'
import { TOTP } from 'otpauth'
import { password } from '../work/work-server.ts'
import { account } from './new-department.ts'
import { office, year } from './office.ts'
import { noSeriousIssue } from './page-checks.ts'

const place = office()
const { as } = place

/** Opens an address as nobody, in a browser of one's own; fails when a script fails. */
async function asNobody(address: string, run: (page: Page) => Promise<void>): Promise<void> {
  const context = await place.browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  try {
    await page.goto(`${place.work.server.url}${address}`)
    await run(page)
    assert.deepEqual(complaints, [])
  } finally {
    await context.close()
  }
}

async function signIn(page: Page, login: string, secret: string): Promise<void> {
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码').fill(secret)
  await page.getByRole('button', { name: '登录' }).click()
}
const rowOf = (page: Page, login: string) =>
  page.getByRole('row').filter({ has: page.getByRole('cell', { name: login, exact: true }) })
const isIn = (page: Page) => page.getByRole('button', { name: '退出' }).first().waitFor()

test('系统管理员邀请一个人：链接打开自己设密码，弱的不收；进来就在自己的账本里；停用后进不来', async () => {
  let link = ''
  await as('system-administrator', {}, async (open) => {
    const page = await open('accounts')
    await page.getByText('新增账户').click()
    await page.getByRole('textbox', { name: '姓名' }).fill('王填报')
    await page.getByLabel('登录名').fill('wang')
    await page.getByLabel('角色').click()
    await page.getByTitle('填报人', { exact: true }).click()
    await page.getByLabel('部门编码').fill('001')
    await page.getByRole('button', { name: '新增并生成邀请' }).click()
    link = await page.getByLabel('邀请链接').inputValue()
    await rowOf(page, 'wang').getByText('待设密码').waitFor()
    await noSeriousIssue(page)
  })
  await asNobody(link.replace(/^.*#/, '#'), async (page) => {
    const take = async (text: string) => {
      await page.getByLabel('密码', { exact: true }).fill(text)
      await page.getByLabel('再输一次').fill(text)
      await page
        .getByRole('button', { name: /设|存|登录/ })
        .last()
        .click()
    }
    await take('1234567890')
    await page.getByRole('alert').waitFor()
    await take(password)
    await isIn(page)
    await page.getByText('桃江县人民政府办公室').first().waitFor()
  })
  await asNobody(link.replace(/^.*#/, '#'), async (page) => {
    await page.getByRole('alert').waitFor()
  })
  await as('system-administrator', {}, async (open) => {
    const page = await open('accounts')
    await rowOf(page, 'wang').getByRole('button', { name: '停用' }).click()
    await rowOf(page, 'wang').getByText('已停用').waitFor()
  })
  await asNobody('#/sign-in', async (page) => {
    await signIn(page, 'wang', password)
    await page.getByRole('alert').waitFor()
  })
})

test('连错五次就锁定，对的密码也不行；安全管理员解锁后进得来', async () => {
  await asNobody('#/sign-in', async (page) => {
    for (let time = 0; time < 5; time += 1) {
      await signIn(page, 'leader-charge', `错的密码-${time}`)
      await page.getByRole('alert').waitFor()
    }
    await signIn(page, 'leader-charge', password)
    await page.getByText(/锁定/).waitFor()
    await as('security-administrator', {}, async (open) => {
      const office = await open('accounts')
      await rowOf(office, 'leader-charge').getByText('已锁定').waitFor()
      await rowOf(office, 'leader-charge').getByRole('button', { name: '解锁' }).click()
      await rowOf(office, 'leader-charge').getByText('正常').waitFor()
    })
    await signIn(page, 'leader-charge', password)
    await isIn(page)
  })
})

test('账户多了，按姓名、登录名、部门编码找；找法在地址里', async () => {
  await as('system-administrator', {}, async (open) => {
    const page = await open('accounts')
    const all = await page.locator('tbody tr').count()
    await page.getByText(`共 ${all} 个`).waitFor()
    await page.getByLabel('查找账户').fill('分管领导')
    await page.keyboard.press('Enter')
    await page.getByText(`${all} 个里列出 1 个`).waitFor()
    await rowOf(page, 'leader-charge').waitFor()
    assert.match(decodeURIComponent(page.url()), /search=分管领导/)
    await page.getByLabel('查找账户').fill('没有这个人')
    await page.keyboard.press('Enter')
    await page.getByText('没有符合的。').waitFor()
  })
})

test('变更记录：一条改动内容多的折起来，点开看全部', async () => {
  await account(place.work, 'archive-clerk', 'clerk', '002')
  const clerk = await place.work.signIn('archive-clerk')
  await clerk.send('POST', 'api/ledgers/430922/002/2023', { name: '桃江县档案馆' })
  await as('audit-administrator', {}, async (open) => {
    const page = await open('log?kind=edit')
    const row = page.getByRole('row').filter({ hasText: '台账种类：桃江县档案馆2023年 会议' })
    const whole = row.getByText('统计：')
    await row.getByText(/^看 \d+ 项内容$/).waitFor()
    assert.equal(await whole.isVisible(), false)
    await row.locator('summary').press('Enter')
    await whole.waitFor()
    const said = await row.textContent()
    assert.match(said ?? '', /召开会议（数条数，次）.*会议类型（选项/)
    assert.doesNotMatch(said ?? '', /where|count|text/)
    await noSeriousIssue(page)
  })
})

test('第二道验证：扫码启用，下次登录要六位数，错的不行；用密码停用', async () => {
  let secret = ''
  await as('leader', {}, async (open) => {
    const page = await open('own')
    await page.getByRole('button', { name: '启用' }).click()
    secret = (await page.locator('code').textContent()) ?? ''
    await noSeriousIssue(page)
    await page.getByLabel('六位验证码').fill(new TOTP({ secret }).generate())
    await page.getByRole('button', { name: '确认启用' }).click()
    await page.getByText('已启用：登录时要输入手机上的六位验证码。').waitFor()
  })
  await asNobody('#/sign-in', async (page) => {
    await signIn(page, 'leader', password)
    const code = page.getByLabel(/验证码/)
    await code.fill('000000')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('alert').waitFor()
    // The code it was taken up with has been used: the next one counts.
    await code.fill(new TOTP({ secret }).generate({ timestamp: Date.now() + 30_000 }))
    await page.getByRole('button', { name: '登录' }).click()
    await isIn(page)
    await page.goto(`${place.work.server.url}#/own`)
    await page.getByLabel('停用要输入密码').fill(password)
    await page.getByRole('button', { name: '停用' }).click()
    await page.getByText('没有启用。').waitFor()
  })
})

test('安全管理员强制退出一个人：那个人在原来的页面上重新登录', async () => {
  await asNobody('#/sign-in', async (page) => {
    await signIn(page, 'clerk', password)
    await isIn(page)
    await page.goto(`${place.work.server.url}#/${year}/budget`)
    await page.getByRole('heading', { name: '预算与执行' }).waitFor()
    await as('security-administrator', {}, async (open) => {
      const office = await open('sessions')
      const ends = () => rowOf(office, 'clerk').getByRole('button', { name: '强制退出' })
      for (let left = await ends().count(); left > 0; left -= 1) {
        await ends().first().click()
        await office.waitForFunction(
          (most) =>
            [...document.querySelectorAll('tbody tr')].filter((row) => row.children[1]?.textContent === 'clerk')
              .length < most,
          left,
        )
      }
    })
    await page.getByRole('link', { name: '业务台账' }).click()
    const again = page.getByRole('dialog')
    await again.getByLabel('密码').fill(password)
    await again.getByRole('button', { name: '登录' }).click()
    await page.getByRole('heading', { name: '业务台账', exact: true }).waitFor()
  })
})

test('审计管理员：核对变更记录首尾相接，邀请、锁定、启用第二道验证、强制退出都在里面', async () => {
  await as('audit-administrator', {}, async (open) => {
    const page = await open('log')
    await page.getByRole('button', { name: '核对首尾相接' }).click()
    await page
      .getByText(/首尾相接/)
      .nth(1)
      .waitFor()
    await page.getByRole('row').nth(5).waitFor()
    const said = (await page.getByRole('row').allTextContents()).join('\n')
    for (const what of ['wang', 'leader-charge', '锁定', '解锁', '停用']) assert.ok(said.includes(what), what)
  })
})

test('重新邀请有密码的人，先问一句：按取消什么也不变，按确认才收回密码', async () => {
  const hasPassword = async () => {
    const { body } = await (await place.work.signIn('security-administrator')).get('api/accounts')
    const accounts = body['accounts'] as { login: string; hasPassword: boolean }[]
    return accounts.find(({ login }) => login === 'public-reader')?.hasPassword
  }
  await as('system-administrator', {}, async (open) => {
    const page = await open('accounts')
    const again = () => rowOf(page, 'public-reader').getByRole('button', { name: '重新邀请' }).click()
    const asked = page.getByRole('tooltip').filter({ hasText: '密码和第二道验证马上失效' })
    await again()
    await noSeriousIssue(page)
    await asked.getByRole('button', { name: /取\s?消/ }).click()
    assert.equal(await hasPassword(), true)
    await again()
    await asked.getByRole('button', { name: '重新邀请' }).click()
    await page.getByLabel('邀请链接').waitFor()
    assert.equal(await hasPassword(), false)
  })
})
