import { createReadStream } from 'node:fs'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { whoOf } from '#operations/accounts/account.ts'
import type { Database } from '#operations/database/work-database.ts'
import {
  type EvidenceFile,
  type EvidenceUpload,
  openEvidence,
  shownTypes,
  uploadEvidence,
} from '#operations/evidence/evidence-files.ts'
import { listEvidence } from '#operations/evidence/list-evidence.ts'
import { cleanName } from '#operations/jobs/receive-uploads.ts'
import { callerOf, databaseFor } from '../access.ts'
import type { Api } from '../api.ts'
import { ledgerParams, refusals } from '../contracts/common.ts'
import * as is from '../contracts/evidence.ts'
import { oneFileOf } from '../one-file.ts'

const path = '/api/ledgers/:division/:department/:year/evidence'

/** Files that prove numbers: handed in as a stream, listed with what is still missing, given out. */
export function evidenceRoutes(api: Api, database: () => Promise<Database>): void {
  api.get(
    path,
    {
      config: { access: 'ledger.read', followsFrom: 'ledger' },
      schema: { summary: '佐证材料', params: ledgerParams, response: { 200: is.evidenceList, ...refusals } },
    },
    async (request) => listEvidence(await databaseFor(request, database), request.params),
  )
  api.post(
    path,
    {
      config: { access: 'ledger.edit' },
      schema: {
        summary: '上传一份佐证材料，不超过50MB',
        consumes: ['multipart/form-data'],
        params: ledgerParams,
        querystring: is.uploadQuery,
        response: { 200: is.uploadAnswer, ...refusals },
      },
    },
    async (request) => {
      const { indicator, requirement, kind, record } = request.query
      const bound = kind === undefined || record === undefined ? undefined : { kind, id: record }
      const aim = { indicator, requirement, record: bound }
      const open = await databaseFor(request, database)
      return {
        file: await uploadEvidence(open, request.params, await uploadOf(request), aim, whoOf(callerOf(request))),
      }
    },
  )
  api.get(
    `${path}/:file`,
    {
      config: { access: 'ledger.export' },
      schema: {
        summary: '下载一份佐证材料',
        produces: ['application/octet-stream', ...shownTypes],
        params: is.fileParams,
        querystring: is.fileQuery,
      },
    },
    async (request, reply) => {
      const { file, ...scope } = request.params
      const opened = await openEvidence(await databaseFor(request, database), scope, file, whoOf(callerOf(request)))
      return sendEvidence(reply, opened, request.query.view === 'true')
    },
  )
}

async function uploadOf(request: FastifyRequest): Promise<EvidenceUpload> {
  const file = await oneFileOf(request)
  return { ...file, name: cleanName(file.name) }
}

/** Nothing a file holds is run: only pictures and PDF go out under a type of their own, and only where they are asked to be shown. */
function sendEvidence(
  reply: FastifyReply,
  { name, size, path: place, type }: EvidenceFile,
  view: boolean,
): FastifyReply {
  const inline = view && type !== undefined
  return reply
    .header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'self'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('x-frame-options', 'SAMEORIGIN')
    .header('content-length', size)
    .type(inline ? type : 'application/octet-stream')
    .send(createReadStream(place))
}
