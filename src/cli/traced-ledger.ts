import { basename, dirname, resolve } from 'node:path'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { SetOrigin } from '#domain/report/set-origin.ts'
import { ledgerArgument } from './ledger-argument.ts'
import { refused } from './refused.ts'

/**
 * The ledger a file is traced to.
 *
 * from        the argument it opens by: a path, or 「430922/001/2023」 in the database
 * pack        id of the rule pack the file was written by, where it says so
 * unchanged   since the file was written, as far as anybody can tell
 */
export type TracedLedger = {
  readonly ledger: Ledger
  readonly from: string
  readonly pack?: string
  readonly unchanged: boolean
}

/** The ledger that was asked for, else the one the file names; says on the standard error what does not fit, or is missing. */
export async function tracedLedger(
  path: string,
  bytes: Uint8Array,
  asked: string | undefined,
): Promise<TracedLedger | undefined> {
  const { originOfFile } = await import('#operations/reports/origin-of-file.ts')
  const origin = await originOfFile(basename(path), bytes)
  const found = asked === undefined ? await namedBy(origin, path) : await argued(asked, origin)
  return found && { ...found, ...(origin ? { pack: origin.pack } : {}) }
}

async function namedBy(origin: SetOrigin | undefined, path: string): Promise<TracedLedger | undefined> {
  const pass = '请用 --ledger 指明账本文件，或数据库里的账本（430922/001/2023）。'
  if (!origin) {
    refused(`${path}：没有写明是由哪本账本生成的，${pass}`)
    return undefined
  }
  const { findLedger } = await import('#operations/ledgers/find-ledger.ts')
  const { ledgerName } = await import('#operations/ledgers/stored-ledger.ts')
  const beside = dirname(resolve(path))
  const { found, fault } = await findLedger(origin, [beside, dirname(beside), process.cwd()])
  if (!found) {
    refused(`${path}：由账本 ${ledgerName(origin)} 生成。${fault}${pass}`)
    return undefined
  }
  process.stderr.write(`账本：${found.from}\n`)
  return noted(found)
}

async function argued(from: string, origin: SetOrigin | undefined): Promise<TracedLedger | undefined> {
  const ledger = await ledgerArgument(from)
  if (!ledger || !origin) return ledger && { ledger, from, unchanged: true }
  const { isOf } = await import('#operations/ledgers/find-ledger.ts')
  const { ledgerDigest } = await import('#operations/ledgers/ledger-digest.ts')
  const { ledgerName } = await import('#operations/ledgers/stored-ledger.ts')
  if (isOf(ledger, origin)) return noted({ ledger, from, unchanged: ledgerDigest(ledger) === origin.digest })
  process.stderr.write(`提醒：这份文件写明是由账本 ${ledgerName(origin)} 生成的，不是给出的这一本。\n`)
  return { ledger, from, unchanged: false }
}

/** The ledger, after saying so where it was changed since. */
function noted(found: TracedLedger): TracedLedger {
  if (!found.unchanged)
    process.stderr.write('提醒：写出这份文件以后账本改过，数不同的，可能是账本改了，也可能是手工改的。\n')
  return found
}
