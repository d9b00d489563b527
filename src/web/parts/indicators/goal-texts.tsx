import { noteAddition } from '../../saving/pending.ts'
import { setFields } from '../../saving/set-fields.ts'
import { fieldAt } from '../../shell/asked-field.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/indicators.ts'
import { type Entity, scopeText, useEntityEntries } from '../entities/use-entities.ts'
import { TypedField } from '../fields/typed-field.tsx'
import { textIn } from './tree.ts'

const terms = ['annual', 'medium'] as const

/** What is to be reached: within the year, and over some years. */
export function GoalTexts({ entity }: { entity: Entity }) {
  const { ledger, canEdit } = useYear()
  const goals = useEntityEntries(ledger, 'goals', entity)
  const shown = terms.filter((term) => term === 'annual' || entity.scope === 'department')
  return (
    <section aria-label={words.goals} className="goal-texts">
      {shown.map((term) => {
        const goal = goals.find(({ entry }) => entry['term'] === term)
        const write = (planned: string) => {
          if (goal) setFields({ ledger, list: 'goals' }, goal, { planned })
          else noteAddition({ ledger, list: 'goals', set: { scope: entity.scope, term, planned } }, true)
        }
        return (
          <div key={term} data-field={fieldAt([scopeText(entity), term], 'planned')}>
            <h2>{words[term]}</h2>
            <TypedField
              name={words[term]}
              value={goal ? textIn(goal, 'planned') : ''}
              hint={term === 'annual' ? words.annualHint : words.mediumHint}
              onTyped={write}
              canEdit={canEdit}
              isLong
            />
          </div>
        )
      })}
    </section>
  )
}
