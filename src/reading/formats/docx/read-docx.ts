import type { Block, Paragraph } from '#domain/document.ts'
import { problemOf } from '#domain/problem.ts'
import { type Style, readBody } from './body.ts'
import { readNumbering } from './numbering.ts'
import type { Input, ReadResult } from '../read-document.ts'
import { markupPieces } from '../markup/markup-pieces.ts'
import { UnsafeXml, readMarkup } from '../markup/read-markup.ts'
import { UnsafeArchive } from '../archives/unsafe-archive.ts'
import { unzip } from '../archives/unzip.ts'

const wanted = /^word\/(?:document\d*|styles|numbering|footnotes|endnotes|header\d+|footer\d+)\.xml$/

/**
 * Reads a Word document: body, text boxes, tables with their merges, numbering as printed, then footnotes and
 * running heads. Never throws: what is wrong is a fatal problem.
 */
export function readDocx(input: Input): ReadResult {
  let files: Record<string, Uint8Array>
  try {
    files = unzip(input.bytes, (name) => wanted.test(name))
  } catch (error) {
    if (error instanceof UnsafeArchive)
      return { problems: [problemOf('archive-unsafe', input.name, true, error.message)] }
    return { problems: [problemOf('file-unreadable', input.name, true)] }
  }
  try {
    return readParts(input, files)
  } catch (error) {
    return { problems: [problemOf(error instanceof UnsafeXml ? 'xml-unsafe' : 'file-unreadable', input.name, true)] }
  }
}

function readParts(input: Input, files: Record<string, Uint8Array>): ReadResult {
  const text = (name: string) => (files[name]?.length ? markupPieces(files[name]) : undefined)
  const main =
    text('word/document.xml') ?? text(Object.keys(files).find((name) => /document\d+\.xml$/.test(name)) ?? '')
  if (!main) return { problems: [problemOf('file-unreadable', input.name, true, '缺少正文')] }
  const styles = readStyles(text('word/styles.xml'))
  const numbering = readNumbering(text('word/numbering.xml'))
  const { blocks } = readBody(main, styles, numbering)
  const notes = ['word/footnotes.xml', 'word/endnotes.xml'].flatMap((name) =>
    sideBlocks(text(name), styles, 'footnote'),
  )
  const heads = Object.keys(files)
    .filter((name) => /header|footer/.test(name))
    .flatMap((name) => sideBlocks(text(name), styles, 'header'))
  const all = [...blocks, ...notes, ...heads]
  if (all.length === 0) return { problems: [problemOf('file-empty', input.name, true)] }
  return { document: { file: input.name, format: 'docx', blocks: all }, problems: [] }
}

/** Notes and running heads stand behind the body without an anchor in it; bare page numbers are dropped. */
function sideBlocks(
  xml: Iterable<string> | undefined,
  styles: ReadonlyMap<string, Style>,
  role: NonNullable<Paragraph['role']>,
): Block[] {
  if (!xml) return []
  return readBody(xml, styles, readNumbering(undefined), role).blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' || /^[\s\d—\-–第页共/]*$/.test(block.text)) return []
    const { anchor: _, lines: __, ...rest } = block
    return [{ ...rest, locus: {} }]
  })
}

/** Paragraph styles: heading level and numbering, followed through basedOn; and of all styles whether they hide text. */
function readStyles(xml: Iterable<string> | undefined): Map<string, Style> {
  const styles = new Map<string, Style & { basedOn?: string }>()
  if (!xml) return styles
  let id = ''
  const change = (more: Style & { basedOn?: string }) => id && styles.set(id, { ...styles.get(id), ...more })
  readMarkup(xml, {
    open(name, attribute) {
      const value = attribute('w:val') ?? ''
      if (name === 'w:style') {
        id = /^(?:paragraph|character)$/.test(attribute('w:type') ?? '') ? String(attribute('w:styleId')) : ''
        change({})
      } else if (name === 'w:vanish') change({ hidden: value !== '0' && value !== 'false' })
      else if (name === 'w:outlineLvl' && Number(value) < 9) change({ level: Number(value) + 1 })
      else if (name === 'w:numId') change({ numId: value })
      else if (name === 'w:ilvl') change({ ilvl: Number(value) })
      else if (name === 'w:basedOn') change({ basedOn: value })
    },
  })
  for (const [key, style] of styles) {
    const base = styles.get(style.basedOn ?? '')
    const { basedOn: _, ...own } = style
    const { basedOn: __, ...inherited } = base ?? {}
    styles.set(key, { ...inherited, ...own })
  }
  return styles
}
