import type { LedgerFact, PrintedNumber, Run } from '#domain/report/printed-report.ts'
import { xmlText } from '../../../findings/xml-text.ts'
import { factTag } from '../facts/fact-tag.ts'

/** The facts that numbers may name; what was printed so far: tag → id, and how many controls. */
export type Controls = {
  readonly facts: ReadonlyMap<string, LedgerFact>
  readonly used: Map<string, string>
  count: number
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for an XML document: marks escaped, characters that XML cannot hold left out. */
export function escapeXml(text: string): string {
  const clean = xmlText(text)
  return /[&<>"]/.test(clean) ? clean.replace(/[&<>"]/g, (mark) => marks[mark]!) : clean
}

/** Runs of a paragraph: words as they are, each number in a content control that keeps its identity. */
export function runsXml(runs: readonly Run[], controls: Controls, bold = false): string {
  return runs.map((run) => (typeof run === 'string' ? wordsXml(run, bold) : numberXml(run, controls, bold))).join('')
}

function wordsXml(text: string, bold: boolean): string {
  if (text === '') return ''
  const properties = bold ? '<w:rPr><w:b/><w:bCs/></w:rPr>' : ''
  const inside = text
    .split(/(\r\n|[\n\r\t])/)
    .map((piece) => (piece === '\t' ? '<w:tab/>' : /^[\r\n]/.test(piece) ? '<w:br/>' : textXml(piece)))
    .join('')
  return inside === '' ? '' : `<w:r>${properties}${inside}</w:r>`
}

function textXml(text: string): string {
  const escaped = escapeXml(text)
  return escaped === '' ? '' : `<w:t xml:space="preserve">${escaped}</w:t>`
}

/**
 * A number in a content control of plain text that nobody sees: tag = mark of the fact, title = what it is called.
 * The unit stands outside: changing 万元 to 元 is a change of the words.
 */
function numberXml(number: PrintedNumber, controls: Controls, bold: boolean): string {
  const shown = wordsXml(number.text.replace(/[\t\n\r]/g, ' '), bold)
  const unit = wordsXml(number.unit, bold)
  // A control without text would show Word's own prompt 「单击或点击此处输入文字」.
  if (shown === '') return unit
  const tag = factTag(number.fact)
  controls.used.set(tag, number.fact)
  controls.count += 1
  const title = escapeXml(shortened(controls.facts.get(number.fact)?.title ?? number.fact))
  return `<w:sdt><w:sdtPr><w:alias w:val="${title}"/><w:tag w:val="${tag}"/><w:id w:val="${firstId + controls.count}"/><w15:appearance w15:val="hidden"/><w:text/></w:sdtPr><w:sdtContent>${shown}</w:sdtContent></w:sdt>${unit}`
}

const firstId = 100_000
const longest = 64

/** Word refuses titles of more than 64 characters. */
function shortened(title: string): string {
  return title.length <= longest
    ? title
    : `${title
        .slice(0, longest - 1)
        .toWellFormed()
        .replace('\ufffd', '')}…`
}
