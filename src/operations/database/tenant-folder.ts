import { join } from 'node:path'
import { dataFolder } from './database-place.ts'

/** Where the audited files of an owner are kept: 'division/department', '' for this machine's user. */
export function auditFolder(owner: string): string {
  return owner === '' ? dataFolder() : join(dataFolder(), 'audits-of', safePath(owner))
}

/** Where the files of jobs are kept, by owner and job. */
export function jobsFolder(): string {
  return join(dataFolder(), 'jobs')
}

/** Where one job of an owner keeps its files; `id` is one of ours. */
export function jobFolder(owner: string, id: string): string {
  return join(jobsFolder(), owner === '' ? 'local' : safePath(owner), id)
}

/** A division and department as folder names, whatever letters they hold. */
function safePath(owner: string): string {
  return owner
    .split('/')
    .map((part) => encodeURIComponent(part).replaceAll('.', '%2E'))
    .join('/')
}
