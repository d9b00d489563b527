import type { ExecutionView } from '#http/contracts/year.ts'
import { asPercent, inWanYuan } from '#domain/amount-text.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words } from '../../words/evaluation.ts'
import { paymentsOf } from '../budget/payments-of.ts'
import type { Entity } from '../entities/use-entities.ts'
import { ListTable } from '../list-table.tsx'
import { GoalBox } from './goal-box.tsx'
import { IndicatorRow } from './indicator-row.tsx'
import type { Form, FormRow, Pack } from './rows.ts'

/** The self-evaluation form as it is printed: funds, goal, indicators; what a person fills in is typed in its place. */
export function OfficialForm({
  form,
  rows,
  entity,
  pack,
  chosen,
  onChoose,
}: {
  form: Form
  rows: readonly FormRow[]
  entity: Entity
  pack: Pack
  chosen: string
  onChoose: (id: string) => void
}) {
  const { standing } = useYear()
  return (
    <section className="official" aria-labelledby="official-title">
      <h2 id="official-title">{words.form(standing.year, entity.name)}</h2>
      <FundsRow form={form} entity={entity} />
      <GoalBox entity={entity} />
      <ListTable name={words.indicators} columns={words.columns} look="plain boxed official-rows cards">
        {rows.map((row) => (
          <IndicatorRow
            key={row.line.id}
            row={row}
            form={form}
            pack={pack}
            isChosen={row.scored.input.id === chosen}
            onChoose={onChoose}
          />
        ))}
        <tr className="total">
          <th scope="row" colSpan={5}>
            {words.total}
          </th>
          <td className="amount">{form.full}</td>
          <td className="amount">{form.total ?? words.unscored}</td>
          <td>{form.grade}</td>
        </tr>
      </ListTable>
    </section>
  )
}

function FundsRow({ form, entity }: { form: Form; entity: Entity }) {
  const { ledger } = useYear()
  const { data } = useOfYear<ExecutionView>('execution')
  const { scope } = entity
  const funds = scope === 'department' ? data?.total : data?.projects.find(({ project }) => project === scope.project)
  const { weight, points, remarks } = form.execution
  return (
    <>
      <ListTable name={words.funds.name} columns={words.funds.columns} look="plain boxed money cards">
        <tr>
          <th scope="row">{words.funds.total}</th>
          <td className="amount">{funds && inWanYuan(funds.original)}</td>
          <td className="amount">{funds && inWanYuan(funds.final)}</td>
          <td className="amount">
            {funds && (
              <a href={paymentsOf(ledger, scope === 'department' ? {} : { project: scope.project })}>
                {inWanYuan(funds.spent)}
              </a>
            )}
          </td>
          <td className="amount">{weight}</td>
          <td className="amount">{funds?.rate === undefined ? '' : asPercent(funds.rate)}</td>
          <td className="amount">{points ?? words.unscored}</td>
        </tr>
      </ListTable>
      {remarks.map((remark) => (
        <p key={remark} className="field-remark">
          {remark}
        </p>
      ))}
    </>
  )
}
