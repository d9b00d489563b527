import { createHash, randomBytes } from 'node:crypto'
import { appendFile, mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Counts } from './audit-view.ts'
import { stampsOf } from './file-stamps.ts'

/** What the list of audits shows of one. `at`: ISO time of the upload. */
export type AuditEntry = {
  readonly id: string
  readonly name: string
  readonly at: string
  readonly parts: number
  readonly counts: Counts
  readonly problem?: string
}

export type DecisionStatus = 'open' | 'accepted' | 'dismissed'

/** What a person decided on a finding. `reason` is present for dismissed ones. */
export type Decision = {
  readonly status: DecisionStatus
  readonly reason?: string
  readonly who: string
  readonly at: string
}
export type Decisions = Readonly<Record<string, Decision>>

export type AuditStore = {
  /** Every audit kept, the newest first. */
  list(): Promise<AuditEntry[]>
  find(id: string): Promise<AuditEntry | undefined>
  bytesOf(id: string): Promise<Uint8Array>
  /** Keeps a file and its entry. The same name with the same bytes is the same audit. */
  keep(bytes: Uint8Array, entry: Omit<AuditEntry, 'id'>): Promise<AuditEntry>
  decisionsOf(id: string): Promise<Decisions>
  /** How an audit and what was decided on it stand: another word after every change, whoever made it. */
  stampOf(id: string): Promise<string>
  /** Sets the decision on one finding and adds a line to the log, which is only ever appended to. */
  decide(id: string, key: string, decision: Decision): Promise<Decisions>
}

/** An entry as kept: `file` is the sha256 of its bytes. */
type Kept = AuditEntry & { readonly file: string }

/**
 * Files and decisions in a folder: `files/<sha256>` holds the bytes, `audits/<id>.json` the entry,
 * `decisions/<id>.json` what was decided, `decisions/<id>.log` every decision ever made, one JSON a line.
 * Everything but the log is written aside and renamed, so that a crash leaves the old or the new, never half.
 */
export async function openAuditStore(folder: string): Promise<AuditStore> {
  for (const name of ['files', 'audits', 'decisions']) await mkdir(join(folder, name), { recursive: true })
  const entryPath = (id: string) => join(folder, 'audits', `${id}.json`)
  const decisionsPath = (id: string) => join(folder, 'decisions', `${id}.json`)
  const logPath = (id: string) => join(folder, 'decisions', `${id}.log`)
  const find = async (id: string) => (isId(id) ? await readJson<Kept>(entryPath(id)) : undefined)
  const decisionsOf = async (id: string) => (await readJson<Decisions>(decisionsPath(id))) ?? {}
  let turn: Promise<unknown> = Promise.resolve()
  return {
    list: () => listEntries(join(folder, 'audits')),
    find,
    async bytesOf(id) {
      const kept = await find(id)
      return readFile(join(folder, 'files', kept?.file ?? ''))
    },
    async keep(bytes, entry) {
      const file = createHash('sha256').update(bytes).digest('hex')
      const id = createHash('sha256').update(`${file}\n${entry.name}`).digest('hex').slice(0, 16)
      await writeWhole(join(folder, 'files', file), bytes)
      await writeWhole(entryPath(id), JSON.stringify({ ...entry, id, file } satisfies Kept))
      return { ...entry, id }
    },
    decisionsOf,
    // Every decision lengthens the log: no two states look alike that do not follow each other.
    stampOf: stampsOf((id) => (isId(id) ? [entryPath(id), decisionsPath(id), logPath(id)] : [])),
    decide(id, key, decision) {
      // One after the other: two people deciding at once must not overwrite each other's decisions.
      const done = turn.then(async () => {
        const decisions = { ...(await decisionsOf(id)), [key]: decision }
        await appendFile(logPath(id), `${JSON.stringify({ key, ...decision })}\n`)
        await writeWhole(decisionsPath(id), JSON.stringify(decisions))
        return decisions
      })
      turn = done.catch(() => undefined)
      return done
    },
  }
}

async function listEntries(folder: string): Promise<AuditEntry[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const entries = await Promise.all(names.map((name) => readJson<Kept>(join(folder, name))))
  const kept = entries.filter((entry) => entry !== undefined).map(({ file: _file, ...entry }) => entry)
  return kept.toSorted((left, right) => right.at.localeCompare(left.at) || left.name.localeCompare(right.name, 'zh-CN'))
}

function isId(id: string): boolean {
  return /^[0-9a-f]{16}$/.test(id)
}

async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(aside, content)
  await rename(aside, path)
}
