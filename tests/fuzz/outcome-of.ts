import { auditDocument } from '#operations/audits/audit-document.ts'
import { type Input } from './fuzz-inputs.ts'

/**
 * What is wrong with the way a damaged file was treated, or nothing: it must give a document or a fatal problem
 * told in Chinese, within `limit` milliseconds, and never throw.
 */
export async function complaintAbout(input: Input, limit: number): Promise<string | undefined> {
  const started = performance.now()
  try {
    const audit = await settledWithin(auditDocument(input), limit)
    if (!audit) return `no answer within ${limit} ms`
    const { document, problems } = audit
    const took = performance.now() - started
    if (took > limit) return `took ${Math.round(took)} ms`
    if (document) return undefined
    const fatal = problems.find((problem) => problem.fatal)
    if (!fatal) return 'neither a document nor a fatal problem'
    return /[\u4e00-\u9fff]{4}/.test(fatal.message) ? undefined : `no Chinese sentence: ${fatal.message}`
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack : String(error)}`
  }
}

/** What a promise gives, or nothing when it has not settled after `limit` milliseconds. */
async function settledWithin<T>(work: Promise<T>, limit: number): Promise<T | undefined> {
  const clock = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => clock.resolve(undefined), limit)
  try {
    return await Promise.race([work, clock.promise])
  } finally {
    clearTimeout(timer)
  }
}
