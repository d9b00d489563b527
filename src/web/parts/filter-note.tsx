import { type Column, textOf } from '../grid/column.ts'
import { type YearPage, yearAddress } from '../route.ts'
import { useYear } from '../shell/year.ts'
import { words } from '../words/budget.ts'

/** Says which entries a table shows, where it does not show all, and leads back to all of them. */
export function FilterNote({
  page,
  item,
  query,
  columns,
}: {
  page: YearPage
  item?: string
  query: Readonly<Record<string, string>>
  columns: readonly Column[]
}) {
  const { ledger } = useYear()
  const filters = Object.entries(query).map(([field, value]) => {
    const column = columns.find((each) => [each.field, `${each.field}.${each.part}`].includes(field))
    return column ? `${column.title} ${filterSaid(column, value)}` : value
  })
  if (filters.length === 0) return null
  return (
    <p>
      {words.filtered}
      {filters.join('，')} <a href={yearAddress(ledger, page, item ? { item } : {})}>{words.all}</a>
    </p>
  )
}

/** Several months follow each other; other values are told one by one. */
function filterSaid(column: Column, value: string): string {
  const days = column.kind === 'date' ? value.split(',') : []
  return days.length > 1
    ? words.between(days[0] ?? '', days.at(-1) ?? '')
    : textOf(column, value).replaceAll(/[|,](?=\S)/g, '、')
}

/** What a new entry of a filtered table takes of the filter: whole values, no month of a day, no beginnings of codes. */
export function wholeOf(query: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const isWhole = ([field, value]: readonly [string, string]) =>
    field === 'date' ? value.length === 10 : field !== 'economic' || !value.includes(',')
  return Object.fromEntries(Object.entries(query).filter(isWhole))
}
