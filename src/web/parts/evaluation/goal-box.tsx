import { Button } from 'antd'
import { noteAddition } from '../../saving/pending.ts'
import { TypedField } from '../../saving/typed-field.tsx'
import { useEntries } from '../../saving/use-entries.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/goals.ts'
import { useScopeOf } from './scope.ts'

const names = { planned: words.evaluation.planned, achieved: words.evaluation.achieved } as const

/** The two boxes of a form: what the year was to reach, and what was reached. `entity` '': the department. */
export function GoalBox({ entity, fields }: { entity: string; fields: readonly (keyof typeof names)[] }) {
  const { ledger, canEdit } = useYear()
  const list = 'goals' as const
  const scope = useScopeOf(entity)
  const { lines, isLoading } = useEntries(ledger, list)
  const line = lines.find(
    ({ entry }) => entry['term'] === 'annual' && JSON.stringify(entry['scope']) === JSON.stringify(scope),
  )
  if (isLoading || !scope) return null
  if (!line)
    return canEdit ? (
      <p>
        <Button onClick={() => noteAddition({ ledger, list, set: { scope, term: 'annual', planned: '' } }, true)}>
          {words.indicators.noGoal}
        </Button>
      </p>
    ) : null
  return (
    <div className="goals">
      {fields.map((field) => (
        // A label of its own would be read twice.
        <div key={field}>
          <h2>{names[field]}</h2>
          <TypedField
            list={list}
            line={line}
            field={field}
            label={names[field]}
            hint={words.indicators.goalHint}
            rows={3}
            {...(field === 'planned' ? { toSet: (text: string) => text } : {})}
          />
        </div>
      ))}
    </div>
  )
}
