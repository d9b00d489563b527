import type { PoolClient } from 'pg'
import type { Deadline } from '#domain/year/deadline.ts'
import { logAction } from '../log/log-action.ts'
import { lookInDivision } from '../look-in-division.ts'
import type { Database } from '../open-database.ts'

/** Every deadline of a division, the latest year first. */
export function deadlinesOf(database: Database, division: string): Promise<Deadline[]> {
  return lookInDivision<Deadline>(
    database,
    division,
    'select d.year, d.task, d.day from deadlines d where d.division = $1::text order by d.year desc, d.day, d.task',
    (literal) => [literal(division)],
  )
}

/** Sets a deadline, or takes it away with a blank day; what was and what is goes into the log. */
export async function setDeadline(
  client: PoolClient,
  division: string,
  { year, task, day }: Omit<Deadline, 'day'> & { readonly day: string | null },
  who: string,
): Promise<void> {
  const key = [division, year, task]
  if (day === null) await client.query('delete from deadlines where division = $1 and year = $2 and task = $3', key)
  else
    await client.query(
      `insert into deadlines (division, year, task, day) values ($1, $2, $3, $4)
       on conflict (division, year, task) do update set day = excluded.day`,
      [...key, day],
    )
  await logAction(client, division, {
    who,
    action: 'set-deadline',
    target: `deadlines:${year}/${task}`,
    after: { day },
  })
}
