import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { ConnectionError, FastifyServerOptions } from 'fastify'
import { problems } from '#domain/problem.ts'
import type { ErrorAnswer } from './contracts/common.ts'

type Refuse = NonNullable<FastifyServerOptions['clientErrorHandler']>

const code = 'request-invalid'

/** Refuses what never became a request, too long a head or no HTTP at all, as any other is refused. `headers`: of every answer. */
export function refuseUnread(headers: Readonly<Record<string, string>>): Refuse {
  return function refuse(error, socket) {
    // A connection that is gone hears nothing.
    if (error.code === 'ECONNRESET' || socket.destroyed) return
    const request = randomUUID()
    const body = JSON.stringify({ code, message: problems[code], request } satisfies ErrorAnswer)
    const status = statusOf(error)
    const head = {
      ...headers,
      'x-request-id': request,
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    }
    const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`)
    if (socket.writable) socket.write([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'))
    socket.destroySoon()
  }
}

function statusOf({ code: reason }: ConnectionError): number {
  if (reason === 'HPE_HEADER_OVERFLOW') return 431
  return reason === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
}
