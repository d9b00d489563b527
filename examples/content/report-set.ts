import { baseDataTable } from './base-data-table.ts'
import { type Block } from './blocks.ts'
import { overallReport } from './overall-report.ts'
import { projectReports } from './project-reports.ts'
import { selfEvaluationForm } from './self-evaluation-form.ts'

/** The whole set of 2023 as it was bound: one file, eight parts, no separator but the titles. */
export const reportSet: readonly Block[] = [
  ...overallReport,
  ...baseDataTable,
  ...selfEvaluationForm,
  ...projectReports,
]
