import { readFile } from 'node:fs/promises'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { readLedgerFile } from './read-ledger-file.ts'
import { openStoredLedger, parseLedgerName } from './stored-ledger.ts'

/** What opening gave: the ledger, or the sentences that say what to mend, each led by file and line. */
export type OpenedLedger =
  | { readonly ledger: Ledger; readonly faults?: never }
  | { readonly ledger?: never; readonly faults: readonly string[] }

/**
 * Opens a ledger: a file (yaml or json), or one kept in the database by its name, 「430922/001/2023」. Never throws: what
 * is missing or broken is a fault.
 */
export async function openLedger(path: string): Promise<OpenedLedger> {
  const scope = parseLedgerName(path)
  if (!scope) return openLedgerFile(path)
  const { ledger, fault } = await openStoredLedger(scope)
  return ledger ? { ledger } : { faults: [fault] }
}

async function openLedgerFile(path: string): Promise<OpenedLedger> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    const folder = error instanceof Error && 'code' in error && error.code === 'EISDIR'
    return { faults: [`${path}：${folder ? '这是文件夹，请给出账本文件' : '找不到文件，请检查路径'}。`] }
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { faults: [`${path}：不是 UTF-8 文字，账本文件请用 yaml 或 json，表格请用 jiheng import 导入。`] }
  }
  const { ledger, faults } = readLedgerFile(text)
  if (ledger) return { ledger }
  return {
    faults: faults.map(
      ({ line, path: key, message }) =>
        `${path}${line > 0 ? ` 第${line}行` : ''}${key === '' ? '' : `（${key}）`}：${message}`,
    ),
  }
}
