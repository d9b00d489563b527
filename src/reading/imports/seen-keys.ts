import { Big } from 'big.js'
import type { ImportedRow } from '#domain/imports/import-result.ts'

/** Keys seen so far, and the row of each. */
export type SeenKeys = {
  has(key: string): boolean
  /** The row that bore the key before, and whether it said the same. */
  see(
    key: string,
    row: ImportedRow,
  ): { readonly sheet: string; readonly row: number; readonly isSame: boolean } | undefined
}

const rowLimit = 2 ** 23
const least = 1024
/** Two independent offsets of FNV-1a: together 64 bits, so that among a million keys two never meet by chance. */
const offsets = [0x811c9dc5, 0x9747b28c] as const

/**
 * Remembers a million keys in 32 MB: of each its hash, its row and a hash of what the row says, in arrays of numbers
 * (a hash table with open addressing, kept at most half full).
 */
export function seenKeys(): SeenKeys {
  const sheets: string[] = []
  const sums = new Uint32Array(2)
  let table = tableOf(least)
  return {
    has(key) {
      hash(key, sums)
      return table.place[slotOf(table, sums[0]!, sums[1]!)] !== 0
    },
    see(key, row) {
      hash(key, sums)
      const [first = 0, second = 0] = sums
      const slot = slotOf(table, first, second)
      const print = fingerprint(row.entry)
      const before = table.place[slot]!
      if (before !== 0) {
        const sheet = sheets[Math.floor(before / rowLimit)] ?? row.sheet
        return { sheet, row: before % rowLimit, isSame: table.print[slot] === print }
      }
      if (sheets.at(-1) !== row.sheet) sheets.push(row.sheet)
      put(table, slot, first, second, (sheets.length - 1) * rowLimit + row.row, print)
      if (table.count * 2 > table.place.length) table = grown(table)
      return undefined
    },
  }
}

/** A slot whose place is 0 is free: rows count from 1. */
type Table = {
  count: number
  readonly first: Uint32Array
  readonly second: Uint32Array
  readonly place: Uint32Array
  readonly print: Uint32Array
}

function tableOf(slots: number): Table {
  return {
    count: 0,
    first: new Uint32Array(slots),
    second: new Uint32Array(slots),
    place: new Uint32Array(slots),
    print: new Uint32Array(slots),
  }
}

/** The slot of a key, or the free one where it belongs. */
function slotOf({ first, second, place }: Table, one: number, other: number): number {
  const last = place.length - 1
  let slot = one & last
  while (place[slot] !== 0 && (first[slot] !== one || second[slot] !== other)) slot = (slot + 1) & last
  return slot
}

function put(table: Table, slot: number, first: number, second: number, place: number, print: number): void {
  table.first[slot] = first
  table.second[slot] = second
  table.place[slot] = place
  table.print[slot] = print
  table.count += 1
}

function grown(table: Table): Table {
  const wider = tableOf(table.place.length * 2)
  for (let slot = 0; slot < table.place.length; slot++) {
    const [first, second, place] = [table.first[slot]!, table.second[slot]!, table.place[slot]!]
    if (place !== 0) put(wider, slotOf(wider, first, second), first, second, place, table.print[slot]!)
  }
  return wider
}

/** Two 32-bit hashes of a text (FNV-1a), into `sums`. */
function hash(text: string, sums: Uint32Array): void {
  let [first, second]: readonly [number, number] = offsets
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    first = Math.imul(first ^ code, prime)
    second = Math.imul(second ^ code, prime)
  }
  sums[0] = first
  sums[1] = second
}

const prime = 0x01000193

/**
 * 32 bits of what an entry says: which fields it has, decimals by their digits, words by their length and ends. Of two
 * rows with one key that agree in all this the second is left out with a warning.
 */
function fingerprint(entry: object): number {
  let sum: number = offsets[0]
  const mix = (value: number) => {
    sum = Math.imul(sum ^ value, prime)
  }
  for (const [name, value] of Object.entries(entry)) {
    mix(name.charCodeAt(0) + name.length * 256)
    const text = typeof value === 'string' ? value : value instanceof Big ? value.toFixed() : JSON.stringify(value)
    mix(text.length)
    for (const at of [0, 1, 2, 3, text.length - 4, text.length - 3, text.length - 2, text.length - 1])
      mix(text.charCodeAt(at))
  }
  return sum >>> 0
}
