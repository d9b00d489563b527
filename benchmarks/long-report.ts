import { reportOf } from '../tests/accuracy/examine.ts'
import { type Report } from '../tests/accuracy/report.ts'
import { hunanOutlineA } from '../tests/accuracy/styles/hunan-outline-a.ts'

/** Several county reports in one file; eight of them print on about 30 pages. */
export function longReport(reports: number): Report {
  const blocks = Array.from({ length: reports }, (_, index) => reportOf(hunanOutlineA, index + 1).report.blocks).flat()
  return { name: '三十页报告', blocks }
}
