import { basename, join } from 'node:path'
import type { Evidence } from '#domain/ledger/ledger.ts'
import { checkFile, storeFile } from '#storage/evidence/evidence-files.ts'
import { noteUpload } from '#storage/evidence/evidence-uploads.ts'
import { importRows } from '#storage/ledgers/import-rows.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import { StorageProblem } from '#storage/storage-problem.ts'
import { dataFolder, openOwnDatabase } from '../database/database-place.ts'
import { parseLedgerName } from './stored-ledger.ts'

/** Lines for a person; `fault` where nothing was done; `isWhole` false where a stored file is gone or altered. */
export type EvidenceAnswer =
  | { readonly lines: readonly string[]; readonly isWhole: boolean; readonly fault?: never }
  | { readonly lines?: never; readonly fault: string }

const states = { whole: '完好', missing: '文件不见了', altered: '内容被改动过' }

/**
 * Files that prove a ledger's numbers: kept under their SHA-256 and entered in the ledger, an entry a file; its id is
 * the beginning of the hash, to be named in prose and actual values. Without files: whether each stored one is whole.
 */
export async function evidenceDesk(name: string, paths: readonly string[], who: string): Promise<EvidenceAnswer> {
  const scope = parseLedgerName(name)
  if (!scope) return { fault: `「${name}」不是数据库里账本的名字，请写成 430922/001/2023。` }
  const folder = join(dataFolder(), 'evidence')
  let database: Database | undefined
  try {
    database = await openOwnDatabase()
    if (paths.length === 0) {
      const { evidence } = await loadLedger(database, scope, { without: ['payments', 'workRecords', 'sections'] })
      const checked = await Promise.all(
        evidence.map(async (each) => ({ each, state: await checkFile(folder, each.sha256) })),
      )
      const lines = checked.map(({ each, state }) => `${each.id}　${each.name}　${states[state]}`)
      return {
        lines: lines.length > 0 ? lines : ['还没有佐证材料。'],
        isWhole: checked.every(({ state }) => state === 'whole'),
      }
    }
    const entries: Evidence[] = []
    for (const path of paths) {
      const { sha256, size } = await storeFile(folder, path)
      entries.push({ id: sha256.slice(0, 12), name: basename(path), sha256, size })
    }
    const stored = await importRows(database, scope, 'evidence', entries, () => ({ who }))
    for (const entry of entries) await noteUpload(database, scope, entry, who)
    const counts = `新增 ${stored.new}，更改 ${stored.changed}，未变 ${stored.unchanged}`
    return { lines: [...entries.map(({ id, name: file }) => `${id}　${file}`), `佐证材料：${counts}。`], isWhole: true }
  } catch (error) {
    if (error instanceof StorageProblem) return { fault: error.message }
    const { code, path = '' } = error as { code?: string; path?: string }
    if (code === 'ENOENT') return { fault: `${path}：找不到文件，请检查路径。` }
    if (code === 'EISDIR') return { fault: `${path}：这是文件夹，请给出文件。` }
    if (code === 'EBUSY') return { fault: `${(error as Error).message}：正在被改动，请保存关闭后再试。` }
    if (code === 'EACCES' || code === 'ENOSPC') return { fault: `${path}：读写不了（${code}），请检查权限和磁盘空间。` }
    throw error
  } finally {
    await database?.close()
  }
}
