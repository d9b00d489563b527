import type { Job } from '#domain/jobs/job.ts'
import type { StoredJob } from '#storage/jobs/jobs-table.ts'
import { type Database, type Within, confined } from '#storage/open-database.ts'
import { type Account, whoOf } from '../accounts/account.ts'
import { withinOf } from '../accounts/within-of.ts'

/** Who asks for a job; `owner`: whose files it works with, as of audits. */
export type Asker = Within & { readonly account: string; readonly who: string; readonly owner: string }

/** The division of jobs of this machine's user, which is no code. */
const local = 'local'

/** Somebody signed in, or this machine's user. */
export function askerOf(account: Account | undefined): Asker {
  if (!account) return { division: local, account: local, who: '本机用户', owner: '' }
  const { division, department } = account
  return {
    ...withinOf(account),
    who: whoOf(account),
    owner: ownerOf({ division, ...(department === undefined ? {} : { department }) }),
  }
}

/** Whose files those of a department, of a division's finance bureau, or of this machine's user are. */
export function ownerOf({ division, department }: Within): string {
  return division === local ? '' : `${division}/${department ?? '财政'}`
}

/** The database as the asker may see it: of jobs their own. */
export function asAsker(database: Database, { who: _who, owner: _owner, ...within }: Asker): Database {
  return confined(database, within)
}

/** What the asker sees of a stored job. */
export function shownJob(job: StoredJob): Job {
  const { id, kind, state, done, total, sentence, who, at, ended, result, outcome, changed } = job
  return {
    id,
    kind,
    state,
    done,
    total,
    sentence,
    who,
    at,
    ...(ended === undefined ? {} : { ended }),
    ...(result ? { result } : {}),
    outcome,
    changed,
  }
}
