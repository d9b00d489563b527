import { Buffer } from 'node:buffer'
import { createRequire } from 'node:module'
import { type TableMarks, tableMarks } from './rows.ts'

/** The text of a Word 97–2003 file: cells and rows of tables end in '\u0007', paragraphs in '\r'. */
export type DocText = TableMarks & {
  readonly body: string
  readonly footnotes: string
  readonly headers: string
  readonly boxes: string
}

/** A stretch of the text as stored: character `startCp` stands at byte `startFilePos`. */
export type Piece = {
  readonly text: string
  readonly startCp: number
  readonly startFilePos: number
  readonly endFilePos: number
  readonly bpc: number
}
/** How many characters each part of the text has, in the order they are stored ([MS-DOC] 2.5.4 FibRgLw97). */
type Lengths = Record<'ccpText' | 'ccpFtn' | 'ccpHdd' | 'ccpAtn' | 'ccpEdn' | 'ccpTxbx' | 'ccpHdrTxbx', number>
type Stream = { on(event: string, listener: (chunk: Buffer) => void): void }
type Compound = { read(): Promise<void>; stream(name: string): Stream | undefined }
type Extractor = {
  _pieces: Piece[]
  _boundaries: Lengths
  writeParagraphProperties(main: Buffer, table: Buffer): void
  buildDocument(): unknown
  streamBuffer(stream: Stream): Promise<Buffer>
  extractWordDocument(document: Compound, main: Buffer): Promise<unknown>
}
type SectorChains = { _table: number[]; getSecIdChain(this: SectorChains, start: number): number[] }

const load = createRequire(import.meta.url)
const OleExtractor = load('word-extractor/lib/word-ole-extractor.js') as new () => Extractor
const OleCompound = load('word-extractor/lib/ole-compound-doc.js') as new (reader: unknown) => Compound
const BufferReader = load('word-extractor/lib/buffer-reader.js') as new (bytes: Buffer) => { open(): Promise<void> }

/** Chains of sectors that run in a circle, as damaged files have them, end the reading instead of filling the memory. */
const { prototype: chains } = load('word-extractor/lib/ole-allocation-table.js') as { prototype: SectorChains }
chains.getSecIdChain = function getSecIdChain(this: SectorChains, start: number): number[] {
  const chain: number[] = []
  for (let sector: number | undefined = start; sector !== undefined && sector > -1; sector = this._table[sector]) {
    if (chain.length > this._table.length) throw new Error('sectors run in a circle')
    chain.push(sector)
  }
  return chain
}

/**
 * Opens a .doc. word-extractor finds the text; the row ends and cell edges it passes over are read beside it.
 * `encrypted` when the file asks for a password; throws when it is no Word file.
 */
export async function openDoc(bytes: Uint8Array): Promise<DocText | 'encrypted'> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sectorTables = file.readUInt32LE(0x2c) + file.readUInt32LE(0x48)
  if (sectorTables * 512 > file.length) throw new Error('more sector tables than the file can hold')
  const reader = new BufferReader(file)
  await reader.open()
  const compound = new OleCompound(reader)
  await compound.read()
  const extractor = new OleExtractor()
  const streamOf = async (name: string) => {
    const stream = compound.stream(name)
    return stream ? extractor.streamBuffer(stream) : Buffer.alloc(0)
  }
  const main = await streamOf('WordDocument')
  if (main.readUInt16LE(0) !== 0xa5ec) throw new Error('not a Word document')
  if ((main.readUInt16LE(0x0a) & 0x0100) !== 0) return 'encrypted'
  const data = await streamOf('Data').catch(() => Buffer.alloc(0))
  let marks: TableMarks = { rowEnds: new Map(), inTable: new Set() }
  extractor.writeParagraphProperties = (buffer, table) => {
    marks = tableMarks(buffer, table, data, extractor._pieces)
  }
  extractor.buildDocument = () => undefined
  await extractor.extractWordDocument(compound, main)
  const text = extractor._pieces.map((piece) => piece.text).join('')
  return { ...partsOf(text, extractor._boundaries), ...marks }
}

/** The parts follow each other; comments are passed over. */
function partsOf(text: string, lengths: Lengths): Omit<DocText, keyof TableMarks> {
  const order = ['ccpText', 'ccpFtn', 'ccpHdd', 'ccpAtn', 'ccpEdn', 'ccpTxbx', 'ccpHdrTxbx'] as const
  let from = 0
  const [body, footnotes, headers, , endnotes, boxes, headBoxes] = order.map((name) => {
    const part = text.slice(from, from + Math.max(0, lengths[name] || 0))
    from += part.length
    return part
  }) as [string, string, string, string, string, string, string]
  return { body, footnotes: footnotes + endnotes, headers: headers + headBoxes, boxes }
}
