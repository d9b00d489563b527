import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** No serious or critical issue of accessibility on the page as it stands. */
export async function noSeriousIssue(page: Page): Promise<void> {
  // No script runs in a report's frame, the checker's neither; reports are checked on their own.
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  assert.deepEqual(
    grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    [],
  )
}

/** Takes a picture for the guide docs/手册, only when asked for: UPDATE_PICTURES=1. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['UPDATE_PICTURES'] !== '1') return
  const folder = fileURLToPath(new URL('../../docs/手册/图/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}${name}.png` })
}
