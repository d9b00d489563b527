import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openAuditDesk } from '#operations/audits/audit-desk.ts'
import { openAuditStore } from '#operations/audits/audit-store.ts'
import { takeInFile } from '#operations/audits/take-in-file.ts'
import type { ExampleInvitation } from '#operations/accounts/example-accounts.ts'
import { auditFolder } from '#operations/database/tenant-folder.ts'
import { openWorkDatabase } from '#operations/database/work-database.ts'
import { openJobDesk } from '#operations/jobs/job-desk.ts'
import { buildServer } from './build-server.ts'
import { buildWeb } from './build-web.ts'
import type { AuditServices } from './routes/audits.ts'

export type ServerOptions = {
  /** 0 or absent: any free port. */
  readonly port?: number
  /** The address listened at; absent: this machine only. */
  readonly host?: string
  /** The names others open the pages by, without port; absent or empty: any name where `host` is open to others. */
  readonly names?: readonly string[]
  /** Addresses of the proxies before the server. */
  readonly proxies?: readonly string[]
  /** Audits the files of examples/ when nothing was audited before. */
  readonly openExample?: boolean
  /** Requests a minute from one address. */
  readonly mostRequests?: number
  /** Tries of a password or an invitation a minute from one address. */
  readonly mostTries?: number
}

/** `invitations`: of the example's accounts that have no password yet. */
export type RunningServer = {
  readonly url: string
  readonly invitations: () => Promise<readonly ExampleInvitation[]>
  close(): Promise<void>
}

const loopback = '127.0.0.1'
const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/**
 * Starts the pages and their server; audits and decisions are kept under JIHENG_DATA, or .cache/jiheng.
 * `close` answers what is under way, then stops. Throws when the port is taken.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const host = options.host ?? loopback
  const pages = await buildWeb()
  // It has programs of its own to start, which work while the rest is made ready.
  const work = openWorkDatabase(options.openExample ? await exampleLedger() : undefined)
  const desk = openAuditDesk()
  const clock = () => new Date().toISOString()
  const examples = examplesFor({ storeOf: auditStores(), desk, clock }, options.openExample ?? false)
  const jobs = openJobDesk(work.database, tellError)
  const closing = [jobs, { close: examples.done }, desk, work]
  const server = await buildServer({
    ...examples.services,
    jobs,
    database: work.database,
    pages,
    ...reachOf(host, options),
    ...(options.mostRequests === undefined ? {} : { mostRequests: options.mostRequests }),
    ...(options.mostTries === undefined ? {} : { mostTries: options.mostTries }),
  })
  try {
    const url = await server.listen({ host, port: options.port ?? 0 })
    examples.begin()
    return { url: `${url}/`, invitations: work.invitations, close: () => closeAll(server, ...closing) }
  } catch (error) {
    await closeAll(server, ...closing)
    throw error
  }
}

/** Behind a proxy, or under a name of its own, a server that listens at its own machine answers others all the same. */
function reachOf(host: string, { names = [], proxies = [] }: ServerOptions) {
  return {
    localOnly: host === loopback && names.length === 0 && proxies.length === 0,
    ...(names.length === 0 ? {} : { names: names.map((name) => name.toLowerCase()) }),
    ...(proxies.length === 0 ? {} : { proxies }),
  }
}

/** A folder of files and decisions for each owner; '' is this machine's user. */
function auditStores(): AuditServices['storeOf'] {
  const stores = new Map<string, ReturnType<typeof openAuditStore>>()
  return (owner) => {
    const opened = stores.get(owner) ?? openAuditStore(auditFolder(owner))
    stores.set(owner, opened)
    return opened
  }
}

/** What the queue of jobs could not do; it tries again. */
function tellError(error: Error): void {
  if (process.env['JIHENG_LOG']) process.stderr.write(`${error.stack ?? error.message}\n`)
}

async function closeAll(...parts: { close(): PromiseLike<unknown> | undefined }[]): Promise<void> {
  for (const part of parts) await part.close()
}

/** The ledger that comes with the product. */
async function exampleLedger(): Promise<string | undefined> {
  const folder = fromRoot('examples')
  const name = (await readdir(folder).catch(() => [])).find((each) => each.endsWith('账本.yaml'))
  return name && join(folder, name)
}

/**
 * The audit's services, for which the examples are taken in once the server answers: pages come first. Who asks for this
 * machine's audits meanwhile waits until the examples are among them.
 */
function examplesFor(services: AuditServices, wanted: boolean) {
  const { promise, resolve } = Promise.withResolvers<void>()
  let isBegun = !wanted
  if (!wanted) resolve()
  return {
    services: {
      ...services,
      storeOf: async (owner: string) => {
        if (owner === '') await promise
        return services.storeOf(owner)
      },
    },
    begin() {
      if (isBegun) return
      isBegun = true
      takeInExamples(services).catch(tellError).finally(resolve)
    },
    /** An example half audited when the thread ends would be kept as a file that cannot be read. */
    done: async () => (isBegun ? promise : undefined),
  }
}

async function takeInExamples({ storeOf, desk, clock }: AuditServices): Promise<void> {
  const store = await storeOf('')
  if ((await store.list()).length > 0) return
  const folder = fromRoot('examples')
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((each) => /\.(?:docx|txt)$/.test(each)).toSorted()) {
    await takeInFile(store, desk, { name, bytes: await readFile(join(folder, name)) }, clock())
  }
}
