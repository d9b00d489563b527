import { chown, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StorageProblem } from '../storage-problem.ts'
import {
  type Cluster,
  clusterIn,
  initialiseCluster,
  openFolder,
  ownerName,
  socketFolder,
} from './initialise-cluster.ts'
import { readPostmasterFile, removeLocks } from './postmaster-file.ts'
import { type ServerUser, runProgram } from './run-program.ts'
import { serverPrograms } from './server-programs.ts'
import { serverUser } from './server-user.ts'

/** Where a server is reached, and as whom. `host` is the folder of its socket, or 127.0.0.1 on Windows. */
export type ServerAddress = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
}

const tries = 1200
const pause = 50

/**
 * Finds the server of a folder, or starts one; on first use the folder becomes a database (1–2 seconds).
 *
 * A server that is up is shared, whoever started it, also one whose starter was killed. One that is starting or stopping
 * is waited for, a minute at most. A file left by a server that died is removed.
 * throws   StorageProblem
 */
export async function startServer(folder: string): Promise<ServerAddress> {
  const cluster = clusterIn(folder)
  let failures = 0
  for (let round = 0; round < tries; round++) {
    const running = await readPostmasterFile(cluster.data)
    if (running?.state === 'ready') return addressOf(cluster, running.host, running.port)
    if (running?.state === 'gone') await removeLocks(cluster.data, running)
    if (running && running.state !== 'gone') {
      await sleep(pause)
      continue
    }
    const reason = await launch(folder)
    // Another process may have started it in the same moment: the next round finds that one.
    if (reason !== undefined && ++failures >= 3) throw new StorageProblem('server-not-starting', reason)
  }
  throw new StorageProblem('server-not-starting', cluster.data)
}

/** Stops the server of a folder: sessions are ended, everything committed is on disk. Nothing happens when none runs. */
export async function stopServer(folder: string): Promise<void> {
  const cluster = clusterIn(folder)
  const running = await readPostmasterFile(cluster.data)
  if (!running || running.state === 'gone') return
  const user = await serverUser(cluster.home)
  const { control } = await serverPrograms(folder, user)
  await runProgram(control, ['stop', '-D', cluster.data, '-m', 'fast', '-w', '-t', '60'], user)
}

/** Starts the server once; gives the reason when it did not come up. */
async function launch(folder: string): Promise<string | undefined> {
  const user = await serverUser(clusterIn(folder).home)
  const path = await openFolder(folder, user)
  const programs = await serverPrograms(path, user)
  const cluster = await initialiseCluster(path, programs, user)
  await writeSettings(cluster, user)
  const start = ['start', '-D', cluster.data, '-l', cluster.log, '-w', '-t', '60', '-s']
  const outcome = await runProgram(programs.control, start, user)
  if (outcome.code === 0) return undefined
  const log = await readFile(cluster.log, 'utf8').catch(() => '')
  return [outcome.output, log.slice(-1000)].join(' ').trim()
}

async function writeSettings(cluster: Cluster, user: ServerUser | undefined): Promise<void> {
  const place =
    process.platform === 'win32'
      ? ["listen_addresses = '127.0.0.1'", `port = ${await freePort()}`]
      : [
          "listen_addresses = ''",
          'port = 5432',
          `unix_socket_directories = ${quoted(await socketFolder(cluster, user))}`,
        ]
  // A week of logs at most: each weekday's file is overwritten the week after.
  const log = [
    'logging_collector = on',
    "log_directory = 'log'",
    "log_filename = 'server-%a.log'",
    'log_rotation_age = 1d',
    'log_truncate_on_rotation = on',
  ]
  const settings = [...place, ...log, 'unix_socket_permissions = 0700', "timezone = 'UTC'", 'max_wal_size = 2GB']
  const path = join(cluster.data, 'jiheng.conf')
  await writeFile(path, `${settings.join('\n')}\n`, { mode: 0o600 })
  if (user) await chown(path, user.uid, user.gid)
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
}

async function addressOf(cluster: Cluster, host: string, port: number): Promise<ServerAddress> {
  return { host, port, user: ownerName, password: (await readFile(cluster.password, 'utf8')).trim() }
}
