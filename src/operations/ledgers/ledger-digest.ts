import { createHash, type Hash } from 'node:crypto'
import { Big } from 'big.js'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { SetOrigin } from '#domain/report/set-origin.ts'
import { workKinds } from '../load-work-kinds.ts'

/** The identity files written from a ledger carry. */
export function originOf(ledger: Ledger, pack: string): SetOrigin {
  const { division, department, year } = ledger
  return { division: division.code, department: department.id, year, pack, digest: ledgerDigest(ledger) }
}

/**
 * A digest of a ledger's content, 32 hex digits: the same for a ledger in a file and in the database. Kinds of work ledger
 * that come with the product don't count; nor do payees, so that none can be guessed from a file.
 */
export function ledgerDigest(ledger: Ledger): string {
  const standard = new Set(workKinds().map((kind) => JSON.stringify(ordered(kind))))
  const own = ledger.workKinds.filter((kind) => !standard.has(JSON.stringify(ordered(kind))))
  const payments = ledger.payments.map(({ payee: _payee, ...payment }) => payment)
  const hash = createHash('sha256')
  for (const [name, content] of Object.entries({ ...ledger, workKinds: own, payments }).toSorted(byName))
    add(hash, name, content)
  return hash.digest('hex').slice(0, 32)
}

/** Entry by entry: a million payments are never one text. */
function add(hash: Hash, name: string, content: unknown): void {
  if (content === undefined) return
  hash.update(`${name}\n`)
  for (const item of Array.isArray(content) ? content : [content]) hash.update(`${JSON.stringify(ordered(item))}\n`)
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1
}

/** The same content in one order of names, whatever order it was read in; decimals without trailing zeros. */
function ordered(value: unknown): unknown {
  if (value instanceof Big) return value.toFixed()
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .toSorted(byName)
      .map(([name, item]) => [name, ordered(item)]),
  )
}
