import { type FileHandle, mkdir, open, stat, writeFile } from 'node:fs/promises'
import { dirname, join, parse, resolve } from 'node:path'

/** Where printed reports go. */
export type Sink = { write(text: string): Promise<void>; close(): Promise<void> }

/** The place named by --out can't be written; the message is for the user. */
export class OutputRefused extends Error {}

/** The file `out`, `name` in it when it is a folder, or the standard output when none is named. */
export async function openSink(out: string | undefined, name: string): Promise<Sink> {
  if (out === undefined) return standardOutput
  const target = (await isFolder(out)) ? join(out, name) : out
  const handle = await attempt(target, async (): Promise<FileHandle> => {
    await mkdir(dirname(target), { recursive: true })
    return open(target, 'w')
  })
  return {
    write: (text) => attempt(target, async () => void (await handle.write(text))),
    close: () => handle.close(),
  }
}

const standardOutput: Sink = {
  write: (text) =>
    new Promise((done) => {
      if (process.stdout.write(text)) done()
      else process.stdout.once('drain', done)
    }),
  close: async () => {},
}

/**
 * Writes rendered documents under `out` (or to `out` itself when it names one file) and gives the path. Documents of
 * the same name get a number, so that none is lost; the audited file itself is never written over.
 */
export function renderedWriter(out: string | undefined, single: boolean) {
  const taken = new Set<string>()
  return async (source: string, { bytes, fileName }: { bytes: Uint8Array; fileName: string }): Promise<string> => {
    const one = single && out !== undefined && !(await isFolder(out))
    const target = one ? out : freeName(join(out ?? '.', fileName), taken)
    if (resolve(target) === resolve(source))
      throw new OutputRefused(`不能覆盖被核对的文件：${target}。请换一个 --out。`)
    await attempt(target, async () => {
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, bytes)
    })
    return target
  }
}

function freeName(path: string, taken: Set<string>): string {
  const { dir, name, ext } = parse(path)
  let free = path
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = join(dir, `${name}(${number})${ext}`)
  taken.add(free.toLowerCase())
  return free
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found?.isDirectory() ?? false
}

const reasons: Record<string, string> = {
  EACCES: '没有写入权限',
  EPERM: '没有写入权限',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘空间不足',
  EISDIR: '那里已有同名的文件夹',
  ENOTDIR: '路径中有一段是文件，不是文件夹',
  EEXIST: '路径中有一段是文件，不是文件夹',
  ENAMETOOLONG: '文件名太长',
}

async function attempt<T>(target: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new OutputRefused(`写不到 ${target}：${reasons[code] ?? '写入失败'}。请换一个 --out。`, { cause: error })
  }
}
