import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const contrast = 'color-contrast'
const wide = { width: 1280, height: 800 }
const narrow = { width: 390, height: 844 }

/** No serious or critical issue of accessibility on the page as it stands: of `only` colours, or all but them. */
export async function noSeriousIssue(page: Page, only?: 'colours' | 'structure'): Promise<void> {
  // No script runs in a report's frame, the checker's neither; reports are checked on their own. With no frame to ask,
  // the answer need not be put together in a second page, which takes twice as long as the checks.
  const checker = new AxeBuilder({ page }).exclude('iframe').setLegacyMode()
  if (only === 'colours') checker.withRules(contrast)
  if (only === 'structure') checker.disableRules(contrast)
  const { violations } = await checker.analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  assert.deepEqual(
    grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    [],
  )
}

/**
 * Nothing serious and nothing wider than the screen: light, dark and at a phone's width. The dark look changes colours
 * only, a phone's width everything but them. The page is left wide and light.
 */
export async function fineInEveryLook(page: Page): Promise<void> {
  await fitsTheScreen(page)
  await noSeriousIssue(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await settled(page)
  await noSeriousIssue(page, 'colours')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(narrow)
  await settled(page)
  await fitsTheScreen(page)
  await allInSight(page)
  await noSeriousIssue(page, 'structure')
  await page.setViewportSize(wide)
  await settled(page)
}

async function fitsTheScreen(page: Page): Promise<void> {
  const [whole, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  assert.ok((whole ?? 0) <= (seen ?? 0), `页面宽 ${whole}，窗口宽 ${seen}`)
}

/** On a phone, what can be pressed or typed into in a table is in sight without scrolling sideways; big grids scroll. */
async function allInSight(page: Page): Promise<void> {
  const hidden = await page.evaluate(() =>
    [...document.querySelectorAll('table.list :is(button, input, select, textarea)')]
      .filter((each) => each.getBoundingClientRect().right > window.innerWidth)
      .map((each) => each.getAttribute('aria-label') ?? each.textContent),
  )
  assert.deepEqual(hidden, [], '要横着滚动才看得到')
}

/** Waits until nothing on the page moves or fades any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const endsByItself = (animation: Animation) => animation.effect?.getComputedTiming().iterations !== Infinity
        const look = () =>
          document.getAnimations().filter(endsByItself).length === 0 ? resolve() : requestAnimationFrame(look)
        requestAnimationFrame(() => requestAnimationFrame(look))
      }),
  )
}

/** Takes a picture for the guide docs/手册, only when asked for: UPDATE_PICTURES=1. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['UPDATE_PICTURES'] !== '1') return
  const folder = fileURLToPath(new URL('../../docs/手册/图/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}${name}.png` })
}
