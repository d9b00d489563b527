import type { Ledger } from '#domain/ledger/ledger.ts'
import type { MainTask } from '#domain/ledger/main-task.ts'
import type { LedgerFact } from '#domain/report/printed-report.ts'
import { type FactBook, adding, putMoney, putSum } from './fact-book.ts'

const titles = { total: '预算金额', fiscal: '预算金额财政拨款', rest: '预算金额其他资金' }
type Part = keyof typeof titles

/**
 * Budgets of the main tasks 年度主要任务, phase 'original': of each by its name and of all together; 'task.total' is
 * 'task.fiscal' 财政拨款 and 'task.rest' 其他资金. A task that names projects has their original budgets; one without any
 * money has no facts, and its part of money typed without its source neither.
 */
export function taskFacts(ledger: Ledger, book: FactBook): void {
  const { tasks, year } = ledger
  for (const task of tasks) {
    if ((task.projects ?? []).length > 0) putOfProjects(ledger, book, task)
    else putTyped(year, book, task)
  }
  for (const part of ['total', 'fiscal', 'rest'] as const) {
    const own = tasks.map(({ name }) => book.find(at(year, part, name)))
    if (part !== 'total' && own.some((fact, index) => !fact && book.find(at(year, 'total', tasks[index]!.name))))
      continue
    putSum(book, at(year, part), `年度主要任务${titles[part]}合计`, adding(own))
  }
}

function putOfProjects({ projects, year }: Ledger, book: FactBook, { name, projects: ids = [] }: MainTask): void {
  const names = projects.filter(({ id }) => ids.includes(id)).map((project) => project.name)
  const measures = { total: 'project.funds', fiscal: 'source.fiscal', rest: 'source.rest' }
  for (const [part, measure] of Object.entries(measures) as [Part, string][]) {
    const own = names.map((entity) => book.find({ measure, entity, year, phase: 'original' }))
    putSum(book, at(year, part, name), `${name}${titles[part]}`, adding(own))
  }
}

function putTyped(year: number, book: FactBook, { name, amount, fiscal }: MainTask): void {
  const record = [`task:${name}`]
  const put = (part: Part, sum: typeof amount): LedgerFact | undefined =>
    sum && putMoney(book, at(year, part, name), `${name}${titles[part]}`, sum, record)
  const total = put('total', amount)
  const own = put('fiscal', fiscal)
  if (!total || !own) return
  putSum(book, at(year, 'rest', name), `${name}${titles.rest}`, [
    { fact: total, sign: 1 },
    { fact: own, sign: -1 },
  ])
}

function at(year: number, part: Part, entity = '') {
  return { measure: `task.${part}`, entity, year, phase: 'original' }
}
