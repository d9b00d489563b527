import { stat } from 'node:fs/promises'
import { together } from '../together.ts'

/**
 * How the files of something stand, by its name: another word once one of them was replaced or lengthened, whoever did it.
 * A file that is written aside and renamed is another one than that it replaces. Those who ask at once are told of one
 * look, which is never older than their question.
 */
export function stampsOf(pathsOf: (name: string) => readonly string[]): (name: string) => Promise<string> {
  const looks = together<string, string>((names) => {
    const looked = new Map([...new Set(names)].map((name) => [name, stampOfAll(pathsOf(name))]))
    return Promise.all(names.map((name) => looked.get(name) ?? ''))
  })
  return (name) => looks.load(name)
}

async function stampOfAll(paths: readonly string[]): Promise<string> {
  return (await Promise.all(paths.map(stampOfFile))).join(' ')
}

async function stampOfFile(path: string): Promise<string> {
  try {
    const { ino, mtimeNs, size } = await stat(path, { bigint: true })
    return `${ino}/${mtimeNs}/${size}`
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
