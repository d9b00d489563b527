import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'

const contrast = 'color-contrast'
const wide = { width: 1280, height: 800 }
const narrow = { width: 390, height: 844 }
/** The narrowest screen on which no table has become cards yet. */
const upright = { width: 720, height: 1024 }

/** The checker as a script for pages, read once. */
const checker = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** No serious or critical issue of accessibility on the page as it stands: of `only` colours, or all but them. */
export async function noSeriousIssue(page: Page, only?: 'colours' | 'structure'): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(checker)
  assert.deepEqual(await page.evaluate(graveIssues, { contrast, only }), [])
}

/**
 * Runs in the page. No script runs in a report's frame, the checker's neither; reports are checked on their own. What is
 * fine is not written down: on a page of many numbers that takes longer than the checks.
 */
async function graveIssues({
  contrast: rule,
  only,
}: {
  contrast: string
  only: string | undefined
}): Promise<string[]> {
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
    { exclude: ['iframe'] },
    {
      ...(only === 'colours' ? { runOnly: [rule] } : {}),
      ...(only === 'structure' ? { rules: { [rule]: { enabled: false } } } : {}),
      resultTypes: ['violations'],
      selectors: false,
      iframes: false,
    },
  )
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

/**
 * Nothing serious and nothing wider than the screen: light, dark and at a phone's width. The dark look changes
 * colours only, a phone's width everything but them. The page is left wide and light.
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

/** On a tablet held upright nothing is wider than the screen, no table that is cards on a phone scrolls sideways. */
export async function wholeOnATablet(page: Page): Promise<void> {
  await page.setViewportSize(upright)
  await settled(page)
  await fitsTheScreen(page)
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('table:is(.stacked, .cards)')]
      .filter((table) => table.scrollWidth > (table.closest('.scroll') ?? document.documentElement).clientWidth)
      .map((table) => table.className),
  )
  assert.deepEqual(cut, [], '竖着的平板上要横着滚动才看得全')
  await page.setViewportSize(wide)
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
  // Tables draw the columns that came in sight a moment after the page has grown.
  await settled(page)
  await page.waitForTimeout(300)
  await page.screenshot({ path: `${folder}${name}.png` })
}
