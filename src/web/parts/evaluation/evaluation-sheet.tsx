import { percentText, sumOfYuan } from '#domain/amount-text.ts'
import type { ScoredForms } from '#http/contracts/year.ts'
import { useEntries } from '../../saving/use-entries.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/goals.ts'
import { ScoredRow } from './scored-row.tsx'

const words = all.evaluation
type Form = ScoredForms['forms'][number]
export type Scored = Form['indicators'][number]

/** The official form as an editable sheet: rows grouped by level with their sums, points worked out beside each. */
export function EvaluationSheet({ form }: { form: Form }) {
  const { ledger } = useYear()
  const { lines } = useEntries(ledger, 'indicators')
  const { execution, indicators } = form
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={words.title}>
      <table className="list sheet">
        <thead>
          <tr>
            {words.columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" colSpan={3}>
              {words.execution}
            </th>
            <td className="amount">100%</td>
            <td className="amount">{execution.rate === undefined ? '' : percentText(execution.rate)}</td>
            <td className="amount">{execution.weight}</td>
            <td className="amount">{execution.points ?? words.unscored}</td>
            <td className="working">{execution.working}</td>
            <td />
          </tr>
          {indicators.map((scored, index) => (
            <ScoredRow
              key={scored.input.id}
              scored={scored}
              line={lines.find(({ entry }) => entry['id'] === scored.input.id)}
              heads={headsOf(indicators, index)}
            />
          ))}
          <tr className="total">
            <th scope="row" colSpan={5}>
              {words.total}
            </th>
            <td className="amount">{form.full}</td>
            <td className="amount">{form.total ?? words.unscored}</td>
            <td colSpan={2}>{form.grade}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}

/** A cell that stands before a run of rows: how many rows it spans, and what it says. */
export type Head = { readonly span: number; readonly text: string }

/** The group cells that begin at a row: of the first level with its points, of the second. */
function headsOf(indicators: readonly Scored[], index: number): readonly Head[] {
  const own = indicators[index]
  const before = indicators[index - 1]
  if (!own) return []
  const { level1, level2 } = own.input
  const startsFirst = before?.input.level1 !== level1
  const startsSecond = startsFirst || before?.input.level2 !== level2
  const rest = indicators.slice(index)
  const first = runOf(rest, ({ input }) => input.level1 === level1)
  const second = runOf(first, ({ input }) => input.level2 === level2)
  const points = first.every((each) => each.points !== undefined)
    ? sumOfYuan(first.map((each) => each.points))
    : words.unscored
  const weight = sumOfYuan(first.map(({ input }) => input.weight))
  return [
    ...(startsFirst ? [{ span: first.length, text: words.group(level1, points, weight) }] : []),
    ...(startsSecond ? [{ span: second.length, text: level2 }] : []),
  ]
}

function runOf(rows: readonly Scored[], belongs: (scored: Scored) => boolean): readonly Scored[] {
  const end = rows.findIndex((each) => !belongs(each))
  return end === -1 ? rows : rows.slice(0, end)
}
