import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import Docxtemplater from 'docxtemplater'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import PizZip from 'pizzip'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import type { PackageFormat } from '#operations/reports/package-formats.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { writePackage } from '#operations/reports/write-package.ts'
import { rowOf, tableHead, timeOf } from './timing.ts'

const run = promisify(execFile)
const example = fileURLToPath(new URL('../examples/桃江县政府办2023年账本.yaml', import.meta.url))

/**
 * The example department's package as docx and xlsx, from its ledger, beside docxtemplater filling templates of the same
 * pages with numbers ready made; its pdf beside LibreOffice turning the same docx files into pdf.
 */
export async function benchPackage(): Promise<string> {
  const { ledger } = await openLedger(example)
  if (!ledger) throw new Error('the example ledger cannot be read')
  const write = async (...formats: PackageFormat[]) => {
    const files: { name: string; bytes: Uint8Array }[] = []
    for await (const file of writePackage(prepareReports(ledger).set, formats)) files.push(file)
    return files
  }
  const documents = await write('docx')
  const templates = documents.map(({ bytes }) => templateOf(bytes))
  const size = `${documents.length} docx, 1 xlsx`
  const ours = await timeOf(() => write('docx', 'xlsx'), 7)
  const wordOnly = await timeOf(() => write('docx'), 7)
  const theirs = await timeOf(() => templates.map(filled), 7)
  const pdf = await timeOf(() => write('pdf'), 3)
  const office = await timeOf(() => officePdf(documents), 1)
  return [
    '## The package of a department',
    '',
    tableHead,
    rowOf('from the ledger, docx and xlsx', size, ours),
    rowOf('from the ledger, docx alone', `${documents.length} docx`, wordOnly, ours),
    rowOf('docxtemplater, the same pages', `${documents.length} docx`, theirs, ours),
    '',
    tableHead,
    rowOf('from the ledger, pdf', `${documents.length} pdf`, pdf),
    rowOf('LibreOffice, the same docx', `${documents.length} pdf`, office, pdf),
  ].join('\n')
}

type Template = { readonly bytes: Uint8Array; readonly data: Readonly<Record<string, string>> }

/** A written docx with each number replaced by a tag of its own. */
function templateOf(bytes: Uint8Array): Template {
  const entries = unzipSync(bytes)
  const data: Record<string, string> = {}
  let count = 0
  const xml = strFromU8(entries['word/document.xml']!).replace(
    /(<w:sdtContent>.*?<w:t[^>]*>)([^<]+)(<\/w:t>)/gs,
    (_, before: string, text: string, after: string) => {
      data[`n${count}`] = text
      return `${before}{n${count++}}${after}`
    },
  )
  return { bytes: zipSync({ ...entries, 'word/document.xml': strToU8(xml) }), data }
}

function filled({ bytes, data }: Template): Uint8Array {
  const document = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true })
  document.render(data)
  return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' })
}

async function officePdf(documents: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-bench-'))
  try {
    for (const { name, bytes } of documents) writeFileSync(join(folder, name), bytes)
    const files = documents.map(({ name }) => join(folder, name))
    const profile = `-env:UserInstallation=file://${folder}/profile`
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
