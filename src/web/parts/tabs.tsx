import { type YearPage, yearAddress } from '../route.ts'
import { useYear } from '../shell/year.ts'

/** Parts of one page of a year, each with an address of its own. `items`: the part the address names and what it is called; `query` goes along. */
export function Parts({
  page,
  name,
  current,
  items,
  query = {},
}: {
  page: YearPage
  name: string
  current: string
  items: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string>>
}) {
  const { ledger } = useYear()
  return (
    <nav className="parts" aria-label={name}>
      {Object.entries(items).map(([item, title]) => (
        <a
          key={item}
          href={yearAddress(ledger, page, { item, query })}
          aria-current={item === current ? 'page' : undefined}
        >
          {title}
        </a>
      ))}
    </nav>
  )
}
