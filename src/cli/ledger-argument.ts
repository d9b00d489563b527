import type { Ledger } from '#domain/ledger/ledger.ts'

/** The ledger a command was pointed at; its faults go to the standard error, and the command ends with status 2. */
export async function ledgerArgument(path: string): Promise<Ledger | undefined> {
  const { openLedger } = await import('#operations/ledgers/open-ledger.ts')
  const { ledger, faults } = await openLedger(path)
  if (faults) process.stderr.write(`${faults.join('\n')}\n`)
  return ledger
}
