import type { Database } from '#operations/database/work-database.ts'
import { changeDeadline, readDeadlines } from '#operations/deadlines/deadlines.ts'
import { callerOf, databaseFor } from '../access.ts'
import type { Api } from '../api.ts'
import { refusals } from '../contracts/common.ts'
import * as is from '../contracts/deadlines.ts'

const path = '/api/deadlines'

/** By when the departments do what: seen by whoever reads ledgers, set by the performance office. */
export function deadlineRoutes(api: Api, database: () => Promise<Database>): void {
  const response = { 200: is.deadlineList, ...refusals }
  api.get(
    path,
    { config: { access: 'ledger.read', sharedBy: 'division' }, schema: { summary: '各年度的期限', response } },
    async (request) => ({
      deadlines: await readDeadlines(await databaseFor(request, database), callerOf(request)),
    }),
  )
  api.put(
    path,
    { config: { access: 'deadline.set' }, schema: { summary: '定期限', body: is.deadlineBody, response } },
    async (request) => ({
      deadlines: await changeDeadline(await databaseFor(request, database), callerOf(request), request.body),
    }),
  )
}
