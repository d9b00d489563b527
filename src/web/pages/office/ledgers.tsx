import { Button, Pagination, Select, Space } from 'antd'
import { isAllowed } from '#domain/accounts/permission.ts'
import { isOfDepartment } from '#domain/accounts/role.ts'
import type { SubmissionState } from '#domain/workflow.ts'
import type { LedgerStanding } from '#http/contracts/year.ts'
import { SetDeadlines } from '../../parts/deadlines/set-deadlines.tsx'
import { FindingsCompared } from '../../parts/office/findings-compared.tsx'
import { FirstYear } from '../../parts/office/first-year.tsx'
import { LedgerRow } from '../../parts/office/ledger-row.tsx'
import { NewYear } from '../../parts/office/new-year.tsx'
import { SetsCompared } from '../../parts/office/sets-compared.tsx'
import { ListTable } from '../../parts/list-table.tsx'
import { SearchBox } from '../../parts/search-box.tsx'
import { goTo, plainAddress } from '../../route.ts'
import type { OfficeProps } from '../../shell/signed-in-pages.tsx'
import { ledgerName, useLedgers } from '../../shell/year.ts'
import { words as all } from '../../words/office.ts'
import { words as compareWords } from '../../words/compared-sets.ts'
import { words as workWords } from '../../words/work.ts'

const words = all.ledgers
const pageLength = 25
/** Pictures of many sets beside each other. */
const views = ['scores', 'findings'] as const

/**
 * The sets a person may see, what waits for them first: where each stands, its score, its spending, what was found in it.
 * How it is filtered stands in the address.
 */
export function Ledgers({ account, query }: OfficeProps) {
  const ledgers = useLedgers(true)
  const { role } = account
  if (!ledgers) return <p className="calm">{workWords.loading}</p>
  if (ledgers.length === 0 && isAllowed(role, 'ledger.edit')) return <FirstYear account={account} />
  if (ledgers.length === 0)
    return <p className="calm">{words.nothing[role as keyof typeof words.nothing] ?? workWords.noLedger}</p>
  const years = [...new Set(ledgers.map(({ year }) => String(year)))].toSorted().toReversed()
  const year = query['year'] ?? years[0] ?? ''
  const ofYear = ledgers.filter((each) => year === words.allYears || String(each.year) === year)
  const { search = '', state = '', view = '' } = query
  const shown = ofYear
    .filter((each) => each.departmentName.includes(search) && (state === '' || each.state === state))
    .toSorted((one, other) => placeOf(one, role) - placeOf(other, role))
  const page = Math.min(Number(query['page'] ?? 1) || 1, Math.max(1, Math.ceil(shown.length / pageLength)))
  const look = (change: Readonly<Record<string, string>>) =>
    goTo(plainAddress('ledgers', { ...query, page: '', ...change }), { instead: true })
  const waiting = ofYear.filter((each) => each.state === waitsFor[role]).length
  return (
    <>
      {!isOfDepartment(role) && (
        <p className="lead" role="status">
          {words.waiting(role, waiting, ofYear.length)}
        </p>
      )}
      {isAllowed(role, 'deadline.set') && year !== words.allYears && <SetDeadlines year={year} />}
      <div className="tools">
        {years.length > 1 && (
          <Select
            aria-label={words.year}
            value={year}
            options={[...years, words.allYears].map((each) => ({ value: each, label: words.yearOf(each) }))}
            onChange={(each) => look({ year: each })}
          />
        )}
        <SearchBox name={words.search} text={search} width={240} onSearch={(text) => look({ search: text })} />
        <States ledgers={ofYear} state={state} onState={(each) => look({ state: each })} />
        {!isOfDepartment(role) && (
          <Space>
            {views.map((each) => (
              <Button key={each} aria-pressed={view === each} onClick={() => look({ view: view === each ? '' : each })}>
                {compareWords.views[each]}
              </Button>
            ))}
          </Space>
        )}
      </div>
      {view === 'scores' && <SetsCompared sets={shown} />}
      {view === 'findings' && <FindingsCompared sets={shown} />}
      {shown.length === 0 && <p className="calm">{words.none}</p>}
      {shown.length > 0 && (
        <ListTable name={workWords.ledgers} columns={words.columns} look="ledgers stacked">
          {shown.slice((page - 1) * pageLength, page * pageLength).map((each) => (
            <LedgerRow key={ledgerName(each)} standing={each} />
          ))}
        </ListTable>
      )}
      {isAllowed(role, 'ledger.edit') && <NewYear ledgers={ledgers} />}
      {shown.length > pageLength && (
        <Pagination
          align="end"
          current={page}
          total={shown.length}
          pageSize={pageLength}
          showSizeChanger={false}
          onChange={(each) => look({ page: String(each) })}
        />
      )}
    </>
  )
}

/** The state in which a set waits for a role. */
const waitsFor: Partial<Record<OfficeProps['account']['role'], SubmissionState>> = {
  leader: 'submitted',
  'finance-reviewer': 'approved',
  'performance-office': 'approved',
}
const order: readonly SubmissionState[] = ['approved', 'submitted', 'returned', 'draft', 'accepted']

function placeOf({ state }: LedgerStanding, role: OfficeProps['account']['role']): number {
  return state === waitsFor[role] ? -1 : order.indexOf(state)
}

function States({
  ledgers,
  state,
  onState,
}: {
  ledgers: readonly LedgerStanding[]
  state: string
  onState: (state: string) => void
}) {
  const states = Object.keys(workWords.states) as SubmissionState[]
  const count = (each: string) => ledgers.filter((ledger) => ledger.state === each).length
  return ['', ...states.filter((each) => count(each) > 0)].map((each) => (
    <Button
      key={each}
      type={each === state ? 'primary' : 'default'}
      aria-pressed={each === state}
      onClick={() => onState(each)}
    >
      {each === '' ? words.all : words.counted(workWords.states[each as SubmissionState], count(each))}
    </Button>
  ))
}
