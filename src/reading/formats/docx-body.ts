import type { Block, Cell, LineStart, Paragraph } from '#domain/document.ts'
import { DocxTables } from './docx-tables.ts'
import type { Numbering } from './docx-numbering.ts'
import { readMarkup } from './read-markup.ts'

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
  xml: string,
  styles: ReadonlyMap<string, Style>,
  numbering: Numbering,
  role: Paragraph['role'] = 'body',
): DocxBody {
  const state = new BodyState(styles, numbering, role ?? 'body')
  readMarkup(xml, state)
  return { blocks: state.blocks, paragraphs: state.count }
}

type Attribute = (name: string) => string | undefined

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
    if (this.skip > 0 || dropped.has(name)) {
      this.skip++
      return
    }
    if (this.openTable(name, attribute)) return
    if (this.openProperty(name, attribute)) return
    this.openText(name, attribute)
  }

  private openText(name: string, attribute: Attribute): void {
    if (name === 'w:p') this.stack.push({ text: '', anchor: this.count++, role: this.box > 0 ? 'textbox' : this.role })
    else if (name === 'w:r') {
      this.hidden = this.stack.at(-1)?.hidden ?? false
      this.inRun = true
    } else if (name === 'w:t') this.inText = true
    else if (name === 'w:tab' && this.inProperties === 0) this.add('\t')
    else if (name === 'w:br' || name === 'w:cr') this.add('\n')
    else if (name === 'w:noBreakHyphen') this.add('-')
    else if (name === 'w:sym') this.add(symbol(attribute('w:char')))
    else if (name === 'w:txbxContent') {
      this.box++
      this.boxes.push({ depth: this.tables.depth, inRun: this.inRun, hidden: this.hidden })
      this.inRun = false
      this.late.push([])
    }
  }

  private openProperty(name: string, attribute: Attribute): boolean {
    if (name === 'w:pPr' || name === 'w:rPr' || name === 'w:tcPr') this.inProperties++
    else if (name === 'w:vanish') {
      const value = attribute('w:val')
      if (this.inRun && this.inProperties > 0) this.hidden = value !== '0' && value !== 'false'
    } else if (name === 'w:rStyle') {
      if (this.inRun && this.styles.get(attribute('w:val') ?? '')?.hidden) this.hidden = true
    } else if (name === 'w:pStyle') {
      const style = attribute('w:val')
      this.paragraph((open) => Object.assign(open, { style, ...this.styles.get(style ?? '') }))
    } else if (name === 'w:outlineLvl') {
      const outline = Number(attribute('w:val'))
      this.paragraph((open) => Object.assign(open, { level: outline < 9 ? outline + 1 : 0 }))
    } else if (name === 'w:numId') this.paragraph((open) => Object.assign(open, { numId: attribute('w:val') }))
    else if (name === 'w:ilvl') this.paragraph((open) => Object.assign(open, { ilvl: Number(attribute('w:val')) }))
    else return false
    return true
  }

  private openTable(name: string, attribute: Attribute): boolean {
    if (name === 'w:tbl') this.tables.openTable()
    else if (name === 'w:tr') this.tables.openRow()
    else if (name === 'w:tc') this.tables.openCell()
    else if (name === 'w:gridSpan') this.tables.span(Number(attribute('w:val')) || 1)
    else if (name === 'w:vMerge') this.tables.merge(attribute('w:val') === 'restart' ? 'restart' : 'continue')
    else if (name === 'w:gridBefore') this.tables.skipColumns(Number(attribute('w:val')) || 0)
    else return false
    return true
  }

  close(name: string): void {
    if (this.skip > 0) {
      this.skip--
      return
    }
    if (name === 'w:t') this.inText = false
    else if (name === 'w:r') {
      this.inRun = false
      this.hidden = false
    } else if (name === 'w:pPr' || name === 'w:rPr' || name === 'w:tcPr') this.inProperties--
    else if (name === 'w:p') this.closeParagraph()
    else if (name === 'w:txbxContent') {
      this.box--
      const { inRun, hidden } = this.boxes.pop() ?? { inRun: false, hidden: false }
      this.inRun = inRun
      this.hidden = hidden
    } else if (name === 'w:tc') this.tables.closeCell()
    else if (name === 'w:tr') this.tables.closeRow()
    else if (name === 'w:tbl') {
      this.tables.closeTable()
      if (this.tables.depth === 0 && this.box > 0) this.late.at(-1)?.push(...this.tables.take())
      else if (this.tables.depth === 0) this.blocks.push(...this.tables.take(), ...this.late.splice(0).flat())
    }
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
