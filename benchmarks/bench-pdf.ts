import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import bundled from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { browserEnvironment } from '../tests/browser-libraries.ts'
import { writeAsHtml } from '../tests/accuracy/formats/write-as-html.ts'
import { longReport } from './long-report.ts'
import { rowOf, tableHead, timesOf } from './timing.ts'

/** The same report printed to PDF by Chromium: the whole audit beside pdf.js reading the bare text. */
export async function benchPdf(): Promise<string> {
  const bytes = await printedReport()
  const size = `${Math.round(bytes.length / 1024)} KiB`
  const whole = () => auditDocument({ name: '三十页报告.pdf', bytes: bytes.slice() })
  const [text, audit] = await timesOf([() => bareText(bytes), whole], 21)
  const rows = [rowOf('pdf.js getTextContent', size, text!), rowOf('audit', size, audit!, text)]
  return ['## PDF, 45 pages, 18 of them with tables', '', tableHead, ...rows].join('\n')
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

if (import.meta.main) console.log(await benchPdf())
