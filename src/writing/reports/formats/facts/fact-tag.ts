import { createHash } from 'node:crypto'

/**
 * A short mark for a fact's id, the same for ever: a content control's tag may hold 64 characters, a workbook's name 255
 * of a narrow alphabet, and an id such as 'project.funds|重点工作经费|2023|actual' fits neither.
 * 96 bits of SHA-256: two facts of a country's ledgers will not meet.
 */
export function factTag(fact: string): string {
  return `f:${hashOf(fact)}`
}

/** The same mark where a colon has no place: names in a workbook. */
export function factName(fact: string): string {
  return `fact_${hashOf(fact)}`
}

// One set prints the same facts many times over.
const hashes = new Map<string, string>()
const most = 50_000

function hashOf(fact: string): string {
  let hash = hashes.get(fact)
  if (hash === undefined) {
    hash = createHash('sha256').update(fact).digest('hex').slice(0, 24)
    if (hashes.size >= most) hashes.clear()
    hashes.set(fact, hash)
  }
  return hash
}
