import type { Ledger } from '#domain/ledger/ledger.ts'
import { namedProject, titleFor } from './named-project.ts'

/** A report's title with {year}, {department}, {division} and {project} filled in; `project`: its name, '' for the department's. */
export function filledTitle(
  title: string,
  { division, department, year }: Pick<Ledger, 'division' | 'department' | 'year'>,
  project: string,
): string {
  const filled: Record<string, string> = {
    year: String(year),
    department: department.name,
    project: namedProject(project),
    division: division.name,
  }
  return titleFor(title, project).replace(/\{(\w+)\}/g, (_, wanted: string) => filled[wanted] ?? '')
}
