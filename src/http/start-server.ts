import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openAuditDesk } from '#operations/audits/audit-desk.ts'
import { openAuditStore } from '#operations/audits/audit-store.ts'
import { takeInFile } from '#operations/audits/take-in-file.ts'
import { openLedgerDesk } from '#operations/ledgers/ledger-desk.ts'
import { buildServer } from './build-server.ts'
import { buildWeb } from './build-web.ts'
import type { AuditServices } from './routes/audits.ts'

export type ServerOptions = {
  /** 0 or absent: any free port. */
  readonly port?: number
  /** Absent: this machine only. */
  readonly host?: string
  /** Audits the files of examples/ when nothing was audited before. */
  readonly openExample?: boolean
}

const loopback = '127.0.0.1'
const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/**
 * Starts the pages and their server; audits and decisions are kept under JIHENG_DATA, or .cache/jiheng.
 * `close` answers what is under way, then stops. Throws when the port is taken.
 */
export async function startServer(options: ServerOptions = {}): Promise<{ url: string; close(): Promise<void> }> {
  const host = options.host ?? loopback
  const pages = await buildWeb()
  const store = await openAuditStore(process.env['JIHENG_DATA'] ?? fromRoot('.cache/jiheng'))
  const desk = openAuditDesk()
  const services: AuditServices = { store, desk, clock: () => new Date().toISOString() }
  if (options.openExample) await takeInExamples(services)
  const ledgers = openLedgerDesk(options.openExample ? await exampleLedger() : undefined)
  const server = await buildServer({ ...services, ledgers, pages, localOnly: host === loopback })
  try {
    const url = await server.listen({ host, port: options.port ?? 0 })
    return { url: `${url}/`, close: () => closeAll(server, desk, ledgers) }
  } catch (error) {
    await closeAll(server, desk, ledgers)
    throw error
  }
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

async function takeInExamples({ store, desk, clock }: AuditServices): Promise<void> {
  if ((await store.list()).length > 0) return
  const folder = fromRoot('examples')
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((each) => /\.(?:docx|txt)$/.test(each)).toSorted()) {
    await takeInFile(store, desk, { name, bytes: await readFile(join(folder, name)) }, clock())
  }
}
