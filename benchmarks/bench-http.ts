import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { countyFolder } from './county/county-folder.ts'
import { signInAll } from './county/county-people.ts'
import { keptRows } from './county/kept-rows.ts'
import { prepareCounty } from './county/prepare-county.ts'
import { type ReadRoute, readRoutes } from './county/read-routes.ts'
import { type Load, load } from './load.ts'

const departments = 100
const payments = 1_000_000
/** `processor`: milliseconds the server itself worked for a question, which do not grow with what else the machine does. */
type Full = Load & { readonly processor: number }
/** `bare`: the bare route, asked without pause just before, so that both meet what else the machine does. */
type Row = {
  readonly first?: Load
  readonly single: Load
  readonly paced: Load
  readonly full: Full
  readonly bare: Full
}

/**
 * Every read route over a county's data, beside a bare route under the same load. Each row is told and kept as soon as
 * it is measured; a run that was cut off is gone on with. `bench-http.ts NAME…` measures those routes only.
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
  const words = await prepareCounty(url, cookies, invitations['invited'] ?? '')
  // Behind the section's own name, those of routes.
  const asked = process.argv.slice(2).filter((each) => each !== 'http')
  const kept = keptRows<Row>('http')
  console.log(head)
  for (const route of readRoutes(words)) {
    if (asked.length > 0 && !asked.includes(route.name)) continue
    if (asked.length > 0 || !kept.rows.has(route.name))
      kept.add(route.name, await measuredRoute(bare, county, route, cookies[route.by]))
    console.log(textOf(route.name, kept.rows.get(route.name)!))
  }
  const verifying = await load(url, () => 'api/log/verified', cookies.log, { connections: 1, times: 3 })
  const section = sectionOf(kept.rows, (await stateOf(county.child)).rss ?? 0, verifying)
  if (asked.length === 0) kept.done()
  return section
}

async function measuredRoute(bare: Started, county: Started, route: ReadRoute, cookie: string): Promise<Row> {
  const { url } = county
  const pick = inTurn(route.address)
  const first = route.perLedger ? await load(url, pick, cookie, { connections: 1, times: departments }) : undefined
  return {
    ...(first ? { first } : {}),
    single: await load(url, pick, cookie, { connections: 1, seconds: 1 }),
    paced: await load(url, pick, cookie, { connections: 200, pause: 1000 }),
    bare: await fullLoad(bare, () => '', '', 2),
    full: await fullLoad(county, pick, cookie, 3),
  }
}

async function fullLoad({ child, url }: Started, pick: () => string, cookie: string, seconds: number): Promise<Full> {
  const before = await stateOf(child)
  const asked = await load(url, pick, cookie, { connections: 200, seconds })
  const after = await stateOf(child)
  const worked = (after.user + after.system - before.user - before.system) / 1000
  return { ...asked, processor: worked / asked.count }
}

/** The departments one after another. */
function inTurn(address: (department: string) => string): () => string {
  let turn = 0
  return () => {
    turn = (turn % departments) + 1
    return address(turn === 1 ? '001' : `d${turn}`)
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

const head = [
  "| route | first answer of each department: median, p95 ms | 1 connection: p95 ms | 200 connections, each once a second: p95 ms | 200 connections without pause: p95 ms | requests a second | failed | bare route without pause: p95 ms | against it | server's processor ms a request, bare route's |",
  '|---|---|---|---|---|---|---|---|---|---|',
].join('\n')

function textOf(name: string, { first, single, paced, full, bare }: Row): string {
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
    `${(full.p95 / bare.p95).toFixed(1)}×`,
    `${full.processor.toFixed(3)}, ${bare.processor.toFixed(3)}`,
  ]
  return `| ${cells.join(' | ')} |`
}

function sectionOf(rows: ReadonlyMap<string, Row>, memory: number, verifying: Load): string {
  const all = [...rows.values()]
  const slow = (each: (row: Row) => number) => all.filter((row) => each(row) >= 50).length
  return [
    `## Read routes over a county: ${departments} departments, ${departments * 50} projects, ${departments * 750} indicators, ${payments} payments`,
    '',
    head,
    ...[...rows].map(([name, row]) => textOf(name, row)),
    '',
    `Of ${all.length} routes, p95 is 50 ms or more for ${slow(({ paced }) => paced.p95)} with 200 connections that each ask once a second, for ${slow(({ full }) => full.p95)} with 200 connections without pause; of the bare route's ${all.length} measurements, ${slow(({ bare }) => bare.p95)} are. Requests go to the departments in turn. The server held ${Math.round(memory / 2 ** 20)} MiB afterwards. Verifying the log of the county, 160,000 lines, takes ${verifying.median.toFixed(0)} ms.`,
  ].join('\n')
}

if (process.argv[1] === import.meta.filename) console.log(await benchHttp())
