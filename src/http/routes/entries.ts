import { whoOf } from '#operations/accounts/account.ts'
import type { Database } from '#operations/database/work-database.ts'
import { addEntry, changeEntry, putInOrder, readEntries, removeEntry } from '#operations/editing/edit-entries.ts'
import { editMany } from '#operations/editing/edit-many.ts'
import { entryHistory } from '#operations/editing/entry-history.ts'
import { callerOf, databaseFor } from '../access.ts'
import type { Api } from '../api.ts'
import { logAnswer } from '../contracts/accounts.ts'
import { done, refusals } from '../contracts/common.ts'
import * as is from '../contracts/year.ts'

const path = '/api/ledgers/:division/:department/:year/entries/:list'
const config = { access: 'ledger.edit' } as const
const read = { access: 'ledger.read' } as const

/** The entries of a ledger, list by list: read, add, change by field, take away. */
export function entryRoutes(api: Api, database: () => Promise<Database>): void {
  api.get(
    path,
    {
      config: { ...read, followsFrom: 'ledger' },
      schema: {
        summary: '一页登记',
        params: is.listParams,
        querystring: is.pageQuery,
        response: { 200: is.entryPage, ...refusals },
      },
    },
    async (request) => {
      const { list, ...scope } = request.params
      return readEntries(await databaseFor(request, database), scope, list, request.query)
    },
  )
  api.get(
    `${path}/history`,
    {
      config: { ...read, followsFrom: 'ledger' },
      schema: {
        summary: '一条登记的变更',
        params: is.listParams,
        querystring: is.historyQuery,
        response: { 200: logAnswer, ...refusals },
      },
    },
    async (request) => {
      const { list, ...scope } = request.params
      return entryHistory(await databaseFor(request, database), scope, list, request.query.key)
    },
  )
  api.post(
    path,
    {
      config,
      schema: {
        summary: '登记一条',
        params: is.listParams,
        body: is.newEntryBody,
        response: { 200: is.entryAnswer, ...refusals },
      },
    },
    async (request) => {
      const { list, ...scope } = request.params
      const who = whoOf(callerOf(request))
      return { entry: await addEntry(await databaseFor(request, database), scope, list, request.body, who) }
    },
  )
  changeRoutes(api, database)
  orderRoute(api, database)
  editsRoute(api, database)
}

function editsRoute(api: Api, database: () => Promise<Database>): void {
  api.post(
    `${path}/edits`,
    {
      config,
      schema: {
        summary: '一次改动多条登记：能存的一起存下，不能存的各自说明',
        params: is.listParams,
        body: is.editsBody,
        response: { 200: is.editsAnswer, ...refusals },
      },
    },
    async (request) => {
      const { list, ...scope } = request.params
      const { edits } = request.body
      const who = whoOf(callerOf(request))
      return { outcomes: await editMany(await databaseFor(request, database), scope, list, edits, who) }
    },
  )
}

function orderRoute(api: Api, database: () => Promise<Database>): void {
  api.put(
    `${path}/order`,
    {
      config,
      schema: {
        summary: '登记的先后',
        params: is.listParams,
        body: is.orderBody,
        response: { 200: done, ...refusals },
      },
    },
    async (request) => {
      const { list, ...scope } = request.params
      const who = whoOf(callerOf(request))
      await putInOrder(await databaseFor(request, database), scope, list, request.body.keys, who)
      return { ok: true } as const
    },
  )
}

function changeRoutes(api: Api, database: () => Promise<Database>): void {
  api.patch(
    path,
    {
      config,
      schema: {
        summary: '改一条登记的几栏',
        params: is.listParams,
        body: is.changeBody,
        response: { 200: is.entryAnswer, ...refusals },
      },
    },
    async (request) => {
      const { list, ...scope } = request.params
      const change = { list, ...request.body }
      return { entry: await changeEntry(await databaseFor(request, database), scope, change, whoOf(callerOf(request))) }
    },
  )
  api.delete(
    path,
    {
      config,
      schema: {
        summary: '删去一条登记',
        params: is.listParams,
        body: is.keyBody,
        response: { 200: is.entryAnswer, ...refusals },
      },
    },
    async (request) => {
      const { list, ...scope } = request.params
      const who = whoOf(callerOf(request))
      return { entry: await removeEntry(await databaseFor(request, database), scope, list, request.body.key, who) }
    },
  )
}
