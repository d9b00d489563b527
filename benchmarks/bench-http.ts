import { type ChildProcess, fork } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const departments = 100
const payments = 1_000_000
const seconds = 4
const password = 'Bi-jiao-2023'
const routes = [
  '',
  '/execution',
  '/evaluation',
  '/checks',
  '/reports',
  '/writing',
  '/counts',
  '/submission',
  '/head',
  '/entries/payments?limit=200',
  '/entries/indicators?limit=200',
]

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
    const rows: string[] = []
    for (const connections of [1, 200]) {
      const against = await load(bare.url, () => '', '', connections)
      rows.push(rowOf('bare route', connections, against, against))
      for (const route of routes) {
        const pick = () => `api/ledgers/430922/${departmentAt(connections)}/2023${route}`
        await load(county.url, pick, cookie, connections, 1)
        rows.push(
          rowOf(
            route === '' ? '（概况）' : route,
            connections,
            await load(county.url, pick, cookie, connections),
            against,
          ),
        )
      }
    }
    const memory = await new Promise<number>((resolve) => {
      county.child.once('message', (rss) => resolve(Number(rss)))
      county.child.send('memory')
    })
    return [
      `## Read routes over a county: ${departments} departments, ${departments * 50} projects, ${departments * 750} indicators, ${payments} payments`,
      '',
      '| route | connections | median ms | p95 ms | requests a second | failed | p95 against the bare route |',
      '|---|---|---|---|---|---|---|',
      ...rows,
      '',
      `Requests go to departments at random, one after another on each connection. The server held ${Math.round(memory / 2 ** 20)} MiB afterwards.`,
    ].join('\n')
  } finally {
    bare.child.kill()
    county.child.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

let turn = 0
/** Departments in turn; a single connection stays with a few, as a person does. */
function departmentAt(connections: number): string {
  turn += 1
  const index = turn % (connections === 1 ? 5 : departments)
  return index === 0 ? '001' : `d${index + 1}`
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

/** As many connections as told, each asking again as soon as it is answered. */
async function load(
  url: string,
  pick: () => string,
  cookie: string,
  connections: number,
  forSeconds = seconds,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const took: number[] = []
  let failed = 0
  const end = performance.now() + forSeconds * 1000
  const one = (address: string) =>
    new Promise<boolean>((resolve) => {
      const asked = request(address, { agent, headers: { cookie } }, (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode === 200))
      })
      asked.on('error', () => resolve(false))
      asked.end()
    })
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const from = performance.now()
        const ok = await one(url + pick())
        took.push(performance.now() - from)
        if (!ok) failed += 1
      }
    }),
  )
  agent.destroy()
  const sorted = took.toSorted((left, right) => left - right)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { median: at(0.5), p95: at(0.95), rate: took.length / forSeconds, failed }
}

function rowOf(name: string, connections: number, { median, p95, rate, failed }: Load, against: Load): string {
  return `| ${name} | ${connections} | ${median.toFixed(1)} | ${p95.toFixed(1)} | ${rate.toFixed(0)} | ${failed} | ${(p95 / against.p95).toFixed(1)}× |`
}

if (process.argv[1] === import.meta.filename) console.log(await benchHttp())
