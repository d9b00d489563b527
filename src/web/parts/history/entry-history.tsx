import { Drawer } from 'antd'
import { actionSaid } from '#domain/log/change-said.ts'
import type { ChangeView } from '#http/contracts/accounts.ts'
import type { LedgerList } from '#http/contracts/year.ts'
import { ask } from '../../ask.ts'
import { useRead } from '../../shell/queries.ts'
import { useYear } from '../../shell/year.ts'
import { words as gridWords } from '../../words/grid.ts'
import { timeOf } from '../../zh.ts'
import { FieldChanges } from './field-changes.tsx'

/** Who changed an entry, when, and what stood there before. `entry` undefined: closed. */
export function EntryHistory({
  list,
  entry,
  onClose,
}: {
  list: LedgerList
  entry: readonly string[] | undefined
  onClose: () => void
}) {
  const { ledger } = useYear()
  const key = entry?.join('/')
  const { data, error, isLoading } = useRead({
    queryKey: ['ledger', ledger, 'history', list, key],
    queryFn: () =>
      ask<{ changes: readonly ChangeView[] }>(
        `/api/ledgers/${ledger}/entries/${list}/history?key=${encodeURIComponent(key ?? '')}`,
      ),
    enabled: key !== undefined,
  })
  // The order of the whole list says nothing of the one entry.
  const changes = data?.changes.filter(({ action }) => action !== 'order')
  return (
    <Drawer open={key !== undefined} onClose={onClose} title={gridWords.history} size="large">
      {isLoading && <p className="calm">{gridWords.loading}</p>}
      {error && <p className="refused">{error.message}</p>}
      {changes?.length === 0 && <p className="calm">{gridWords.noHistory}</p>}
      <ol className="history" tabIndex={0} aria-label={gridWords.history}>
        {changes?.map((change) => (
          <li key={change.seq}>
            <p>
              <strong>{actionSaid(change)}</strong> {change.who}
              <span className="calm"> {timeOf(change.at)}</span>
            </p>
            <FieldChanges change={change} />
          </li>
        ))}
      </ol>
    </Drawer>
  )
}
