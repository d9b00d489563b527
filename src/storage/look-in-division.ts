import { hash } from 'node:crypto'
import type { PoolClient, QueryResult, QueryResultRow } from 'pg'
import { type Confined, opening, settingsOf, transacted } from './in-division.ts'
import type { Within } from './open-database.ts'

type Literal = (text: string) => string

/**
 * One statement that reads, under the same rights as `inDivision`. It goes to the server together with what confines it,
 * and both are planned once for each connection: where many wait for a short answer, the way there and back and the
 * planning are most of what they wait for.
 *
 * statement   its SQL, the same text each time; what differs stands in it as $1, $2, … with a type ($1::text)
 * values      those, as literals; `literal` quotes one
 */
export function lookInDivision<Row extends QueryResultRow>(
  database: Confined,
  division: string,
  statement: string,
  values: (literal: Literal) => readonly string[] = () => [],
): Promise<Row[]> {
  return transacted(database, division, async (client, within) => {
    const given = values((text) => client.escapeLiteral(text))
    if (!forgetful.has(database.pool)) {
      try {
        return await lookedPrepared<Row>(client, within, statement, given)
      } catch (error) {
        // What of it was prepared is not known: the next look begins anew.
        known.delete(client)
        await client.query('rollback; deallocate all')
        if (!isOtherServer(error)) throw error
        forgetful.add(database.pool)
      }
    }
    const said = statement.replaceAll(/\$(\d+)/g, (_, place: string) => given[Number(place) - 1] ?? 'null')
    const results: unknown = await client.query(`${opening(client, within, true)}; ${said}; commit`)
    return (results as QueryResult<Row>[]).at(-2)?.rows ?? []
  })
}

/** A literal of a list of texts. */
export function textsOf(texts: Iterable<string>, literal: Literal): string {
  return `array[${[...texts].map(literal).join(', ')}]::text[]`
}

const known = new WeakMap<PoolClient, Set<string>>()
/** Pools behind which another server answers each time, as a pooler of connections between us and the server does. */
const forgetful = new WeakSet<Confined['pool']>()

/** Statements that are sent as one are one transaction: what confines the look ends with it. */
async function lookedPrepared<Row extends QueryResultRow>(
  client: PoolClient,
  within: Within,
  statement: string,
  values: readonly string[],
): Promise<Row[]> {
  const settings = Object.entries(settingsOf(within))
  const fresh = new Set<string>()
  const said = [
    executed(
      client,
      fresh,
      confining(settings),
      settings.map(([, value]) => client.escapeLiteral(value)),
    ),
    executed(client, fresh, statement, values),
  ]
  const results: unknown = await client.query(said.join('; '))
  known.set(client, new Set([...(known.get(client) ?? []), ...fresh]))
  return (results as QueryResult<Row>[]).at(-1)?.rows ?? []
}

/** A statement by the name it is prepared under, which says what it is; prepared first where the connection lacks it. */
function executed(client: PoolClient, fresh: Set<string>, statement: string, values: readonly string[]): string {
  const name = nameOf(statement)
  const call = `execute ${name}${values.length === 0 ? '' : `(${values.join(', ')})`}`
  if (known.get(client)?.has(name)) return call
  fresh.add(name)
  return `prepare ${name} as ${statement}; ${call}`
}

const names = new Map<string, string>()

function nameOf(statement: string): string {
  const name = names.get(statement) ?? `look_${hash('sha256', statement).slice(0, 32)}`
  names.set(statement, name)
  return name
}

function confining(settings: readonly (readonly [string, string])[]): string {
  const calls = settings.map(([name], index) => `set_config('${name}', $${index + 1}::text, true)`)
  const fixed = `set_config('role', 'jiheng_application', true), set_config('transaction_read_only', 'on', true)`
  return `select ${fixed}, ${calls.join(', ')}`
}

/** A statement is not there that was prepared, or one is that was not. */
function isOtherServer(error: unknown): boolean {
  return ['26000', '42P05'].includes((error as { code?: string }).code ?? '')
}
