import { readFile, readdir, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * What a running server says of itself in postmaster.pid.
 *
 * host    folder of its socket, or address it listens on
 * state   'ready' when it takes connections; 'gone' when the file is left over from a server that died
 */
export type RunningServer = {
  readonly pid: number
  readonly host: string
  readonly port: number
  readonly state: 'starting' | 'ready' | 'stopping' | 'gone'
}

/** Reads postmaster.pid of a data folder; undefined where there is none or it is still being written. */
export async function readPostmasterFile(data: string): Promise<RunningServer | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  const host = lines[4] || lines[5] || ''
  const word = lines[7] ?? ''
  const state = word === 'ready' || word === 'stopping' ? word : 'starting'
  const port = Number(lines[3])
  if (await isPostmaster(pid)) return { pid, host, port, state }
  // What a killed server started may go on for a moment: nobody may open its data before that has ended.
  return { pid, host, port, state: (await isInUse(data)) ? 'stopping' : 'gone' }
}

/** Removes what a server that is gone left behind: where its process is still listed, a new one would not start. */
export async function removeLocks(data: string, { host, port }: RunningServer): Promise<void> {
  await rm(join(data, 'postmaster.pid'), { force: true })
  if (host.startsWith('/')) await rm(join(host, `.s.PGSQL.${port}.lock`), { force: true })
}

/** Whether a process works in a data folder: all of a server's do. Elsewhere than on Linux PostgreSQL itself checks. */
async function isInUse(data: string): Promise<boolean> {
  if (process.platform !== 'linux') return false
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const places = await Promise.all(processes.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')))
  return places.includes(data)
}

/** Whether a process of this id is a PostgreSQL server: after a crash the id may have gone to another program. */
async function isPostmaster(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it is alive and another user's.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  if (process.platform !== 'linux') return true
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return /(^|\/)postgres$/.test(command.split('\0')[0] ?? '')
}
