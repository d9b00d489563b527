import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Problem, problemOf } from '#domain/problem.ts'

/** A file to audit: on disk, or taken out of an archive already; or why there is nothing to audit under a name. */
export type Gathered =
  | { readonly name: string; readonly path: string }
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly problem: Problem }

const known = /\.(?:docx?|docm|wps|xlsx?|xlsm|et|csv|pdf|html?|txt|text|md|zip)$/i
const mostBytes = 200 * 1024 * 1024

/** The files under paths: folders are searched, archives opened, in the order given and by name within a folder. */
export async function gatherFiles(paths: readonly string[]): Promise<Gathered[]> {
  const lists = await Promise.all(paths.map((path) => gather(path, true)))
  return lists.flat()
}

/** The bytes of a gathered file, or the problem that keeps them away. */
export async function bytesOf(file: Gathered): Promise<Uint8Array | Problem> {
  if ('problem' in file) return file.problem
  if ('bytes' in file) return file.bytes
  try {
    const { size } = await stat(file.path)
    if (size > mostBytes) return problemOf('file-too-large', file.name, true, `${Math.round(size / 1024 / 1024)} MB`)
    return await readFile(file.path)
  } catch {
    return problemOf('file-unreadable', file.name, true)
  }
}

async function gather(path: string, named: boolean): Promise<Gathered[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return [{ name: path, problem: problemOf('file-missing', path, true) }]
  if (found.isDirectory()) {
    const entries = (await readdir(path, { withFileTypes: true })).toSorted((left, right) =>
      left.name.localeCompare(right.name, 'zh-CN'),
    )
    const wanted = entries.filter(
      (entry) => !/^[.~]/.test(entry.name) && (entry.isDirectory() || (entry.isFile() && known.test(entry.name))),
    )
    return (await Promise.all(wanted.map((entry) => gather(join(path, entry.name), false)))).flat()
  }
  if (/\.zip$/i.test(path)) return fromArchive(path, found.size)
  return named || known.test(path) ? [{ name: path, path }] : []
}

async function fromArchive(path: string, size: number): Promise<Gathered[]> {
  if (size > mostBytes) return [{ name: path, problem: problemOf('file-too-large', path, true) }]
  const { expandArchive } = await import('#reading/formats/archives/unzip.ts')
  const { files, problems } = expandArchive({ name: path, bytes: await readFile(path) })
  const wanted = files.filter((file) => known.test(file.name))
  return [...wanted, ...problems.map((problem) => ({ name: path, problem }))]
}
