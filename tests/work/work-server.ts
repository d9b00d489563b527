import { rmSync } from 'node:fs'
import { type RunningServer, startServer } from '#http/start-server.ts'
import { preparedFolder } from './prepared-folder.ts'

export const password = 'Zhang-2023-dui'
/** What the browser of people in tests calls itself. */
const browser =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36'
export const ledgerPath = 'api/ledgers/430922/001/2023'

/** An answer of the server, read whole. */
export type Answer = { readonly status: number; readonly body: Record<string, unknown> }

/** A person signed in: asks the server and remembers nothing but the cookie. */
export type Person = {
  readonly cookie: string
  get(path: string): Promise<Answer>
  send(method: string, path: string, body?: unknown): Promise<Answer>
}

/** The product with its example and an account for each role, all with one password; a folder of its own. */
export type WorkServer = {
  readonly server: RunningServer
  readonly folder: string
  signIn(login: string): Promise<Person>
  /** Asks as nobody, or with a cookie. */
  ask(method: string, path: string, options?: { cookie?: string; body?: unknown }): Promise<Answer & { cookie: string }>
  close(): Promise<void>
}

export async function workServer(): Promise<WorkServer> {
  const folder = preparedFolder('work')
  process.env['JIHENG_DATA'] = folder
  const server = await startServer({ openExample: true, mostRequests: 100_000, mostTries: 100_000 })
  const ask: WorkServer['ask'] = async (method, path, { cookie = '', body } = {}) => {
    const headers = {
      'user-agent': browser,
      ...(cookie ? { cookie } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const answer = await fetch(server.url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const [set = ''] = answer.headers.getSetCookie()
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json')
    return { status: answer.status, body: isJson ? JSON.parse(text) : { text }, cookie: set.split(';')[0] ?? '' }
  }
  try {
    for (const { invitation } of await server.invitations())
      await ask('POST', 'api/invitations', { body: { invitation, password } })
  } catch (error) {
    await server.close()
    throw error
  }
  return {
    server,
    folder,
    ask,
    async signIn(login) {
      const { cookie } = await ask('POST', 'api/session', { body: { division: '430922', login, password } })
      return {
        cookie,
        get: (path) => ask('GET', path, { cookie }),
        send: (method, path, body) => ask(method, path, { cookie, body }),
      }
    },
    async close() {
      await server.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
