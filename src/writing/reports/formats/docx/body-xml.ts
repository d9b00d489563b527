import type { PrintedBlock, Run } from '#domain/report/printed-report.ts'
import { pageSections } from '../page-sections.ts'
import { titleMeasure } from '../title-measure.ts'
import type { PageFrame } from './page-frame.ts'
import { sizes, textWidth, turned, upright } from './page-measures.ts'
import { type Controls, runsXml } from './run-xml.ts'
import { tableXml } from './table-xml.ts'

/** The blocks of a report as the inside of <w:body>, each turn of the page a section. */
export function bodyXml(blocks: readonly PrintedBlock[], frame: PageFrame, controls: Controls): string {
  const sections = pageSections(blocks)
  if (sections.length === 0) return `<w:p/>${frame.upright}`
  return sections
    .map((section, at) => {
      const width = textWidth(section.landscape ? turned : upright)
      const inside = section.blocks.map((block) => blockXml(block, width, controls))
      const properties = section.landscape ? frame.turned : frame.upright
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

function blockXml(block: PrintedBlock, width: number, controls: Controls): string {
  if (block.kind === 'table') return tableXml(block, width, controls)
  if (block.kind === 'signature')
    return block.lines.map((line) => paragraph('Signature', runsXml([line], controls))).join('')
  const inside = runsXml(block.runs, controls)
  if (block.kind === 'title')
    return `<w:p><w:pPr><w:pStyle w:val="Title"/>${unsnapped}${titleIndent(block.runs, width)}</w:pPr>${inside}</w:p>`
  return paragraph(styleOf(block), inside)
}

// No room between digits and characters either: the measure counts none.
const unsnapped = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>'

/** Indents on both sides that make a long title break where it should: no break is put into the words themselves. */
function titleIndent(runs: readonly Run[], width: number): string {
  const character = sizes.two * 10
  const title = runs.map((run) => (typeof run === 'string' ? run : run.text + run.unit)).join('')
  const measure = titleMeasure(title, Math.floor(width / character))
  if (measure === undefined) return ''
  const side = Math.max(0, Math.floor((width - (measure + 0.9) * character) / 2))
  return `<w:ind w:left="${side}" w:right="${side}"/>`
}

function styleOf(block: Extract<PrintedBlock, { kind: 'heading' | 'paragraph' }>): string {
  if (block.kind === 'heading') return `Heading${block.level}`
  return block.indent === false ? 'Normal' : 'BodyText'
}

function paragraph(style: string, inside: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inside}</w:p>`
}
