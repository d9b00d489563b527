import type { YearChecks } from '#http/contracts/year.ts'
import { useOfYear } from '../../shell/year.ts'
import { words as all } from '../../words/materials.ts'
import { FindingLine } from '../findings/finding-line.tsx'

const words = all.evaluation

/** What the rules say of this page's entries and what it still lacks; never in the way of saving. `more`: what else is asked for. */
export function PageChecks({ pages, more = [] }: { pages: readonly string[]; more?: readonly string[] }) {
  const { data } = useOfYear<YearChecks>('checks')
  if (!data) return null
  const own = data.entries.filter(({ page }) => pages.includes(page))
  const lacking = data.gaps.filter(({ page }) => pages.includes(page))
  return (
    <section aria-label={words.checks}>
      <h2>{words.checks}</h2>
      {own.length + lacking.length + more.length === 0 && <p className="calm">{words.none}</p>}
      <div role="status">
        <ul className="findings">
          {own.map((finding) => (
            <FindingLine key={finding.message} line={{ kind: 'entries', ...finding }} />
          ))}
          {lacking.map((gap) => (
            <FindingLine key={gap.message} line={{ kind: 'gaps', severity: 'error', ...gap }} />
          ))}
          {more.map((message) => (
            <li key={message} className="finding warning">
              <p className="said">{message}</p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
