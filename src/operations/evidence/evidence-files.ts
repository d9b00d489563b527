import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import type { Evidence } from '#domain/ledger/ledger.ts'
import type { WorkRecord } from '#domain/ledger/work-ledger.ts'
import { storeStream, storedFile } from '#storage/evidence/evidence-files.ts'
import { noteUpload, refuseLocked, wasUploaded } from '#storage/evidence/evidence-uploads.ts'
import { editEntry } from '#storage/ledgers/edit-entry.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { dataFolder } from '../database/database-place.ts'
import { noteExport } from '../ledgers/ledger-desk.ts'
import { Refused } from '../refused.ts'

/** A file on its way in; `isCut` says, once it has come, whether the door stopped it at its limit. */
export type EvidenceUpload = {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
  readonly isCut: () => boolean
}
/** What a file proves: an indicator and which of its required materials it is, or one record of a work ledger. */
export type EvidenceAim = {
  readonly indicator?: string | undefined
  readonly requirement?: string | undefined
  readonly record?: { readonly kind: string; readonly id: string } | undefined
}

/** Programs prove nothing, and nobody should open one that came as evidence. */
const programs = /^application\/(?:x-msdownload|x-elf|x-mach-binary|java-vm|x-msi|vnd\.android\.package-archive|wasm)$/
/** Names a double click runs on a usual machine, whatever is inside. */
const runs =
  /\.(?:bat|chm|cmd|com|cpl|dll|exe|hta|jar|jse?|lnk|mjs|msi|msp|pif|ps1|py|reg|scf|scr|sh|url|vbe?|vbs|wsf|wsh)[. ]*$/i
/** What a browser shows without running anything; all else is only ever saved to disk. */
export const shownTypes = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp']

export function evidenceFolder(): string {
  return join(dataFolder(), 'evidence')
}

/**
 * Takes a file in, enters it in the ledger, and binds it to what it proves. The same file twice is one entry.
 * throws   Refused file-too-large, file-empty, format-unknown, entry-missing; StorageProblem ledger-locked
 */
export async function uploadEvidence(
  database: Database,
  scope: LedgerScope,
  { name, content, isCut }: EvidenceUpload,
  aim: EvidenceAim,
  who: string,
): Promise<Evidence> {
  await refuseLocked(database, scope)
  await refuseNothing(database, scope, aim)
  const folder = evidenceFolder()
  const check = async (path: string, size: number) => {
    if (isCut()) throw new Refused('file-too-large', `${name}：单个文件不能超过50MB，请拆分或压缩后再传。`)
    if (size === 0) throw new Refused('file-empty')
    if (runs.test(name)) throw new Refused('format-unknown', `${name}：这是脚本或程序，不能作佐证材料。`)
    if (programs.test((await fileTypeFromFile(path))?.mime ?? ''))
      throw new Refused('format-unknown', `${name}：这是程序文件，不能作佐证材料。`)
  }
  const stored = await storeStream(folder, content, { part: randomUUID(), check })
  const id = stored.sha256.slice(0, 12)
  await noteUpload(database, scope, { ...stored, name }, who)
  const prove = (known?: Evidence) => proving(known ?? { id, name, ...stored }, aim)
  const entry = await editEntry(database, scope, 'evidence', { key: [id], edit: prove }, who)
  if (aim.record) await bindRecord(database, scope, aim.record, id, who)
  if (!entry) throw new Refused('entry-missing')
  return entry
}

/** A stored file to be sent: `type` of its content where a browser may show it, absent where it may only be saved. */
export type EvidenceFile = {
  readonly name: string
  readonly size: number
  readonly path: string
  readonly type?: string
}

/** A file of a ledger by its entry; that it was taken out is logged. throws Refused entry-missing, file-missing */
export async function openEvidence(
  database: Database,
  scope: LedgerScope,
  id: string,
  who: string,
): Promise<EvidenceFile> {
  const { evidence } = await loadLedger(database, scope, { without: ['payments', 'workRecords', 'sections'] })
  const entry = evidence.find((each) => each.id === id)
  if (!entry) throw new Refused('entry-missing')
  const path = await storedFile(evidenceFolder(), entry.sha256)
  if (path === undefined || !(await wasUploaded(database, scope, entry.sha256)))
    throw new Refused('file-missing', `${entry.name}：库里没有这份材料，请重新上传。`)
  await noteExport(database, scope, who, `佐证材料 ${entry.name}`)
  const type = (await fileTypeFromFile(path))?.mime
  return {
    name: entry.name,
    size: entry.size,
    path,
    ...(type !== undefined && shownTypes.includes(type) ? { type } : {}),
  }
}

function proving(entry: Evidence, { indicator, requirement }: EvidenceAim): Evidence {
  if (indicator === undefined) return entry
  const proof = requirement === undefined ? { indicator } : { indicator, requirement }
  const others = (entry.proves ?? []).filter(
    (each) => each.indicator !== indicator || (each.requirement ?? requirement) !== requirement,
  )
  return { ...entry, proves: [...others, proof] }
}

async function bindRecord(
  database: Database,
  scope: LedgerScope,
  { kind, id }: NonNullable<EvidenceAim['record']>,
  file: string,
  who: string,
): Promise<void> {
  const bind = (record?: WorkRecord) => {
    if (!record) throw new Refused('entry-missing')
    return { ...record, evidence: [...new Set([...(record.evidence ?? []), file])] }
  }
  await editEntry(database, scope, 'workRecords', { key: [kind, id], edit: bind }, who)
}

/** What a file is to prove has to be there before it is taken in. */
async function refuseNothing(
  database: Database,
  scope: LedgerScope,
  { indicator, record }: EvidenceAim,
): Promise<void> {
  if (indicator === undefined && record === undefined) return
  const without = ['payments', 'sections', ...(record ? [] : (['workRecords'] as const))] as const
  const ledger = await loadLedger(database, scope, { without })
  if (indicator !== undefined && !ledger.indicators.some(({ id }) => id === indicator))
    throw new Refused('entry-missing', `没有编号为“${indicator}”的指标。`)
  if (record && !ledger.workRecords.some(({ kind, id }) => kind === record.kind && id === record.id))
    throw new Refused('entry-missing', `没有编号为“${record.id}”的台账记录。`)
}
