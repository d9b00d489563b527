import type { Ledger } from '#domain/ledger/ledger.ts'
import type { Gap } from './chapters.ts'

const nothing = {
  budgetLines: ['预算指标', '年初预算、全年预算和执行率都空着'],
  payments: ['国库支付', '执行数和执行率都空着'],
  staffing: ['人员编制', '编制数和在职人数都空着'],
  baseItems: ['基础数据', '基础数据表里的“三公”预算、上年决算、楼堂馆所等都空着'],
} as const

/**
 * Tables of the ledger into which nothing was put yet: what rests on them is left blank, and that is said. Base data is
 * asked for where the pack has a table of it.
 */
export function notEntered(ledger: Ledger, hasBaseData: boolean): Gap[] {
  const lists = (Object.keys(nothing) as (keyof typeof nothing)[]).filter((list) => hasBaseData || list !== 'baseItems')
  const empty = lists.filter((list) => ledger[list].length === 0)
  const bare = ledger.projects.filter(
    ({ id, evaluated }) =>
      evaluated && ![...ledger.budgetLines, ...ledger.payments].some(({ project }) => project === id),
  )
  return [
    ...empty.map((list) => {
      const [what, blank] = nothing[list]
      return { report: '账本', chapter: what, message: `还没有登记${what}，${blank}`, from: { list, key: [] } }
    }),
    ...(empty.includes('budgetLines') && empty.includes('payments') ? [] : bare).map(({ name }) => ({
      report: '账本',
      chapter: '预算指标',
      message: `项目「${name}」没有登记预算，也没有支付，预算数和执行数都空着`,
      from: { list: 'budgetLines' as const, key: [] },
    })),
  ]
}
