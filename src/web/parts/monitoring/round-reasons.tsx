import type { RoundView } from '#http/contracts/year.ts'
import { setFields } from '../../saving/set-fields.ts'
import type { EntryLine } from '../../saving/use-entries.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/monitoring.ts'
import { TypedField } from '../fields/typed-field.tsx'
import { textIn } from '../indicators/tree.ts'
import { valuesOf } from './round-values.ts'

const sure = words.possibilities[0]

/** Why the plan is not kept and what is done about it; asked for where something is lit or may not be reached. */
export function RoundReasons({ round, progress }: { round: EntryLine; progress: RoundView | undefined }) {
  const { ledger, canEdit } = useYear()
  const isLit = [progress, ...(progress?.indicators ?? [])].some(
    (each) => each?.warning === 'red' || each?.warning === 'yellow',
  )
  const isDoubted = valuesOf(round).some(({ possibility }) => possibility !== undefined && possibility !== sure)
  const isAsked = canEdit && (isLit || isDoubted)
  const field = (what: 'causes' | 'measures', hint: string, needed: string) => {
    const written = textIn(round, what)
    return (
      <div>
        <h3>{words[what]}</h3>
        <TypedField
          name={words[what]}
          value={written}
          hint={hint}
          onTyped={(typed) => setFields({ ledger, list: 'monitoring' }, round, { [what]: typed || null })}
          remark={isAsked && written === '' ? needed : undefined}
          canEdit={canEdit}
          isLong
        />
      </div>
    )
  }
  return (
    <>
      <h2>{words.reasons}</h2>
      <div className="goal-texts">
        {field('causes', words.causesHint, words.causesNeeded)}
        {field('measures', words.measuresHint, words.measuresNeeded)}
      </div>
    </>
  )
}
