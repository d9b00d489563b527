import { fileURLToPath } from 'node:url'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { writePackage } from '#operations/reports/write-package.ts'
import { longReport } from './long-report.ts'
import { writeFile } from '../tests/accuracy/formats/write-file.ts'

const example = fileURLToPath(new URL('../examples/桃江县政府办2023年账本.yaml', import.meta.url))

/** A Word file to measure with, and what it is. */
export type LongFile = { readonly what: string; readonly name: string; readonly bytes: Uint8Array }

/** Two files of 30 to 35 pages: what a department hands in, and many reports of one writer that contradict each other. */
export async function thirtyPages(): Promise<readonly LongFile[]> {
  return [
    { what: 'the bound set of the example department', ...(await boundSet()) },
    { what: 'eight reports one behind another', ...(await writeFile(longReport(8), 'docx')) },
  ]
}

/** 合订本: it comes first of its package. */
async function boundSet(): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { ledger } = await openLedger(example)
  if (!ledger) throw new Error('the example ledger cannot be read')
  for await (const file of writePackage(prepareReports(ledger).set, ['docx'])) return file
  throw new Error('the package is empty')
}
