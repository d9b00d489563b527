import { locusOf } from '#domain/document.ts'
import { readDocument } from '#reading/formats/read-document.ts'
import { describeLocus } from '#writing/findings/to-text.ts'
import { originOfOffice } from '#writing/reports/read-origin.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { ledgerDigest } from '../ledgers/ledger-digest.ts'
import { ledgerName } from '../ledgers/stored-ledger.ts'
import { packById } from '../packs/load-packs.ts'
import { prepareReports } from '../reports/prepare-reports.ts'
import { traceFile } from '../reports/trace-file.ts'
import type { ImportSource } from './import-file.ts'

const mostBytes = 8 * 1024 * 1024
const mostListed = 20
const zip = [0x50, 0x4b]

/**
 * What is said of a workbook of forms that we wrote, handed in where a table belongs: that it is no table, and which of its
 * cells were changed by hand; undefined for any other file.
 */
export async function ownFormFault(
  source: ImportSource,
  database: Database,
  scope: LedgerScope,
): Promise<string | undefined> {
  const bytes = await bytesOf(source)
  const origin = bytes && originOfOffice(bytes)
  if (!bytes || !origin) return undefined
  const file = { name: source.name, bytes }
  const isThis =
    origin.division === scope.division && origin.department === scope.department && origin.year === scope.year
  const changed = isThis ? await changedIn(file, database, scope, origin) : []
  const typed = await typedOverIn(file, isThis ? 'same' : 'all')
  const listed = [...changed, ...typed]
  const more = listed.length > mostListed ? `；另有 ${listed.length - mostListed} 格` : ''
  const said =
    listed.length > 0 ? `这几格改过：${listed.slice(0, mostListed).join('；')}${more}。` : '表里的数没有手工改过。'
  return `这是由账本 ${ledgerName(origin)} 生成的报表，不是导入用的表格，账本没有改。${said}要改的数请在账本里改：在网页上改，或用导出的表格改好再导入。`
}

/** The whole file, or undefined for one that is no workbook (a zip), or larger than any set of forms. */
async function bytesOf({ chunks }: ImportSource): Promise<Uint8Array | undefined> {
  const taken: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    if (size === 0 && !(chunk[0] === zip[0] && chunk[1] === zip[1])) return undefined
    size += chunk.length
    if (size > mostBytes) return undefined
    taken.push(chunk)
  }
  return Buffer.concat(taken)
}

type File = { readonly name: string; readonly bytes: Uint8Array }

/** 「基础数据表!D6 三公经费年初预算 18.56（账本是 16.56）」. */
async function changedIn(
  file: File,
  database: Database,
  scope: LedgerScope,
  origin: { readonly pack: string; readonly digest: string },
): Promise<string[]> {
  const ledger = await loadLedger(database, scope)
  const now = ledgerDigest(ledger) === origin.digest ? '账本是' : '账本现在是'
  const numbers = await traceFile(file, ledger, prepareReports(ledger, packById(origin.pack)).set).catch(() => [])
  return numbers
    .filter(({ changed }) => changed)
    .map(
      ({ place, title = '', text, expected }) =>
        `${place} ${title} ${text === '' ? '（已删除）' : text}（${now} ${expected ?? '无此数'}）`,
    )
}

/** Numbers typed over formulas; `same`: only those that are what the formula comes to. */
async function typedOverIn(file: File, which: 'all' | 'same'): Promise<string[]> {
  const { document } = await readDocument(file)
  return (document?.blocks ?? []).flatMap((block, at) =>
    block.kind === 'table'
      ? block.rows.flatMap((cells, row) =>
          cells.flatMap(({ text, typedOver }, cell) => {
            if (!typedOver || (which === 'same' && typedOver.gives !== text)) return []
            const place = { part: 0, block: at, row, cell, start: 0, end: text.length }
            return [`${describeLocus(locusOf(document!, place))} 直接打的数${text}盖住了公式 =${typedOver.formula}`]
          }),
        )
      : [],
  )
}
