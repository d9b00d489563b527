import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyInstance {
    /** Aborted when the server is told to stop: what would go on for ever ends by it. */
    readonly stopping: AbortSignal
  }
}

/** Milliseconds a request under way may take once the server is told to stop: with what jobs are given, under ten seconds. */
const grace = 4000
/** Milliseconds between two looks for connections whose last answer is out. */
const tick = 50

/** A server told to stop takes no more connections, but answers what is under way; what takes longer than `grace` is cut. */
export function endWell(server: FastifyInstance): void {
  const stopping = new AbortController()
  server.decorate('stopping', stopping.signal)
  server.addHook('preClose', (done) => {
    stopping.abort()
    const { server: connections } = server
    if (connections.listening) {
      const looks = setInterval(() => connections.closeIdleConnections(), tick)
      const cut = setTimeout(() => connections.closeAllConnections(), grace)
      connections.once('close', () => {
        clearInterval(looks)
        clearTimeout(cut)
      })
    }
    done()
  })
}
