import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const contrast = 'color-contrast'

/**
 * No serious or critical issue of accessibility on the page as it stands. Looking at every colour takes most of the
 * time: `only` 'colours' looks at nothing else, 'structure' at everything else.
 */
export async function noSeriousIssue(page: Page, only?: 'colours' | 'structure'): Promise<void> {
  // No script runs in a report's frame, the checker's neither; reports are checked on their own.
  const checker = new AxeBuilder({ page }).exclude('iframe')
  if (only === 'colours') checker.withRules(contrast)
  if (only === 'structure') checker.disableRules(contrast)
  const { violations } = await checker.analyze()
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
