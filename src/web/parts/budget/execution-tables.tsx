import { asPercent, inWanYuan } from '#domain/amount-text.ts'
import type { ExecutionView } from '#http/contracts/year.ts'
import { yearAddress } from '../../route.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/budget.ts'
import { ListTable } from '../list-table.tsx'
import { monthOf, paymentsOf } from './payments-of.ts'

type Shown = { readonly execution: ExecutionView }
type Funds = {
  readonly original: string
  readonly final: string
  readonly spent: string
  readonly rate?: string | undefined
}

const fundColumns = [words.original, words.final, words.spent, words.rate]

function FundCells({ funds, address }: { funds: Funds; address: string }) {
  return (
    <>
      <td className="amount">{inWanYuan(funds.original)}</td>
      <td className="amount">{inWanYuan(funds.final)}</td>
      <td className="amount">
        <a href={address}>{inWanYuan(funds.spent)}</a>
      </td>
      <td className="amount">{funds.rate === undefined ? '' : asPercent(funds.rate)}</td>
    </>
  )
}

export function ProjectTable({ execution: { projects, total } }: Shown) {
  const { ledger } = useYear()
  return (
    <>
      <h2>{words.projects}</h2>
      <ListTable name={words.projects} columns={['', ...fundColumns, words.arrived, words.remarks]} look="money">
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
              funds={funds}
              address={paymentsOf(
                ledger,
                funds.project === undefined ? { nature: 'basic' } : { project: funds.project },
              )}
            />
            <td className="amount">{funds.arrived === undefined ? '' : inWanYuan(funds.arrived)}</td>
            <td className="remarks">{funds.remarks.join('；')}</td>
          </tr>
        ))}
        <tr className="total">
          <th scope="row">合计</th>
          <FundCells funds={total} address={paymentsOf(ledger, {})} />
          <td />
          <td />
        </tr>
      </ListTable>
    </>
  )
}

export function AccountTable({ execution: { accounts } }: Shown) {
  const { ledger } = useYear()
  return (
    <>
      <h2>{words.accounts}</h2>
      <ListTable name={words.accounts} columns={['', ...fundColumns]} look="money">
        {accounts.map((funds) => (
          <tr key={funds.account}>
            <th scope="row">
              {funds.account} {funds.name}
            </th>
            <FundCells funds={funds} address={paymentsOf(ledger, { account: funds.account })} />
          </tr>
        ))}
      </ListTable>
    </>
  )
}

export function MonthTable({ execution: { months } }: Shown) {
  const { ledger, standing } = useYear()
  const columns = ['', words.spent, words.sum, words.actualProgress, words.plannedProgress, words.warning]
  return (
    <>
      <h2>{words.months}</h2>
      <ListTable name={words.months} columns={columns} look="money">
        {months.map(({ month, spent, sum, share, planned, warning }) => (
          <tr key={month}>
            <th scope="row">{words.month(month)}</th>
            <td className="amount">
              <a href={paymentsOf(ledger, { date: monthOf(standing.year, month) })}>{inWanYuan(spent)}</a>
            </td>
            <td className="amount">{inWanYuan(sum)}</td>
            <td className="amount">{share === undefined ? '' : asPercent(share)}</td>
            <td className="amount">{asPercent(planned)}</td>
            <td className={`amount light ${warning ?? ''}`}>{warning ? words.warnings[warning] : ''}</td>
          </tr>
        ))}
      </ListTable>
    </>
  )
}

export function ThreePublicTable({ execution: { threePublic } }: Shown) {
  const shown = (yuan: string | undefined) => (yuan === undefined ? '' : inWanYuan(yuan))
  return (
    <>
      <h2>
        {words.threePublic}（{words.wanYuan}）
      </h2>
      <ListTable name={words.threePublic} columns={['', words.prior, words.budget, words.actual]} look="money">
        {threePublic.map(({ item, name, prior, budget, actual }) => (
          <tr key={item}>
            <th scope="row">{name}</th>
            <td className="amount">{shown(prior)}</td>
            <td className="amount">{shown(budget)}</td>
            <td className="amount">{shown(actual)}</td>
          </tr>
        ))}
      </ListTable>
    </>
  )
}
