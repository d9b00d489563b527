import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { SetOrigin } from '#domain/report/set-origin.ts'
import { hasOwnDatabase } from '../database/database-place.ts'
import { ledgerDigest } from './ledger-digest.ts'
import { openLedger } from './open-ledger.ts'
import { ledgerName, openStoredLedger } from './stored-ledger.ts'

/**
 * A ledger of an identity: `from` is the argument it opens by, a name in the database or a path; `unchanged` since the
 * file that carries the identity was written.
 */
export type FoundLedger = { readonly ledger: Ledger; readonly from: string; readonly unchanged: boolean }

/** The ledger, or what was looked through in vain and why the database gave none. */
export type LedgerSearch =
  | { readonly found: FoundLedger; readonly fault?: never }
  | { readonly found?: never; readonly fault: string }

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))
/** Folders may be large: so many ledger files of one are opened at most. */
const mostFiles = 200

/**
 * The ledger of an identity: in the database of this installation, where there is one, else a ledger file in one of the
 * folders or among the examples. One that has not changed since goes before one that has.
 */
export async function findLedger(origin: SetOrigin, folders: readonly string[]): Promise<LedgerSearch> {
  const places = [...new Set([...folders, examples])]
  let changed: FoundLedger | undefined
  const name = ledgerName(origin)
  const stored = (await hasOwnDatabase()) ? await openStoredLedger(origin) : undefined
  for await (const { ledger, from } of candidates(name, stored?.ledger, origin, places)) {
    if (ledgerDigest(ledger) === origin.digest) return { found: { ledger, from, unchanged: true } }
    changed ??= { ledger, from, unchanged: false }
  }
  if (changed) return { found: changed }
  const why = stored?.fault ?? '这里还没有数据库。'
  return { fault: `${why}文件夹 ${places.join('、')} 里也没有这本账本的文件。` }
}

async function* candidates(
  name: string,
  stored: Ledger | undefined,
  origin: SetOrigin,
  places: readonly string[],
): AsyncGenerator<{ readonly ledger: Ledger; readonly from: string }> {
  if (stored) yield { ledger: stored, from: name }
  for (const place of places)
    for (const path of await ledgerFiles(place, origin)) {
      const { ledger } = await openLedger(path)
      if (ledger && isOf(ledger, origin)) yield { ledger, from: path }
    }
}

/** Whether a ledger has an identity, changed or not. */
export function isOf({ division, department, year }: Ledger, origin: SetOrigin): boolean {
  return division.code === origin.division && department.id === origin.department && year === origin.year
}

/** Files of a folder that may be the ledger: their text names the division and the year. */
async function ledgerFiles(folder: string, { division, year }: SetOrigin): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  const paths = names
    .filter((name) => /\.(ya?ml|json)$/i.test(name))
    .toSorted()
    .slice(0, mostFiles)
    .map((name) => join(folder, name))
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8').catch(() => '')))
  return paths.filter((_, at) => texts[at]!.includes(division) && texts[at]!.includes(String(year)))
}
