import { Alert } from 'antd'
import { useRef } from 'react'
import type { WritingView } from '#http/contracts/year.ts'
import { yearAddress } from '../../route.ts'
import { useEntries } from '../../saving/use-entries.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words } from '../../words/reports.ts'
import { words as workWords } from '../../words/work.ts'
import { ReadOnlyNote } from '../read-only-note.tsx'
import { ChapterText, type Chapter } from './chapter-text.tsx'
import { InsertNumber } from './insert-number.tsx'

/** The chapters a clerk writes, report by report; numbers are bound, not typed. `chosen`: a project's id, '' the department. */
export function WriteReports({ chosen }: { chosen: string }) {
  const { ledger } = useYear()
  const { data, error } = useOfYear<WritingView>('writing')
  const { lines, isLoading, problem } = useEntries(ledger, 'sections')
  const field = useRef<HTMLTextAreaElement | null>(null)
  const fault = error?.message ?? (lines.length === 0 ? problem : undefined)
  if (fault) return <Alert type="error" showIcon title={fault} />
  // A chapter that is typed into before its text has come would be taken for one that has none.
  if (!data || isLoading) return <p className="calm">{workWords.loading}</p>
  const idOf = ({ scope }: WritingView['reports'][number]) => (scope === 'department' ? '' : scope.project)
  const report = data.reports.find((each) => idOf(each) === chosen) ?? data.reports[0]
  if (!report) return <p className="calm">{words.empty}</p>
  const lineOf = (chapter: Chapter) =>
    lines.find(
      ({ entry }) => entry['outline'] === chapter.id && JSON.stringify(entry['scope']) === JSON.stringify(report.scope),
    )
  return (
    <>
      <ReadOnlyNote />
      <nav className="choices" aria-label={words.which}>
        {data.reports.map((each) => (
          <a
            key={idOf(each)}
            href={yearAddress(ledger, 'reports', { item: 'write', query: { report: idOf(each) } })}
            aria-current={each === report ? 'page' : undefined}
          >
            {each.title}
          </a>
        ))}
      </nav>
      <InsertNumber names={data} field={field} />
      {report.chapters.map((chapter) => (
        <ChapterText
          key={`${idOf(report)}/${chapter.id}`}
          chapter={chapter}
          scope={report.scope}
          title={report.title}
          line={lineOf(chapter)}
          names={data}
          onFocus={(focused) => {
            field.current = focused
          }}
        />
      ))}
    </>
  )
}
