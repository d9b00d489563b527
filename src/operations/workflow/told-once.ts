import type { EntryField } from '#domain/ledger/entry-keys.ts'
import type { MendableFinding } from './mend-places.ts'

/** The rule that says what the scores of a ledger say as well, of the same field: points were lost, and not why. */
const reasonMissing = 'I57'

/**
 * What the audit finds in a written set, without what `gaps` tell already: a blank the ledger names is printed as a blank,
 * and one sentence is enough to have it filled in.
 */
export function toldOnce(
  findings: readonly MendableFinding[],
  gaps: readonly { readonly from?: EntryField }[],
): readonly MendableFinding[] {
  const told = new Set(gaps.flatMap(({ from }) => (from?.field === undefined ? [] : [nameOf(from)])))
  return findings.filter(
    ({ rule, mend }) =>
      rule !== reasonMissing || !mend.some(({ fields }) => fields.some((each) => told.has(nameOf(each)))),
  )
}

function nameOf({ list, key, field }: EntryField): string {
  return [list, ...key, field].join('\n')
}
