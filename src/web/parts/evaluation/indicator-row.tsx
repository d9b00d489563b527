import { setFields } from '../../saving/set-fields.ts'
import { fieldAt } from '../../shell/asked-field.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/evaluation.ts'
import { addressOfFinding } from '../findings/address-of-finding.ts'
import { FactNumber } from '../reports/fact-number.tsx'
import { TypedField } from '../fields/typed-field.tsx'
import { sufficiencyOf } from './actual.ts'
import { ActualField } from './actual-field.tsx'
import { type Form, type FormRow, type Pack, faultsOf, needsReason, text } from './rows.ts'

/** One indicator as a row of the form: its actual value and reasons are typed in place, checks stand beside them. */
export function IndicatorRow({
  row,
  form,
  entity,
  pack,
  isChosen,
  onChoose,
}: {
  row: FormRow
  form: Form
  entity: string
  pack: Pack
  isChosen: boolean
  onChoose: (id: string) => void
}) {
  const { ledger } = useYear()
  const { scored, line, level1, level2 } = row
  const { input, points } = scored
  const { isEnough, said } = sufficiencyOf(line)
  // Not on focus: going on with the keyboard to what is said about a row must not choose the rows on the way.
  const choose = () => onChoose(input.id)
  const defined = (field: string) =>
    addressOfFinding(ledger, { page: 'indicators', entry: { list: 'indicators', key: [input.id], field } })
  return (
    <tr id={`indicator-${input.id}`} className={isChosen ? 'chosen' : ''} onClick={choose} onInput={choose}>
      {level1 && (
        <th scope="rowgroup" rowSpan={level1.rows} className="group">
          {input.level1}
          <span className={level1.planned === undefined || level1.planned === level1.sum ? 'calm' : 'field-remark'}>
            {words.groupSum(level1.sum, level1.planned)}
          </span>
        </th>
      )}
      {level2 && (
        <th scope="rowgroup" rowSpan={level2.rows} className="group">
          {input.level2}
        </th>
      )}
      <th scope="row" data-field={input.id}>
        <button type="button" className="link" aria-pressed={isChosen} onClick={showWhy}>
          {input.name}
        </button>
      </th>
      <td className="amount">
        <a href={defined('target')} className="quiet">
          {input.sign === '定性' ? '' : input.sign}
          {input.target}
          {input.sign === '定性' ? '' : input.unit}
        </a>
      </td>
      <td data-field={fieldAt([input.id], 'actual')}>
        <ActualField row={row} pack={pack} entity={entity} />
        {!isEnough && <span className="field-remark">{said}</span>}
      </td>
      <td className="amount">
        <a href={defined('weight')} className="quiet">
          {input.weight}
        </a>
      </td>
      <td className={`amount ${scored.outcome}`}>
        {points === undefined ? (
          words.unscored
        ) : (
          <FactNumber measure={`indicator.score.${input.id}`} entity={entity}>
            {points}
          </FactNumber>
        )}
      </td>
      <td data-field={fieldAt([input.id], 'varianceReason')}>
        {(isChosen || wantsReasons(row, form)) && <Reasons row={row} form={form} />}
      </td>
    </tr>
  )
}

/** Where what is said about a row stands below the form and not beside it, it is brought in sight. */
function showWhy(): void {
  const side = document.querySelector('.form-side')
  if (window.matchMedia('(max-width: 1199px)').matches) requestAnimationFrame(() => side?.scrollIntoView())
}

/** A row of full points has nothing to explain: its fields come up when it is chosen. */
function wantsReasons(row: FormRow, form: Form): boolean {
  const { varianceReason, improvement } = row.line.entry
  const isWritten = text(varianceReason) !== '' || text(improvement) !== ''
  return (
    isWritten || needsReason(row) || row.scored.remarks.length > 0 || faultsOf(form, row.scored.input.name).length > 0
  )
}

function Reasons({ row, form }: { row: FormRow; form: Form }) {
  const { ledger, canEdit } = useYear()
  const { scored, line } = row
  const { name, weight } = scored.input
  const list = { ledger, list: 'indicators' } as const
  const remark = needsReason(row)
    ? words.reasonNeeded(scored.points ?? '0', weight)
    : (faultsOf(form, name)[0] ?? scored.remarks[0])
  return (
    <>
      <TypedField
        name={words.reason(name)}
        value={text(line.entry['varianceReason'])}
        onTyped={(reason) => setFields(list, line, { varianceReason: reason || null })}
        hint={words.reasonHint}
        remark={canEdit ? remark : undefined}
        canEdit={canEdit}
        isLong
      />
      <TypedField
        name={words.improvement(name)}
        value={text(line.entry['improvement'])}
        onTyped={(improvement) => setFields(list, line, { improvement: improvement || null })}
        hint={words.improvementHint}
        canEdit={canEdit}
        isLong
      />
    </>
  )
}
