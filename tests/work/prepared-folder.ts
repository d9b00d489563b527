import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a run of all tests makes once: the folder of a server with the example, and that of an empty database. */
export type Prepared = 'work' | 'database'

/**
 * A new folder to keep data in, with a copy of what was prepared; empty where nothing was (JIHENG_PREPARED is not set):
 * then whoever opens it makes everything himself, with the same outcome.
 */
export function preparedFolder(what: Prepared): string {
  const folder = mkdtempSync(join(tmpdir(), `jiheng-${what}-`))
  const source = join(process.env['JIHENG_PREPARED'] ?? folder, what)
  if (!existsSync(source)) {
    // Run by root, the database's server is another user's: it has to get into its folder.
    chmodSync(folder, 0o755)
    return folder
  }
  // Owners are kept, for the same reason.
  if (process.platform === 'win32') cpSync(source, folder, { recursive: true })
  else execFileSync('cp', ['-a', `${source}/.`, folder])
  return folder
}
