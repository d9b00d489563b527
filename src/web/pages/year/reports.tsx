import { CompareSet } from '../../parts/compare/compare-set.tsx'
import { Parts } from '../../parts/tabs.tsx'
import { PreviewSet } from '../../parts/reports/preview-set.tsx'
import { WriteReports } from '../../parts/reports/write-reports.tsx'
import type { YearPageProps } from '../../shell/year-pages.tsx'
import { words } from '../../words/reports.ts'

/** 报告: the set as it will be printed, and the text a clerk writes for it. */
export function Reports({ item = 'preview', query }: YearPageProps) {
  const part = item === 'write' || item === 'compare' ? item : 'preview'
  return (
    <>
      <h1>{words.title}</h1>
      <Parts page="reports" name={words.title} current={part} items={words.parts} />
      {part === 'preview' && <PreviewSet chosen={query['report'] ?? ''} />}
      {part === 'write' && <WriteReports chosen={query['report'] ?? ''} />}
      {part === 'compare' && <CompareSet query={query} />}
    </>
  )
}
