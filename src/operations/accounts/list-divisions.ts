import type { Database } from '#storage/open-database.ts'
import { askedOnce } from '../together.ts'

const divisions = askedOnce(
  () => '',
  ({ kysely }: Database) => kysely.selectFrom('divisions').select(['division', 'name']).orderBy('division').execute(),
)

/** The divisions somebody can sign in to, for the sign-in page: by code. */
export function listDivisions(database: Database): Promise<{ division: string; name: string }[]> {
  return divisions(database, undefined)
}
