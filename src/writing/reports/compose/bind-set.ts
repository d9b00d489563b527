import type { PrintedReport, ReportSet } from '#domain/report/printed-report.ts'

/** All reports of a set as one document, in their order: what the department hands in and publishes as one file. */
export function bindSet({ department, year, reports }: ReportSet): PrintedReport {
  return {
    id: '00-合订本',
    kind: 'report-set',
    title: `${department}${year}年度绩效报告`,
    entity: department,
    year,
    blocks: reports.flatMap(({ blocks }) => blocks),
  }
}
