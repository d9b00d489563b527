import type { Ledger } from '#domain/ledger/ledger.ts'
import { checkWholeLedger } from '../ledgers/check-whole-ledger.ts'
import { pageOfFinding, pageOfGap } from './page-of-finding.ts'

/** Something to put right before a set is handed in, and the page where it is done. */
export type Reason = { readonly page: string; readonly message: string }

/** Every error in the ledger, every chapter still empty or number nothing backs, every error our audit finds in the set. */
export async function reasonsAgainst(ledger: Ledger): Promise<Reason[]> {
  const checked = await checkWholeLedger(ledger)
  return [
    ...checked.ledger
      .filter(({ severity }) => severity === 'error')
      .map(({ where, message }) => ({ page: pageOfFinding(where), message })),
    ...checked.gaps.map(({ report, chapter, message }) => ({
      page: pageOfGap(chapter),
      message: `【${report}】${chapter} ${message}`,
    })),
    ...checked.reports
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => ({ page: 'findings', message })),
  ]
}
