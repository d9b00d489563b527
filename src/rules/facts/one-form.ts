import type { Place } from '#domain/document.ts'
import type { Reading } from '#domain/reading.ts'

/**
 * A report and the tables behind it, titled apart, are of one subject where the document names no second project. What a
 * goal or monitoring form plans, or knows by July, is not what the report tells of the year.
 */
export function isOneForm({ parts }: Reading, cell: Place, told: Place): boolean {
  if (cell.part === told.part) return true
  const [one, two] = [parts[cell.part], parts[told.part]]
  if (!one || !two || one.year !== two.year) return false
  if (one.kind === 'goal-form' || one.kind === 'monitoring-form') return false
  return one.project === undefined || two.project === undefined || one.project === two.project
}
