import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { AuditedUpload } from '#domain/jobs/job.ts'
import { expandArchive } from '#reading/formats/archives/unzip.ts'
import { type AuditDesk, openAuditDesk } from '../audits/audit-desk.ts'
import { type AuditEntry, openAuditStore } from '../audits/audit-store.ts'
import { auditFolder } from '../database/tenant-folder.ts'
import type { JobEnd, JobInputs, JobTask, Tell } from './job-task.ts'

const mostFiles = 1000
const mostDesks = 4

/** A file to audit, or why it can't be: it stands in the job's folder. */
type Piece = { readonly name: string; readonly path: string; readonly problem?: string }
type Audited = Omit<AuditEntry, 'id' | 'at'>

/**
 * Audits the uploaded files and those in uploaded archives on threads of its own. They are kept together at the end:
 * of a job that is cancelled nothing is.
 */
export async function auditUploads(task: JobTask, { files }: JobInputs['audit'], tell: Tell): Promise<JobEnd> {
  const folder = join(task.folder, 'in')
  const pieces: Piece[] = []
  for (const { name, file } of files) pieces.push(...(await piecesOf(folder, name, file)))
  const total = pieces.length
  if (total > mostFiles)
    return { is: 'refused', sentence: `一次最多核对 ${mostFiles} 个文件，这里有 ${total} 个，请分批。` }
  const audited: (Audited | undefined)[] = pieces.map(() => undefined)
  const say = (sentence: string) => {
    const said = audited.flatMap((each) => (each ? [shown(each)] : []))
    tell({ done: said.length, total, sentence, outcome: { files: said } })
  }
  say(`正在核对 ${total} 个文件`)
  await onDesks(pieces, async (desk, piece, at) => {
    audited[at] = await auditPiece(desk, piece)
    say(`已核对 ${piece.name}`)
  })
  const kept = await keepAll(task, pieces, audited)
  const errors = kept.reduce((sum, { counts }) => sum + (counts?.error ?? 0), 0)
  return { is: 'done', sentence: `核对完 ${total} 个文件，共 ${errors} 处错误。`, outcome: { files: kept } }
}

/** The files of an archive, written beside it; any other file, or an archive without files, is one piece. */
async function piecesOf(folder: string, name: string, file: string): Promise<Piece[]> {
  const path = join(folder, file)
  if (!/\.zip$/i.test(name)) return [{ name, path }]
  const { files, problems } = expandArchive({ name, bytes: await readFile(path) })
  if (files.length === 0) return [{ name, path }]
  const pieces: Piece[] = []
  for (const [at, each] of files.entries()) {
    const place = join(folder, `${file}-${at + 1}`)
    await writeFile(place, each.bytes, { mode: 0o600 })
    pieces.push({ name: each.name, path: place })
  }
  return [...pieces, ...problems.map(({ message }) => ({ name, path: '', problem: message }))]
}

async function onDesks(
  pieces: readonly Piece[],
  work: (desk: AuditDesk, piece: Piece, at: number) => Promise<void>,
): Promise<void> {
  const rest = pieces.entries()
  const desks = Math.min(mostDesks, pieces.length, Math.max(1, availableParallelism() - 1))
  const one = async () => {
    const desk = openAuditDesk()
    try {
      for (const [at, piece] of rest) await work(desk, piece, at)
    } finally {
      await desk.close()
    }
  }
  await Promise.all(Array.from({ length: desks }, one))
}

async function auditPiece(desk: AuditDesk, { name, path, problem }: Piece): Promise<Audited> {
  const none = { error: 0, warning: 0, info: 0, figures: 0 }
  if (problem !== undefined) return { name, parts: 0, counts: none, problem }
  const answer = await desk.ask({ is: 'view', name, bytes: await readFile(path) })
  if (answer.is !== 'view') throw new Error('the desk answered a view with something else')
  const { parts, counts, problems } = answer.view
  const fatal = problems.find((each) => each.fatal)?.message
  return { name, parts: parts.length, counts, ...(fatal ? { problem: fatal } : {}) }
}

async function keepAll(
  { owner }: JobTask,
  pieces: readonly Piece[],
  audited: readonly (Audited | undefined)[],
): Promise<AuditedUpload[]> {
  const store = await openAuditStore(auditFolder(owner))
  const at = new Date().toISOString()
  const kept: AuditedUpload[] = []
  for (const [index, { path, problem }] of pieces.entries()) {
    const each = audited[index]
    if (!each) continue
    const entry = problem === undefined ? await store.keep(await readFile(path), { ...each, at }) : undefined
    kept.push({ ...shown(each), ...(entry ? { id: entry.id } : {}) })
  }
  return kept
}

function shown({ name, counts, problem }: Audited): AuditedUpload {
  return { name, counts, ...(problem === undefined ? {} : { problem }) }
}
