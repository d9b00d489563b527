import { openOwnDatabase } from '#operations/database/database-place.ts'
import { inviteNew } from '#operations/accounts/invite.ts'
import { startServer } from '#http/start-server.ts'
import { people } from './county-people.ts'

/** A server over a county's data, under JIHENG_DATA: says its address and an invitation for each of its people. */
const database = await openOwnDatabase()
const invitations: Record<string, string> = {}
for (const [login, wish] of Object.entries(people)) {
  const { invitation } = await inviteNew(database, { division: '430922', login, ...wish }, '性能对比')
  invitations[login] = invitation
}
await database.close()
const server = await startServer({ mostRequests: 100_000_000, mostTries: 100_000_000 })
console.log(JSON.stringify({ url: server.url, invitations }))
process.once('SIGTERM', () => void server.close().finally(() => process.exit(0)))
process.on('message', () => process.send?.({ ...process.cpuUsage(), rss: process.memoryUsage().rss }))
