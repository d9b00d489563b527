import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { Block, Cell } from '#domain/document.ts'
import { problemOf } from '#domain/problem.ts'
import iconv from 'iconv-lite'
import { decodeText } from '../text/decode-text.ts'
import type { Input, ReadResult } from '../read-document.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'iframe',
  'object',
  'select',
  'textarea',
  'button',
])
const blocks = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'nav',
  'aside',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'pre',
  'form',
  'fieldset',
  'figure',
  'figcaption',
  'center',
  'body',
  'hr',
  'address',
  'caption',
])
const mostDepth = 400

/** Reads a saved web page: block elements are paragraphs, tables keep their merges, scripts and hidden parts are passed over. */
export function readHtml(input: Input): ReadResult {
  const text = declared(input.bytes) ?? decodeText(input.bytes)
  if (text === undefined) return { problems: [problemOf('text-garbled', input.name, true)] }
  const reader = new HtmlReader()
  reader.walk(parse(text).childNodes, 0)
  reader.flush()
  if (reader.blocks.length === 0) return { problems: [problemOf('nothing-to-check', input.name, true)] }
  return { document: { file: input.name, format: 'html', blocks: reader.blocks }, problems: [] }
}

/** The text in the encoding the page declares, when it is not UTF-8 and is known. */
function declared(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const name = /charset\s*=\s*["']?([\w-]+)/i.exec(buffer.subarray(0, 2048).toString('latin1'))?.[1]?.toLowerCase()
  if (!name || name === 'utf-8' || name === 'utf8' || !iconv.encodingExists(name)) return undefined
  return iconv.decode(buffer, /^gb/.test(name) ? 'gb18030' : name)
}

class HtmlReader {
  readonly blocks: Block[] = []
  private text = ''
  private level: number | undefined
  private count = 0
  private tables = 0

  walk(nodes: readonly Node[], depth: number): void {
    if (depth > mostDepth) return
    for (const node of nodes) {
      if (node.nodeName === '#text') this.text += (node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' ')
      else if ('tagName' in node) this.element(node, depth)
    }
  }

  private element(element: Element, depth: number): void {
    const { tagName } = element
    if (silent.has(tagName) || isHidden(element)) return
    if (tagName === 'br') this.flush()
    else if (tagName === 'table') {
      this.flush()
      this.table(element, depth)
    } else if (blocks.has(tagName)) {
      this.flush()
      const heading = /^h([1-6])$/.exec(tagName)
      if (heading) this.level = Number(heading[1])
      this.walk(element.childNodes, depth + 1)
      this.flush()
      this.level = undefined
    } else this.walk(element.childNodes, depth + 1)
  }

  flush(): void {
    const text = this.text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')
    this.text = ''
    if (text === '') return
    const line = ++this.count
    this.blocks.push({
      kind: 'paragraph',
      text,
      locus: { line },
      lines: [[0, 0, line, 1]],
      ...(this.level ? { level: this.level } : {}),
    })
  }

  private table(element: Element, depth: number): void {
    const number = ++this.tables
    const inner: Element[] = []
    const rows = rowsOf(element).map((row, index) => cellsOf(row, index, number, inner))
    placeColumns(rows)
    for (const caption of element.childNodes)
      if ('tagName' in caption && caption.tagName === 'caption') this.element(caption, depth + 1)
    const kept = rows.filter((row) => row.length > 0)
    if (kept.length > 0) this.blocks.push({ kind: 'table', number, rows: rows, locus: { table: number } })
    for (const each of inner) if (depth < mostDepth) this.table(each, depth + 1)
  }
}

function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap((node) => {
    if (!('tagName' in node)) return []
    if (node.tagName === 'tr') return [node]
    return /^t(?:head|body|foot)$/.test(node.tagName) ? rowsOf(node) : []
  })
}

function cellsOf(row: Element, index: number, table: number, inner: Element[]): Cell[] {
  const cells = row.childNodes.filter((node): node is Element => 'tagName' in node && /^t[dh]$/.test(node.tagName))
  return cells.map((cell, at) => ({
    row: index,
    column: at,
    rowSpan: spanOf(cell, 'rowspan'),
    columnSpan: spanOf(cell, 'colspan'),
    text: textOf(cell, inner, 0)
      .replace(/[ \t\u00a0\u3000]*\n[ \t\u00a0\u3000]*/g, '\n')
      .replace(/\n+/g, '\n')
      .trim(),
    locus: { table, row: index + 1, cell: at + 1 },
  }))
}

function textOf(node: Element, inner: Element[], depth: number): string {
  if (depth > mostDepth) return ''
  return node.childNodes
    .map((child) => {
      if (child.nodeName === '#text') return (child as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' ')
      if (!('tagName' in child) || silent.has(child.tagName) || isHidden(child)) return ''
      if (child.tagName === 'table') {
        inner.push(child)
        return ''
      }
      if (child.tagName === 'br') return '\n'
      const text = textOf(child, inner, depth + 1)
      return blocks.has(child.tagName) ? `\n${text}\n` : text
    })
    .join('')
}

function spanOf(cell: Element, name: string): number {
  const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1)
  return Number.isInteger(value) && value >= 1 ? Math.min(value, 500) : 1
}

function isHidden(element: Element): boolean {
  return element.attrs.some(
    ({ name, value }) =>
      name === 'hidden' || (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)),
  )
}

/** Moves cells right past columns that a cell above still covers. */
function placeColumns(rows: Cell[][]): void {
  const covered: number[] = []
  for (const row of rows) {
    let column = 0
    for (const [at, cell] of row.entries()) {
      while ((covered[column] ?? 0) > 0) column++
      row[at] = { ...cell, column }
      for (let over = column; over < column + cell.columnSpan; over++) covered[over] = cell.rowSpan + 0
      column += cell.columnSpan
    }
    for (let at = 0; at < covered.length; at++) if ((covered[at] ?? 0) > 0) covered[at] = covered[at]! - 1
  }
}
