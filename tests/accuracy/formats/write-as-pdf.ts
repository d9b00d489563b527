import { type Browser, type Page } from '@playwright/test'
import { openBrowser } from '../../journeys/open-browser.ts'
import { type Report } from '../report.ts'
import { writeAsHtml } from './write-as-html.ts'

const look = `
  body { font-family: FangSong; font-size: 16px; line-height: 1.75 }
  h1 { font-size: 20px } h2 { font-size: 17px }
  p { margin: 0; text-align: justify }
  table { border-collapse: collapse; width: 100%; font-size: 12px; line-height: 1.3 }
  td { border: 1px solid black; padding: 3px; text-align: center }
  @page { size: A4; margin: 72px 84px; @bottom-center { content: '- ' counter(page) ' -'; font-size: 9px } }`

/** The report as an office program prints it: A4 pages, ruled tables broken over pages, page numbers at the foot. */
export async function writeAsPdf(report: Report): Promise<Uint8Array> {
  const { page } = await open()
  const html = new TextDecoder().decode(writeAsHtml(report)).replace('</head>', `<style>${look}</style></head>`)
  await page.setContent(html)
  const bytes = await page.pdf({ preferCSSPageSize: true })
  return new Uint8Array(bytes)
}

let opened: Promise<{ browser: Browser; page: Page }> | undefined

function open(): Promise<{ browser: Browser; page: Page }> {
  opened ??= openBrowser().then(async (browser) => ({ browser, page: await browser.newPage() }))
  return opened
}

/** Ends the browser that printed, when one did. */
export async function closePrinter(): Promise<void> {
  const printer = await opened
  opened = undefined
  await printer?.browser.close()
}
