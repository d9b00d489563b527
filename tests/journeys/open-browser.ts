import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import bundled from '@sparticuz/chromium'
import { browserEnvironment } from '../browser-libraries.ts'

/**
 * The Chromium that npm installed, with Chinese fonts; CHROME names another one.
 * The caller closes it.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME'] ?? (await bundled.executablePath())
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-fonts-'))
  const env = { ...definedOnly(process.env), ...(await browserEnvironment()), FONTCONFIG_FILE: fontConfig(folder) }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'], env })
  browser.on('disconnected', () => rmSync(folder, { recursive: true, force: true }))
  return browser
}

function definedOnly(variables: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).filter((pair): pair is [string, string] => pair[1] !== undefined))
}

/** A font configuration that knows the packaged Chinese fonts only, under every family the pages ask for. */
function fontConfig(folder: string): string {
  const fonts = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts')
  const cache = join(folder, 'cache')
  mkdirSync(cache)
  const aliases = ['sans-serif', 'serif', 'monospace', 'Microsoft YaHei', 'FangSong'].map(
    (family) =>
      `<match><test name="family"><string>${family}</string></test><edit name="family" mode="prepend" binding="strong"><string>Noto Sans S Chinese</string></edit></match>`,
  )
  const config = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir>${aliases.join('')}</fontconfig>`
  const path = join(folder, 'fonts.conf')
  writeFileSync(path, config)
  return path
}
