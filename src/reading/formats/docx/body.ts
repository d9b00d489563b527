import type { Block, Cell, LineStart, Paragraph } from '#domain/document.ts'
import { DocxTables } from './tables.ts'
import type { Numbering } from './numbering.ts'
import { readMarkup } from '../markup/read-markup.ts'

/** What a Word part is read as: its blocks in order, and how many w:p were counted. */
export type DocxBody = { readonly blocks: readonly Block[]; readonly paragraphs: number }
export type Style = {
  readonly level?: number
  readonly numId?: string
  readonly ilvl?: number
  readonly hidden?: boolean
}

type Open = {
  text: string
  anchor: number
  level?: number
  numId?: string
  ilvl?: number
  role: NonNullable<Paragraph['role']>
  style?: string
  hidden?: boolean
}

const dropped = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:instrText',
  'w:delText',
  'w:rt',
  'w:pPrChange',
  'w:rPrChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:tblPrChange',
])

/**
 * Reads word/document.xml (or a notes or header part) in one pass.
 * Inserted text counts, deleted and moved-away text does not; hidden text does not; of alternative contents the
 * first; text boxes, with their tables, follow the paragraph they hang on; a nested table follows its outer table.
 * An empty numbered paragraph counts, as in Word, and in a cell prints its number (序号).
 */
export function readBody(
  xml: string | Iterable<string>,
  styles: ReadonlyMap<string, Style>,
  numbering: Numbering,
  role: Paragraph['role'] = 'body',
): DocxBody {
  const state = new BodyState(styles, numbering, role ?? 'body')
  readMarkup(xml, state)
  return { blocks: state.blocks, paragraphs: state.count }
}

type Attribute = (name: string) => string | undefined
type Opening = (body: BodyState, attribute: Attribute) => void
type Closing = (body: BodyState) => void

class BodyState {
  readonly blocks: Block[] = []
  count = 0
  private readonly tables: DocxTables
  private readonly stack: Open[] = []
  private readonly late: Block[][] = []
  private readonly boxes: { readonly depth: number; readonly inRun: boolean; readonly hidden: boolean }[] = []
  private skip = 0
  private inText = false
  private inRun = false
  private inProperties = 0
  private hidden = false
  private box = 0

  private readonly styles: ReadonlyMap<string, Style>
  private readonly numbering: Numbering
  private readonly role: NonNullable<Paragraph['role']>

  constructor(styles: ReadonlyMap<string, Style>, numbering: Numbering, role: NonNullable<Paragraph['role']>) {
    this.styles = styles
    this.numbering = numbering
    this.role = role
    this.tables = new DocxTables()
  }

  open(name: string, attribute: Attribute): void {
    if (this.skip > 0 || dropped.has(name)) this.skip++
    else BodyState.opening.get(name)?.(this, attribute)
  }

  close(name: string): void {
    if (this.skip > 0) this.skip--
    else BodyState.closing.get(name)?.(this)
  }

  /** By name: a Word part has hundreds of tags to a page, and most mean nothing. */
  private static readonly opening: ReadonlyMap<string, Opening> = new Map<string, Opening>([
    ['w:tbl', (body) => body.tables.openTable()],
    ['w:tr', (body) => body.tables.openRow()],
    ['w:tc', (body) => body.tables.openCell()],
    ['w:gridSpan', (body, attribute) => body.tables.span(Number(attribute('w:val')) || 1)],
    ['w:vMerge', (body, attribute) => body.tables.merge(attribute('w:val') === 'restart' ? 'restart' : 'continue')],
    ['w:gridBefore', (body, attribute) => body.tables.skipColumns(Number(attribute('w:val')) || 0)],
    ['w:pPr', (body) => body.inProperties++],
    ['w:rPr', (body) => body.inProperties++],
    ['w:tcPr', (body) => body.inProperties++],
    ['w:vanish', (body, attribute) => body.vanish(attribute('w:val'))],
    ['w:rStyle', (body, attribute) => body.runStyle(attribute)],
    ['w:pStyle', (body, attribute) => body.paragraph((open) => body.restyle(open, attribute('w:val')))],
    [
      'w:outlineLvl',
      (body, attribute) => {
        const outline = Number(attribute('w:val'))
        body.paragraph((open) => Object.assign(open, { level: outline < 9 ? outline + 1 : 0 }))
      },
    ],
    ['w:numId', (body, attribute) => body.paragraph((open) => Object.assign(open, { numId: attribute('w:val') }))],
    [
      'w:ilvl',
      (body, attribute) => body.paragraph((open) => Object.assign(open, { ilvl: Number(attribute('w:val')) })),
    ],
    ['w:p', (body) => body.openParagraph()],
    ['w:r', (body) => body.openRun()],
    ['w:t', (body) => (body.inText = true)],
    ['w:tab', (body) => body.inProperties === 0 && body.add('\t')],
    ['w:br', (body) => body.add('\n')],
    ['w:cr', (body) => body.add('\n')],
    ['w:noBreakHyphen', (body) => body.add('-')],
    ['w:sym', (body, attribute) => body.add(symbol(attribute('w:char')))],
    ['w:txbxContent', (body) => body.openBox()],
  ])

  private static readonly closing: ReadonlyMap<string, Closing> = new Map<string, Closing>([
    ['w:t', (body) => (body.inText = false)],
    ['w:r', (body) => body.closeRun()],
    ['w:pPr', (body) => body.inProperties--],
    ['w:rPr', (body) => body.inProperties--],
    ['w:tcPr', (body) => body.inProperties--],
    ['w:p', (body) => body.closeParagraph()],
    ['w:txbxContent', (body) => body.closeBox()],
    ['w:tc', (body) => body.tables.closeCell()],
    ['w:tr', (body) => body.tables.closeRow()],
    ['w:tbl', (body) => body.closeTable()],
  ])

  private openParagraph(): void {
    this.stack.push({ text: '', anchor: this.count++, role: this.box > 0 ? 'textbox' : this.role })
  }

  private openRun(): void {
    this.hidden = this.stack.at(-1)?.hidden ?? false
    this.inRun = true
  }

  private closeRun(): void {
    this.inRun = false
    this.hidden = false
  }

  private vanish(value: string | undefined): void {
    if (this.inRun && this.inProperties > 0) this.hidden = value !== '0' && value !== 'false'
  }

  private runStyle(attribute: Attribute): void {
    if (this.inRun && this.styles.get(attribute('w:val') ?? '')?.hidden) this.hidden = true
  }

  private restyle(open: Open, style: string | undefined): void {
    Object.assign(open, { style, ...this.styles.get(style ?? '') })
  }

  private openBox(): void {
    this.box++
    this.boxes.push({ depth: this.tables.depth, inRun: this.inRun, hidden: this.hidden })
    this.inRun = false
    this.late.push([])
  }

  private closeBox(): void {
    this.box--
    const { inRun, hidden } = this.boxes.pop() ?? { inRun: false, hidden: false }
    this.inRun = inRun
    this.hidden = hidden
  }

  private closeTable(): void {
    this.tables.closeTable()
    if (this.tables.depth === 0 && this.box > 0) this.late.at(-1)?.push(...this.tables.take())
    else if (this.tables.depth === 0) this.blocks.push(...this.tables.take(), ...this.late.splice(0).flat())
  }

  text(text: string): void {
    if (this.inText && this.skip === 0) this.add(text)
  }

  private add(text: string): void {
    if (this.hidden) return
    const open = this.stack.at(-1)
    if (open) open.text += text
  }

  private paragraph(change: (open: Open) => void): void {
    const open = this.stack.at(-1)
    if (open && this.inProperties > 0 && !this.inRun) change(open)
  }

  private closeParagraph(): void {
    const open = this.stack.pop()
    if (!open) return
    const label =
      open.numId && open.numId !== '0' && !open.hidden ? this.numbering.next(open.numId, open.ilvl ?? 0) : ''
    const text = open.text.replaceAll('\u00AD', '').trim()
    if (this.box > 0) this.boxed(open, text, label)
    else if (this.tables.depth > 0) this.tables.addText(label + text, open.anchor)
    else if (text !== '') this.blocks.push(paragraphOf(open, label + text))
    if (this.stack.length === 0 && this.tables.depth === 0) this.blocks.push(...this.late.splice(0).flat())
  }

  /** A paragraph of a text box: in a cell where the box holds a table, else behind the paragraph the box hangs on. */
  private boxed(open: Open, text: string, label: string): void {
    if (this.tables.depth > (this.boxes.at(-1)?.depth ?? 0)) this.tables.addText(label + text, open.anchor)
    else if (text !== '') this.late.at(-1)?.push(paragraphOf(open, label + text))
  }
}

function paragraphOf(open: Open, text: string): Paragraph {
  const line = open.anchor + 1
  const lines: LineStart[] = [[0, 0, line, 1]]
  return {
    kind: 'paragraph',
    text,
    locus: { line },
    lines,
    role: open.role,
    anchor: open.anchor,
    ...(open.level ? { level: open.level } : {}),
  }
}

/** A symbol-font character; private-use codes of the usual tick and box marks print as those. */
function symbol(code: string | undefined): string {
  const marks: Record<string, string> = { F052: '☑', F0FE: '☑', F0A3: '□', F06F: '□', F0A8: '□', F0FC: '√' }
  const key = (code ?? '').toUpperCase()
  return marks[key] ?? (key ? String.fromCodePoint(Number.parseInt(key, 16)) : '')
}

export type { Cell }
