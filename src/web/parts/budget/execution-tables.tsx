import { asPercent, inWanYuan, sumOfYuan } from '#domain/amount-text.ts'
import type { ExecutionView } from '#http/contracts/year.ts'
import { yearAddress } from '../../route.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/budget.ts'
import { ListTable } from '../list-table.tsx'
import { arrivedOf, linesOf, monthOf, monthsUpTo, paymentsOf } from './payments-of.ts'

type Shown = { readonly execution: ExecutionView }
type Funds = {
  readonly original: string
  readonly final: string
  readonly spent: string
  readonly rate?: string | undefined
}

const fundColumns = [words.original, words.final, words.spent, words.rate]

/** Amounts of something, each with the way to the lines or payments it is the sum of; nothing entered yet is not 0.00. */
function FundCells({
  funds,
  of,
  isGranted,
}: {
  funds: Funds
  of: Readonly<Record<string, string>>
  isGranted: boolean
}) {
  const { ledger, standing } = useYear()
  const isPaid = standing.payments > 0
  return (
    <>
      <td className="amount">
        {isGranted && <a href={linesOf(ledger, { ...of, kind: 'original' })}>{inWanYuan(funds.original)}</a>}
      </td>
      <td className="amount">{isGranted && <a href={linesOf(ledger, of)}>{inWanYuan(funds.final)}</a>}</td>
      <td className="amount">{isPaid && <a href={paymentsOf(ledger, of)}>{inWanYuan(funds.spent)}</a>}</td>
      <td className="amount">
        {isPaid && funds.rate !== undefined && (
          <a className="quiet" href={paymentsOf(ledger, of)}>
            {asPercent(funds.rate)}
          </a>
        )}
      </td>
    </>
  )
}

export function ProjectTable({ execution: { projects, total, steps } }: Shown) {
  const isGranted = steps.length > 0
  const { ledger } = useYear()
  return (
    <>
      <h2>{words.projects}</h2>
      <ListTable
        name={words.projects}
        columns={[words.project, ...fundColumns, words.arrived, words.remarks]}
        look="money cards"
      >
        {projects.map((funds) => (
          <tr key={funds.project ?? ''}>
            <th scope="row">
              {funds.project === undefined ? (
                words.basic
              ) : (
                <a href={yearAddress(ledger, 'projects', { item: funds.project })}>{funds.name}</a>
              )}
            </th>
            <FundCells
              isGranted={isGranted}
              funds={funds}
              of={funds.project === undefined ? { nature: 'basic' } : { project: funds.project }}
            />
            <td className="amount">
              {funds.arrived !== undefined && (
                <a href={arrivedOf(ledger, funds.project ?? '')}>{inWanYuan(funds.arrived)}</a>
              )}
            </td>
            <td className="remarks">{funds.remarks.join('；')}</td>
          </tr>
        ))}
        <tr className="total">
          <th scope="row">{words.sumOfAll}</th>
          <FundCells funds={total} of={{}} isGranted={isGranted} />
          <td className="amount">
            {allArrived(projects) !== '' && <a href={yearAddress(ledger, 'projects')}>{allArrived(projects)}</a>}
          </td>
          <td />
        </tr>
      </ListTable>
    </>
  )
}

/** 到位资金 of all projects, where it is recorded of each. */
function allArrived(projects: ExecutionView['projects']): string {
  const arrived = projects.filter(({ project }) => project !== undefined).map((each) => each.arrived)
  return arrived.length === 0 || arrived.includes(undefined) ? '' : inWanYuan(sumOfYuan(arrived))
}

export function AccountTable({ execution: { accounts, total, steps } }: Shown) {
  const isGranted = steps.length > 0
  if (accounts.length === 0) return null
  return (
    <>
      <h2>{words.accounts}</h2>
      <ListTable name={words.accounts} columns={[words.account, ...fundColumns]} look="money cards">
        {accounts.map((funds) => (
          <tr key={funds.account}>
            <th scope="row">
              {funds.account} {funds.name}
            </th>
            <FundCells funds={funds} of={{ account: funds.account }} isGranted={isGranted} />
          </tr>
        ))}
        <tr className="total">
          <th scope="row">{words.sumOfAll}</th>
          <FundCells funds={total} of={{}} isGranted={isGranted} />
        </tr>
      </ListTable>
    </>
  )
}

/** Spending month by month against the plan; where no month is known, that and why. `isHeaded`: under a heading of its own. */
export function MonthTable({ execution, isHeaded = true }: Shown & { isHeaded?: boolean }) {
  const isKnown = execution.months.some(({ spent }) => spent !== undefined)
  return (
    <>
      {isHeaded && <h2>{words.months}</h2>}
      {isKnown ? <Months execution={execution} /> : <NoMonth execution={execution} />}
    </>
  )
}

function NoMonth({ execution: { total } }: Shown) {
  const { ledger, standing } = useYear()
  return (
    <p className="calm">
      {standing.payments === 0
        ? words.monthsWithoutPayments
        : words.monthsOfSummary(standing.payments, inWanYuan(total.spent))}{' '}
      <a href={paymentsOf(ledger, {})}>{words.toMonthly}</a>
    </p>
  )
}

function Months({ execution: { months, plannedBy } }: Shown) {
  const { ledger, standing } = useYear()
  const planned = words.plannedProgress(plannedBy)
  const columns = [words.monthHead, words.spent, words.sum, words.actualProgress, planned, words.warning]
  const way = (date: string, yuan: string | undefined) =>
    yuan === undefined ? '' : <a href={paymentsOf(ledger, { date })}>{inWanYuan(yuan)}</a>
  return (
    <ListTable name={words.months} columns={columns} look="money cards">
      {months.map(({ month, spent, sum, share, planned, warning }) => (
        <tr key={month}>
          <th scope="row">{words.month(month)}</th>
          <td className="amount">{way(monthOf(standing.year, month), spent)}</td>
          <td className="amount">{way(monthsUpTo(standing.year, month), sum)}</td>
          <td className="amount">
            {share !== undefined && (
              <a className="quiet" href={paymentsOf(ledger, { date: monthsUpTo(standing.year, month) })}>
                {asPercent(share)}
              </a>
            )}
          </td>
          <td className="amount">{asPercent(planned)}</td>
          <td className={`amount light ${warning ?? ''}`}>{warning ? words.warnings[warning] : ''}</td>
        </tr>
      ))}
    </ListTable>
  )
}
