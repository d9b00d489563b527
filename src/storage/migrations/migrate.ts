import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { StorageProblem } from '../storage-problem.ts'
import { ledgerTables } from './0001-ledger.ts'
import { changeLog } from './0002-change-log.ts'
import { divisionsApart } from './0003-divisions-apart.ts'
import { workCounts } from './0004-work-counts.ts'
import { accounts } from './0005-accounts.ts'
import { departmentsApart } from './0006-departments-apart.ts'
import { submissions } from './0007-submissions.ts'
import { issueDate } from './0008-issue-date.ts'
import { jobs } from './0009-jobs.ts'
import { expenditureRequests } from './0010-expenditure-requests.ts'
import { indicatorUsage } from './0011-indicator-usage.ts'
import { evidenceProves } from './0012-evidence-proves.ts'
import { ledgerRevision } from './0013-ledger-revision.ts'
import { divisionRevision } from './0014-division-revision.ts'
import { formColumns } from './0015-form-columns.ts'
import { databaseEpoch } from './0016-database-epoch.ts'
import { jobFailures } from './0017-job-failures.ts'
import { setsShown } from './0018-sets-shown.ts'
import { evaluatorsAssigned } from './0019-evaluators-assigned.ts'
import { deadlines } from './0020-deadlines.ts'
import { mainTasks } from './0021-main-tasks.ts'
import { countedBy } from './0022-counted-by.ts'
import { logHeads } from './0023-log-heads.ts'
import { revisionsSeen } from './0024-revisions-seen.ts'
import { jobsSeen } from './0025-jobs-seen.ts'
import { paymentPlan } from './0026-payment-plan.ts'
import { accountsApart } from './0027-accounts-apart.ts'

/** Every migration, by name; they run in the order of their names and are never changed or taken out. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-ledger': ledgerTables,
  '0002-change-log': changeLog,
  '0003-divisions-apart': divisionsApart,
  '0004-work-counts': workCounts,
  '0005-accounts': accounts,
  '0006-departments-apart': departmentsApart,
  '0007-submissions': submissions,
  '0008-issue-date': issueDate,
  '0009-jobs': jobs,
  '0010-expenditure-requests': expenditureRequests,
  '0011-indicator-usage': indicatorUsage,
  '0012-evidence-proves': evidenceProves,
  '0013-ledger-revision': ledgerRevision,
  '0014-division-revision': divisionRevision,
  '0015-form-columns': formColumns,
  '0016-database-epoch': databaseEpoch,
  '0017-job-failures': jobFailures,
  '0018-sets-shown': setsShown,
  '0019-evaluators-assigned': evaluatorsAssigned,
  '0020-deadlines': deadlines,
  '0021-main-tasks': mainTasks,
  '0022-counted-by': countedBy,
  '0023-log-heads': logHeads,
  '0024-revisions-seen': revisionsSeen,
  '0025-jobs-seen': jobsSeen,
  '0026-payment-plan': paymentPlan,
  '0027-accounts-apart': accountsApart,
}

/**
 * Brings the tables up to date and gives the names of the migrations that ran: all in one transaction under a lock, so
 * that a kill leaves the database as before or as after, and of two processes one waits.
 * throws   StorageProblem schema-newer: the database knows migrations this program does not; schema-failed
 */
export async function migrate<Schema>(
  database: Kysely<Schema>,
  list: Readonly<Record<string, Migration>> = migrations,
): Promise<string[]> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => list } })
  const { error, results } = await migrator.migrateToLatest()
  if (error === undefined) return (results ?? []).map(({ migrationName }) => migrationName)
  const reason = error instanceof Error ? error.message : String(error)
  const newer = /previously executed migration .* is missing/.test(reason)
  if (/permission denied to create role/.test(reason)) throw new StorageProblem('schema-failed', roleRefused, error)
  throw new StorageProblem(newer ? 'schema-newer' : 'schema-failed', reason, error)
}

/** The first migration makes the role that the rows of a division are guarded against. */
const roleRefused = '连接数据库的用户要能建角色，请管理员在服务器上执行 alter role 用户名 createrole 后再试'
