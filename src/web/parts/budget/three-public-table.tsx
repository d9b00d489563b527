import { asPercent, inWanYuan } from '#domain/amount-text.ts'
import { compared, minus, shareOf, sumOf } from '#domain/decimal-text.ts'
import type { ExecutionView } from '#http/contracts/year.ts'
import { askedField, yearAddress } from '../../route.ts'
import { fieldAt } from '../../shell/asked-field.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/budget.ts'
import { ListTable } from '../list-table.tsx'
import { paymentsOf } from './payments-of.ts'

type Line = Pick<ExecutionView['threePublic'][number], 'prior' | 'budget' | 'actual'>
const columns = [words.item, words.prior, words.budget, words.actual, words.change, words.control, words.remarks]

/** 三公: last year, budget and actual side by side, how much of the budget was used, and where it was not kept. */
export function ThreePublicTable({ execution: { threePublic } }: { execution: ExecutionView }) {
  const { ledger } = useYear()
  if (threePublic.length === 0) return null
  const total: Line = {
    ...sumWhereSaid('prior', threePublic),
    ...sumWhereSaid('budget', threePublic),
    actual: sumOf(threePublic.map(({ actual }) => actual)),
  }
  const codes = threePublic.flatMap(({ economic }) => economic)
  return (
    <>
      <h2>{words.threePublicTable}</h2>
      <ListTable name={words.threePublic} columns={columns} look="money cards">
        {threePublic.map((line) => (
          <tr key={line.item}>
            <th scope="row">{line.name}</th>
            <Cells line={line} item={line.item} address={paymentsOf(ledger, { economic: line.economic.join(',') })} />
          </tr>
        ))}
        <tr className="total">
          <th scope="row">{words.sumOfAll}</th>
          <Cells line={total} address={paymentsOf(ledger, { economic: codes.join(',') })} />
        </tr>
      </ListTable>
    </>
  )
}

/** Amounts beside each other, each with the way to where it is recorded; `item` of the base data, absent for the sum. */
function Cells({ line: { prior, budget, actual }, item, address }: { line: Line; item?: string; address: string }) {
  const { ledger, standing } = useYear()
  const base = (column: string) =>
    yearAddress(ledger, 'unit', {
      item: 'base',
      query: item === undefined ? {} : { [askedField]: fieldAt([item, column], 'amount') },
    })
  const recorded = (yuan: string | undefined, column: string) =>
    yuan === undefined ? '' : <a href={base(column)}>{inWanYuan(yuan)}</a>
  const isPaid = standing.payments > 0
  const change = prior === undefined ? undefined : shareOf(minus(actual, prior), prior)
  const used = budget === undefined ? undefined : shareOf(actual, budget)
  const ratio = (share: string | undefined) =>
    isPaid &&
    share !== undefined && (
      <a className="quiet" href={address}>
        {asPercent(share)}
      </a>
    )
  return (
    <>
      <td className="amount">{recorded(prior, 'prior-actual')}</td>
      <td className="amount">{recorded(budget, 'original')}</td>
      <td className="amount">{isPaid && <a href={address}>{inWanYuan(actual)}</a>}</td>
      <td className="amount">{ratio(change)}</td>
      <td className="amount">{ratio(used)}</td>
      <td className="remarks">
        {budget !== undefined && compared(actual, budget) > 0 && words.overBudget(inWanYuan(minus(actual, budget)))}
      </td>
    </>
  )
}

/** The sum of a column, where every kind says something in it. */
function sumWhereSaid(column: 'prior' | 'budget', lines: readonly Line[]): Partial<Line> {
  const amounts = lines.map((line) => line[column])
  return amounts.includes(undefined) ? {} : { [column]: sumOf(amounts) }
}
