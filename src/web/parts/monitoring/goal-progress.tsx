import { Button } from 'antd'
import { asPercent } from '#domain/amount-text.ts'
import { numberIn } from '#domain/decimal-text.ts'
import type { RoundView } from '#http/contracts/year.ts'
import { yearAddress } from '../../route.ts'
import { setFields } from '../../saving/set-fields.ts'
import type { EntryLine } from '../../saving/use-entries.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/monitoring.ts'
import { type Entity, useEntityEntries } from '../entities/use-entities.ts'
import { TypedField } from '../fields/typed-field.tsx'
import { textIn } from '../indicators/tree.ts'
import { ListTable } from '../list-table.tsx'
import { Light } from './light.tsx'
import { type RoundValue, valuesOf, valuesWith } from './round-values.ts'

type Progress = RoundView['indicators'][number]

/** The indicators of an entity on the day of a round: value against target, the plan, and whether they will be reached. */
export function GoalProgress({
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
  const stands = new Map(progress?.indicators.map((each) => [each.indicator, each]))
  const own = lines.flatMap((line) => stands.get(textIn(line, 'id')) ?? [])
  const set = (parts: Parameters<typeof valuesWith>[1]) =>
    setFields({ ledger, list: 'monitoring' }, round, valuesWith(round, parts))
  const blanks = own.flatMap(({ indicator, counted }) =>
    counted !== undefined && !told.get(indicator)?.value
      ? [{ indicator, value: `${counted}${unitOf(lines, indicator)}` }]
      : [],
  )
  const unknown = own.filter(
    ({ indicator, counted, leftOut }) => leftOut && counted === undefined && !told.get(indicator)?.value,
  ).length
  const lit = (colour: string) => own.filter(({ warning }) => warning === colour).length
  if (lines.length === 0) return <p>{words.noIndicators}</p>
  return (
    <>
      <p className="lead-line">
        {words.lights(lit('red'), lit('yellow'))}{' '}
        {canEdit && blanks.length > 0 && <Button onClick={() => set(blanks)}>{words.fill(blanks.length)}</Button>}
      </p>
      {progress && <p className="calm">{words.goalsBy(progress.goalsBy, progress.plannedBy)}</p>}
      {unknown > 0 && <p className="calm">{words.summedUp(unknown)}</p>}
      <ListTable name={words.goals} columns={words.columns} look="plain boxed round-rows cards">
        {lines.map((line) => {
          const id = textIn(line, 'id')
          return (
            <GoalRow key={id} line={line} told={told.get(id)} stands={stands.get(id)} onTyped={(part) => set([part])} />
          )
        })}
      </ListTable>
    </>
  )
}

function GoalRow({
  line,
  told,
  stands,
  onTyped,
}: {
  line: EntryLine
  told: RoundValue | undefined
  stands: Progress | undefined
  onTyped: (part: Partial<RoundValue> & { indicator: string }) => void
}) {
  const { canEdit } = useYear()
  const [id = '', name = '', sign = '', unit = ''] = ['id', 'name', 'sign', 'unit'].map((field) => textIn(line, field))
  const isWords = sign === '定性'
  const counted = stands?.counted
  const written = told?.value ?? ''
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="amount">{isWords ? textIn(line, 'target') : `${sign}${textIn(line, 'target')}${unit}`}</td>
      <td className="amount">
        <TypedField
          name={words.value(name)}
          value={numberIn(written, unit) ?? written}
          unit={isWords ? '' : unit}
          hint={counted === undefined ? '' : words.counted(counted)}
          onTyped={(typed) => onTyped({ indicator: id, value: withUnit(typed, isWords ? '' : unit) })}
          canEdit={canEdit}
          isNumber={!isWords}
        />
        <LeftOut line={line} stands={stands} />
      </td>
      <td className="amount">{stands?.share === undefined ? '' : asPercent(stands.share)}</td>
      <td className="amount">{stands?.planned === undefined ? '' : asPercent(stands.planned)}</td>
      <td>
        <Light warning={stands?.warning} />
      </td>
      <td className="amount">{stands?.forecast === undefined ? '' : `${stands.forecast}${unit}`}</td>
      <td>
        <Possibility
          name={name}
          value={told?.possibility ?? ''}
          onChosen={(possibility) => onTyped({ indicator: id, possibility })}
        />
      </td>
    </tr>
  )
}

/** Records that are no part of the round, where its number alone would mislead: those that sum up the year, all there are. */
function LeftOut({ line, stands }: { line: EntryLine; stands: Progress | undefined }) {
  const { ledger } = useYear()
  const { leftOut, counted } = stands ?? {}
  if (!leftOut || (leftOut.why === 'later' && counted !== '0')) return null
  const { kind } = line.entry['actual'] as { kind?: string }
  const said = words.leftOut[leftOut.why](leftOut.records)
  return (
    <a className="left-out" href={yearAddress(ledger, 'records', kind ? { item: kind } : {})}>
      {said}
    </a>
  )
}

function unitOf(lines: readonly EntryLine[], id: string): string {
  const line = lines.find((each) => textIn(each, 'id') === id)
  return line ? textIn(line, 'unit') : ''
}

/** A round's values are printed as they are stored, unit and all. */
function withUnit(typed: string, unit: string): string {
  const number = numberIn(typed, unit)
  return number === undefined ? typed : `${number}${unit}`
}

function Possibility({ name, value, onChosen }: { name: string; value: string; onChosen: (word: string) => void }) {
  const { canEdit } = useYear()
  if (!canEdit) return value
  return (
    <select
      className="plain-choice"
      aria-label={words.possibility(name)}
      value={value}
      onChange={({ target }) => onChosen(target.value)}
    >
      <option value="">{words.unsaid}</option>
      {[...new Set([...words.possibilities, ...(value ? [value] : [])])].map((word) => (
        <option key={word}>{word}</option>
      ))}
    </select>
  )
}
