import type { PrintedNumber, PrintedReport, ReportSet } from '#domain/report/printed-report.ts'
import { pdfText } from '#reading/formats/pdf/text.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { readBackHtml } from '#writing/reports/read-back-html.ts'
import { readBackXlsx } from '#writing/reports/read-back-xlsx.ts'
import { readBack } from '#writing/reports/read-back.ts'
import { alignNumbers } from '../compare/align-numbers.ts'
import { lostInOrder } from '../compare/lost-in-order.ts'
import { numbersInWords } from './numbers-in-words.ts'
import { printedNumbers, printedPieces } from './printed-pieces.ts'

/**
 * A number of a file.
 *
 * place   第12个数, 自评表!E3
 * fact    id of the fact it was printed as; absent for a number nobody printed
 * text    what the file says now; '' where the number is gone
 * uncalculated   the cell holds a formula, and nobody has calculated it
 */
export type FoundNumber = {
  readonly place: string
  readonly fact?: string
  readonly text: string
  readonly uncalculated?: true
}

type File = { readonly name: string; readonly bytes: Uint8Array }

/**
 * The numbers of a file we wrote. docx, xlsx and html carry the identity of each; a pdf is laid over the report of the set
 * whose title it bears. Of a docx also what was taken out with its identity, and what was typed beside. Throws with a
 * Chinese message where the file can't be read.
 */
export async function numbersOfFile(file: File, set: ReportSet): Promise<FoundNumber[]> {
  const { name, bytes } = file
  if (/\.html?$/i.test(name)) return ordinal(readBackHtml(bytes))
  if (/\.xlsx$/i.test(name))
    return readBackXlsx(bytes, factIds(set)).then(
      ({ numbers, words }) => [...numbers, ...numbersInWords(words, set)],
      () => {
        throw new Error(`${name}：读不出来，可能已损坏，请用 WPS 或 Excel 打开后另存一份再试`)
      },
    )
  if (/\.pdf$/i.test(name)) return numbersOfPdf(file, set)
  const { numbers, problems, report: id, text } = readBack(bytes, factIds(set))
  const [problem] = problems
  if (problem) throw new Error(problem.message)
  const report = [bindSet(set), ...set.reports].find((each) => each.id === id)
  return [...ordinal(numbers), ...(report ? beside(report, numbers, text) : [])]
}

function factIds({ facts }: ReportSet): string[] {
  return facts.map(({ id }) => id)
}

function ordinal(numbers: readonly { readonly fact?: string; readonly text: string }[]): FoundNumber[] {
  return numbers.map((number, index) => ({ place: `第${index + 1}个数`, ...number }))
}

/** Numbers whose control is gone, and numbers typed outside any. */
function beside(report: PrintedReport, numbers: readonly { readonly fact?: string }[], text: string): FoundNumber[] {
  const printed = printedNumbers(report)
  const lost = lostInOrder(
    printed.map(({ fact }) => fact),
    numbers.map(({ fact }) => fact ?? ''),
  )
  const aligned = alignNumbers(printedPieces(report), text)
  return [
    ...lost.map((at) => ({
      place: `原第${at + 1}个数（标识已删）`,
      fact: printed[at]!.fact,
      text: aligned?.now[at] ?? '',
    })),
    ...(aligned?.added ?? []).map((added) => ({ place: '另写的数', text: added })),
  ]
}

/** The words of each cell over several rows, by the numbers in it. */
function reachingCells({ blocks }: PrintedReport): Map<PrintedNumber, string> {
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
  return new Map(
    cells
      .filter(({ rowSpan = 1, runs }) => rowSpan > 1 && runs.some((run) => typeof run === 'string'))
      .flatMap(({ runs }) => {
        const whole = runs.map((run) => (typeof run === 'string' ? run : run.text + run.unit)).join('')
        return runs.flatMap((run) => (typeof run === 'string' ? [] : [[run, whole.replace(/\s/g, '')] as const]))
      }),
  )
}

async function numbersOfPdf({ name, bytes }: File, set: ReportSet): Promise<FoundNumber[]> {
  const read = await pdfText(bytes)
  if (!read) throw new Error(`${name}：读不出来，可能已损坏或加了密码`)
  const report = [bindSet(set), ...set.reports].find(({ title }) => title === read.title)
  const aligned = report && alignNumbers(printedPieces(report), read.text)
  if (!aligned) throw new Error(`${name}：对不上这本账本的哪一份报告，请给出由它生成的 pdf`)
  const around = reachingCells(report)
  const text = read.text.replace(/\s/g, '')
  return printedNumbers(report).map((number, at) => {
    // A cell that reaches down its rows is set after some of them: it is looked for as a whole.
    const cell = around.get(number)
    const now = cell !== undefined && text.includes(cell) ? number.text : (aligned.now[at] ?? '')
    return { place: `第${at + 1}个数`, fact: number.fact, text: now }
  })
}
