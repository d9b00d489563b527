import { yearAddress } from '../../route.ts'
import { noteAddition } from '../../saving/pending.ts'
import { setFields } from '../../saving/set-fields.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/evaluation.ts'
import { type Entity, useEntityEntries } from '../entities/use-entities.ts'
import { TypedField } from '../fields/typed-field.tsx'
import { ListTable } from '../list-table.tsx'
import { text } from './rows.ts'

/** 年度总体目标: what was planned, and what came of it. */
export function GoalBox({ entity }: { entity: Entity }) {
  const { ledger, canEdit } = useYear()
  const goals = useEntityEntries(ledger, 'goals', entity)
  const goal = goals.find(({ entry }) => entry['term'] === 'annual')
  const planned = text(goal?.entry['planned'])
  const write = (achieved: string) => {
    if (goal) setFields({ ledger, list: 'goals' }, goal, { achieved: achieved || null })
    else
      noteAddition({ ledger, list: 'goals', set: { scope: entity.scope, term: 'annual', planned: '', achieved } }, true)
  }
  return (
    <ListTable name={words.goals.name} columns={[words.goals.planned, words.goals.achieved]} look="plain boxed halves">
      <tr>
        <td>
          {planned || (
            <>
              {words.goals.noPlanned}
              <a href={yearAddress(ledger, 'indicators', entity.item ? { item: entity.item } : {})}>
                {words.goals.write}
              </a>
            </>
          )}
        </td>
        <td>
          <TypedField
            name={words.goals.achieved}
            value={text(goal?.entry['achieved'])}
            onTyped={write}
            canEdit={canEdit}
            hint={words.goals.hint}
            isLong
          />
        </td>
      </tr>
    </ListTable>
  )
}
