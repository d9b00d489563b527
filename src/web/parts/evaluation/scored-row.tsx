import { yearAddress } from '../../route.ts'
import { TypedField } from '../../saving/typed-field.tsx'
import type { EntryLine } from '../../saving/use-entries.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/goals.ts'
import { EvidenceCell } from './evidence-cell.tsx'
import type { Head, Scored } from './evaluation-sheet.tsx'

const words = all.evaluation
type Actual = {
  readonly from: string
  readonly value?: unknown
  readonly kind?: string
  readonly evidence?: readonly string[]
}

/** One indicator: target, actual value, points with their arithmetic, and the reason where points were lost. */
export function ScoredRow({
  scored,
  line,
  heads,
}: {
  scored: Scored
  line: EntryLine | undefined
  heads: readonly Head[]
}) {
  const { input, points, working, needed, remarks } = scored
  const isLost = scored.outcome === 'partial' || scored.outcome === 'zero'
  const actual = line?.entry['actual'] as Actual | undefined
  return (
    <tr className={scored.outcome}>
      {heads.map(({ span, text }) => (
        <th key={text} scope="rowgroup" rowSpan={span}>
          {text}
        </th>
      ))}
      <th scope="row">{input.name}</th>
      <td className="amount">
        {input.sign === '定性' ? '' : input.sign} {String(input.target)}
        {input.unit}
      </td>
      <td>
        <ActualValue scored={scored} line={line} actual={actual} />
        <EvidenceCell indicator={input.id} />
      </td>
      <td className="amount">{input.weight}</td>
      <td className={isLost ? 'amount warning' : 'amount'}>{points ?? words.unscored}</td>
      <td className="working">
        {working}
        {needed && <span className="calm">{words.needed(needed)}</span>}
        {remarks.map((remark) => (
          <span key={remark} className="remark">
            {remark}
          </span>
        ))}
      </td>
      <td className="reasons">
        {line && (isLost || line.entry['varianceReason'] !== undefined || remarks.length > 0) && (
          <>
            <TypedField
              list="indicators"
              line={line}
              field="varianceReason"
              label={words.reason(input.name)}
              hint={words.reasonHint}
              rows={2}
            />
            <TypedField
              list="indicators"
              line={line}
              field="improvement"
              label={words.improvement(input.name)}
              hint={words.improvementHint}
              rows={2}
            />
          </>
        )}
      </td>
    </tr>
  )
}

/** Typed where a clerk enters it; counted or worked out values lead to where they come from. */
function ActualValue({
  scored: { input },
  line,
  actual,
}: {
  scored: Scored
  line: EntryLine | undefined
  actual: Actual | undefined
}) {
  const { ledger } = useYear()
  if (!line) return <>{String(input.actual ?? '')}</>
  if (actual?.from === 'counted' || actual?.from === 'fact')
    return (
      <span className="derived">
        {String(input.actual ?? '')}
        {input.unit}{' '}
        {actual.from === 'counted' ? (
          <a href={yearAddress(ledger, 'records', { item: actual.kind ?? '' })}>{words.counted}</a>
        ) : (
          <span className="calm">{words.fact}</span>
        )}
      </span>
    )
  return (
    <TypedField
      list="indicators"
      line={line}
      field="actual"
      label={words.actual(input.name)}
      value={actual?.value === undefined ? '' : String(actual.value)}
      toSet={(text) =>
        text.trim() === ''
          ? null
          : { from: 'entered', value: text.trim(), ...(actual?.evidence ? { evidence: actual.evidence } : {}) }
      }
    />
  )
}
