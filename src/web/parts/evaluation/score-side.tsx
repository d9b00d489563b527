import type { YearChecks } from '#http/contracts/year.ts'
import { useOfYear } from '../../shell/year.ts'
import { words } from '../../words/evaluation.ts'
import { sufficiencyOf } from './actual.ts'
import { IndicatorDetail } from './indicator-detail.tsx'
import type { Form, FormRow, Pack } from './rows.ts'

/** Beside the form: the score, everything to be put right, and why the chosen indicator has its points. */
export function ScoreSide({
  form,
  rows,
  pack,
  chosen,
  onChoose,
}: {
  form: Form
  rows: readonly FormRow[]
  pack: Pack
  chosen: string
  onChoose: (id: string) => void
}) {
  const checks = useOfYear<YearChecks>('checks').data
  const open = openPoints(form, rows, checks?.entries ?? [])
  const row = rows.find(({ scored }) => scored.input.id === chosen)
  const show = (id: string) => {
    onChoose(id)
    document.getElementById(`indicator-${id}`)?.querySelector<HTMLElement>('input, textarea, button')?.focus()
  }
  return (
    <aside className="form-side" aria-label={words.explain}>
      <p className="score-line">
        {form.total === undefined ? words.noTotal : words.scoreSaid(form.total, form.full, form.grade ?? '')}
      </p>
      <p className="calm">
        {words.pack}：{pack.title}
      </p>
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
      {row ? <IndicatorDetail key={row.line.id} row={row} /> : <p className="calm">{words.pick}</p>}
    </aside>
  )
}

type OpenPoint = { readonly message: string; readonly id?: string; readonly isError: boolean }

/** What keeps the form from being right: its own faults, findings on its indicators, what wants an explanation or a proof. */
function openPoints(form: Form, rows: readonly FormRow[], findings: YearChecks['entries']): readonly OpenPoint[] {
  const about = (message: string) => rows.find(({ scored }) => message.includes(`「${scored.input.name}」`))
  const at = (message: string, id: string | undefined, isError: boolean): OpenPoint => ({
    message,
    isError,
    ...(id === undefined ? {} : { id }),
  })
  const own = findings.flatMap(({ entry, message, severity }) => {
    const row = rows.find(({ scored }) => entry?.list === 'indicators' && entry.key[0] === scored.input.id)
    return row ? [at(message, row.scored.input.id, severity === 'error')] : []
  })
  const faults = form.faults.map((fault) => at(fault, about(fault)?.scored.input.id, true))
  const remarks = rows.flatMap(({ scored }) =>
    scored.remarks.map((remark) => at(`「${scored.input.name}」${remark}`, scored.input.id, false)),
  )
  const unproven = rows.flatMap(({ scored, line }) => {
    const { isEnough, said } = sufficiencyOf(line)
    return isEnough ? [] : [at(`「${scored.input.name}」${said}`, scored.input.id, false)]
  })
  return [...faults, ...own, ...remarks, ...unproven]
}
