import type { Database } from '#operations/database/work-database.ts'
import { answerReturnPoint, readSubmission, readVersion, takeStep } from '#operations/workflow/take-step.ts'
import { callerOf, databaseFor } from '../access.ts'
import type { Api } from '../api.ts'
import { ledgerParams, refusals } from '../contracts/common.ts'
import * as is from '../contracts/year.ts'
import { sendFile } from '../send-file.ts'

const path = '/api/ledgers/:division/:department/:year'

/** The way of a set: where it stands, its steps, answers to a return, the versions handed in. */
export function workflowRoutes(api: Api, database: () => Promise<Database>): void {
  api.get(
    `${path}/submission`,
    {
      config: { access: 'ledger.read', followsFrom: 'ledger' },
      schema: { summary: '送审情况', params: ledgerParams, response: { 200: is.submission, ...refusals } },
    },
    async (request) => readSubmission(await databaseFor(request, database), request.params, callerOf(request)),
  )
  api.post(
    `${path}/submission/steps`,
    {
      config: { access: ['submission.submit', 'submission.approve', 'submission.accept'] },
      schema: {
        summary: '送审、通过、退回、撤回',
        params: ledgerParams,
        body: is.stepBody,
        response: { 200: is.submission, ...refusals },
      },
    },
    async (request) => {
      const { action, comment, points } = request.body
      const wish = { action, ...(comment === undefined ? {} : { comment }), ...(points ? { points } : {}) }
      return takeStep(await databaseFor(request, database), request.params, callerOf(request), wish)
    },
  )
  api.put(
    `${path}/submission/answers`,
    {
      config: { access: 'submission.submit' },
      schema: {
        summary: '答复退回意见',
        params: ledgerParams,
        body: is.answerBody,
        response: { 200: is.submission, ...refusals },
      },
    },
    async (request) =>
      answerReturnPoint(await databaseFor(request, database), request.params, callerOf(request), request.body),
  )
  api.get(
    `${path}/versions/:version`,
    {
      config: { access: 'ledger.read' },
      schema: { summary: '送审时的账本', produces: ['application/yaml'], params: is.versionParams },
    },
    async (request, reply) => {
      const { version, ...scope } = request.params
      const text = await readVersion(await databaseFor(request, database), scope, version)
      return sendFile(
        reply,
        `${scope.department}-${scope.year}第${version}版.yaml`,
        'application/yaml',
        Buffer.from(text),
      )
    },
  )
}
