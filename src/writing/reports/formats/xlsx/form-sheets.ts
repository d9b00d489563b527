import type { PrintedReport, PrintedTable, Run } from '#domain/report/printed-report.ts'
import { xmlText } from '../../../findings/xml-text.ts'

/** A form and the sheet it goes on; `title` is printed above it, and `mark` 「附件1」 above the title of an attachment. */
export type FormSheet = {
  readonly name: string
  readonly title: string
  readonly mark?: string
  readonly table: PrintedTable
}

const longest = 31

/** Every table of the reports with a sheet of its own: legal names, each only once, the same for the same reports. */
export function formSheets(reports: readonly PrintedReport[]): FormSheet[] {
  const forms = reports.flatMap((report) => tablesOf(report).map((table) => ({ report, ...table })))
  const often = new Map<string, number>()
  for (const { table } of forms) often.set(table.name, (often.get(table.name) ?? 0) + 1)
  const taken = new Set<string>()
  return forms.map(({ report, table, title, mark }) => {
    const wanted = often.get(table.name) === 1 ? table.name : `${table.name}-${report.entity}`
    return { name: freeName(wanted, taken), title, ...(mark === undefined ? {} : { mark }), table }
  })
}

type Titled = Omit<FormSheet, 'name'>

function tablesOf(report: PrintedReport): Titled[] {
  let heading = report.title
  let mark: string | undefined
  return report.blocks.flatMap((block) => {
    if (block.kind === 'title') heading = textOf(block.runs)
    if (block.kind === 'attachment-mark') mark = textOf(block.runs)
    if (block.kind !== 'table') return []
    return [{ table: block, title: block.caption ?? heading, ...(mark === undefined ? {} : { mark }) }]
  })
}

/** Excel forbids : \ / ? * [ ] , a quote at either end, more than 31 characters, and the same name in other case. */
function freeName(wanted: string, taken: Set<string>): string {
  const clean = xmlText(wanted)
    .replace(/[':\\/?*[\]\r\n\t]/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '')
  const base = cut(clean === '' || clean.toLowerCase() === 'history' ? `表${clean}` : clean, longest)
  let name = base
  for (let again = 2; taken.has(name.toLowerCase()); again += 1) name = `${cut(base, longest - 4)}-${again}`
  taken.add(name.toLowerCase())
  return name
}

function cut(text: string, length: number): string {
  return text.slice(0, length).toWellFormed().replaceAll('\ufffd', '')
}

/** Words and numbers as they read. */
export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => (typeof run === 'string' ? run : run.text + run.unit)).join('')
}
