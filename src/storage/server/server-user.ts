import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { StorageProblem } from '../storage-problem.ts'
import { type ServerUser, runProgram } from './run-program.ts'

/**
 * Whom the server runs as. PostgreSQL refuses to run as root: then the owner of the cluster that is there already, else
 * the system's postgres, else nobody. An ordinary user runs it himself: undefined.
 */
export async function serverUser(cluster: string): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(cluster).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([runProgram('id', ['-u', name]), runProgram('id', ['-g', name])])
    if (Number(uid.output) > 0 && Number(gid.output) > 0) return { uid: Number(uid.output), gid: Number(gid.output) }
  }
  throw new StorageProblem('server-user-missing')
}

/** The outermost folder on the way to `path`, itself counted in, that `user` may not enter; undefined when none. */
export async function closedFolder(path: string, user: ServerUser): Promise<string | undefined> {
  const folders: string[] = []
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    folders.unshift(folder)
    if (folder === dirname(folder)) break
  }
  for (const folder of folders) {
    const { mode, uid, gid } = await stat(folder)
    const enter = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & enter) === 0) return folder
  }
  return undefined
}
