import { inPlainWan } from '#domain/amount-text.ts'
import { addUp } from '#domain/arithmetic.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { LedgerFinding } from './check-ledger.ts'

/** Main tasks name projects that exist, no project twice, and set aside no more than the department's original budget. */
export function checkTasks({ tasks, projects, budgetLines }: Ledger): LedgerFinding[] {
  const known = new Map(projects.map(({ id, name }) => [id, name]))
  const first = new Map<string, string>()
  const found = tasks.flatMap((task, index) =>
    (task.projects ?? []).flatMap((id): LedgerFinding[] => {
      const where = { where: `tasks.${index}`, field: 'projects' }
      const other = first.get(id)
      if (other === undefined) first.set(id, task.name)
      if (!known.has(id)) {
        const message = `年度主要任务「${task.name}」写的项目「${id}」没有登记，请改正编号或先登记项目`
        return [{ rule: 'ledger.task-project', severity: 'error', message, ...where }]
      }
      if (other === undefined) return []
      const message = `项目「${known.get(id)}」同时算在年度主要任务「${other}」和「${task.name}」里，预算重复了，请只留一处`
      return [{ rule: 'ledger.task-project', severity: 'error', message, ...where }]
    }),
  )
  return [...found, ...tasks.flatMap(unused), ...withinBudget(tasks, budgetLines)]
}

/** Money typed for a task that has its projects' counts for nothing. */
function unused({ name, projects = [], amount }: Ledger['tasks'][number], index: number): LedgerFinding[] {
  if (projects.length === 0 || !amount) return []
  const message = `年度主要任务「${name}」写了项目，金额按项目的年初预算印，填的${inPlainWan(amount)}万元没有用，请删去金额或项目`
  return [{ rule: 'ledger.task-project', severity: 'warning', message, where: `tasks.${index}`, field: 'amount' }]
}

function withinBudget(tasks: Ledger['tasks'], budgetLines: Ledger['budgetLines']): LedgerFinding[] {
  const originals = budgetLines.filter(({ kind }) => kind === 'original')
  const granted = addUp(originals.map(({ amount }) => amount))
  const named = new Set(tasks.flatMap(({ projects = [] }) => projects))
  const ofProjects = originals.filter(({ project }) => project !== undefined && named.has(project))
  const planned = addUp(
    [...ofProjects, ...tasks.filter(({ projects = [] }) => projects.length === 0)].flatMap(
      ({ amount }) => amount ?? [],
    ),
  )
  if (planned.lte(granted)) return []
  return [
    {
      rule: 'ledger.task-budget',
      severity: 'warning',
      message: `年度主要任务的预算合计${inPlainWan(planned)}万元超过年初预算${inPlainWan(granted)}万元，请核对`,
      expression: `${inPlainWan(planned)} − ${inPlainWan(granted)} = ${inPlainWan(planned.minus(granted))}`,
      where: 'tasks',
    },
  ]
}
