import { rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type JobTask, resultName } from './job-task.ts'

/** Puts the file to be fetched into the job's folder, whole or not at all. */
export async function keepResult(
  { folder, job }: JobTask,
  name: string,
  file: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<{ readonly name: string; readonly size: number }> {
  const part = join(folder, `${resultName}-${job.attempt}.part`)
  await writeFile(part, file, { mode: 0o600 })
  await rename(part, join(folder, resultName))
  return { name, size: (await stat(join(folder, resultName))).size }
}
