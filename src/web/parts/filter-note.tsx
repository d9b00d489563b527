import { type YearPage, yearAddress } from '../route.ts'
import { useYear } from '../shell/year.ts'
import { words } from '../words/budget.ts'

/** Says that a table shows some entries only, and leads back to all of them. */
export function FilterNote({
  page,
  item,
  query,
}: {
  page: YearPage
  item?: string
  query: Readonly<Record<string, string>>
}) {
  const { ledger } = useYear()
  const filters = Object.values(query)
  if (filters.length === 0) return null
  return (
    <p>
      {words.filtered}
      {filters.join('，')} <a href={yearAddress(ledger, page, item ? { item } : {})}>{words.all}</a>
    </p>
  )
}
