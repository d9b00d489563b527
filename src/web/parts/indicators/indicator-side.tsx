import type { AmbitionLine } from '#http/contracts/indicators.ts'
import type { YearChecks } from '#http/contracts/year.ts'
import { useOfYear } from '../../shell/year.ts'
import type { EntryLine } from '../../saving/use-entries.ts'
import { words } from '../../words/indicators.ts'
import { IndicatorDetails } from './indicator-details.tsx'
import type { TreeProps } from './indicator-tree.tsx'
import { textIn } from './tree.ts'

type Point = { readonly message: string; readonly id?: string; readonly isError: boolean }

/** Beside the tree: what is to be put right, and the rest of the chosen indicator. */
export function IndicatorSide({
  tree,
  edits,
  chosen,
  lines,
  faults,
  onChoose,
}: TreeProps & { lines: readonly EntryLine[]; faults: readonly string[] }) {
  const checks = useOfYear<YearChecks>('checks').data
  const ambition = useOfYear<{ indicators: readonly AmbitionLine[] }>('indicator-ambition').data?.indicators ?? []
  const open = [...openPoints(lines, faults, checks), ...unambitiousAmong(lines, ambition)]
  const line = lines.find((each) => textIn(each, 'id') === chosen)
  const show = (id: string) => {
    onChoose(id)
    document.getElementById(`indicator-${id}`)?.querySelector('input')?.focus()
  }
  return (
    <aside className="form-side" aria-label={words.details}>
      <section aria-label={words.checks(open.length)} aria-live="polite">
        <h3>{words.checks(open.length)}</h3>
        {open.length > 0 && <p className="calm">{words.checksNote}</p>}
        <ul className="points">
          {open.map(({ message, id, isError }) => (
            <li key={message} className={isError ? 'error' : 'warning'}>
              {id === undefined ? (
                message
              ) : (
                <button type="button" className="link" onClick={() => show(id)}>
                  {message}
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
      {line ? <IndicatorDetails key={chosen} {...{ tree, edits, line }} /> : <p className="calm">{words.pick}</p>}
    </aside>
  )
}

/** Weights that don't add up, findings on these indicators, and what the audit of the written set says of them. */
function openPoints(
  lines: readonly EntryLine[],
  faults: readonly string[],
  checks: YearChecks | undefined,
): readonly Point[] {
  const named = new Map(lines.map((line) => [textIn(line, 'name'), textIn(line, 'id')]))
  const idIn = (message: string) => [...named].find(([name]) => name !== '' && message.includes(`「${name}」`))?.[1]
  const weights = faults.filter((fault) => idIn(fault) === undefined).map((message) => ({ message, isError: true }))
  const own = (checks?.entries ?? []).flatMap(({ entry, rule, message, severity }): Point[] => {
    const id = lines.find((line) => entry?.list === 'indicators' && entry.key[0] === textIn(line, 'id'))?.entry['id']
    const isLater = rule === 'ledger.no-actual'
    return id === undefined || isLater ? [] : [{ message, id: String(id), isError: severity === 'error' }]
  })
  const written = (checks?.reports ?? []).flatMap(({ rule, message, severity }): Point[] => {
    const id = headingRules.has(rule) ? idIn(message) : undefined
    return id === undefined ? [] : [{ message, id, isError: severity === 'error' }]
  })
  return [...weights, ...own, ...written]
}

/** Targets that ask less than what was reached in the years before. */
function unambitiousAmong(lines: readonly EntryLine[], ambition: readonly AmbitionLine[]): readonly Point[] {
  const own = new Set(lines.map((line) => textIn(line, 'id')))
  return ambition.flatMap(({ id, remark }) =>
    remark === undefined || !own.has(id) ? [] : [{ message: remark, id, isError: false }],
  )
}

/** Rules of the audit that are about the setting of indicators, not about their values. */
const headingRules = new Set(['I70', 'indicator.unmeasurable'])
