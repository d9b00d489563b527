import { auditDocument } from '#operations/audits/audit-document.ts'
import { type Accusation, accusationsOf, freshFindings, keysOf } from './accusations.ts'

/** One number changed: `from` to `to` within the words `at`, which the document has once. */
export type Change = { at: string; from: string; to: string; kind: string; why: string }

/**
 * Audits a document that agrees with itself, then once more for each change: whether there is an error or a warning that
 * was not there before. `name` tells the format. Throws when a change does not name one place.
 */
export async function examineDocument(
  source: string,
  changes: readonly Change[],
  name = '报告.html',
): Promise<{ trials: { change: Change; shown: boolean }[]; accusations: Accusation[] }> {
  const auditOf = (text: string) => auditDocument({ name, bytes: Buffer.from(text) })
  const clean = await auditOf(source)
  const known = keysOf(clean)
  const trials: { change: Change; shown: boolean }[] = []
  for (const change of changes) {
    const { at, from, to } = change
    if (source.split(at).length !== 2 || at.split(from).length !== 2) throw new Error(`「${at}」「${from}」不是独一处`)
    const spoiled = await auditOf(source.replace(at, () => at.replace(from, () => to)))
    trials.push({ change, shown: freshFindings(spoiled, known).length > 0 })
  }
  return { trials, accusations: accusationsOf(clean) }
}
