import { createHash, randomBytes } from 'node:crypto'
import { appendFile, chmod, chown, lstat, mkdir, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exists } from '../file-exists.ts'
import { StorageProblem } from '../storage-problem.ts'
import { type ServerUser, runProgram } from './run-program.ts'
import { closedFolder } from './server-user.ts'
import type { ServerPrograms } from './server-programs.ts'

/**
 * The folder a server keeps its data in: `data` is PostgreSQL's, `password` the 0600 file with the password of its one
 * user, `log` what it printed on its last start.
 */
export type Cluster = {
  readonly home: string
  readonly data: string
  readonly password: string
  readonly log: string
}
/** The server's one user, who owns what is stored. */
export const ownerName = 'jiheng'

/** Folders in which this process is making a cluster: it may be opened twice at once. */
const making = new Set<string>()

/** The cluster inside a folder, whether it is there yet or not. */
export function clusterIn(folder: string): Cluster {
  const home = join(folder, 'cluster')
  return { home, data: join(home, 'data'), password: join(home, 'password'), log: join(home, 'start.log') }
}

/**
 * Makes the cluster unless it is there: UTF-8, C locale (order of bytes, the same on every machine), a random password.
 * It is made aside and renamed, so that a kill leaves nothing or all of it, and of two processes one wins.
 */
export async function initialiseCluster(
  folder: string,
  programs: ServerPrograms,
  user: ServerUser | undefined,
): Promise<Cluster> {
  const cluster = clusterIn(folder)
  await removeLeftovers(folder)
  if (await exists(cluster.home)) return cluster
  const fresh = join(folder, `new-${process.pid}-${randomBytes(4).toString('hex')}`)
  making.add(fresh)
  try {
    await makeCluster(fresh, programs, user)
    await rename(fresh, cluster.home).catch(() => rm(fresh, { recursive: true, force: true }))
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    throw error
  } finally {
    making.delete(fresh)
  }
  return cluster
}

async function makeCluster(fresh: string, programs: ServerPrograms, user: ServerUser | undefined): Promise<void> {
  await mkdir(fresh, { mode: 0o700 })
  const password = join(fresh, 'password')
  await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (user) for (const path of [fresh, password]) await chown(path, user.uid, user.gid)
  const data = join(fresh, 'data')
  const locale = ['--encoding=UTF8', '--locale-provider=libc', '--locale=C', '--text-search-config=simple']
  const login = ['-U', ownerName, '--auth=scram-sha-256', `--pwfile=${password}`]
  const outcome = await runProgram(programs.initdb, ['-D', data, ...locale, ...login, '--no-instructions'], user)
  if (outcome.code !== 0) throw new StorageProblem('server-not-starting', outcome.output)
  await appendFile(join(data, 'postgresql.conf'), "\ninclude_if_exists = 'jiheng.conf'\n")
}

/** Makes the folder and lets `user` enter it. A folder further up that is closed to him is not ours to open. */
export async function openFolder(folder: string, user: ServerUser | undefined): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = await realpath(folder)
  if (!user) return path
  const closed = await closedFolder(path, user)
  if (closed === path) await chown(path, user.uid, user.gid)
  else if (closed !== undefined) throw new StorageProblem('folder-unreachable', closed)
  return path
}

/** What processes left behind that were killed while making a cluster, one with this one's number among them. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = Number(/^new-(\d+)(?:-|$)/.exec(name)?.[1] ?? Number.NaN)
    const path = join(folder, name)
    if (Number.isNaN(pid) || making.has(path) || (pid !== process.pid && isAlive(pid))) continue
    await rm(path, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The longest path of a socket that every system takes: 103 bytes on macOS. */
const longestSocket = 103

/**
 * The folder for the server's socket, closed to everyone but its user: inside the cluster, or in the temporary folder
 * where the path would be too long for a socket.
 */
export async function socketFolder(cluster: Cluster, user: ServerUser | undefined): Promise<string> {
  const near = join(cluster.home, 'socket')
  const name = createHash('sha256').update(cluster.home).digest('hex').slice(0, 16)
  const path = Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= longestSocket ? near : join(tmpdir(), `jiheng-${name}`)
  await mkdir(path, { recursive: true, mode: 0o700 })
  const found = await lstat(path)
  const mine = [process.getuid?.(), user?.uid]
  if (!found.isDirectory() || !mine.includes(found.uid)) throw new StorageProblem('server-not-starting', path)
  await chmod(path, 0o700)
  if (user) await chown(path, user.uid, user.gid)
  return path
}
