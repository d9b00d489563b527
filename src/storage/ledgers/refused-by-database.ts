import { StorageProblem } from '../storage-problem.ts'

/** What PostgreSQL says with a code of its own, as a refusal a person can read. Anything else is thrown as it is. */
export function refusedByDatabase(error: unknown): unknown {
  if (error instanceof StorageProblem) return error
  const { code = '', message = '', detail = '' } = error as { code?: string; message?: string; detail?: string }
  if (code === '23503') return new StorageProblem('reference-unknown', detail, error)
  if (code === '23505') return new StorageProblem('key-repeated', detail, error)
  if (/^(?:22|23)/.test(code)) return new StorageProblem('value-invalid', message, error)
  return error
}
