import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { verifyLog } from '#storage/log/read-log.ts'
import { openDatabase } from '#storage/open-database.ts'
import { type Random, randomFrom } from '../accuracy/random.ts'
import { preparedFolder } from './prepared-folder.ts'
import { ledgerPath, password } from './work-server.ts'

/** More of the same: KILL_WRITES=1000 node --test tests/work/killed.test.ts; the same kills again: KILL_SEED=… */
const writes = Number(process.env['KILL_WRITES'] ?? 200)
const folder = preparedFolder('work')
const program = fileURLToPath(new URL('serve-work.ts', import.meta.url))

type Running = {
  readonly child: ChildProcess
  readonly url: string
  readonly invitations: readonly { invitation: string }[]
}
let running: Running | undefined
after(async () => {
  running?.child.kill('SIGKILL')
  const database = await openDatabase({ folder: join(folder, 'database') })
  await database.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

before(async () => {
  running = await start()
  for (const { invitation } of running.invitations)
    await fetch(`${running.url}api/invitations`, {
      method: 'POST',
      headers: headers(),
      body: JSON.stringify({ invitation, password }),
    })
  running.child.kill('SIGKILL')
})

async function start(): Promise<Running> {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, JIHENG_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const line = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk
      if (said.includes('\n')) resolve(said)
    })
    child.once('exit', () => reject(new Error('the server ended before it said its address')))
  })
  return { child, ...(JSON.parse(line) as Omit<Running, 'child'>) }
}

const headers = (cookie = '') => ({ 'content-type': 'application/json', cookie })

async function signIn(url: string): Promise<string> {
  const body = JSON.stringify({ division: '430922', login: 'clerk', password })
  const answer = await fetch(`${url}api/session`, { method: 'POST', headers: headers(), body })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** The payments whose voucher holds some text: what is stored of each. */
async function storedLike(url: string, cookie: string, text: string): Promise<ReadonlyMap<string, string>> {
  const stored = new Map<string, string>()
  for (let offset = 0; ; offset += 500) {
    const answer = await fetch(`${url}${ledgerPath}/entries/payments?search=${text}&limit=500&offset=${offset}`, {
      headers: headers(cookie),
    })
    const { entries, total } = (await answer.json()) as {
      entries: { voucher: string; amount: string }[]
      total: number
    }
    for (const { voucher, amount } of entries) stored.set(voucher, amount)
    if (offset + 500 >= total) return stored
  }
}

/** Kills the server, or its database's first process; false where that process was just being started. */
function kill(target: 'server' | 'database'): boolean {
  if (target === 'server') return running?.child.kill('SIGKILL') ?? false
  try {
    const file = readFileSync(join(folder, 'database/cluster/data/postmaster.pid'), 'utf8')
    return process.kill(Number(file.split('\n')[0]), 'SIGKILL')
  } catch {
    return false
  }
}

/** Who dies together: with the database alone, the server goes on and has to recover by itself. */
const victims = [['server'], ['database'], ['server', 'database'], ['database', 'server']] as const

/** Kills now and then while others go on writing; all that is left to chance comes of one seed. */
function killer(random: Random) {
  let writesLeft = random.int(0, 30)
  let pending: Promise<void> | undefined
  const killed: string[] = []
  const killAfter = async (delay: number, victim: (typeof victims)[number]) => {
    await sleep(delay)
    if (victim.map(kill).some(Boolean)) killed.push(victim.join('+'))
    writesLeft = random.int(3, 35)
    pending = undefined
  }
  return {
    killed,
    /** Called before each write: one in a while a kill is on its way, up to some writes later. */
    beforeWrite(): void {
      if (pending || writesLeft-- > 0) return
      const victim = random.pick(victims)
      const delay = random.chance(0.5) ? random.next() * 10 : random.next() * 150
      pending = killAfter(delay, victim)
    },
    done: async () => pending,
  }
}

/** How long a server may take to recover from the death of its database. */
const recovery = 30_000

test(`${writes} 次写入中随时强杀服务器和数据库：答应过的一笔不少，没有半笔，一次存的几条不会只存一半，日志首尾相接`, async (context) => {
  const seed = Number(process.env['KILL_SEED'] ?? randomInt(1_000_000))
  context.diagnostic(`KILL_SEED=${seed}`)
  try {
    await writeWhileKilled(seed)
  } catch (error) {
    throw new Error(`再来一遍：KILL_SEED=${seed} node --test tests/work/killed.test.ts`, { cause: error })
  }
})

async function writeWhileKilled(seed: number): Promise<void> {
  running = await start()
  let cookie = await signIn(running.url)
  const chances = randomFrom(seed + 1)
  const kills = killer(randomFrom(seed))
  const acknowledged = new Map<string, string>()
  /** Edits sent as one: beside some of the writes, twenty lines that come together or not at all. */
  const together: { readonly vouchers: readonly string[]; isAcknowledged: boolean }[] = []
  const asked = new Set<string>()
  let lastAnswered = performance.now()
  for (let index = 0; acknowledged.size < writes; index += 1) {
    const voucher = `K-${index}`
    const amount = `${index + 1}.25`
    const entry = {
      voucher,
      organisation: '001',
      date: '2023-12-01',
      amount,
      source: 'general-public',
      nature: 'basic',
      account: '2010301',
      economic: '30201',
    }
    asked.add(voucher)
    const send = (path: string, body: object) =>
      fetch(`${running?.url}${ledgerPath}/entries/payments${path}`, {
        method: 'POST',
        headers: headers(cookie),
        body: JSON.stringify(body),
      }).catch(() => undefined)
    const block = { vouchers: Array.from({ length: 20 }, (_, line) => `B-${index}-${line}`), isAcknowledged: false }
    kills.beforeWrite()
    const blockSent = chances.chance(0.2)
      ? send('/edits', { edits: block.vouchers.map((each) => ({ kind: 'add', entry: { ...entry, voucher: each } })) })
      : undefined
    if (blockSent) together.push(block)
    const answer = await send('', { entry })
    block.isAcknowledged = (await blockSent)?.status === 200
    if (answer?.status === 200) {
      acknowledged.set(voucher, amount)
      lastAnswered = performance.now()
    } else if (running.child.signalCode === 'SIGKILL' || (!answer && (await isKilled(running.child)))) {
      running = await start()
      cookie = await signIn(running.url)
      lastAnswered = performance.now()
    } else {
      assert.equal(running.child.exitCode, null, `数据库被杀，服务器也停了（${kills.killed.join('，')}）`)
      assert.notEqual(answer?.status, 401, '数据库被杀，人被退出了')
      assert.ok(
        performance.now() - lastAnswered < recovery,
        `数据库被杀以后一直没有恢复：${answer?.status}（${kills.killed.join('，')}）`,
      )
      await sleep(20)
    }
  }
  await kills.done()
  running.child.kill('SIGKILL')
  running = await start()
  cookie = await signIn(running.url)
  const stored = await storedLike(running.url, cookie, 'K-')
  const blocks = await storedLike(running.url, cookie, 'B-')
  for (const { vouchers, isAcknowledged } of together) {
    const there = vouchers.filter((voucher) => blocks.has(voucher)).length
    assert.ok(there === vouchers.length || (there === 0 && !isAcknowledged), `${vouchers[0]}：存了 ${there} 条`)
  }
  assert.ok(together.some(({ isAcknowledged }) => isAcknowledged))
  for (const [voucher, amount] of acknowledged) assert.equal(stored.get(voucher), amount, voucher)
  for (const voucher of stored.keys()) assert.ok(asked.has(voucher), voucher)
  assert.ok(kills.killed.length >= Math.floor(writes / 50), kills.killed.join('，'))
  const database = await openDatabase({ folder: join(folder, 'database') })
  const { rows } = await database.pool.query<{ target: string }>(
    "select target from change_log where target like 'payments:001/2023/K-%'",
  )
  assert.equal(new Set(rows.map(({ target }) => target)).size, stored.size, '每一笔都有变更记录，没有多的')
  await verifyLog(database, '430922')
  await database.close()
}

/** Whether a program that did not answer was killed: told a moment after its connections broke. */
async function isKilled(child: ChildProcess): Promise<boolean> {
  for (let time = 0; time < 20 && child.signalCode === null; time += 1) await sleep(10)
  return child.signalCode === 'SIGKILL'
}

test('只杀数据库：程序自己把它再启动起来，接着读写', async () => {
  running?.child.kill('SIGKILL')
  running = await start()
  const { url } = running
  const cookie = await signIn(url)
  assert.ok(kill('database'))
  await sleep(300)
  // A connection that was in use when the server died may fail once; the next one is made anew.
  const statuses: number[] = []
  for (let time = 0; time < 12; time += 1) {
    const answer = await fetch(`${url}${ledgerPath}/entries/papers`, { headers: headers(cookie) })
    statuses.push(answer.status)
  }
  assert.equal(statuses.at(-1), 200, statuses.join(' '))
})
