import { AutoComplete } from 'antd'
import { yearAddress } from '../../route.ts'
import { setFields } from '../../saving/set-fields.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/evaluation.ts'
import { FactNumber } from '../reports/fact-number.tsx'
import { TypedField } from '../fields/typed-field.tsx'
import { actualOf, actualTyped } from './actual.ts'
import { type FormRow, type Pack, text } from './rows.ts'

/** The actual value of an indicator: typed, or worked out from records or the ledger and leading there. */
export function ActualField({ row: { scored, line }, pack, entity }: { row: FormRow; pack: Pack; entity: string }) {
  const { ledger, canEdit } = useYear()
  const { id, name, sign, unit, actual: value } = scored.input
  const actual = actualOf(line)
  const set = (typed: string) => setFields({ ledger, list: 'indicators' }, line, actualTyped(line, typed))
  if (actual?.from === 'counted' || actual?.from === 'fact') {
    const isCounted = actual.from === 'counted'
    const address = isCounted ? yearAddress(ledger, 'records', { item: actual.kind }) : yearAddress(ledger, 'budget')
    return (
      <span className="worked-out">
        {value === undefined ? (
          words.unscored
        ) : (
          <FactNumber measure={`indicator.actual.${id}`} entity={entity}>
            {value}
            {unit}
          </FactNumber>
        )}
        <span className="calm">
          <a href={address}>{isCounted ? words.counted : words.ledgerFact}</a>
        </span>
      </span>
    )
  }
  const entered = text(actual?.value)
  if (sign === '定性' && canEdit)
    return (
      <AutoComplete
        aria-label={words.actual(name)}
        className="wide-choice"
        value={entered}
        placeholder={words.choose}
        options={pack.qualitative.flatMap(({ words: [first] }) => (first ? [{ value: first }] : []))}
        onChange={(typed) => set(typed ?? '')}
      />
    )
  return (
    <TypedField
      name={words.actual(name)}
      value={entered}
      unit={unit}
      hint={words.noActual}
      onTyped={set}
      canEdit={canEdit}
      remark={canEdit && entered !== '' && /[^\d.,，%-]/.test(entered) ? words.noNumber : undefined}
      isNumber
    />
  )
}
