import { Alert } from 'antd'
import type { ReportComparison } from '#http/contracts/compare.ts'
import { ask } from '../../ask.ts'
import { useRead } from '../../shell/queries.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/more.ts'
import { words as workWords } from '../../words/work.ts'

const words = all.compare

/** A report of two states, the paragraphs that differ: taken out struck through, put in underlined. */
export function ComparedReport({ report, from, to }: { report: string; from: string; to: string }) {
  const { ledger } = useYear()
  const { data, error } = useRead({
    queryKey: ['ledger', ledger, 'compare', 'reports', report, from, to],
    queryFn: () =>
      ask<ReportComparison>(
        `/api/ledgers/${ledger}/compare/reports/${encodeURIComponent(report)}?${new URLSearchParams({ from, to })}`,
      ),
  })
  if (error) return <Alert type="error" showIcon title={error.message} />
  if (!data) return <p className="calm">{workWords.loading}</p>
  const differing = data.paragraphs.flatMap((paragraph, index) =>
    paragraph.kind === 'same' ? [] : [{ paragraph, index }],
  )
  if (differing.length === 0) return <p>{words.same}</p>
  return (
    <section aria-label={words.paragraphs} className="paragraphs">
      <p className="calm">{words.counts(data.counts.added, data.counts.removed, data.counts.changed)}</p>
      {differing.map(({ paragraph, index }) => (
        <p key={index}>
          {(paragraph.kind === 'changed' ? paragraph.parts : [paragraph]).map((part, at) => {
            const key = `${at}${part.kind}`
            if (part.kind === 'added') return <ins key={key}>{part.text}</ins>
            return part.kind === 'removed' ? <del key={key}>{part.text}</del> : <span key={key}>{part.text}</span>
          })}
        </p>
      ))}
    </section>
  )
}
