import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CheckedDraft } from '#http/contracts/indicators.ts'
import { ask } from '../../ask.ts'
import type { EntryLine } from '../../saving/use-entries.ts'
import { useYear } from '../../shell/year.ts'
import { fieldName } from '#domain/log/field-names.ts'
import { words } from '../../words/indicators.ts'

/** What the rules say of one indicator as it stands, field by field, and what it reached in the years before. */
export function CheckedWhileTyping({ line: { entry } }: { line: EntryLine }) {
  const { ledger } = useYear()
  const { data } = useQuery({
    queryKey: ['ledger', ledger, 'indicator-check', JSON.stringify(entry)],
    queryFn: () =>
      ask<CheckedDraft>(`/api/ledgers/${ledger}/indicator-check`, { method: 'POST', json: { indicator: entry } }),
    placeholderData: keepPreviousData,
  })
  if (!data) return null
  return (
    <div aria-live="polite">
      <ul className="points">
        {data.remarks.map(({ rule, field, message, severity }) => (
          <li key={`${field}/${message}`} className={severity === 'info' ? 'calm' : severity}>
            {rule === 'indicator.incomplete' ? `${partName(field)}${message}` : message}
          </li>
        ))}
      </ul>
      {data.earlier.length > 0 && (
        <p className="calm">
          {words.earlier(data.earlier.map(({ year, value }) => words.ofYear(year, value)).join('，'))}
        </p>
      )}
    </div>
  )
}

/** A field that is not as it must be is named: target.number as 目标值：. */
function partName(field: string): string {
  const [first = ''] = field.split('.')
  return first === '' ? '' : `${fieldName('indicators', first)}：`
}
