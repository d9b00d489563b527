import type { FastifyRequest } from 'fastify'
import { plain } from '#domain/plain.ts'
import { whoOf } from '#operations/accounts/account.ts'
import type { Database } from '#operations/database/work-database.ts'
import { yearsBefore } from '#operations/indicators/earlier-actuals.ts'
import { changePaymentPlan, readPaymentPlan } from '#operations/year/payment-plan.ts'
import { callerOf, databaseFor } from '../access.ts'
import type { Api } from '../api.ts'
import { ledgerParams, refusals } from '../contracts/common.ts'
import * as is from '../contracts/payment-plan.ts'

const path = '/api/ledgers/:division/:department/:year/payment-plan'
const years = ({ params }: FastifyRequest) => yearsBefore(Number((params as { year: number }).year))

/** 既定支付进度 of a department's year: what it is, what it may be set after, and setting it. */
export function paymentPlanRoutes(api: Api, database: () => Promise<Database>): void {
  api.get(
    path,
    {
      config: { access: 'ledger.read', followsFrom: { of: 'ledger', years } },
      schema: { summary: '既定支付进度', params: ledgerParams, response: { 200: is.paymentPlan, ...refusals } },
    },
    async (request) =>
      plain(await readPaymentPlan(await databaseFor(request, database), request.params)) as is.PaymentPlanView,
  )
  api.put(
    path,
    {
      config: { access: 'ledger.edit' },
      schema: {
        summary: '定既定支付进度，或改按序时进度',
        params: ledgerParams,
        body: is.paymentPlanBody,
        response: { 200: is.paymentPlanStored, ...refusals },
      },
    },
    async (request) =>
      changePaymentPlan(await databaseFor(request, database), request.params, request.body, whoOf(callerOf(request))),
  )
}
