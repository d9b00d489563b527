import { type ChildProcess, fork } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readRoutes } from './read-routes.ts'

const departments = 100
const payments = 1_000_000
const seconds = 3
const password = 'Bi-jiao-2023'
type Load = { readonly median: number; readonly p95: number; readonly rate: number; readonly failed: number }

/** Every read route of a ledger over a county's data, beside a bare route under the same load. */
export async function benchHttp(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-county-'))
  chmodSync(folder, 0o755)
  const [bare, county] = [
    await started('bare-server.ts', []),
    await started('county-server.ts', [String(departments), String(payments)], folder),
  ]
  try {
    const { cookie } = await signedIn(county)
    const bareLoads = await loadsOf(bare.url, () => '', '')
    const rows = [rowOf('a bare route', undefined, bareLoads, bareLoads)]
    // Behind the section's own name, those of routes.
    const asked = process.argv.slice(2).filter((each) => each !== 'http')
    for (const { name, address, perLedger } of await readRoutes(county.url, cookie)) {
      if (asked.length > 0 && !asked.includes(name)) continue
      const first = perLedger
        ? await load(county.url, inTurn(address), cookie, { connections: 1, times: departments })
        : undefined
      const loads = await loadsOf(county.url, inTurn(address), cookie)
      rows.push(rowOf(name, first, loads, bareLoads))
      if (asked.length > 0) console.log(rows.at(-1))
    }
    const memory = await new Promise<number>((resolve) => {
      county.child.once('message', (rss) => resolve(Number(rss)))
      county.child.send('memory')
    })
    return [
      `## Read routes over a county: ${departments} departments, ${departments * 50} projects, ${departments * 750} indicators, ${payments} payments`,
      '',
      '| route | first answer of each department: median, p95 ms | 1 connection: p95 ms | 200 connections, each once a second: p95 ms | 200 connections without pause: p95 ms | requests a second | failed | p95 without pause against the bare route |',
      '|---|---|---|---|---|---|---|---|',
      ...rows,
      '',
      `Requests go to the departments in turn. The server held ${Math.round(memory / 2 ** 20)} MiB afterwards.`,
    ].join('\n')
  } finally {
    bare.child.kill()
    county.child.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The departments one after another. */
function inTurn(address: (department: string) => string): () => string {
  let turn = 0
  return () => {
    turn = (turn % departments) + 1
    return address(turn === 1 ? '001' : `d${turn}`)
  }
}

type Loads = { readonly single: Load; readonly paced: Load; readonly full: Load }

async function loadsOf(url: string, pick: () => string, cookie: string): Promise<Loads> {
  return {
    single: await load(url, pick, cookie, { connections: 1 }),
    paced: await load(url, pick, cookie, { connections: 200, pause: 1000 }),
    full: await load(url, pick, cookie, { connections: 200 }),
  }
}

async function started(
  program: string,
  words: readonly string[],
  data?: string,
): Promise<{ child: ChildProcess; url: string; invitation?: string }> {
  const child = fork(new URL(program, import.meta.url), [...words], {
    env: { ...process.env, ...(data ? { JIHENG_DATA: data } : {}) },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    if (said.includes('\n')) break
  }
  return { child, ...(JSON.parse(said) as { url: string; invitation?: string }) }
}

async function signedIn({ url, invitation }: { url: string; invitation?: string }): Promise<{ cookie: string }> {
  const post = (path: string, body: object) =>
    fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  await post('api/invitations', { invitation, password })
  const answer = await post('api/session', { division: '430922', login: 'caizheng', password })
  return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

/**
 * As many connections as told, each asking again as soon as it is answered.
 *
 * pause   milliseconds from one question of a connection to its next; the connections begin spread over it
 * times   how many questions in all, else as many as there is time for
 */
async function load(
  url: string,
  pick: () => string,
  cookie: string,
  { connections, pause = 0, times = Infinity }: { connections: number; pause?: number; times?: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const took: number[] = []
  let failed = 0
  const began = performance.now()
  const end = times < Infinity ? Infinity : began + seconds * 1000
  let asked = 0
  const one = (address: string) =>
    new Promise<boolean>((resolve) => {
      const question = request(address, { agent, headers: { cookie, 'accept-encoding': 'gzip' } }, (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode === 200))
      })
      question.on('error', () => resolve(false))
      question.end()
    })
  await Promise.all(
    Array.from({ length: connections }, async (_, index) => {
      await sleep((pause * index) / connections)
      while (performance.now() < end && asked < times) {
        asked += 1
        const from = performance.now()
        const ok = await one(url + pick())
        took.push(performance.now() - from)
        if (!ok) failed += 1
        if (pause > 0) await sleep(Math.max(0, pause - (performance.now() - from)))
      }
    }),
  )
  agent.destroy()
  const sorted = took.toSorted((left, right) => left - right)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { median: at(0.5), p95: at(0.95), rate: (took.length * 1000) / (performance.now() - began), failed }
}

function rowOf(name: string, first: Load | undefined, { single, paced, full }: Loads, against: Loads): string {
  const failed = [first, single, paced, full].reduce((sum, each) => sum + (each?.failed ?? 0), 0)
  const cells = [
    name,
    first ? `${first.median.toFixed(0)}, ${first.p95.toFixed(0)}` : '',
    single.p95.toFixed(1),
    paced.p95.toFixed(1),
    full.p95.toFixed(1),
    full.rate.toFixed(0),
    failed,
    `${(full.p95 / against.full.p95).toFixed(1)}×`,
  ]
  return `| ${cells.join(' | ')} |`
}

if (process.argv[1] === import.meta.filename) console.log(await benchHttp())
