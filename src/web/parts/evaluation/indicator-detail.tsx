import { Button } from 'antd'
import { numberIn } from '#domain/decimal-text.ts'
import type { PlainEntry } from '#http/contracts/year.ts'
import { yearAddress } from '../../route.ts'
import { setFields } from '../../saving/set-fields.ts'
import { useEntries } from '../../saving/use-entries.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/evaluation.ts'
import { words as monitoringWords } from '../../words/monitoring.ts'
import { paymentsOf } from '../budget/payments-of.ts'
import { EvidenceCell } from '../evidence/evidence-cell.tsx'
import { actualOf, actualTyped, sufficiencyOf } from './actual.ts'
import { OverrideFields } from './override-fields.tsx'
import { type FormRow, text } from './rows.ts'

/** Why an indicator has its points: the arithmetic, where its value comes from, what proves it, a score set by hand. */
export function IndicatorDetail({ row }: { row: FormRow }) {
  const { working, needed, remarks, input } = row.scored
  return (
    <section aria-label={words.explainOf(input.name)} className="why">
      <h3>{input.name}</h3>
      <dl>
        <dt>{words.why}</dt>
        <dd className="arithmetic">{working}</dd>
        {needed && (
          <>
            <dt>{words.needed}</dt>
            <dd>{needed}</dd>
          </>
        )}
        {remarks.map((remark) => (
          <dd key={remark} className="field-remark">
            {remark}
          </dd>
        ))}
        {input.rule && (
          <>
            <dt>{words.rule}</dt>
            <dd>{input.rule}</dd>
          </>
        )}
        <Source row={row} />
        <EvidenceOf row={row} />
      </dl>
      <EvidenceCell indicator={input.id} />
      <OverrideFields row={row} />
    </section>
  )
}

function Source({ row: { line, scored } }: { row: FormRow }) {
  const { ledger, canEdit } = useYear()
  const rounds = useEntries(ledger, 'monitoring').lines
  const actual = actualOf(line)
  const last = lastValue(
    rounds.map(({ entry }) => entry),
    scored.input.id,
  )
  const known = last && (numberIn(last.value, scored.input.unit) ?? last.value)
  const mayTake = last !== undefined && canEdit && (actual === undefined || actual.from === 'entered')
  return (
    <>
      <dt>{words.source}</dt>
      <dd>
        {actual === undefined && words.sources.none}
        {actual?.from === 'entered' && words.sources.entered}
        {actual?.from === 'counted' && (
          <>
            {words.sources.counted(actual.since, actual.until)}{' '}
            <a href={yearAddress(ledger, 'records', { item: actual.kind })}>{words.records}</a>
          </>
        )}
        {actual?.from === 'fact' && (
          <>
            {words.sources.fact} <a href={paymentsOf(ledger, {})}>{words.payments}</a>
          </>
        )}
      </dd>
      {last && <dd>{words.monitored(monitoringWords.dayText(last.until), last.value)}</dd>}
      {mayTake && known !== text(actual?.from === 'entered' ? actual.value : '') && (
        <dd>
          <Button
            size="small"
            onClick={() => setFields({ ledger, list: 'indicators' }, line, actualTyped(line, known ?? ''))}
          >
            {words.take}
          </Button>
        </dd>
      )}
    </>
  )
}

type Round = { readonly until: string; readonly values?: readonly { indicator: string; value: string }[] }

/** What an indicator stood at in the last monitoring round that knows it. */
function lastValue(rounds: readonly PlainEntry[], id: string): { until: string; value: string } | undefined {
  return (rounds as unknown as readonly Round[])
    .flatMap(({ until, values }) =>
      (values ?? []).filter(({ indicator }) => indicator === id).map(({ value }) => ({ until, value })),
    )
    .toSorted((one, other) => (one.until < other.until ? 1 : -1))[0]
}

function EvidenceOf({ row: { line } }: { row: FormRow }) {
  const { ledger } = useYear()
  const papers = useEntries(ledger, 'evidence').lines
  const { isEnough, said, attached } = sufficiencyOf(line)
  const required = (line.entry['evidenceRequired'] ?? []) as readonly string[]
  const names = attached.map((id) => text(papers.find(({ entry }) => entry['id'] === id)?.entry['name']) || id)
  return (
    <>
      <dt>{words.evidence.title}</dt>
      {required.length > 0 && <dd>{words.evidence.required(required.join('、'))}</dd>}
      {names.length > 0 && <dd>{words.evidence.attached(names.join('、'))}</dd>}
      <dd className={isEnough ? '' : 'field-remark'}>{said}</dd>
    </>
  )
}
