import { Big } from 'big.js'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { type FactBook, adding, putCount, putSum } from './fact-book.ts'

/** What a report counts of the department itself: inner offices 内设机构, units, evaluated projects and, where that of all is known, their spending. */
export function profileFacts(ledger: Ledger, book: FactBook): void {
  const { year, department, units, projects } = ledger
  const at = (measure: string, phase = 'none', entity = '') => ({ measure, entity, year, phase })
  const offices = department.offices ?? []
  if (offices.length > 0)
    putCount(book, at('offices.count'), '内设机构', new Big(offices.length), '个', [`organisation:${department.id}`])
  const unitRecords = units.map(({ id }) => `organisation:${id}`)
  if (units.length > 0) putCount(book, at('units.count'), '所属事业单位', new Big(units.length), '个', unitRecords)
  const evaluated = projects.filter((project) => project.evaluated)
  if (evaluated.length === 0) return
  const records = evaluated.map(({ id }) => `project:${id}`)
  putCount(book, at('projects.evaluated'), '开展绩效自评的项目', new Big(evaluated.length), '个', records)
  const spent = evaluated.map(({ name }) => book.find(at('project.spent', 'none', name)))
  if (spent.includes(undefined)) return
  putSum(book, at('projects.evaluated-funds', 'actual'), '自评项目支出合计', adding(spent))
}
