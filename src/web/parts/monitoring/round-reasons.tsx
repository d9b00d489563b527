import { type RoundReason, roundLacks, roundReasons } from '#domain/year/round-lacks.ts'
import type { RoundView } from '#http/contracts/year.ts'
import { setFields } from '../../saving/set-fields.ts'
import type { EntryLine } from '../../saving/use-entries.ts'
import { fieldAt } from '../../shell/asked-field.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/monitoring.ts'
import { TypedField } from '../fields/typed-field.tsx'
import { textIn } from '../indicators/tree.ts'
import { valuesOf } from './round-values.ts'

/** What of a round is still to be explained. */
export function reasonsAsked(round: EntryLine, progress: RoundView | undefined): readonly RoundReason[] {
  const [causes, measures] = [textIn(round, 'causes'), textIn(round, 'measures')]
  return roundLacks({ causes, measures, values: valuesOf(round) }, progress)
}

const hints = { causes: words.causesHint, measures: words.measuresHint }
const needed = { causes: words.causesNeeded, measures: words.measuresNeeded }

/** Why the plan is not kept and what is done about it. */
export function RoundReasons({ round, progress }: { round: EntryLine; progress: RoundView | undefined }) {
  const { ledger, canEdit } = useYear()
  const open = canEdit ? reasonsAsked(round, progress) : []
  return (
    <>
      <h2>{words.reasons}</h2>
      <div className="goal-texts">
        {roundReasons.map((what) => (
          <div key={what} data-field={fieldAt(round.key, what)}>
            <h3>{words[what]}</h3>
            <TypedField
              name={words[what]}
              value={textIn(round, what)}
              hint={hints[what]}
              onTyped={(typed) => setFields({ ledger, list: 'monitoring' }, round, { [what]: typed || null })}
              remark={open.includes(what) ? needed[what] : undefined}
              canEdit={canEdit}
              isLong
            />
          </div>
        ))}
      </div>
    </>
  )
}
