import { actionSaid, fieldSaid, fieldsSaid, targetSaid } from '#domain/log/change-said.ts'
import { type Change, type LogFilter, wholeLog } from '#storage/log/read-log.ts'
import { logAction } from '#storage/log/log-action.ts'
import { inDivision } from '#storage/in-division.ts'
import type { Database } from '#storage/open-database.ts'
import { csvLine, csvMark } from '#writing/tables/write-table-csv.ts'
import type { ToldChange } from '../editing/told-in-words.ts'
import { toldWithNames } from '../editing/told-with-names.ts'
import { type Account, whoOf } from './account.ts'

const headings = ['序号', '时间', '谁', '做了什么', '对象', '改前 → 改后', '原样记录（JSON）']

/**
 * The log of the caller's division as csv, piece by piece, the latest line first, in the words of the page; the last column
 * holds what is logged as it is stored. That the log was taken out stands in it before the first piece is given.
 */
export async function* exportLog(database: Database, account: Account, filter: LogFilter): AsyncGenerator<string> {
  const { division } = account
  const asked = Object.entries(filter).filter(([, wish]) => wish !== undefined && wish.length > 0)
  await inDivision(database, division, (client) =>
    logAction(client, division, {
      who: whoOf(account),
      action: 'export',
      target: 'exports:log',
      after: { what: '变更记录', ...Object.fromEntries(asked) },
    }),
  )
  yield csvMark + csvLine(headings)
  for await (const changes of wholeLog(database, division, filter)) {
    const told = await toldWithNames(database, division, changes)
    yield told.map((change, at) => csvLine([...said(change), stored(changes[at])])).join('')
  }
}

function said(change: ToldChange): string[] {
  const fields = fieldsSaid(change).map(fieldSaid).join('\n')
  return [String(change.seq), inChina(change.at), change.who, actionSaid(change), targetSaid(change), fields]
}

function stored(change: Change | undefined): string {
  if (!change) return ''
  const { at, action, target, before, after } = change
  return JSON.stringify({ at, action, target, before, after })
}

const chinaTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** The time in China, 2026-12-01 16:54:29. */
function inChina(at: string): string {
  return chinaTime.format(new Date(at))
}
