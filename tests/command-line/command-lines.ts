import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** What a command line came to: the status it ended with, and what it wrote. */
export type Ran = { readonly status: number | null; readonly out: string; readonly error: string }
export type CommandLines = {
  /** As a person starts it: a program of its own. */
  start(...words: string[]): Promise<Ran>
  /** As `start` the first time a command is asked for; then by a program that stays open, which is several times as fast. */
  run(...words: string[]): Promise<Ran>
  close(): void
}

const program = fileURLToPath(new URL('../../bin/jiheng.js', import.meta.url))
const keptOpen = fileURLToPath(new URL('answer-commands.ts', import.meta.url))

/** Command lines typed in a folder, one at a time. */
export function commandLines(folder: string, env: NodeJS.ProcessEnv): CommandLines {
  const known = new Set<string | undefined>()
  let open: ChildProcess | undefined
  const start = (...words: string[]) => startProgram(words, folder, env)
  return {
    start,
    async run(...words) {
      const [command] = words
      if (!known.has(command)) {
        known.add(command)
        return start(...words)
      }
      open ??= fork(keptOpen, { cwd: folder, env })
      open.send(words)
      const [ran] = await Promise.race([once(open, 'message'), once(open, 'exit')])
      return typeof ran === 'object' ? ran : { status: ran, out: '', error: '程序没有答完就退出了' }
    },
    close: () => open?.disconnect(),
  }
}

async function startProgram(words: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Ran> {
  const child = spawn(process.execPath, [program, ...words], { cwd, env })
  const ran = { out: '', error: '' }
  child.stdout.on('data', (data: Buffer) => (ran.out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (ran.error += data.toString()))
  const [status] = await once(child, 'close')
  return { status, ...ran }
}
