import type { FastifyRequest } from 'fastify'

/** How the server's own log is written: JSON, a line for each thing, with the number of its request; JIHENG_LOG says how much. */
export function logLines() {
  return { level: process.env['JIHENG_LOG'] ?? 'error', serializers: { req: lineOf } }
}

function lineOf({ method, url, host, ip }: FastifyRequest) {
  return { method, url: loggedAddress(url), host, remoteAddress: ip }
}

/** An address without the code that would let its reader set a password. */
function loggedAddress(url: string): string {
  return url.replace(/^(\/api\/invitations\/)[^?#]+/i, '$1…')
}
