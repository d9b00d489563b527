import type { YearPage } from '../route.ts'
import { yearAddress } from '../route.ts'
import { useYear } from '../shell/year.ts'
import { words } from '../words/goals.ts'

/** The department and each project that has indicators, one of them chosen by the address. `entities`: their names, '' the department. */
export function Entities({
  page,
  entities,
  current,
}: {
  page: YearPage
  entities: readonly string[]
  current: string
}) {
  const { ledger } = useYear()
  return (
    <nav className="choices" aria-label={words.which}>
      {entities.map((entity) => (
        <a
          key={entity}
          href={yearAddress(ledger, page, entity ? { item: entity } : {})}
          aria-current={entity === current ? 'page' : undefined}
        >
          {entity || words.whole}
        </a>
      ))}
    </nav>
  )
}
