import type { Database } from '#storage/open-database.ts'

/** The divisions somebody can sign in to, for the sign-in page: by code. */
export function listDivisions({ kysely }: Database): Promise<{ division: string; name: string }[]> {
  return kysely.selectFrom('divisions').select(['division', 'name']).orderBy('division').execute()
}
