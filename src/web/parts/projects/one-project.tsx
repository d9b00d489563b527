import { useMemo } from 'react'
import { inWanYuan } from '#domain/amount-text.ts'
import { compared } from '#domain/decimal-text.ts'
import type { ExecutionView, ScoredForms } from '#http/contracts/year.ts'
import type { ChartOption } from '../../charts/chart.tsx'
import { NoPicture } from '../../charts/no-picture.tsx'
import { EntryGrid } from '../../grid/entry-grid.tsx'
import { budgetColumns, paymentColumns } from '../../lists/columns.ts'
import { useListContext } from '../../lists/use-context.ts'
import { goTo, yearAddress } from '../../route.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words as budgetWords } from '../../words/budget.ts'
import { words as all } from '../../words/unit.ts'
import { arrivedOf, linesOf, paymentsOf } from '../budget/payments-of.ts'
import { ExpenditureRequests } from '../requests/expenditure-requests.tsx'
import { ReadOnlyNote } from '../read-only-note.tsx'
import { Chart } from '../../charts/lazy-chart.tsx'

const words = all.projects
type Funds = ExecutionView['projects'][number]

/** One project: its money as a picture, what does not fit, its score, the lines granted to it and its payments. */
export function OneProject({ id, execution }: { id: string; execution?: ExecutionView }) {
  const { ledger } = useYear()
  const { data: scored } = useOfYear<ScoredForms>('evaluation')
  const funds = execution?.projects.find(({ project }) => project === id)
  const form = scored?.forms.find(({ inputs }) => inputs.entity === funds?.name)
  const isMissing = execution !== undefined && !funds
  return (
    <>
      <p>
        <a href={yearAddress(ledger, 'projects')}>{words.all}</a>
      </p>
      <h1>{funds?.name ?? words.title}</h1>
      {isMissing ? <p className="refused">{words.missing}</p> : <Known {...{ id, funds, form }} />}
    </>
  )
}

function Known({
  id,
  funds,
  form,
}: {
  id: string
  funds: Funds | undefined
  form: ScoredForms['forms'][number] | undefined
}) {
  const { ledger } = useYear()
  return (
    <>
      <ReadOnlyNote />
      {funds && <Money funds={funds} />}
      {form && (
        <p>
          {form.total === undefined ? words.unscored : words.score(form.total, form.grade ?? '')}{' '}
          <a href={yearAddress(ledger, 'evaluation', { item: form.inputs.entity })}>{words.toEvaluation}</a>{' '}
          <a href={yearAddress(ledger, 'indicators', { item: form.inputs.entity })}>{words.toIndicators}</a>
        </p>
      )}
      <ExpenditureRequests project={id} />
      <Own id={id} />
    </>
  )
}

function Money({ funds }: { funds: Funds }) {
  const { ledger } = useYear()
  const option = useMemo(() => optionOf(funds), [funds])
  const ways = useMemo(() => amountsOf(funds).map(({ way }) => way(ledger, funds.project ?? '')), [funds, ledger])
  const isKnown = [funds.original, funds.final, funds.spent, funds.arrived].some(
    (amount) => amount !== undefined && compared(amount, '0') !== 0,
  )
  if (!isKnown) return <NoPicture title={words.funds} missing={words.noFunds} />
  return (
    <>
      <Chart
        option={option}
        said={words.fundsSaid(funds.name, inWanYuan(funds.final), inWanYuan(funds.spent))}
        ways={[
          [inWanYuan(funds.final), linesOf(ledger, { project: funds.project ?? '' })],
          [inWanYuan(funds.spent), paymentsOf(ledger, { project: funds.project ?? '' })],
        ]}
        height={170}
        onPick={(index) => goTo(ways[index] ?? ways[0]!)}
      />
      {funds.remarks.length === 0 && <p className="calm">{words.noRemarks}</p>}
      <ul className="faults">
        {funds.remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </>
  )
}

type Way = (ledger: string, project: string) => string

/** The amounts known of a project, from below, each with the way to what it is the sum of. */
function amountsOf({ original, final, arrived, spent }: Funds) {
  const all: readonly { readonly name: string; readonly amount: string | undefined; readonly way: Way }[] = [
    { name: budgetWords.spent, amount: spent, way: (ledger, project) => paymentsOf(ledger, { project }) },
    { name: budgetWords.arrived, amount: arrived, way: arrivedOf },
    { name: budgetWords.final, amount: final, way: (ledger, project) => linesOf(ledger, { project }) },
    {
      name: budgetWords.original,
      amount: original,
      way: (ledger, project) => linesOf(ledger, { project, kind: 'original' }),
    },
  ]
  return all.filter(({ amount }) => amount !== undefined)
}

/** A picture only: the exact numbers stand in its labels. */
function optionOf(funds: Funds): ChartOption {
  const shown = amountsOf(funds)
  return {
    grid: { left: 90, right: 90, top: 8, bottom: 24 },
    xAxis: { type: 'value', name: budgetWords.wanYuan },
    yAxis: { type: 'category', data: shown.map(({ name }) => name) },
    series: [
      {
        type: 'bar',
        label: {
          show: true,
          position: 'right',
          textBorderWidth: 0,
          formatter: ({ dataIndex }) => inWanYuan(shown[dataIndex]?.amount ?? '0'),
        },
        data: shown.map(({ amount }) => Number(amount) / 10_000),
      },
    ],
  }
}

function Own({ id }: { id: string }) {
  const { ledger, canEdit, standing } = useYear()
  const context = useListContext(ledger)
  const lists = useMemo(
    () => [
      { list: 'budgetLines' as const, name: words.lines, columns: budgetColumns(context) },
      { list: 'payments' as const, name: words.payments, columns: paymentColumns(context) },
    ],
    [context],
  )
  return lists.map(({ list, name, columns }) => (
    <section key={list}>
      <h2>{name}</h2>
      <EntryGrid
        ledger={ledger}
        list={list}
        columns={columns}
        name={name}
        equals={{ project: id }}
        canEdit={canEdit}
        fresh={() => ({ organisation: standing.department, source: 'general-public', nature: 'project', project: id })}
        isOwn={(entry) => entry['project'] === id}
      />
    </section>
  ))
}
