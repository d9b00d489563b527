import type { PrintedBlock, PrintedReport, PrintedTable, ReportSet, Run } from '#domain/report/printed-report.ts'
import { originText } from '#domain/report/set-origin.ts'
import { unitText } from '#domain/unit.ts'
import { escapeXml } from './docx/run-xml.ts'
import { attachmentIndents } from './layout/attachment-indents.ts'
import { factsById } from './facts/fact-titles.ts'
import { htmlStyle } from './html-style.ts'
import { pageSections } from './layout/page-sections.ts'
import { signatureIndents } from './layout/signature-indents.ts'
import { gridOf } from './layout/table-grid.ts'

type Facts = ReturnType<typeof factsById>

/**
 * A report as one self-contained page for publication: no script, nothing loaded, printable as the Word file is.
 * Each number is <data> with data-fact (the fact's id), data-value (the exact decimal) and data-unit; data-ledger names
 * the ledger.
 */
export async function writeReportHtml(report: PrintedReport, set: ReportSet): Promise<Uint8Array> {
  const facts = factsById(set)
  const sections = pageSections(report.blocks).map(({ landscape, form, blocks }) => {
    const inside = blocks.map((block) => blockHtml(block, facts)).join('\n')
    return `<section class="${form ? 'form ' : ''}${landscape ? 'turned' : 'upright'}">\n${inside}\n</section>`
  })
  const origin = set.origin ? ` data-ledger="${escapeXml(originText(set.origin))}"` : ''
  const head = `<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="author" content="${escapeXml(set.department)}">\n<title>${escapeXml(report.title)}</title>\n<style>${htmlStyle}</style>`
  const page = `<!doctype html>\n<html lang="zh-CN">\n<head>\n${head}\n</head>\n<body>\n<main data-report="${escapeXml(report.id)}"${origin}>\n${sections.join('\n')}\n</main>\n</body>\n</html>\n`
  return new TextEncoder().encode(page)
}

function blockHtml(block: PrintedBlock, facts: Facts): string {
  if (block.kind === 'table') return tableHtml(block, facts)
  if (block.kind === 'signature') return signatureHtml(block.lines)
  const inside = runsHtml(block.runs, facts)
  if (block.kind === 'attachment') return attachmentHtml(block.label, inside)
  if (block.kind === 'attachment-mark') return `<p class="mark">${inside}</p>`
  if (block.kind === 'title') return `<h1>${inside}</h1>`
  if (block.kind === 'heading') return `<h${block.level + 1}>${inside}</h${block.level + 1}>`
  return block.indent === false ? `<p class="flush">${inside}</p>` : `<p>${inside}</p>`
}

function signatureHtml(lines: readonly string[]): string {
  const indents = signatureIndents(lines)
  return lines
    .map(
      (line, at) =>
        `<p class="signature${at === 0 ? ' below' : ''}" style="padding-right:${indents[at] ?? 0}em">${escapeXml(line)}</p>`,
    )
    .join('\n')
}

function attachmentHtml(label: string, inside: string): string {
  const { left, hanging } = attachmentIndents(label)
  const below = label.startsWith('附件') ? ' below' : ''
  const named = `<span style="display:inline-block;width:${hanging}em;text-indent:0">${escapeXml(label)}</span>`
  return `<p class="attachment${below}" style="padding-left:${left}em;text-indent:-${hanging}em">${named}${inside}</p>`
}

function runsHtml(runs: readonly Run[], facts: Facts): string {
  return runs.map((run) => (typeof run === 'string' ? wordsHtml(run) : numberHtml(run, facts))).join('')
}

function wordsHtml(text: string): string {
  return escapeXml(text).replace(/\r\n|[\r\n]/g, '<br>')
}

function numberHtml(number: Exclude<Run, string>, facts: Facts): string {
  const value = number.quantity.value.toFixed()
  const title = facts.get(number.fact)?.title
  const named = title ? ` title="${escapeXml(title)}"` : ''
  const unit = escapeXml(unitText(number.quantity.unit))
  return `<data value="${value}" data-fact="${escapeXml(number.fact)}" data-value="${value}" data-unit="${unit}"${named}>${escapeXml(number.text)}</data>${escapeXml(number.unit)}`
}

function tableHtml(table: PrintedTable, facts: Facts): string {
  const head = table.headRows ?? 0
  const grid = gridOf(table)
  const rows = grid.map((row, at) => {
    const cells = row.filter(({ covered }) => !covered).map((placed) => cellHtml(placed, at < head, facts))
    return `<tr>${cells.join('')}</tr>`
  })
  const sum = table.widths.reduce((all, width) => all + width, 0) || 1
  const columns = table.widths.map((width) => `<col style="width:${((width / sum) * 100).toFixed(2)}%">`).join('')
  const caption = table.caption
    ? `<caption>${wordsHtml(table.caption)}</caption>`
    : `<caption class="unseen">${escapeXml(table.name)}</caption>`
  const top = head > 0 ? `<thead>\n${rows.slice(0, head).join('\n')}\n</thead>\n` : ''
  return `<div class="wide"><table>${caption}<colgroup>${columns}</colgroup>\n${top}<tbody>\n${rows.slice(head).join('\n')}\n</tbody></table></div>`
}

function cellHtml(
  { cell, column, colSpan, rowSpan }: ReturnType<typeof gridOf>[number][number],
  head: boolean,
  facts: Facts,
): string {
  const wordsOnly = cell.runs.length > 0 && cell.runs.every((run) => typeof run === 'string')
  // The first column names the row in every form; a number never names anything.
  const scope = head
    ? colSpan > 1
      ? 'colgroup'
      : 'col'
    : column === 0 && wordsOnly
      ? rowSpan > 1
        ? 'rowgroup'
        : 'row'
      : ''
  const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`
  const names = [cell.align ?? '', cell.bold ? 'bold' : '', cell.vertical ? 'vertical' : ''].filter(
    (name) => name !== '',
  )
  const classes = names.length > 0 ? ` class="${names.join(' ')}"` : ''
  const inside = runsHtml(cell.runs, facts)
  return scope ? `<th scope="${scope}"${spans}${classes}>${inside}</th>` : `<td${spans}${classes}>${inside}</td>`
}
