import type { Buffer } from 'node:buffer'
import type { Piece } from './file.ts'

/** A table row as stored: the edges of its cells in twips, and which cells go on with the one above or before. */
export type RowShape = {
  readonly edges: readonly number[]
  readonly below: readonly boolean[]
  readonly after: readonly boolean[]
}

/** Where rows end, each with its shape, and which paragraphs stand in tables, by the position of their last character. */
export type TableMarks = { readonly rowEnds: ReadonlyMap<number, RowShape>; readonly inTable: ReadonlySet<number> }
type Marks = { ends: boolean; inTable: boolean; shape: RowShape }

const inTable = 0x2416
const rowEnd = 0x2417
const tableDefinition = 0xd608
const kept = 0x6646
const noShape: RowShape = { edges: [], below: [], after: [] }

/**
 * The marks of tables in a Word 97–2003 file.
 * Source: [MS-DOC] PapxFkp, sprmPFInTable, sprmPFTtp, sprmPHugePapx (properties of wide rows stand in the Data stream),
 * sprmTDefTable.
 */
export function tableMarks(main: Buffer, table: Buffer, data: Buffer, pieces: readonly Piece[]): TableMarks {
  const marks = { rowEnds: new Map<number, RowShape>(), inTable: new Set<number>() }
  const from = main.readUInt32LE(0x0102)
  const runs = (main.readUInt32LE(0x0106) - 4) / 8
  for (let i = 0; i < runs; i++) {
    const page = table.readUInt32LE(from + (runs + 1) * 4 + i * 4) * 512
    const count = main.readUInt8(page + 511)
    for (let j = 0; j < count; j++) {
      const own = marksOf(main, page, page + (count + 1) * 4 + j * 13, data)
      const at = characterAt(pieces, main.readUInt32LE(page + (j + 1) * 4))
      if (!own || at === undefined) continue
      if (own.ends) marks.rowEnds.set(at, own.shape)
      if (own.inTable) marks.inTable.add(at)
    }
  }
  return marks
}

/** The character that ends at a byte of the file. */
function characterAt(pieces: readonly Piece[], end: number): number | undefined {
  const piece = pieces.find(({ startFilePos, endFilePos }) => end > startFilePos && end <= endFilePos)
  return piece && piece.startCp + (end - piece.startFilePos) / piece.bpc - 1
}

function marksOf(main: Buffer, page: number, entry: number, data: Buffer): Marks | undefined {
  const at = page + main.readUInt8(entry) * 2
  if (at === page) return undefined
  const words = main.readUInt8(at)
  const [start, end] = words === 0 ? [at + 2, at + 2 + main.readUInt8(at + 1) * 2] : [at + 1, at + words * 2]
  return marksIn(main.subarray(start + 2, end), data)
}

function marksIn(properties: Buffer, data: Buffer): Marks {
  const marks: Marks = { ends: false, inTable: false, shape: noShape }
  for (const [code, at] of propertiesOf(properties)) {
    if (code === inTable) marks.inTable = properties.readUInt8(at) === 1
    else if (code === rowEnd) marks.ends = properties.readUInt8(at) === 1
    else if (code === tableDefinition) marks.shape = definedShape(properties, at)
    else if (code === kept) {
      const place = properties.readUInt32LE(at)
      if (place + 2 > data.length) continue
      return marksIn(data.subarray(place + 2, place + 2 + data.readUInt16LE(place)), data.subarray(0, 0))
    }
  }
  return marks
}

/** The code and the place of the value of every property. */
function* propertiesOf(properties: Buffer): Generator<[code: number, at: number]> {
  let at = 0
  while (at + 2 < properties.length) {
    const code = properties.readUInt16LE(at)
    at += 2
    yield [code, at]
    const kind = code >> 13
    if (code === tableDefinition) at += properties.readUInt16LE(at) + 1
    else if (kind === 6) at += properties.readUInt8(at) + 1
    else at += [1, 1, 2, 4, 2, 2, 0, 3][kind]!
  }
}

function definedShape(properties: Buffer, at: number): RowShape {
  const cells = properties.readUInt8(at + 2)
  const edges = Array.from({ length: cells + 1 }, (_, i) => properties.readInt16LE(at + 3 + i * 2))
  const first = at + 3 + (cells + 1) * 2
  const flags = edges
    .slice(1)
    .map((_, i) => (first + i * 20 + 2 <= properties.length ? properties.readUInt16LE(first + i * 20) : 0))
  return { edges, below: flags.map((flag) => ((flag >> 5) & 3) === 1), after: flags.map((flag) => (flag & 3) === 1) }
}
