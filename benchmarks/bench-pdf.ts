import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import bundled from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { browserEnvironment } from '../tests/browser-libraries.ts'
import { writeAsHtml } from '../tests/accuracy/formats/write-as-html.ts'
import { longReport } from './long-report.ts'
import { rowOf, tableHead, timeOf } from './timing.ts'

/** The same report printed to PDF by Chromium: the whole audit beside pdf.js reading the bare text. */
export async function benchPdf(): Promise<string> {
  const bytes = await printedReport()
  const size = `${Math.round(bytes.length / 1024)} KiB`
  const audit = await timeOf(() => auditDocument({ name: '三十页报告.pdf', bytes: bytes.slice() }), 7)
  const text = await timeOf(() => bareText(bytes), 7)
  return ['## PDF', '', tableHead, rowOf('audit', size, audit), rowOf('pdf.js getTextContent', size, text, audit)].join(
    '\n',
  )
}

async function bareText(bytes: Uint8Array): Promise<number> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 })
  const pdf = await loading.promise
  let items = 0
  for (let page = 1; page <= pdf.numPages; page += 1)
    items += (await (await pdf.getPage(page)).getTextContent()).items.length
  await loading.destroy()
  return items
}

async function printedReport(): Promise<Uint8Array> {
  const environment = { ...process.env, ...(await browserEnvironment()) } as Record<string, string>
  const browser = await chromium.launch({
    executablePath: await bundled.executablePath(),
    args: bundled.args,
    env: environment,
  })
  try {
    const page = await browser.newPage()
    const font = new URL('../node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf', import.meta.url).href
    const style = `<style>@font-face{font-family:cjk;src:url(${font})}body{font-family:cjk}</style>`
    await page.setContent(new TextDecoder().decode(writeAsHtml(longReport(8))).replace('</head>', `${style}</head>`))
    return new Uint8Array(await page.pdf({ format: 'A4' }))
  } finally {
    await browser.close()
  }
}
