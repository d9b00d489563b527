import Fastify from 'fastify'

/** The same framework with one route that does nothing: what the machine and the network take by themselves. */
const server = Fastify()
server.get('/', () => ({ ok: true }))
process.on('message', () => process.send?.(process.cpuUsage()))
console.log(JSON.stringify({ url: `${await server.listen({ port: 0, host: '127.0.0.1' })}/` }))
