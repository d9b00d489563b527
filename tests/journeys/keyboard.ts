import assert from 'node:assert/strict'
import type { Locator, Page } from '@playwright/test'

/** More stops than any page has. */
const mostStops = 200

/** Goes from stop to stop until the place is reached, as somebody without a mouse does. */
export async function tabTo(page: Page, place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await place.first().waitFor()
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await place.first().evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  assert.fail(`按 ${key} 走不到 ${String(place)}`)
}

/** Walks to a place and presses it. */
export async function pressAt(page: Page, place: Locator): Promise<void> {
  await tabTo(page, place)
  await page.keyboard.press('Enter')
}

/** Walks to a field and types into it. */
export async function typeInto(page: Page, place: Locator, text: string): Promise<void> {
  await tabTo(page, place)
  await page.keyboard.type(text)
}

/** More columns than any table has. */
const mostColumns = 20

/** Goes to the right, from cell to cell, until the column whose name begins so has the focus. */
export async function arrowTo(page: Page, column: string): Promise<void> {
  for (let step = 0; step < mostColumns; step += 1) {
    // While a line is drawn anew no cell has the focus; it comes back to the one that had it.
    const cell = await page.waitForFunction(() => document.activeElement?.closest('[col-id]'))
    const at = await cell.asElement()!.getAttribute('col-id')
    if (at?.startsWith(column)) return
    await page.keyboard.press('ArrowRight')
  }
  assert.fail(`按右键走不到 ${column}`)
}
