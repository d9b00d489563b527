import { type Change, changesOf } from '#storage/log/read-log.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { askDatabase } from '../database/ask-database.ts'

const tables: Record<string, string> = {
  budget: 'budget_lines',
  payment: 'payments',
  staffing: 'staffing',
  base: 'base_items',
  project: 'projects',
  organisation: 'organisations',
  building: 'buildings',
  task: 'main_tasks',
  indicator: 'indicators',
  monitoring: 'monitoring',
  paper: 'papers',
  evidence: 'evidence',
  work: 'work_records',
}
const actions: Record<string, string> = { add: '登记', change: '更改', remove: '删去', 'add-many': '成批导入' }

/**
 * Who entered or changed the records behind a number, and when, by record key ('payment:汇总-01'), the latest first:
 * 「2026-11-24 00:40:34 填报人 更改」, 北京时间. Empty where the database can't be opened: a trace goes on without it.
 */
export async function recordChanges(
  scope: LedgerScope,
  keys: Iterable<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>()
  await askDatabase(async (database) => {
    for (const key of new Set(keys)) {
      const target = logTarget(key, scope)
      if (target) found.set(key, (await changesOf(database, scope.division, target)).map(changeLine))
    }
  })
  return found
}

/** The name the log gives a record: 'base:procurement.total@actual' is base_items:001/2023/procurement.total/actual. */
export function logTarget(key: string, { department, year }: LedgerScope): string | undefined {
  const [list = '', ...rest] = key.split(':')
  const table = tables[list]
  const id = rest.join(':')
  if (!table || id === '') return undefined
  return `${table}:${department}/${year}/${list === 'base' ? id.replace('@', '/') : id}`
}

function changeLine({ at, who, action, after }: Change): string {
  const source = (after?.['source'] as { name?: string } | undefined)?.name
  const from = action === 'add-many' && source ? `（${source}）` : ''
  return `${inBeijing(at)} ${who} ${actions[action] ?? action}${from}`
}

/** A moment as the offices of the country read it off their clocks, eight hours ahead of UTC all year: 2026-11-24 00:40:34. */
function inBeijing(at: string): string {
  const moment = Date.parse(at)
  if (Number.isNaN(moment)) return at
  return new Date(moment + eightHours).toISOString().slice(0, 19).replace('T', ' ')
}
const eightHours = 8 * 60 * 60 * 1000
