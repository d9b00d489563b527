import { Alert, Button } from 'antd'
import { useRef, useState } from 'react'
import type { ReportLine } from '#http/contracts/year.ts'
import { yearAddress } from '../../route.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words } from '../../words/reports.ts'
import { words as workWords } from '../../words/work.ts'
import { IssueDate } from './issue-date.tsx'
import { TracedNumber } from './traced-number.tsx'
import { WriteSet } from './write-set.tsx'

/** The set page by page as it is printed; a number leads to where it comes from. `chosen`: id of a report, '' the first. */
export function PreviewSet({ chosen }: { chosen: string }) {
  const { ledger } = useYear()
  const { data, error } = useOfYear<{ reports: readonly ReportLine[] }>('reports')
  const [fact, setFact] = useState('')
  const frame = useRef<HTMLIFrameElement>(null)
  if (error) return <Alert type="error" showIcon title={error.message} />
  if (!data) return <p className="calm">{workWords.loading}</p>
  const report = data.reports.find(({ id }) => id === chosen) ?? data.reports[0]
  if (!report) return <p className="calm">{words.empty}</p>
  const address = `/api/ledgers/${ledger}/reports/${encodeURIComponent(report.id)}`
  return (
    <>
      <div className="tools">
        <WriteSet />
        <Button href={`${address}/docx`} download>
          {words.word}
        </Button>
        <Button href={`${address}/pdf`} download>
          {words.pdf}
        </Button>
        <Button onClick={() => frame.current?.contentWindow?.print()}>{words.print}</Button>
        <IssueDate />
      </div>
      <p className="paper-only">{words.onPaper}</p>
      <p className="calm">{words.hint}</p>
      <div className="preview">
        <nav aria-label={words.list}>
          <ol>
            {data.reports.map(({ id, title }) => (
              <li key={id}>
                <a
                  href={yearAddress(ledger, 'reports', { item: 'preview', query: { report: id } })}
                  aria-current={id === report.id ? 'page' : undefined}
                >
                  {title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <iframe
          key={address}
          ref={frame}
          src={address}
          title={words.preview(report.title)}
          onLoad={({ currentTarget }) => markNumbers(currentTarget, setFact)}
        />
      </div>
      <TracedNumber fact={fact} onClose={() => setFact('')} />
    </>
  )
}

/** Every number of the page answers a click and the Enter key. The page runs no script of its own. */
function markNumbers(frame: HTMLIFrameElement, onNumber: (fact: string) => void): void {
  const page = frame.contentDocument
  if (!page) return
  const style = page.createElement('style')
  style.textContent =
    'data[data-fact]{cursor:pointer;border-bottom:1px dotted #8a919c}data[data-fact]:hover,data[data-fact]:focus{background:#e8f0fc;outline:1px solid #1b4f9c}@media print{data[data-fact]{border:0}}'
  page.head.append(style)
  for (const number of page.querySelectorAll<HTMLElement>('data[data-fact]')) {
    number.tabIndex = 0
    number.setAttribute('role', 'button')
  }
  const factOf = ({ target }: Event) =>
    (target as Element | null)?.closest?.('data[data-fact]')?.getAttribute('data-fact') ?? ''
  page.addEventListener('click', (event) => onNumber(factOf(event)))
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') onNumber(factOf(event))
  })
}
