import { AuditPool, type PoolOptions } from './audit-pool.ts'
import type { Audited } from './audited.ts'
import type { Gathered } from './gather-files.ts'

/** `signal`: what is done until it is aborted is still given. */
export type ManyOptions = PoolOptions & { readonly signal?: AbortSignal }

/**
 * Audits files on worker threads and yields their outcomes in the order of the files, each as soon as it and those
 * before it are done. A file that takes too long or brings its thread down is reported as such; the others go on.
 */
export async function* auditMany(files: readonly Gathered[], options: ManyOptions): AsyncGenerator<Audited> {
  const pool = new AuditPool(files, options)
  const stir = () => pool.stir()
  options.signal?.addEventListener('abort', stir)
  try {
    for (const at of files.keys()) {
      const outcome = await pool.outcome(at, options.signal)
      if (!outcome) return
      yield outcome
    }
  } finally {
    options.signal?.removeEventListener('abort', stir)
    await pool.close()
  }
}
