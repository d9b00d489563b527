import { SaxesParser, type SaxesTagPlain } from 'saxes'

/** A stretch of a run's text that stands in one w:t: from character `at` of the run; offsets in the XML. */
type Stretch = { readonly at: number; readonly from: number; to: number; readonly keep?: number }
type Run = {
  readonly owner: DocxParagraph | undefined
  readonly start: number
  readonly open: string
  readonly stretches: Stretch[]
  end: number
  properties: string
  text: string
  hidden: boolean
  source: string
}

/**
 * A w:p with its own runs. `text` is what the reader sees of them: without hidden and deleted words.
 *
 * cell   number of the w:tc it stands in
 * host   the paragraph a text box hangs on, for paragraphs within the box
 */
export type DocxParagraph = {
  text: string
  readonly runs: Run[]
  readonly cell?: number
  readonly host?: DocxParagraph
}

/** A place for markup between runs; `cut` says how to end and reopen the run when it lies within one. */
export type Boundary = {
  readonly at: number
  readonly cut?: { readonly open: string; readonly properties: string; readonly keep?: number }
}

const dropped = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:rt', 'w:rPrChange'])
const glyphs: Record<string, string> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' }

/** The boundaries around characters [start, end) of a paragraph's text. */
export function rangeAt(paragraph: DocxParagraph, start: number, end: number): [Boundary, Boundary] {
  return [boundaryAt(paragraph, start, 'start'), boundaryAt(paragraph, end, 'end')]
}

/** The boundaries around all runs of a paragraph; undefined when it has none. */
export function endsAt(paragraph: DocxParagraph): [Boundary, Boundary] | undefined {
  const [first, last] = [paragraph.runs[0], paragraph.runs.at(-1)]
  return first && last && [{ at: first.start }, { at: last.end }]
}

function boundaryAt(paragraph: DocxParagraph, at: number, side: 'start' | 'end'): Boundary {
  let offset = 0
  for (const run of paragraph.runs) {
    const within = at - offset
    offset += run.text.length
    if (run.text === '' || within > run.text.length || (side === 'start' && within === run.text.length)) continue
    if (side === 'start' && within === 0) return { at: run.start }
    if (side === 'end' && within === run.text.length) return { at: run.end }
    return cutAt(run, within) ?? { at: side === 'start' ? run.start : run.end }
  }
  return { at: paragraph.runs.at(-1)!.end }
}

function cutAt(run: Run, within: number): Boundary | undefined {
  const stretch = run.stretches.findLast((each) => each.at <= within)
  if (!stretch) return undefined
  const offset = rawOffset(run.source.slice(stretch.from - run.start, stretch.to - run.start), within - stretch.at)
  if (offset === undefined) return undefined
  return {
    at: stretch.from + offset,
    cut: { open: run.open, properties: run.properties, ...(stretch.keep === undefined ? {} : { keep: stretch.keep }) },
  }
}

/** Where character `count` of a text stands in its XML: entities are one character, 「\r\n」 is one. */
function rawOffset(raw: string, count: number): number | undefined {
  if (raw.includes('<')) return undefined
  let seen = 0
  for (const token of raw.matchAll(/&#?\w+;|\r\n|[\s\S]/g)) {
    if (seen >= count) return token.index
    const [, hex, decimal] = /^&#(?:x(\w+)|(\d+));$/.exec(token[0]) ?? []
    seen += (hex ? Number.parseInt(hex, 16) : Number(decimal ?? 0)) > 0xffff ? 2 : 1
  }
  return seen === count ? raw.length : undefined
}

/** Every w:p in document order, counted as the reader counts them: those in deleted text and fallbacks are not. */
export function paragraphsOf(xml: string): DocxParagraph[] {
  const parser = new SaxesParser({ position: true, xmlns: false })
  const walk = new Walk(xml, () => parser.position)
  parser.on('opentag', (tag) => walk.open(tag))
  parser.on('text', (text) => walk.text(text))
  parser.on('closetag', ({ name }) => walk.close(name))
  parser.write(xml).close()
  return walk.all
}

class Walk {
  readonly all: DocxParagraph[] = []
  private readonly paragraphs: DocxParagraph[] = []
  private readonly runs: Run[] = []
  private readonly cells: number[] = []
  private readonly hosts: DocxParagraph[] = []
  private cellCount = 0
  private skipped = 0
  private inText = false
  private propertiesFrom = -1
  private readonly xml: string
  private readonly position: () => number

  constructor(xml: string, position: () => number) {
    this.xml = xml
    this.position = position
  }

  open({ name, attributes, isSelfClosing }: SaxesTagPlain): void {
    if (this.skipped > 0 || dropped.has(name)) {
      this.skipped++
      return
    }
    const end = this.position()
    const start = this.xml.lastIndexOf('<', end - 1)
    const run = this.ownRun()
    if (name === 'w:p') this.openParagraph()
    else if (name === 'w:tc') this.cells.push(this.cellCount++)
    else if (name === 'w:txbxContent') this.hosts.push(this.paragraphs[0]!)
    else if (name === 'w:r') this.openRun(start, end)
    else if (name === 'w:rPr' && run && !isSelfClosing) this.propertiesFrom = start
    else if (name === 'w:vanish' && this.propertiesFrom >= 0 && run)
      run.hidden ||= attributes['w:val'] !== '0' && attributes['w:val'] !== 'false'
    else if (name === 'w:t' && !isSelfClosing) {
      this.inText = true
      run?.stretches.push({
        at: run.text.length,
        from: end,
        to: end,
        ...(attributes['xml:space'] === undefined ? { keep: end - 1 } : {}),
      })
    } else if (run && this.propertiesFrom < 0) run.text += glyphs[name] ?? (name === 'w:sym' ? '\uFFFC' : '')
  }

  text(text: string): void {
    const run = this.ownRun()
    if (this.inText && run && this.skipped === 0) run.text += text
  }

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped--
      return
    }
    const run = this.ownRun()
    if (name === 'w:t') this.closeText()
    else if (name === 'w:rPr' && run && this.propertiesFrom >= 0) {
      run.properties = this.xml.slice(this.propertiesFrom, this.position())
      this.propertiesFrom = -1
    } else if (name === 'w:r') this.closeRun()
    else if (name === 'w:p') this.paragraphs.pop()
    else if (name === 'w:tc') this.cells.pop()
    else if (name === 'w:txbxContent') this.hosts.pop()
  }

  /** The open run, when it is one of the paragraph at hand and not the one a text box hangs on. */
  private ownRun(): Run | undefined {
    const run = this.runs.at(-1)
    return run?.owner === this.paragraphs.at(-1) ? run : undefined
  }

  private openRun(start: number, end: number): void {
    const open = this.xml.slice(start, end)
    this.runs.push({
      owner: this.paragraphs.at(-1),
      start,
      open,
      stretches: [],
      end: 0,
      properties: '',
      text: '',
      hidden: false,
      source: '',
    })
  }

  private openParagraph(): void {
    const [cell, host] = [this.cells.at(-1), this.hosts[0]]
    const paragraph: DocxParagraph = {
      text: '',
      runs: [],
      ...(cell === undefined ? {} : { cell }),
      ...(host ? { host } : {}),
    }
    this.all.push(paragraph)
    this.paragraphs.push(paragraph)
  }

  private closeText(): void {
    const stretch = this.runs.at(-1)?.stretches.at(-1)
    if (this.inText && stretch) stretch.to = this.xml.lastIndexOf('</', this.position() - 1)
    this.inText = false
  }

  private closeRun(): void {
    const run = this.runs.pop()
    const paragraph = this.paragraphs.at(-1)
    if (!run || !paragraph) return
    run.end = this.position()
    run.source = this.xml.slice(run.start, run.end)
    if (run.hidden) run.text = ''
    paragraph.runs.push(run)
    paragraph.text += run.text
  }
}
