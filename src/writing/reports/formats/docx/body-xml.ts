import type { PrintedBlock, Run } from '#domain/report/printed-report.ts'
import { type PageSection, pageSections } from '../layout/page-sections.ts'
import { signatureIndents } from '../layout/signature-indents.ts'
import { titleMeasure } from '../layout/title-measure.ts'
import type { PageFrame } from './page-frame.ts'
import { attachmentIndents } from '../layout/attachment-indents.ts'
import { formTurned, formUpright, linePitch, sizes, textWidth, turned, upright } from './page-measures.ts'
import { type Controls, runsXml } from './run-xml.ts'
import { tableXml } from './table-xml.ts'

/** The blocks of a report as the inside of <w:body>, each turn of the page a section. */
export function bodyXml(blocks: readonly PrintedBlock[], frame: PageFrame, controls: Controls): string {
  const sections = pageSections(blocks)
  if (sections.length === 0) return `<w:p/>${frame.upright}`
  return sections
    .map((section, at) => {
      const inside = section.blocks.map((block) => blockXml(block, section, controls))
      const properties = frame[pageOf(section)]
      const isLast = at === sections.length - 1
      // Word wants a paragraph after a table; a tiny one, so that a form that fills its page prints no second sheet.
      const after = isLast ? (section.blocks.at(-1)?.kind === 'table' ? tiny('') : '') : tiny(properties)
      return `${inside.join('')}${after}${isLast ? properties : ''}`
    })
    .join('')
}

function tiny(section: string): string {
  return `<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>${section}</w:pPr></w:p>`
}

const pages = { upright, turned, formUpright, formTurned }

function pageOf({ landscape, form }: PageSection): keyof typeof pages {
  if (form) return landscape ? 'formTurned' : 'formUpright'
  return landscape ? 'turned' : 'upright'
}

function blockXml(block: PrintedBlock, section: PageSection, controls: Controls): string {
  const page = pages[pageOf(section)]
  const width = textWidth(page)
  if (block.kind === 'table') return tableXml(block, { ...page, width }, section, controls)
  if (block.kind === 'signature') return signatureXml(block.lines, controls)
  if (block.kind === 'attachment') return attachmentXml(block, controls)
  if (block.kind === 'attachment-mark') return paragraph('AttachmentMark', runsXml(block.runs, controls))
  const inside = runsXml(block.runs, controls)
  if (block.kind === 'title')
    return `<w:p><w:pPr><w:pStyle w:val="Title"/>${unsnapped}${section.form ? closeBelow : ''}${titleIndent(block.runs, width)}</w:pPr>${inside}</w:p>`
  return paragraph(styleOf(block), inside)
}

const closeBelow = '<w:spacing w:after="240"/>'
const oneLineAbove = `<w:spacing w:before="${linePitch}"/>`
const character = sizes.three * 10

/** One line below the text; each line as far from the right edge as its words ask for. */
function signatureXml(lines: readonly string[], controls: Controls): string {
  const indents = signatureIndents(lines)
  return lines
    .map((line, at) => {
      const place = `<w:ind w:right="${Math.round((indents[at] ?? 0) * character)}"/>`
      return paragraph('Signature', runsXml([line], controls), `${unspaced}${at === 0 ? oneLineAbove : ''}${place}`)
    })
    .join('')
}

/** 「附件：1.」 two characters in; names stand below each other, and a name's second line below its first. */
function attachmentXml({ label, runs }: Extract<PrintedBlock, { kind: 'attachment' }>, controls: Controls): string {
  const { left, hanging } = attachmentIndents(label)
  const place = `<w:ind w:left="${left * character}" w:hanging="${hanging * character}"/>`
  const inside = runsXml([hanging > 0 ? `${label}\t` : label, ...runs], controls)
  return paragraph('Attachment', inside, `${label.startsWith('附件') ? oneLineAbove : ''}${place}`)
}

// No room between digits and characters either: the measure counts none.
const unspaced = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
const unsnapped = `${unspaced}<w:snapToGrid w:val="0"/>`

/** Indents on both sides that make a long title break where it should: no break is put into the words themselves. */
function titleIndent(runs: readonly Run[], width: number): string {
  const wide = sizes.two * 10
  const title = runs.map((run) => (typeof run === 'string' ? run : run.text + run.unit)).join('')
  const measure = titleMeasure(title, Math.floor(width / wide))
  if (measure === undefined) return ''
  const side = Math.max(0, Math.floor((width - (measure + 0.9) * wide) / 2))
  return `<w:ind w:left="${side}" w:right="${side}"/>`
}

function styleOf(block: Extract<PrintedBlock, { kind: 'heading' | 'paragraph' }>): string {
  if (block.kind === 'heading') return `Heading${block.level}`
  return block.indent === false ? 'Normal' : 'BodyText'
}

function paragraph(style: string, inside: string, place = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${place}</w:pPr>${inside}</w:p>`
}
