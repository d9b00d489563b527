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
 * Remembers a million keys in 32 MB: of each its hash, its row and a hash of what the row says, in one array of numbers
 * (a hash table with open addressing, kept at most half full).
 */
export function seenKeys(): SeenKeys {
  const sheets: string[] = []
  const sums = new Uint32Array(2)
  let table = tableOf(least)
  return {
    has(key) {
      hash(key, sums)
      return table.slots[slotOf(table, sums[0]!, sums[1]!) + place] !== 0
    },
    see(key, row) {
      hash(key, sums)
      const [first = 0, second = 0] = sums
      const slot = slotOf(table, first, second)
      const said = fingerprint(row.entry)
      const before = table.slots[slot + place]!
      if (before !== 0) {
        const sheet = sheets[Math.floor(before / rowLimit)] ?? row.sheet
        return { sheet, row: before % rowLimit, isSame: table.slots[slot + print] === said }
      }
      if (sheets.at(-1) !== row.sheet) sheets.push(row.sheet)
      put(table, slot, [first, second, (sheets.length - 1) * rowLimit + row.row, said])
      if (table.count * 2 * width > table.slots.length) table = grown(table)
      return undefined
    },
  }
}

/** What a slot holds, side by side in memory: two halves of the hash, the place of the row, the print of what it says. */
const width = 4
const place = 2
const print = 3
/** A slot whose place is 0 is free: rows count from 1. */
type Table = { count: number; readonly slots: Uint32Array }

function tableOf(slots: number): Table {
  return { count: 0, slots: new Uint32Array(slots * width) }
}

/** Where the slot of a key begins, or the free one where it belongs. */
function slotOf({ slots }: Table, one: number, other: number): number {
  const last = slots.length - 1
  let slot = (one * width) & last
  while (slots[slot + place] !== 0 && (slots[slot] !== one || slots[slot + 1] !== other)) slot = (slot + width) & last
  return slot
}

function put(table: Table, slot: number, values: ArrayLike<number>, at = 0): void {
  for (let index = 0; index < width; index++) table.slots[slot + index] = values[at + index]!
  table.count += 1
}

function grown({ slots }: Table): Table {
  const wider = tableOf((slots.length / width) * 2)
  for (let slot = 0; slot < slots.length; slot += width) {
    if (slots[slot + place] === 0) continue
    put(wider, slotOf(wider, slots[slot]!, slots[slot + 1]!), slots, slot)
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
 * 32 bits of what an entry says: which fields it has, decimals by their digits, words letter by letter. Of two rows
 * with one key that agree in all this the second is left out with a warning.
 */
function fingerprint(entry: object): number {
  let sum: number = offsets[0]
  for (const name in entry) {
    const value = (entry as Readonly<Record<string, unknown>>)[name]
    sum = mixed(sum, name.charCodeAt(0) + name.length * 256)
    if (value instanceof Big) sum = digitsMixed(sum, value)
    else sum = wordsMixed(sum, typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
  }
  return sum >>> 0
}

function mixed(sum: number, value: number): number {
  return Math.imul(sum ^ value, prime)
}

/** Sign, exponent and digits: big.js keeps no zeros at the ends, so that 1.50 and 1.5 are one. */
function digitsMixed(before: number, { s, e, c }: Big): number {
  let sum = mixed(mixed(before, s), e)
  for (let index = 0; index < c.length; index++) sum = mixed(sum, c[index]!)
  return sum
}

function wordsMixed(before: number, text: string): number {
  let sum = mixed(before, text.length)
  for (let index = 0; index < text.length; index++) sum = mixed(sum, text.charCodeAt(index))
  return sum
}
