import type { Audit } from '#domain/audit.ts'
import type { Block, Cell, Paragraph } from '#domain/document.ts'
import type { Finding, Severity } from '#domain/finding.ts'
import { isShown, placeOf } from './to-output.ts'
import { type ReadFinding, toRead } from './to-read.ts'
import { describeEvidence, severityWords } from './to-text.ts'

type Mark = {
  readonly start: number
  readonly end: number
  readonly finding?: number
  readonly severity?: Severity
  readonly id?: string
}

const style = `
:root{color-scheme:light dark;--line:#d9d9d9;--error:#c62828;--warning:#9a6700;--info:#6b7280;--accent:#1f5fbf}
body{margin:0;font:16px/1.75 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:24px;padding:16px 24px}
h1{grid-column:1/-1;font-size:22px;margin:0}table{border-collapse:collapse;margin:12px 0;font-size:14px}td{border:1px solid var(--line);padding:2px 8px;white-space:pre-line}
mark{background:none;color:inherit;border-bottom:1px dotted var(--info)}mark.error{border-bottom:2px solid var(--error);background:color-mix(in srgb,var(--error) 14%,transparent)}
mark.warning{border-bottom:2px solid var(--warning);background:color-mix(in srgb,var(--warning) 16%,transparent)}mark.info{border-bottom:2px solid var(--info)}
section{border-left:4px solid var(--info);padding:4px 12px;margin:0 0 16px}section.error{border-color:var(--error)}section.warning{border-color:var(--warning)}
code{font-family:ui-monospace,Consolas,monospace;font-size:14px;display:block;overflow-wrap:anywhere}ul{padding-left:20px;margin:4px 0}a{color:var(--accent)}:target{outline:3px solid var(--accent)}
@media(max-width:800px){body{display:block;padding:12px}}@media print{body{display:block}section{break-inside:avoid}}`

/** A page that stands alone: the document with its numbers marked, the findings beside it, links both ways. No script. */
export function toHtml(audit: Audit, level: Severity = 'warning'): string {
  const shown = audit.findings.filter((finding) => isShown(finding.severity, level))
  const printed = toRead(audit, level)
  const marks = marksOf(audit, shown)
  const body = (audit.document?.blocks ?? []).map((block, at) => blockHtml(block, at, marks)).join('\n')
  const findings = printed.findings.map((finding, at) => findingHtml(finding, at + 1)).join('\n')
  const problems = printed.problems.map((problem) => `<p>${escape(problem.message)}</p>`).join('')
  const { holds, contradictions, undetermined, notApplicable } = audit.coverage
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(audit.file)} 核对结果</title><style>${style}</style></head>
<body><h1>${escape(audit.file)} 核对结果</h1><main>${problems}${body}</main>
<aside aria-label="发现"><p>核对相符 ${holds}，矛盾 ${contradictions}，无法判断 ${undetermined}，不适用 ${notApplicable}</p>${findings || '<p>没有发现矛盾。</p>'}</aside></body></html>
`
}

function findingHtml(finding: ReadFinding, number: number): string {
  const extra = [
    finding.cause && `可能原因：${finding.cause}`,
    finding.suggestion && `建议：${finding.suggestion}`,
  ].filter((each) => each !== undefined && each !== '')
  const passages = finding.passages
    .map(
      (each) =>
        `<li><a href="#f${number}-${each.evidence + 1}">${escape(describeEvidence(each))}</a>：${escape(each.text)}</li>`,
    )
    .join('')
  const consequences = (finding.consequences ?? [])
    .map(
      (each) =>
        `<p>连带：${escape(each.message)}</p>${each.expression ? `<code>${escape(each.expression)}</code>` : ''}`,
    )
    .join('')
  return `<section class="${finding.severity}" id="f${number}"><b>${number}. ${severityWords[finding.severity]}</b> ${escape(finding.message)}
${finding.expression ? `<code>${escape(finding.expression)}</code>` : ''}${extra.map((each) => `<div>${escape(each as string)}</div>`).join('')}<ul>${passages}</ul>${consequences}</section>`
}

/** Marks by place: every figure, and what findings point at. */
function marksOf(audit: Audit, findings: readonly Finding[]): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>()
  const add = (key: string, mark: Mark) => marks.set(key, [...(marks.get(key) ?? []), mark])
  findings.forEach((finding, at) =>
    finding.evidence.forEach((evidence, side) => {
      const place = placeOf(evidence)
      add(keyOf(place.block, place.row, place.cell), {
        start: place.start,
        end: place.end,
        finding: at + 1,
        severity: finding.severity,
        id: `f${at + 1}-${side + 1}`,
      })
    }),
  )
  for (const { place } of audit.reading?.figures ?? [])
    add(keyOf(place.block, place.row, place.cell), { start: place.start, end: place.end })
  return marks
}

function keyOf(block: number, row?: number, cell?: number): string {
  return `${block}.${row ?? ''}.${cell ?? ''}`
}

function blockHtml(block: Block, at: number, marks: ReadonlyMap<string, Mark[]>): string {
  if (block.kind === 'paragraph') return paragraphHtml(block, marks.get(keyOf(at)) ?? [])
  const rows = block.rows.map(
    (row, index) =>
      `<tr>${row.map((cell, column) => cellHtml(cell, marks.get(keyOf(at, index, column)) ?? [])).join('')}</tr>`,
  )
  return `<table>${rows.join('')}</table>`
}

function paragraphHtml(paragraph: Paragraph, marks: readonly Mark[]): string {
  return `<p>${markedText(paragraph.text, marks)}</p>`
}

function cellHtml(cell: Cell, marks: readonly Mark[]): string {
  const spans = `${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''}`
  return `<td${spans}>${markedText(cell.text, marks)}</td>`
}

/** The text with its marks; of marks that overlap the first wins, further ids are kept as empty anchors before it. */
function markedText(text: string, marks: readonly Mark[]): string {
  const order = marks.toSorted(
    (left, right) => left.start - right.start || (left.finding ?? 1e9) - (right.finding ?? 1e9),
  )
  let html = ''
  let at = 0
  for (const mark of order) {
    const anchor = mark.id ? `<span id="${mark.id}"></span>` : ''
    if (mark.start < at || mark.end <= mark.start) {
      html += anchor
      continue
    }
    const inner = escape(text.slice(mark.start, mark.end))
    const linked = mark.finding
      ? `<a href="#f${mark.finding}" style="color:inherit;text-decoration:none">${inner}</a>`
      : inner
    html += `${escape(text.slice(at, mark.start))}${anchor}<mark${mark.severity ? ` class="${mark.severity}"` : ''}>${linked}</mark>`
    at = mark.end
  }
  return html + escape(text.slice(at))
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
