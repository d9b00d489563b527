import { openOwnDatabase } from '#operations/database/database-place.ts'
import { inviteNew } from '#operations/accounts/invite.ts'
import { startServer } from '#http/start-server.ts'
import { fillCounty } from './county-database.ts'

/** A server over a county's data, under JIHENG_DATA: says its address and the invitation of one finance officer. */
const database = await openOwnDatabase()
await fillCounty(database, { departments: Number(process.argv[2]), payments: Number(process.argv[3]) })
const wish = { division: '430922', login: 'caizheng', name: '财政绩效股', role: 'performance-office' as const }
const { invitation } = await inviteNew(database, wish, '性能对比')
await database.close()
const server = await startServer({ mostRequests: 100_000_000, mostTries: 1000 })
console.log(JSON.stringify({ url: server.url, invitation }))
process.on('message', () => process.send?.(process.memoryUsage().rss))
