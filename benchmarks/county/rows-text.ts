import type { Load } from '../load.ts'

/** `processor`: milliseconds the server itself worked for a question, which do not grow with what else the machine does. */
export type Full = Load & { readonly processor: number }
/** The bare route and then the route, asked without pause: both meet what else the machine does. */
export type Pair = { readonly bare: Full; readonly full: Full }
/**
 * What was measured of one route.
 *
 * first   the first answer of each department, where each has its own
 * pair    of several pairs the one with the middle ratio
 * held    bytes the server held afterwards
 * busy    the machine's load average then: how many wanted a processor
 */
export type Row = {
  readonly first?: Load
  readonly single: Load
  readonly paced: Load
  readonly pair: Pair
  readonly held: number
  readonly busy: number
}

/** Which pair stands for all: the one in the middle by what the route takes of the bare one's time. */
export function middleOf(pairs: readonly Pair[]): Pair {
  const sorted = pairs.toSorted((one, other) => ratioOf(one) - ratioOf(other))
  return sorted[Math.floor((sorted.length - 1) / 2)]!
}

function ratioOf({ full, bare }: Pair): number {
  return full.p95 / bare.p95
}

export const head = [
  "| route | first answer of each department: median, p95 ms | 1 connection: p95 ms | 200 connections, each once a second: p95 ms | 200 connections without pause: p95 ms | requests a second | failed | bare route without pause: p95 ms | against it | server's processor ms a request, bare route's | load average |",
  '|---|---|---|---|---|---|---|---|---|---|---|',
].join('\n')

export function textOf(name: string, { first, single, paced, pair, busy }: Row): string {
  const { full, bare } = pair
  const failed = [first, single, paced, full].reduce((sum, each) => sum + (each?.failed ?? 0), 0)
  const cells = [
    name,
    first ? `${first.median.toFixed(0)}, ${first.p95.toFixed(0)}` : '',
    single.p95.toFixed(1),
    paced.p95.toFixed(1),
    full.p95.toFixed(1),
    full.rate.toFixed(0),
    failed,
    bare.p95.toFixed(1),
    `${ratioOf(pair).toFixed(1)}×`,
    `${full.processor.toFixed(3)}, ${bare.processor.toFixed(3)}`,
    busy.toFixed(1),
  ]
  return `| ${cells.join(' | ')} |`
}

/** What the rows say together, in the order of `names`, which are those of all routes. */
export function rowsText(names: readonly string[], rows: ReadonlyMap<string, Row>): string {
  const measured = names.flatMap((name) => {
    const row = rows.get(name)
    return row ? [[name, row] as const] : []
  })
  const all = measured.map(([, row]) => row)
  const slow = (each: (row: Row) => number) => all.filter((row) => each(row) >= 50).length
  const held = Math.max(0, ...all.map((row) => row.held))
  return [
    head,
    ...measured.map(([name, row]) => textOf(name, row)),
    '',
    `${all.length} of ${names.length} routes are measured. p95 is 50 ms or more for ${slow(({ paced }) => paced.p95)} of them with 200 connections that each ask once a second, for ${slow(({ pair }) => pair.full.p95)} with 200 connections without pause; of the bare route's measurements beside them, ${slow(({ pair }) => pair.bare.p95)} are. Departments are asked for in turn, each by its own clerk. The server held ${Math.round(held / 2 ** 20)} MiB at most.`,
  ].join('\n')
}
