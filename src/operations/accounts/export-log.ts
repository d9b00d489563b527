import type { LogFilter } from '#storage/log/read-log.ts'
import { wholeLog } from '#storage/log/read-log.ts'
import { logAction } from '#storage/log/log-action.ts'
import { inDivision } from '#storage/in-division.ts'
import type { Database } from '#storage/open-database.ts'
import { csvLine, csvMark } from '#writing/tables/write-table-csv.ts'
import { type Account, whoOf } from './account.ts'

const headings = ['序号', '时间（UTC）', '谁', '做了什么', '对象', '改前', '改后']

/**
 * The log of the caller's division as csv, piece by piece, the latest line first; that it was taken out stands in the log
 * before the first piece is given.
 */
export async function* exportLog(database: Database, account: Account, filter: LogFilter): AsyncGenerator<string> {
  const { division } = account
  await inDivision(database, division, (client) =>
    logAction(client, division, {
      who: whoOf(account),
      action: 'export',
      target: 'exports:log',
      after: { what: '变更记录', ...filter },
    }),
  )
  yield csvMark + csvLine(headings)
  for await (const changes of wholeLog(database, division, filter))
    yield changes
      .map(({ seq, at, who, action, target, before, after }) =>
        csvLine([String(seq), at, who, action, target, said(before), said(after)]),
      )
      .join('')
}

function said(content: Readonly<Record<string, unknown>> | null): string {
  return content === null ? '' : JSON.stringify(content)
}
