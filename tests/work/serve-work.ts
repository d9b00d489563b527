import { startServer } from '#http/start-server.ts'

/** A server to be killed: opens the example's database under JIHENG_DATA and says its address and its invitations. */
const server = await startServer({ openExample: true, mostRequests: 1_000_000, mostTries: 1_000_000 })
console.log(JSON.stringify({ url: server.url, invitations: await server.invitations() }))
