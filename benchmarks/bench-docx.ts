import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { SaxesParser } from 'saxes'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { longReport } from './long-report.ts'
import { rowOf, tableHead, timeOf } from './timing.ts'
import { writeFile } from '../tests/accuracy/formats/write-file.ts'

/** A docx of about 30 pages: the whole audit beside mammoth's conversion and beside unzip and SAX alone. */
export async function benchDocx(): Promise<string> {
  const { name, bytes } = await writeFile(longReport(8), 'docx')
  const size = `${Math.round(bytes.length / 1024)} KiB`
  const audit = await timeOf(() => auditDocument({ name, bytes }))
  const converted = await timeOf(() => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }))
  const parsed = await timeOf(() => parseMarkup(bytes))
  const rows = [
    rowOf('audit', size, audit),
    rowOf('mammoth convertToHtml', size, converted, audit),
    rowOf('unzip + SAX', size, parsed, audit),
  ]
  return ['## Word, about 30 pages', '', tableHead, ...rows].join('\n')
}

function parseMarkup(bytes: Uint8Array): number {
  const text = strFromU8(unzipSync(bytes)['word/document.xml']!)
  let characters = 0
  const parser = new SaxesParser()
  parser.on('text', (piece) => {
    characters += piece.length
  })
  parser.write(text).close()
  return characters
}
