import { useMemo } from 'react'
import { useEntries } from '../saving/use-entries.ts'
import { choicesAmong } from './choices.ts'
import type { Context } from './columns.ts'

/** The units and projects of a ledger, for cells that name one. */
export function useListContext(ledger: string): Context {
  const organisations = useEntries(ledger, 'organisations').lines
  const projects = useEntries(ledger, 'projects').lines
  return useMemo(
    () => ({
      organisations: choicesAmong(organisations.map(({ entry }) => entry)),
      projects: choicesAmong(projects.map(({ entry }) => entry)),
    }),
    [organisations, projects],
  )
}
