import type { FastifyInstance } from 'fastify'
import type { LedgerDesk } from '#operations/ledgers/ledger-desk.ts'
import { ledgerRefusalOf } from '#operations/ledgers/ledger-refusal.ts'
import { type LedgerAnswer, type LedgerList, ledgerParams } from '../contract.ts'
import { Refusal } from '../errors.ts'

const anyone = { config: { access: 'anyone' } } as const

/** The routes of the ledgers: list, summary, the set of reports as a zip. */
export function ledgerRoutes(server: FastifyInstance, desk: LedgerDesk): void {
  server.get('/api/ledgers', anyone, async (): Promise<LedgerList> => ({ ledgers: await told(desk.list()) }))

  server.get('/api/ledgers/:division/:department/:year', anyone, async (request): Promise<LedgerAnswer> => {
    return told(desk.summary(ledgerParams.parse(request.params)))
  })

  server.get('/api/ledgers/:division/:department/:year/package', anyone, async (request, reply) => {
    const { name, bytes } = await told(desk.package(ledgerParams.parse(request.params)))
    const named = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
    return reply.header('content-disposition', named).type('application/zip').send(Buffer.from(bytes))
  })
}

/** A refusal of the database in the words a person reads. */
async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal) throw new Refusal(refusal.isMissing ? 'file-missing' : 'internal-error', refusal.message)
    throw error
  }
}
