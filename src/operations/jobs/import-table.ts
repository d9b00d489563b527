import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { JobOutcome } from '#domain/jobs/job.ts'
import { commitAttempt } from '#storage/jobs/jobs-table.ts'
import { type UploadOutcome, importSource } from '../imports/import-upload.ts'
import type { JobEnd, JobInputs, JobTask, Tell } from './job-task.ts'
import { withOwnDatabase } from './with-own-database.ts'

/** As many faults as a page shows. */
const mostFaults = 500
/** Rows between two words on progress. */
const stride = 1000

/**
 * Takes an uploaded table into a ledger, whole or not at all. That it is done is stored with the entries themselves, so
 * that a job whose program was killed after it is not done twice, and one that was cancelled meanwhile is undone.
 * throws   Refused, StorageProblem
 */
export async function importTable(task: JobTask, input: JobInputs['import'], tell: Tell): Promise<JobEnd> {
  const [file] = input.files
  if (!file) return { is: 'refused', sentence: '没有收到文件，请重新选择。' }
  const source = () => ({
    name: file.name,
    chunks: createReadStream(join(task.folder, 'in', file.file)) as AsyncIterable<Uint8Array>,
  })
  let told = 0
  const outcome = await withOwnDatabase(task, (database) =>
    importSource(database, input.scope, source, {
      table: input.table,
      who: task.job.who,
      preview: input.preview === true,
      onRows: (rows) => {
        if (rows < told + stride) return
        told = rows
        tell({ done: rows, total: 0, sentence: `已读 ${rows} 行`, outcome: {} })
      },
      atEnd: async (client) => {
        if (!(await commitAttempt(client, task.job))) throw new Error('the job is not wanted any more')
      },
    }),
  )
  return endOf(outcome, input.preview === true)
}

function endOf({ table, lines, faults, isRefused }: UploadOutcome, isPreview: boolean): JobEnd {
  const outcome: JobOutcome = { lines, faults: faults.slice(0, mostFaults) }
  if (!isRefused && isPreview) return { is: 'done', sentence: `${table}可以导入。`, outcome }
  if (!isRefused) return { is: 'done', sentence: `${table}已导入。`, outcome }
  const errors = faults.filter(({ severity }) => severity === 'error').length
  return {
    is: 'refused',
    sentence: `${table}${isPreview ? '还不能导入' : '没有导入'}：有 ${errors} 处错误，请改好后再试。`,
    outcome,
  }
}
