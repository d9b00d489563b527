import type { Ledger } from '#domain/ledger/ledger.ts'
import type { PrintedBlock, PrintedReport } from '#domain/report/printed-report.ts'

/**
 * The first report with the list of the others before its signature 附件说明, and each of the others marked 「附件1」 at its
 * top: GB/T 9704-2012, 7.3.4 and 7.3.8. A single attachment has no number.
 */
export function asAttachments([main, ...others]: readonly PrintedReport[]): PrintedReport[] {
  if (!main) return []
  const order = (index: number) => (others.length === 1 ? '' : String(index + 1))
  const list = others.map(({ title }, index): PrintedBlock => {
    const number = order(index)
    return {
      kind: 'attachment',
      label: `${index === 0 ? '附件：' : ''}${number === '' ? '' : `${number}.`}`,
      runs: [title],
    }
  })
  const closing = main.blocks.findIndex(({ kind }) => kind === 'signature')
  const at = closing < 0 ? main.blocks.length : closing
  const marked = others.map((report, index): PrintedReport => ({
    ...report,
    blocks: [{ kind: 'attachment-mark', runs: [`附件${order(index)}`] }, ...report.blocks],
  }))
  return [{ ...main, blocks: main.blocks.toSpliced(at, 0, ...list) }, ...marked]
}

/** The unit's name and, where the ledger knows it, the date. */
export function closingLines({ department, issueDate }: Ledger): PrintedBlock {
  return { kind: 'signature', lines: [department.name, ...(issueDate === undefined ? [] : [printedDate(issueDate)])] }
}

/** A day YYYY-MM-DD as GB/T 9704-2012 prints it: 2024年3月5日, no zero before. */
export function printedDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
