import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { SaxesParser } from 'saxes'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { type LongFile, thirtyPages } from './thirty-pages.ts'
import { rowOf, tableHead, timesOf } from './timing.ts'

/** Word files of about 30 pages: the whole audit beside mammoth's conversion and beside unzip and SAX alone. */
export async function benchDocx(): Promise<string> {
  const lines = ['## Word, about 30 pages']
  for (const file of await thirtyPages()) lines.push('', ...(await compared(file)))
  return lines.join('\n')
}

async function compared({ what, name, bytes }: LongFile): Promise<string[]> {
  const { findings } = await auditDocument({ name, bytes })
  const [audit, converted, parsed] = await timesOf([
    () => auditDocument({ name, bytes }),
    () => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }),
    () => parseMarkup(bytes),
  ])
  const size = `${Math.round(bytes.length / 1024)} KiB`
  return [
    `${what[0]!.toUpperCase()}${what.slice(1)}, findings: ${findings.length}`,
    '',
    tableHead,
    rowOf('audit', size, audit!),
    rowOf('mammoth convertToHtml', size, converted!, audit),
    rowOf('unzip + SAX', size, parsed!, audit),
  ]
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
