import { Button } from 'antd'
import { useState } from 'react'
import { decimalOf } from '#domain/decimal-text.ts'
import { setFields } from '../../saving/set-fields.ts'
import { fieldAt } from '../../shell/asked-field.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/evaluation.ts'
import { TypedField } from '../fields/typed-field.tsx'
import { type FormRow, text } from './rows.ts'

type Override = { readonly points: string; readonly reason: string }

/** A score set by hand: noted once both the points and the reason are there. */
export function OverrideFields({ row: { line, scored } }: { row: FormRow }) {
  const { ledger, canEdit } = useYear()
  const set = line.entry['override'] as Override | undefined | null
  const [half, setHalf] = useState<Partial<Override>>({})
  const whole = { points: text(set?.points), reason: text(set?.reason), ...half }
  const note = (override: Override | null) => setFields({ ledger, list: 'indicators' }, line, { override })
  const type = (part: Partial<Override>) => {
    const next = { ...whole, ...part }
    const points = decimalOf(next.points)
    const isWhole = points !== undefined && next.reason !== ''
    setHalf(isWhole ? {} : next)
    if (isWhole) note({ points, reason: next.reason })
  }
  if (!canEdit && !set) return null
  return (
    <fieldset className="override" data-field={fieldAt([scored.input.id], 'override')}>
      <legend>{words.override.title}</legend>
      <TypedField
        name={`${scored.input.name}${words.override.points}`}
        hint={words.override.points}
        value={whole.points}
        onTyped={(points) => type({ points })}
        canEdit={canEdit}
        isNumber
      />
      <TypedField
        name={`${scored.input.name}${words.override.reason}`}
        hint={words.override.reason}
        value={whole.reason}
        onTyped={(reason) => type({ reason })}
        canEdit={canEdit}
        isLong
      />
      {canEdit && !set && <p className="calm">{words.override.note}</p>}
      {canEdit && set && (
        <Button
          size="small"
          onClick={() => {
            setHalf({})
            note(null)
          }}
        >
          {words.override.off}
        </Button>
      )}
    </fieldset>
  )
}
