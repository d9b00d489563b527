import { varianceCauses } from '#domain/ledger/ledger.ts'
import { surePossibility } from '#domain/year/round-lacks.ts'
import type { RoundView } from '#http/contracts/year.ts'
import { setFields } from '../../saving/set-fields.ts'
import type { EntryLine } from '../../saving/use-entries.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/monitoring.ts'
import { type Entity, useEntityEntries } from '../entities/use-entities.ts'
import { TypedField } from '../fields/typed-field.tsx'
import { textIn } from '../indicators/tree.ts'
import { ListTable } from '../list-table.tsx'
import { type RoundValue, valuesOf, valuesWith } from './round-values.ts'

/** Why indicators that lag or may be missed do so, as the monitoring form asks: kinds of causes, and the reason in words. */
export function VarianceCauses({
  round,
  entity,
  progress,
}: {
  round: EntryLine
  entity: Entity
  progress: RoundView | undefined
}) {
  const { ledger, canEdit } = useYear()
  const lines = useEntityEntries(ledger, 'indicators', entity)
  const told = new Map(valuesOf(round).map((each) => [each.indicator, each]))
  const stands = new Map(progress?.indicators.map((each) => [each.indicator, each.warning]))
  const asked = lines.filter((line) => {
    const { possibility, causes, reason } = told.get(textIn(line, 'id')) ?? {}
    const warning = stands.get(textIn(line, 'id'))
    const isDoubted = possibility !== undefined && possibility !== surePossibility
    return isDoubted || warning === 'red' || warning === 'yellow' || causes !== undefined || reason !== undefined
  })
  if (asked.length === 0) return null
  return (
    <>
      <h2>{words.variances}</h2>
      <ListTable name={words.variances} columns={words.varianceColumns} look="plain boxed cards causes">
        {asked.map((line) => {
          const id = textIn(line, 'id')
          const set = (part: Partial<RoundValue>) =>
            setFields({ ledger, list: 'monitoring' }, round, valuesWith(round, [{ indicator: id, ...part }]))
          return <CauseRow key={id} name={textIn(line, 'name')} told={told.get(id)} canEdit={canEdit} onTyped={set} />
        })}
      </ListTable>
    </>
  )
}

function CauseRow({
  name,
  told,
  canEdit,
  onTyped,
}: {
  name: string
  told: RoundValue | undefined
  canEdit: boolean
  onTyped: (part: Partial<RoundValue>) => void
}) {
  const causes = told?.causes ?? []
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <TypedField
          name={words.expected(name)}
          value={told?.expected ?? ''}
          onTyped={(expected) => onTyped({ expected })}
          canEdit={canEdit}
        />
      </td>
      <td>
        {varianceCauses.map((cause) => (
          <label key={cause}>
            <input
              type="checkbox"
              aria-label={words.cause(name, words.varianceCauses[cause])}
              checked={causes.includes(cause)}
              disabled={!canEdit}
              onChange={({ target }) =>
                onTyped({
                  causes: varianceCauses.filter((each) => (each === cause ? target.checked : causes.includes(each))),
                })
              }
            />
            {words.varianceCauses[cause]}{' '}
          </label>
        ))}
      </td>
      <td>
        <TypedField
          name={words.reason(name)}
          value={told?.reason ?? ''}
          onTyped={(reason) => onTyped({ reason })}
          canEdit={canEdit}
          isLong
        />
      </td>
    </tr>
  )
}
