import { thousands } from '#domain/amount-text.ts'
import type { LedgerStanding } from '#http/contracts/year.ts'
import { useRead } from '../../shell/queries.ts'
import { type YearPage, yearAddress } from '../../route.ts'
import { ledgerName } from '../../shell/year.ts'
import { words as all } from '../../words/office.ts'
import { words as workWords } from '../../words/work.ts'
import { dayOf } from '../../zh.ts'
import { linesOf, paymentsOf } from '../budget/payments-of.ts'
import { briefOf } from './brief-of.ts'

const words = all.ledgers
const links: readonly YearPage[] = ['evaluation', 'reports', 'findings', 'submission']

/** One set of a department: what can be said of it comes when it has been worked out. */
export function LedgerRow({ standing }: { standing: LedgerStanding }) {
  const name = ledgerName(standing)
  const { data, error } = useRead(briefOf(name))
  const own = data?.forms.find(({ entity }) => entity === '')
  const pending = error ? words.unknown : data ? '' : '…'
  const count = (found: number | undefined, look: string) => (
    <td className={found ? `amount ${look}` : 'amount'}>
      {found ? (
        <a href={yearAddress(name, 'findings', { item: 'set', query: { severity: look } })}>{found}</a>
      ) : (
        (found ?? pending)
      )}
    </td>
  )
  const led = (address: string, said: string | undefined) => (
    <td className="amount">{said ? <a href={address}>{said}</a> : (said ?? pending)}</td>
  )
  return (
    <tr>
      <th scope="row">
        <a href={yearAddress(name, 'desk')}>{standing.departmentName}</a>
      </th>
      <td>{standing.year}</td>
      <td>
        <span className={`state ${standing.state}`}>{workWords.states[standing.state]}</span>
        {data?.since && <span className="calm since">{words.since(dayOf(data.since))}</span>}
        {data && data.returns > 0 && <span className="calm since">{words.returns(data.returns)}</span>}
      </td>
      {led(yearAddress(name, 'evaluation'), data && (own?.total ?? words.unscored))}
      <td>{own?.grade}</td>
      {led(linesOf(name, {}), data?.final && thousands(data.final))}
      {led(paymentsOf(name, {}), data?.spent && thousands(data.spent))}
      {led(yearAddress(name, 'budget'), data?.rate && `${data.rate}%`)}
      {count(data?.errors, 'error')}
      {count(data?.warnings, 'warning')}
      <td>
        {links.map((page) => (
          <a key={page} href={yearAddress(name, page)} className="look">
            {workWords.pages[page]}
          </a>
        ))}
      </td>
    </tr>
  )
}
