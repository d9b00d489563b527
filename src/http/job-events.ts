import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Job, isOver } from '#domain/jobs/job.ts'
import { askerOf } from '#operations/jobs/asker.ts'
import type { Database } from '#operations/database/work-database.ts'
import { followJob } from '#operations/jobs/follow-job.ts'
import { readJob } from '#operations/jobs/own-jobs.ts'

/**
 * Sends a job as it is now, and at each change, as server-sent events until it is over. Who comes back having heard the
 * end (Last-Event-ID) is told with 204 that there will be no more.
 */
export async function sendJobEvents(
  database: Database,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
): Promise<FastifyReply> {
  const asker = askerOf(request.account)
  const job = await readJob(database, asker, id)
  if (isOver(job.state) && request.headers['last-event-id'] === String(job.changed)) return reply.code(204).send()
  const leaving = new AbortController()
  reply.raw.once('close', () => leaving.abort())
  const ending = AbortSignal.any([leaving.signal, request.server.stopping])
  const events = Readable.from(written(followJob(database, asker, job, ending)))
  return reply
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .type('text/event-stream; charset=utf-8')
    .send(events)
}

async function* written(jobs: AsyncIterable<Job | undefined>): AsyncGenerator<string> {
  for await (const job of jobs) yield job ? `id: ${job.changed}\ndata: ${JSON.stringify(job)}\n\n` : ': \n\n'
}
