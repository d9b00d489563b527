import { type Block, type Report, plain } from '../report.ts'

/** A page of a government site: paragraphs, and tables with merged cells. */
export function writeAsHtml(report: Report): Uint8Array {
  const body = report.blocks.map(markup).join('\n')
  const page = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${report.name}</title></head><body><div class="article">\n${body}\n</div></body></html>`
  return new TextEncoder().encode(page)
}

function markup(block: Block): string {
  if (block.is === 'heading') return `<h${block.level}>${escaped(plain(block.tokens))}</h${block.level}>`
  if (block.is === 'paragraph') return `<p>&emsp;&emsp;${escaped(plain(block.tokens))}</p>`
  const rows = block.rows.map((row) => {
    const cells = row.map(
      (each) => `<td colspan="${each.columns}" rowspan="${each.rows}">${escaped(plain(each.tokens))}</td>`,
    )
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table border="1">\n${rows.join('\n')}\n</table>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
