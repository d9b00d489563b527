import { type Report } from '../report.ts'
import { type FileKind } from '../styles/style.ts'
import { writeAsDocx } from './write-as-docx.ts'
import { writeAsHtml } from './write-as-html.ts'
import { writeAsPdf } from './write-as-pdf.ts'
import { writeAsFlatText, writeAsTabbedText } from './write-as-text.ts'
import { writeAsXlsx } from './write-as-xlsx.ts'

const writers: Record<FileKind, { ending: string; write(report: Report): Uint8Array | Promise<Uint8Array> }> = {
  'flat-text': { ending: 'txt', write: writeAsFlatText },
  'tabbed-text': { ending: 'txt', write: writeAsTabbedText },
  docx: { ending: 'docx', write: writeAsDocx },
  xlsx: { ending: 'xlsx', write: writeAsXlsx },
  html: { ending: 'html', write: writeAsHtml },
  pdf: { ending: 'pdf', write: writeAsPdf },
}

/** The report as a file of the kind given. */
export async function writeFile(report: Report, kind: FileKind): Promise<{ name: string; bytes: Uint8Array }> {
  const { ending, write } = writers[kind]
  return { name: `${report.name}.${ending}`, bytes: await write(report) }
}
