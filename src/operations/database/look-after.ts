import { access } from 'node:fs/promises'
import { restoreBackup } from '#storage/backup/restore-backup.ts'
import { type BackupCounts, writeBackup } from '#storage/backup/write-backup.ts'
import { listLedgers } from '#storage/ledgers/list-ledgers.ts'
import { verifyLog } from '#storage/log/read-log.ts'
import { migrations } from '#storage/migrations/migrate.ts'
import type { Database } from '#storage/open-database.ts'
import { storageProblemOf } from '#storage/storage-problem.ts'
import { allTables } from '#storage/tables/all-tables.ts'
import { Refused } from '../refused.ts'
import { openOwnDatabase } from './database-place.ts'

/** Something done with the open database; gives the lines a person reads. */
export type DatabaseCommand = (database: Database, onTable: (name: string) => void) => Promise<readonly string[]>
export const tableCount = allTables.length

/** Opens the database, brings it up to date, runs a command and closes it. A refusal is a fault, never thrown. */
export async function runOnDatabase(
  command: DatabaseCommand,
  onTable: (name: string) => void = () => {},
): Promise<
  { readonly lines: readonly string[]; readonly fault?: never } | { readonly lines?: never; readonly fault: string }
> {
  let database: Database | undefined
  try {
    database = await openOwnDatabase()
    return { lines: await command(database, onTable) }
  } catch (error) {
    const problem = error instanceof Refused ? error : storageProblemOf(error)
    if (problem) return { fault: problem.message }
    const { code, path } = error as { code?: string; path?: string }
    if (code === 'ENOENT') return { fault: `${path ?? ''}：找不到文件或文件夹，请检查路径。` }
    if (code === 'EACCES' || code === 'ENOSPC')
      return { fault: `${path ?? ''}：写不进去（${code}），请检查权限和磁盘空间。` }
    throw error
  } finally {
    await database?.close()
  }
}

/** Opening has brought the tables up to date already. */
export const migrateOnly: DatabaseCommand = async () => {
  const names = Object.keys(migrations)
  return [`数据库结构已是 ${names.at(-1)}，共 ${names.length} 步。`]
}

export const listed: DatabaseCommand = async (database) => {
  const ledgers = await listLedgers(database)
  if (ledgers.length === 0) return ['还没有账本。用 jiheng import 账本文件 存入一本。']
  return ledgers.map(
    ({ division, department, year, divisionName, departmentName, payments, records }) =>
      `${division}/${department}/${year}  ${divisionName} ${departmentName}  支付 ${payments} 笔，台账 ${records} 条`,
  )
}

export const verified: DatabaseCommand = async (database) => {
  const divisions = [...new Set((await listLedgers(database)).map(({ division }) => division))]
  const lines: string[] = []
  for (const division of divisions)
    lines.push(`${division}：变更记录 ${await verifyLog(database, division)} 条，首尾相接`)
  return lines.length > 0 ? lines : ['还没有变更记录。']
}

export async function backUp(database: Database, path: string, onTable: (name: string) => void): Promise<string[]> {
  return [`已备份到 ${path}：${total(await writeBackup(database, path, onTable))} 行。`]
}

export async function restore(database: Database, path: string, onTable: (name: string) => void): Promise<string[]> {
  await access(path)
  return [`已从 ${path} 恢复：${total(await restoreBackup(database, path, onTable))} 行。`]
}

function total(counts: BackupCounts): number {
  return Object.values(counts).reduce((sum, rows) => sum + rows, 0)
}
