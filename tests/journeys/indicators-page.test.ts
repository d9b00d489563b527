import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from '@playwright/test'
import { type Person, type WorkServer, ledgerPath, workServer } from '../work/work-server.ts'
import { openBrowser } from './open-browser.ts'
import { noSeriousIssue, picture } from './page-checks.ts'
import { desktop, noSidewaysScroll, phone, saved, visitYear } from './visit-year.ts'

let work: WorkServer
let browser: Browser
let clerk: Person
const at = (address: string) => ({ ...desktop, address })

before(async () => {
  work = await workServer()
  browser = await openBrowser()
  clerk = await work.signIn('clerk')
})
after(async () => {
  await browser?.close()
  await work?.close()
})

type Stored = Readonly<Record<string, unknown>>
async function stored(scope = 'department'): Promise<readonly Stored[]> {
  const { body } = await clerk.get(
    `${ledgerPath}/entries/indicators?equals=${encodeURIComponent(JSON.stringify({ scope }))}`,
  )
  return body['entries'] as Stored[]
}
const idsOf = (entries: readonly Stored[]) => entries.map(({ id }) => id)

test('改一项的分值，三级合计当场跟着变，多了几分写明；改回来正好', async () => {
  await visitYear({ browser, work }, at('indicators'), async (page) => {
    const weight = page.getByLabel('县政府常务会议的分值')
    await weight.fill('15')
    await page.keyboard.press('Tab')
    await page.getByText('52.5 / 50 分').waitFor()
    await page.getByText('92.5 / 90 分').waitFor()
    assert.equal(await page.getByText('多 2.5 分').count(), 2)
    await page.getByText('部门整体的产出指标各项分值合计52.5分，应为50分').waitFor()
    await saved(page)
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('90 / 90 分').waitFor()
    await saved(page)
    assert.equal((await stored())[0]?.['weight'], '12.5')
  })
})

test('新增一项：写上名称就登记；定量目标写成文字当场说；删去，撤销放回原处', async () => {
  await visitYear({ browser, work }, at('indicators'), async (page) => {
    await page.getByRole('button', { name: '在质量指标下新增指标' }).click()
    const name = page.getByLabel('三级指标名称', { exact: true })
    await name.waitFor()
    await page.keyboard.type('文稿一次通过率')
    await page.keyboard.press('Tab')
    await page.getByRole('complementary').getByText('目标值：还没有填写').waitFor()
    await page.getByLabel('文稿一次通过率的目标值').fill('较高')
    await page.keyboard.press('Tab')
    await page.getByText('定量指标的目标值写数字').waitFor()
    await page.getByLabel('文稿一次通过率的目标值').fill('95%')
    await page.keyboard.press('Tab')
    await page.getByLabel('文稿一次通过率的单位').fill('%')
    await page.keyboard.press('Tab')
    await saved(page)
    const added = (await stored()).find(({ name }) => name === '文稿一次通过率')
    assert.deepEqual(
      [added?.['level1'], added?.['level2'], added?.['target'], added?.['unit']],
      ['产出指标', '质量指标', '95', '%'],
    )
    const own = async () => idsOf(await stored()).filter((id) => id !== added?.['id'])
    const before = await own()
    await page.getByLabel('建议提案按期答复率的分值').click()
    await page.getByRole('complementary').getByRole('button', { name: '删去' }).click()
    await page.getByLabel('建议提案按期答复率的分值').waitFor({ state: 'detached' })
    await saved(page)
    assert.ok(!(await own()).includes('d3'))
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByLabel('建议提案按期答复率的分值').waitFor()
    await saved(page)
    assert.deepEqual(await own(), before)
  })
})

test('只用键盘：Alt+↓ 把指标移到相邻的二级指标，焦点跟着走；一次撤销回到原处', async () => {
  await visitYear(
    { browser, work },
    at('indicators/%E8%90%BD%E5%AE%9E%E6%94%BF%E5%BA%9C%E5%B7%A5%E4%BD%9C%E6%8A%A5%E5%91%8A'),
    async (page) => {
      await page.getByLabel('起草文稿的分值').focus()
      await page.keyboard.press('Alt+ArrowDown')
      await saved(page)
      assert.deepEqual(idsOf(await stored('project:p2')), ['p2-2', 'p2-1', 'p2-3'])
      await page.keyboard.press('Alt+ArrowDown')
      await page.getByText('65 / 40 分').waitFor()
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), '起草文稿的分值')
      await saved(page)
      const moved = (await stored('project:p2')).find(({ id }) => id === 'p2-1')
      assert.deepEqual([moved?.['level1'], moved?.['level2']], ['效益指标', '社会效益指标'])
      await page.getByRole('button', { name: '撤销' }).focus()
      await page.keyboard.press('Enter')
      await page.getByText('50 / 50 分').waitFor()
      await page.keyboard.press('Enter')
      await saved(page)
      assert.deepEqual(idsOf(await stored('project:p2')), ['p2-1', 'p2-2', 'p2-3'])
    },
  )
})

test('拖把手也能移；目标的话在这里写', async () => {
  await visitYear({ browser, work }, at('indicators'), async (page) => {
    const handle = page.locator('#indicator-d8 .handle')
    await handle.dragTo(page.locator('#indicator-d5'))
    await page.locator('#indicator-d8 + #indicator-d5').waitFor()
    await page.getByLabel('中长期目标').fill('三年内把机关运转成本降一成。')
    await page.keyboard.press('Tab')
    await saved(page)
    const moved = (await stored()).find(({ id }) => id === 'd8')
    assert.equal(moved?.['level2'], '经济效益指标')
    const goals = (await clerk.get(`${ledgerPath}/entries/goals`)).body['entries'] as Stored[]
    assert.ok(goals.some(({ planned }) => planned === '三年内把机关运转成本降一成。'))
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByRole('button', { name: '撤销' }).click()
    await saved(page)
  })
})

test('别人不能改先后：部门负责人的请求被拒绝', async () => {
  const leader = await work.signIn('leader')
  const answer = await leader.send('PUT', `${ledgerPath}/entries/indicators/order`, { keys: [['d2'], ['d1']] })
  assert.equal(answer.status, 403)
  assert.equal((await stored())[0]?.['id'], 'd1')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`无障碍检查没有严重问题，手机上页面不横向滚动：${colorScheme}`, async () => {
    await visitYear({ browser, work }, { ...at('indicators?indicator=d3'), colorScheme }, async (page) => {
      await page.getByRole('heading', { name: '建议提案按期答复率' }).waitFor()
      await noSeriousIssue(page)
    })
    await visitYear({ browser, work }, { ...phone, colorScheme, address: 'indicators' }, async (page) => {
      await page.getByLabel('县政府常务会议的分值').waitFor()
      await noSidewaysScroll(page)
    })
  })

test('边填边查：成本金额写成不低于，当场说；变更记录写着谁改了什么', async () => {
  await visitYear({ browser, work }, at('indicators'), async (page) => {
    await page.getByLabel('三公经费支出的方向').selectOption('≥')
    await page.getByRole('complementary').getByText('成本金额一般写不超过（≤）').waitFor()
    await saved(page)
    await page.getByRole('button', { name: '变更记录' }).click()
    const drawer = page.getByRole('dialog', { name: '变更记录' })
    await drawer.getByText('方向：≤ → ≥').waitFor()
    await drawer.getByText('示例填报人').first().waitFor()
    await noSeriousIssue(page)
    await picture(page, '登记的变更')
  })
})
