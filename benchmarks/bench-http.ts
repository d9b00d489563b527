import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { countyFolder } from './county/county-folder.ts'
import { signInAll } from './county/county-people.ts'
import { keptRows } from './county/kept-rows.ts'
import { prepareCounty } from './county/prepare-county.ts'
import { type ReadRoute, readRoutes } from './county/read-routes.ts'
import { type Full, type Pair, type Row, head, middleOf, rowsText, textOf } from './county/rows-text.ts'
import { type Question, load } from './load.ts'

const departments = 100
const payments = 1_000_000
/** As many departments' clerks ask, in turn: the first answer of each is worked out one after another. */
const asking = 25
/** How often a route is asked without pause, each time after the bare one. */
const pairs = 3

/**
 * Every read route over a county's data, beside a bare route under the same load. Each row is told and kept as soon as
 * it is measured, until the code changes: the next run goes on with those that lack, or begins anew where none does.
 * `--minutes=N` begins no row after N minutes; `bench-http.ts WORD…` measures the routes with a word in their name.
 */
export async function benchHttp(): Promise<string> {
  const folder = countyFolder({ departments, payments })
  const children: ChildProcess[] = []
  const leave = async () => {
    await Promise.all(children.map(ended))
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  // Cut off: the rows are told and kept, the copy of the county need not be.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void leave().finally(() => process.exit(1)))
  try {
    const bare = await started(children, 'bare-server.ts')
    const county = await started(children, 'county/county-server.ts', folder)
    return await measuredRoutes(bare, county)
  } finally {
    await leave()
  }
}

/** Tells a server to stop, and waits until it has: its database is to be at rest before its folder goes. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill()
  await once(child, 'exit')
}

type Started = {
  readonly child: ChildProcess
  readonly url: string
  readonly invitations: Readonly<Record<string, string>>
}

async function measuredRoutes(bare: Started, county: Started): Promise<string> {
  const { url, invitations } = county
  const cookies = await signInAll(url, invitations)
  const routes = readRoutes(await prepareCounty(url, cookies, invitations['invited'] ?? ''), cookies)
  const { rows, add } = keptRows<Row>('http')
  const { words, until } = wishOf(process.argv.slice(2))
  const named = routes.filter(({ name }) => words.some((word) => name.includes(word)))
  const lacking = routes.filter(({ name }) => !rows.has(name))
  console.log(head)
  for (const route of [named, lacking, routes].find((each) => each.length > 0) ?? []) {
    if (performance.now() > until) break
    const row = await measuredRoute(bare, county, route)
    add(route.name, row)
    console.log(textOf(route.name, row))
  }
  const verifying = await load(url, () => ({ path: 'api/log/verified', cookie: cookies.log }), {
    connections: 1,
    times: 3,
  })
  const names = routes.map(({ name }) => name)
  return [
    `## Read routes over a county: ${departments} departments, ${departments * 50} projects, ${departments * 750} indicators, ${payments} payments`,
    '',
    `${rowsText(names, rows)} Verifying the log of the county, 160,000 lines, takes ${verifying.median.toFixed(0)} ms.`,
  ].join('\n')
}

/** `http`, the section's own name, is none of a route; `until` on the clock of `performance`. */
function wishOf(words: readonly string[]): { readonly words: readonly string[]; readonly until: number } {
  const minutes = words.flatMap((word) => /^--minutes=(\d+)$/.exec(word)?.[1] ?? [])[0]
  return {
    words: words.filter((word) => word !== 'http' && !word.startsWith('--')),
    until: minutes === undefined ? Infinity : performance.now() + Number(minutes) * 60_000,
  }
}

async function measuredRoute(bare: Started, county: Started, route: ReadRoute): Promise<Row> {
  const { url } = county
  const next = inTurn(route.question)
  const first = route.perLedger ? await load(url, next, { connections: 1, times: asking }) : undefined
  const single = await load(url, next, { connections: 1, seconds: 1 })
  const paced = await load(url, next, { connections: 200, pause: 1000 })
  const measured: Pair[] = []
  while (measured.length < pairs)
    measured.push({
      bare: await fullLoad(bare, () => ({ path: '', cookie: '' }), 1),
      full: await fullLoad(county, next, 2),
    })
  const { rss: held = 0 } = await stateOf(county.child)
  return { ...(first ? { first } : {}), single, paced, pair: middleOf(measured), held, busy: loadavg()[0] ?? 0 }
}

async function fullLoad({ child, url }: Started, next: () => Question, seconds: number): Promise<Full> {
  const before = await stateOf(child)
  const asked = await load(url, next, { connections: 200, seconds })
  const after = await stateOf(child)
  const worked = (after.user + after.system - before.user - before.system) / 1000
  return { ...asked, processor: worked / asked.count }
}

/** The departments that ask, one after another. */
function inTurn(question: (department: string) => Question): () => Question {
  let turn = 0
  return () => {
    turn = (turn % asking) + 1
    return question(turn === 1 ? '001' : `d${turn}`)
  }
}

async function started(children: ChildProcess[], program: string, data?: string): Promise<Started> {
  const child = fork(new URL(program, import.meta.url), {
    env: { ...process.env, ...(data ? { JIHENG_DATA: data } : {}) },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  children.push(child)
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    if (said.includes('\n')) break
  }
  return { child, ...(JSON.parse(said) as Omit<Started, 'child'>) }
}

type State = { readonly user: number; readonly system: number; readonly rss?: number }

/** Microseconds a server has worked so far, and the bytes it holds. */
function stateOf(child: ChildProcess): Promise<State> {
  return new Promise((resolve) => {
    child.once('message', (state) => resolve(state as State))
    child.send('state')
  })
}

if (process.argv[1] === import.meta.filename) console.log(await benchHttp())
