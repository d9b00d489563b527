import type { ExecutionView } from '#http/contracts/year.ts'
import { asPercent, inWanYuan } from '#domain/amount-text.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words } from '../../words/evaluation.ts'
import { linesOf, paymentsOf } from '../budget/payments-of.ts'
import type { Entity } from '../entities/use-entities.ts'
import { ListTable } from '../list-table.tsx'
import { FactNumber } from '../reports/fact-number.tsx'
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
            entity={entity.name}
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
          <td className="amount">
            {form.total === undefined ? (
              words.unscored
            ) : (
              <FactNumber measure="score.total" entity={entity.name}>
                {form.total}
              </FactNumber>
            )}
          </td>
          <td className="grade">{form.grade}</td>
        </tr>
      </ListTable>
    </section>
  )
}

function FundsRow({ form, entity }: { form: Form; entity: Entity }) {
  const { ledger, standing } = useYear()
  const { data } = useOfYear<ExecutionView>('execution')
  const { scope } = entity
  const of = scope === 'department' ? {} : { project: scope.project }
  const isPaid = standing.payments > 0
  const isGranted = (data?.steps.length ?? 0) > 0
  const funds = scope === 'department' ? data?.total : data?.projects.find(({ project }) => project === scope.project)
  const { weight, points, remarks } = form.execution
  return (
    <>
      <ListTable name={words.funds.name} columns={words.funds.columns} look="plain boxed money cards">
        <tr>
          <th scope="row">{words.funds.total}</th>
          <td className="amount">
            {funds && isGranted && (
              <a href={linesOf(ledger, { ...of, kind: 'original' })}>{inWanYuan(funds.original)}</a>
            )}
          </td>
          <td className="amount">{funds && isGranted && <a href={linesOf(ledger, of)}>{inWanYuan(funds.final)}</a>}</td>
          <td className="amount">{funds && isPaid && <a href={paymentsOf(ledger, of)}>{inWanYuan(funds.spent)}</a>}</td>
          <td className="amount">{weight}</td>
          <td className="amount">
            {isPaid && funds?.rate !== undefined && (
              <FactNumber measure="execution.rate" entity={entity.name}>
                {asPercent(funds.rate)}
              </FactNumber>
            )}
          </td>
          <td className="amount">
            {points === undefined ? (
              words.unscored
            ) : (
              <FactNumber measure="score.execution" entity={entity.name}>
                {points}
              </FactNumber>
            )}
          </td>
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
