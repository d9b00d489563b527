import { Select } from 'antd'
import { type YearPage, goTo, yearAddress } from '../../route.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/entities.ts'
import { Parts } from '../tabs.tsx'
import type { Entity } from './use-entities.ts'

/** More of them are chosen from a list. */
const mostTabs = 8

/** The department and its projects, each with an address of its own. */
export function EntityChoice({
  page,
  entities,
  current,
  query = {},
}: {
  page: YearPage
  entities: readonly Entity[]
  current: Entity
  query?: Readonly<Record<string, string>>
}) {
  const { ledger } = useYear()
  if (entities.length <= mostTabs) {
    const items = Object.fromEntries(entities.map(({ item, title }) => [item, title]))
    return <Parts page={page} name={words.choice} current={current.item} items={items} query={query} />
  }
  return (
    <>
      <p className="paper-only">{current.title}</p>
      <p className="tools">
        <Select
          aria-label={words.choice}
          showSearch={{ optionFilterProp: 'label' }}
          value={current.item}
          options={entities.map(({ item, title }) => ({ value: item, label: title }))}
          onChange={(item) => goTo(yearAddress(ledger, page, { query, ...(item ? { item } : {}) }))}
        />
      </p>
    </>
  )
}
