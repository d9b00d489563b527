import { Alert, Button, Select } from 'antd'
import type { AssignmentsView } from '#http/contracts/evaluators.ts'
import { ask } from '../../ask.ts'
import { useRead } from '../../shell/queries.ts'
import { GiveSets, evaluatorsOf } from '../../parts/office/give-sets.tsx'
import { SearchBox } from '../../parts/search-box.tsx'
import { goTo, plainAddress } from '../../route.ts'
import type { OfficeProps } from '../../shell/signed-in-pages.tsx'
import { useLedgers } from '../../shell/year.ts'
import { words } from '../../words/assignments.ts'
import { words as officeWords } from '../../words/office.ts'
import { words as workWords } from '../../words/work.ts'

const { allYears, yearOf } = officeWords.ledgers

/** 评价分派: which third-party evaluator is to see which set. How it is filtered stands in the address. */
export function Assignments({ query }: OfficeProps) {
  const ledgers = useLedgers(true)
  const { data, error } = useRead({
    queryKey: ['assignments'],
    queryFn: () => ask<AssignmentsView>('/api/assignments'),
  })
  if (error) return <Alert type="error" showIcon title={error.message} role="alert" />
  if (!ledgers || !data) return <p className="calm">{workWords.loading}</p>
  if (data.evaluators.length === 0) return <p className="calm">{words.nobody}</p>
  const years = [...new Set(ledgers.map((each) => String(each.year)))].toSorted().toReversed()
  const { search = '', show = '', year = years[0] ?? '' } = query
  const isOpen = (each: (typeof ledgers)[number]) => evaluatorsOf(data, each).length === 0
  const shown = ledgers.filter(
    (each) =>
      (year === allYears || String(each.year) === year) &&
      each.departmentName.includes(search) &&
      (show === '' || isOpen(each)),
  )
  const assigned = ledgers.filter((each) => !isOpen(each)).length
  return (
    <>
      <p className="lead" role="status">
        {words.said(data.evaluators.length, assigned, ledgers.length)}
      </p>
      <Filter years={years} search={search} show={show} year={year} />
      {shown.length === 0 ? <p className="calm">{words.none}</p> : <GiveSets shown={shown} assignments={data} />}
    </>
  )
}

type Wanted = { readonly search: string; readonly show: string; readonly year: string }

function Filter({ years, ...wanted }: Wanted & { years: readonly string[] }) {
  const look = (change: Partial<Wanted>) =>
    goTo(plainAddress('assignments', { ...wanted, ...change }), { instead: true })
  return (
    <div className="tools">
      {years.length > 1 && (
        <Select
          aria-label={words.year}
          value={wanted.year}
          options={[...years, allYears].map((each) => ({ value: each, label: yearOf(each) }))}
          onChange={(year) => look({ year })}
        />
      )}
      <SearchBox name={words.search} text={wanted.search} onSearch={(search) => look({ search })} />
      {Object.entries(words.shows).map(([show, title]) => (
        <Button
          key={show}
          type={show === wanted.show ? 'primary' : 'default'}
          aria-pressed={show === wanted.show}
          onClick={() => look({ show })}
        >
          {title}
        </Button>
      ))}
    </div>
  )
}
