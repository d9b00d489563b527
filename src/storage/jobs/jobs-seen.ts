import { lookInDivision, textsOf } from '../look-in-division.ts'
import type { Database } from '../open-database.ts'

/** Whose jobs: an account, and the department it is confined to. */
export type JobOwner = { readonly account: string; readonly department?: string }

/**
 * What tells whether the jobs of accounts of one division are the same as before: two readings with one answer found the
 * same. Many people's questions are one look; each is answered by their own rights. In the order of the owners.
 */
export async function jobsSeen(
  { pool }: Pick<Database, 'pool'>,
  division: string,
  owners: readonly JobOwner[],
): Promise<string[]> {
  const asked = new Map(owners.map((owner) => [nameOf(owner), owner]))
  const rows = await lookInDivision<{ seen: string[] }>(
    { pool },
    division,
    'select jobs_seen($1::text[], $2::text[]) as seen',
    (literal) => [
      textsOf(
        [...asked.values()].map(({ department = '' }) => department),
        literal,
      ),
      textsOf(
        [...asked.values()].map(({ account }) => account),
        literal,
      ),
    ],
  )
  const found = new Map([...asked.keys()].map((name, index) => [name, rows[0]?.seen[index] ?? '']))
  return owners.map((owner) => found.get(nameOf(owner)) ?? '')
}

function nameOf({ account, department = '' }: JobOwner): string {
  return `${account}/${department}`
}
