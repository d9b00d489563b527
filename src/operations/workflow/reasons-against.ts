import type { EntryField } from '#domain/ledger/entry-keys.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { checkWholeLedger } from '../ledgers/check-whole-ledger.ts'
import { entryOf } from './entry-of-finding.ts'
import { mendOf } from './mend-places.ts'
import { pageOfFinding, gapToFill } from './page-of-finding.ts'

/** Something to put right before a set is handed in, and the page, or the very field, where it is done. */
export type Reason = { readonly page: string; readonly message: string; readonly entry?: EntryField }

/** Every error in the ledger, every chapter still empty or number nothing backs, every error our audit finds in the set. */
export function reasonsAgainst(ledger: Ledger): Reason[] {
  const checked = checkWholeLedger(ledger)
  return [
    ...checked.ledger
      .filter(({ severity }) => severity === 'error')
      .map((finding) => ({
        page: pageOfFinding(finding.where, finding.field),
        message: finding.message,
        ...entryOf(ledger, finding),
      })),
    ...checked.gaps.map(gapToFill),
    ...checked.reports
      .filter(({ severity }) => severity === 'error')
      .map(({ message, mend }) => ({ page: 'findings', message, ...mendOf(mend) })),
  ]
}
