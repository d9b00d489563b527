import { useEntries } from '../../saving/use-entries.ts'
import { useYear } from '../../shell/year.ts'

export type EntityScope = 'department' | { readonly project: string }

/** What entries of the department or of a project are filed under; undefined while the projects are being read. */
export function useScopeOf(entity: string): EntityScope | undefined {
  const { ledger } = useYear()
  const { lines } = useEntries(ledger, 'projects')
  if (entity === '') return 'department'
  const project = lines.find(({ entry }) => entry['name'] === entity)
  return project && { project: String(project.entry['id']) }
}

/** The projects a ledger evaluates, by name; '' first, the department. */
export function useEntityNames(): readonly string[] {
  const { ledger } = useYear()
  const { lines } = useEntries(ledger, 'projects')
  const evaluated = lines.filter(({ entry }) => entry['evaluated'] === true)
  return ['', ...evaluated.map(({ entry }) => String(entry['name'] ?? ''))]
}
