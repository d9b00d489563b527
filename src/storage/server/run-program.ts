import { spawn } from 'node:child_process'

/** Whose rights a program runs with; absent: those of this process. */
export type ServerUser = { readonly uid: number; readonly gid: number }
const grace = 500

export type Outcome = { readonly code: number | null; readonly output: string }

/**
 * Runs a program to its end and gives its exit code with what it printed (the last 8000 characters).
 * A program that cannot be started gives code null and the reason. Never throws.
 * What the program starts in turn may live on and hold its pipes open: they are read until half a second after its end.
 */
export function runProgram(path: string, parameters: readonly string[], user?: ServerUser): Promise<Outcome> {
  return new Promise((resolve) => {
    let output = ''
    const take = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-8000)
    }
    const child = spawn(path, parameters, {
      cwd: '/',
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', SystemRoot: process.env['SystemRoot'] },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...user,
    })
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.once('error', (error) => resolve({ code: null, output: error.message }))
    const finish = () => resolve({ code: child.exitCode, output: output.trim() })
    child.once('close', finish)
    child.once('exit', () => setTimeout(finish, grace))
  })
}
