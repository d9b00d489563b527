import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The product as a program of its own, as a person starts it: it can be killed, or told to stop. */
export type ServedProgram = {
  readonly url: string
  /** Codes that set the first password, by login; none once they are taken up. */
  readonly invitations: ReadonlyMap<string, string>
  /** Ends it without warning, or asks it to end; gives the milliseconds that took. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number>
}

/** Starts the product on a folder; `invited`: waits until it has told the invitations. `port`: 0 takes any that is free. */
export async function servedProgram(folder: string, invited: boolean, port = 0): Promise<ServedProgram> {
  const child = spawn(process.execPath, ['bin/main.js', 'serve', '--port', String(port), '--open-example'], {
    cwd: root,
    env: { ...process.env, JIHENG_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    said += String(chunk)
    const url = /已启动：(\S+)/.exec(said)?.[1]
    const links = [...said.matchAll(/（([a-z-]+)）\s+\S+#\/invitation\/(\S+)/g)]
    if (!url || (invited && (links.length < 9 || !said.endsWith('\n')))) continue
    return {
      url,
      invitations: new Map(links.map(([, login = '', code = '']) => [login, code])),
      end: (signal) => endOf(child, signal),
    }
  }
  throw new Error(`the program ended before it was up: ${said}`)
}

async function endOf(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number> {
  const from = performance.now()
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal)
    await once(child, 'exit')
  }
  return performance.now() - from
}
