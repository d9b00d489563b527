import { expandArchive } from '#reading/formats/archives/unzip.ts'
import type { AuditDesk } from './audit-desk.ts'
import type { AuditEntry, AuditStore } from './audit-store.ts'
import type { AuditView } from './audit-view.ts'

export type TakenIn = { readonly entry: AuditEntry; readonly view: AuditView }

/** Audits a file and keeps it; a zip gives one audit for each file in it. `at`: ISO time. */
export async function takeInFile(
  store: AuditStore,
  desk: AuditDesk,
  file: { name: string; bytes: Uint8Array },
  at: string,
): Promise<TakenIn[]> {
  if (/\.zip$/i.test(file.name)) {
    const { files } = expandArchive(file)
    const taken: TakenIn[] = []
    for (const each of files) taken.push(await takeInOne(store, desk, each, at))
    if (taken.length > 0) return taken
  }
  return [await takeInOne(store, desk, file, at)]
}

async function takeInOne(
  store: AuditStore,
  desk: AuditDesk,
  file: { name: string; bytes: Uint8Array },
  at: string,
): Promise<TakenIn> {
  const answer = await desk.ask({ is: 'view', ...file })
  if (answer.is !== 'view') throw new Error('the desk answered a view with something else')
  const { view } = answer
  const problem = view.problems.find(({ fatal }) => fatal)?.message
  const entry = await store.keep(file.bytes, {
    name: file.name,
    at,
    parts: view.parts.length,
    counts: view.counts,
    ...(problem ? { problem } : {}),
  })
  return { entry, view }
}
