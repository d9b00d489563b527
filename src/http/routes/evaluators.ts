import type { Database } from '#operations/database/work-database.ts'
import { assignSets, readAssignments } from '#operations/evaluators/assign-sets.ts'
import { callerOf, databaseFor } from '../access.ts'
import type { Api } from '../api.ts'
import { refusals } from '../contracts/common.ts'
import * as is from '../contracts/evaluators.ts'

const path = '/api/assignments'
const config = { access: 'evaluation.assign' } as const

/** Which evaluator sees which set: read, given and taken back by the performance office. */
export function evaluatorRoutes(api: Api, database: () => Promise<Database>): void {
  const response = { 200: is.assignments, ...refusals }
  const shared = { ...config, sharedBy: 'division' } as const
  api.get(path, { config: shared, schema: { summary: '第三方评价人和分派给他们的材料', response } }, async (request) =>
    readAssignments(await databaseFor(request, database), callerOf(request)),
  )
  api.post(
    path,
    { config, schema: { summary: '把材料分派给第三方评价人，或收回', body: is.assignmentBody, response } },
    async (request) => assignSets(await databaseFor(request, database), callerOf(request), request.body),
  )
}
