import type { RoundView } from '#http/contracts/year.ts'
import { setFields } from '../../saving/set-fields.ts'
import type { EntryLine } from '../../saving/use-entries.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/monitoring.ts'
import { TypedField } from '../fields/typed-field.tsx'
import { textIn } from '../indicators/tree.ts'
import { valuesOf } from './round-values.ts'

const sure = words.possibilities[0]

/** What of a round is still to be explained, a sentence each: where something is lit or may not be reached. */
export function reasonsAsked(round: EntryLine, progress: RoundView | undefined): readonly string[] {
  const isLit = [progress, ...(progress?.indicators ?? [])].some(
    (each) => each?.warning === 'red' || each?.warning === 'yellow',
  )
  const isDoubted = valuesOf(round).some(({ possibility }) => possibility !== undefined && possibility !== sure)
  if (!isLit && !isDoubted) return []
  return asked.flatMap(({ what, needed }) => (textIn(round, what) === '' ? [needed] : []))
}

const asked = [
  { what: 'causes', hint: words.causesHint, needed: words.causesNeeded },
  { what: 'measures', hint: words.measuresHint, needed: words.measuresNeeded },
] as const

/** Why the plan is not kept and what is done about it. */
export function RoundReasons({ round, progress }: { round: EntryLine; progress: RoundView | undefined }) {
  const { ledger, canEdit } = useYear()
  const open = canEdit ? reasonsAsked(round, progress) : []
  return (
    <>
      <h2>{words.reasons}</h2>
      <div className="goal-texts">
        {asked.map(({ what, hint, needed }) => (
          <div key={what}>
            <h3>{words[what]}</h3>
            <TypedField
              name={words[what]}
              value={textIn(round, what)}
              hint={hint}
              onTyped={(typed) => setFields({ ledger, list: 'monitoring' }, round, { [what]: typed || null })}
              remark={open.find((each) => each === needed)}
              canEdit={canEdit}
              isLong
            />
          </div>
        ))}
      </div>
    </>
  )
}
