import { buffer } from 'node:stream/consumers'
import type { FastifyRequest } from 'fastify'
import { whoOf } from '#operations/accounts/account.ts'
import type { Database } from '#operations/database/work-database.ts'
import { downloadTable, importUpload, tablesOf } from '#operations/imports/import-upload.ts'
import { ledgerListOf } from '#domain/imports/ledger-list.ts'
import type { ImportTable } from '#domain/imports/import-table.ts'
import { callerOf, databaseFor } from '../access.ts'
import type { Api } from '../api.ts'
import { ledgerParams, refusals } from '../contracts/common.ts'
import { tableList } from '../contracts/table-list.ts'
import * as is from '../contracts/year.ts'
import { Refusal } from '../errors.ts'
import { oneFileOf } from '../one-file.ts'
import { tableMediaTypes as mediaTypes, sendFile } from '../send-file.ts'

const path = '/api/ledgers/:division/:department/:year/tables'
function shownTable({ id, zh, note = '', work, fields }: ImportTable) {
  const columns = fields.map(({ id: field, zh: name, synonyms = [], choices = [] }) => ({
    field,
    names: [name, ...synonyms],
    choices: choices.map(({ value, zh: word, synonyms: others = [] }) => ({ value, names: [word, ...others] })),
  }))
  return { id: work ?? id, name: zh, note, list: ledgerListOf[id], columns }
}

/** Tables of a ledger as files: taken in with a preview, given out, and their blank templates. */
export function tableRoutes(api: Api, database: () => Promise<Database>): void {
  const config = { access: 'ledger.read' } as const
  api.get(
    path,
    {
      config: { ...config, followsFrom: 'ledger' },
      schema: { summary: '能导入导出的表', params: ledgerParams, response: { 200: tableList, ...refusals } },
    },
    async (request) => ({
      tables: (await tablesOf(await databaseFor(request, database), request.params)).map(shownTable),
    }),
  )
  for (const blank of [false, true])
    api.get(
      blank ? `${path}/:table/template` : `${path}/:table`,
      {
        config: { access: 'ledger.export' },
        schema: {
          summary: blank ? '空白模板' : '导出一张表',
          produces: blank ? [mediaTypes.xlsx] : Object.values(mediaTypes),
          params: is.tableParams,
          querystring: is.tableQuery,
        },
      },
      async (request, reply) => {
        const { table, ...scope } = request.params
        const { format } = request.query
        const wish = { format, blank, who: whoOf(callerOf(request)) }
        const file = await downloadTable(await databaseFor(request, database), scope, table, wish)
        return sendFile(reply, file.name, mediaTypes[blank ? 'xlsx' : format], file.bytes)
      },
    )
  api.post(
    path,
    {
      config: { access: 'ledger.edit' },
      schema: {
        summary: '导入一张表；preview=true 只看不改',
        consumes: ['multipart/form-data'],
        params: ledgerParams,
        querystring: is.importQuery,
        response: { 200: is.importAnswer, ...refusals },
      },
    },
    async (request) => {
      const { table, preview } = request.query
      const wish = { table, preview: preview === 'true', who: whoOf(callerOf(request)) }
      return importUpload(await databaseFor(request, database), request.params, await uploadOf(request), wish)
    },
  )
}

async function uploadOf(request: FastifyRequest): Promise<{ name: string; bytes: Uint8Array }> {
  const { name, content, isCut } = await oneFileOf(request)
  const bytes = await buffer(content)
  if (isCut()) throw new Refusal('file-too-large')
  return { name: name.split(/[/\\]/).at(-1) ?? '', bytes }
}
