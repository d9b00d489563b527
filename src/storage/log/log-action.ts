import type { PoolClient } from 'pg'

/**
 * Something a person did that is no change of an entry: signed in, exported a set, handed it in.
 *
 * target   what it was done to: 'accounts:login', 'package:001/2023'
 * before   what it was before, where it replaced something
 * after    what else is to be known of it; no secret
 */
export type Action = {
  readonly who: string
  readonly action: string
  readonly target: string
  readonly before?: Readonly<Record<string, unknown>>
  readonly after?: Readonly<Record<string, unknown>>
}

/** Adds a line to the log of a division. */
export async function logAction(
  client: PoolClient,
  division: string,
  { who, action, target, before, after }: Action,
): Promise<void> {
  await client.query(
    'insert into change_log (division, who, action, target, before, after) values ($1, $2, $3, $4, $5, $6)',
    [division, who, action, target, before ? JSON.stringify(before) : null, after ? JSON.stringify(after) : null],
  )
}
