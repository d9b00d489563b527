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
const printLimit = 2 ** 24

/**
 * Remembers a million keys in little memory: place and a fingerprint of the row's content share one number (6 bits of
 * sheet, 23 of row, 24 of fingerprint).
 */
export function seenKeys(): SeenKeys {
  const places = new Map<string, number>()
  const sheets: string[] = []
  return {
    has: (key) => places.has(key),
    see(key, row) {
      const print = fingerprint(row.entry)
      const before = places.get(key)
      if (before === undefined) {
        if (sheets.at(-1) !== row.sheet) sheets.push(row.sheet)
        places.set(key, ((sheets.length - 1) * rowLimit + row.row) * printLimit + print)
        return undefined
      }
      const place = Math.floor(before / printLimit)
      return {
        sheet: sheets[Math.floor(place / rowLimit)] ?? row.sheet,
        row: place % rowLimit,
        isSame: before % printLimit === print,
      }
    },
  }
}

/** 24 bits of what an entry says (FNV-1a). */
function fingerprint(entry: object): number {
  const text = JSON.stringify(entry)
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return (hash >>> 0) % printLimit
}
