import type { LedgerFact, Run } from '#domain/report/printed-report.ts'
import { listedProject } from '../named-project.ts'
import { isAllFiscal } from '../all-fiscal.ts'
import { type Setting, type Wanted, factOf, inText, joined, say } from '../setting.ts'

const isZero = (fact: LedgerFact) => fact.quantity.value.eq(0)

/**
 * 「2023年度财政收入1286.05万元，其中：年初预算969.06万元，上年结转20.00万元，年中追加296.99万元。」; a cut is 年中追减.
 * Money of the unit's own is no 财政收入.
 */
export function income(setting: Setting): Run[] | undefined {
  const total = factOf(setting, { measure: 'revenue.total', phase: 'actual' })
  const head = say`${String(setting.ledger.year)}年度${isAllFiscal(setting, '') ? '财政收入' : '收入'}${total}`
  const change = factOf(setting, { measure: 'adjustment.total', phase: 'adjustment' })
  const cut = factOf(setting, { measure: 'adjustment.reduction', phase: 'adjustment' })
  const sources: [string, LedgerFact | undefined][] = [
    ['年初预算', factOf(setting, { measure: 'fund.total', phase: 'original' })],
    ['上年结转', factOf(setting, { measure: 'carry-over.opening', phase: 'actual' })],
    cut ? ['年中追减', cut] : ['年中追加', change && isZero(change) ? undefined : change],
  ]
  const told = sources.flatMap(([label, fact]) => (fact ? [[label, inText(fact)]] : []))
  if (told.length === 1) return head && [...head, '，全部为年初预算。']
  return listedUnder(head, joined(told, '，'))
}

/** 「2023年度财政拨款支出1286.05万元，其中：2010301行政运行852.47万元，…。」; with money of the unit's own it is 支出. */
export function spendingByAccount(setting: Setting): Run[] | undefined {
  const total = factOf(setting, { measure: 'spending.total', phase: 'actual' })
  const what = isAllFiscal(setting, '') ? '财政拨款支出' : '支出'
  return listedUnder(say`${String(setting.ledger.year)}年度${what}${total}`, accountList(setting, ''))
}

/** 「项目支出422.59万元，其中：2010302一般行政管理事务347.26万元，…。」 */
export function projectSpending(setting: Setting): Run[] | undefined {
  const total = factOf(setting, { measure: 'spending.project', phase: 'actual' })
  return listedUnder(say`全年项目支出决算${total}`, accountList(setting, '项目支出'))
}

/** A total and what it is made of; a list of nothing is not announced. */
function listedUnder(head: Run[] | undefined, list: readonly Run[]): Run[] | undefined {
  return head && [...head, ...(list.length === 0 ? [] : ['，其中：', ...list]), '。']
}

function accountList({ facts, accounts }: Setting, entity: string): Run[] {
  const listed = [...facts.values()].filter((fact) => fact.measure.startsWith('account.') && fact.entity === entity)
  return joined(
    listed.map((fact) => {
      const code = fact.measure.slice('account.'.length)
      return [`${code}${accounts.get(code) ?? ''}`, inText(fact)]
    }),
    '，',
  )
}

/** 「全年预算1286.05万元，全年执行1286.05万元，预算执行率100.00%，收支平衡。」 */
export function completion(setting: Setting): Run[] | undefined {
  const closing = factOf(setting, { measure: 'carry-over.closing', phase: 'actual' })
  const head = say`全年预算${factOf(setting, { measure: 'fund.total', phase: 'final' })}，全年执行${factOf(setting, { measure: 'fund.total', phase: 'actual' })}，预算执行率${factOf(setting, { measure: 'execution.rate', phase: 'none' })}`
  if (!head || !closing) return head && [...head, '。']
  return [...head, ...(isZero(closing) ? ['，收支平衡。'] : (say`，年末结转结余${closing}。` ?? []))]
}

/** 「全年基本支出863.46万元，其中：工资福利支出728.70万元，…。」; the budget is told where not all of it was spent. */
export function basicSpending(setting: Setting): Run[] | undefined {
  const total = factOf(setting, { measure: 'spending.basic', phase: 'actual' })
  const parts = [
    ['工资福利支出', 'spending.wages'],
    ['商品和服务支出', 'spending.goods'],
    ['对个人和家庭的补助', 'spending.subsidies'],
    ['资本性支出', 'spending.capital'],
  ].flatMap(([label = '', measure = '']) => {
    const fact = factOf(setting, { measure, phase: 'actual' })
    return fact ? [[label, inText(fact)]] : []
  })
  const budget = factOf(setting, { measure: 'spending.basic', phase: 'final' })
  const isAll = !budget || !total || budget.quantity.value.eq(total.quantity.value)
  const head = isAll ? say`全年基本支出${total}` : say`基本支出全年预算${budget}，全年基本支出${total}`
  return listedUnder(head, joined(parts, '，'))
}

/** Budget and actual of 三公经费 with their parts; a part that is zero is said too (财政部决算公开要求). */
export function threePublic(setting: Setting): Run[] | undefined {
  const year = String(setting.ledger.year)
  const budget = threePublicPhase(setting, 'original')
  const actual = threePublicPhase(setting, 'actual')
  if (!budget && !actual) return undefined
  return [
    ...(budget ? [`${year}年“三公”经费年初预算`, ...budget, '。'] : []),
    ...(actual ? [`${year}年“三公”经费决算`, ...actual, '。'] : []),
  ]
}

function threePublicPhase(setting: Setting, phase: string): Run[] | undefined {
  const total = factOf(setting, { measure: 'three-public.total', phase })
  const parts = [
    ['因公出国（境）费', 'three-public.abroad'],
    ['公务用车购置费', 'three-public.vehicle-purchase'],
    ['公务用车运行维护费', 'three-public.vehicle-running'],
    ['公务接待费', 'three-public.reception'],
  ].flatMap(([label = '', measure = '']) => {
    const fact = factOf(setting, { measure, phase })
    return fact ? [[label, inText(fact)]] : []
  })
  return total && [inText(total), ...(parts.length > 0 ? ['，其中：', ...joined(parts, '，')] : [])]
}

/** 「开展绩效自评的项目5个，支出合计296.00万元：“会议费”项目30.00万元，…。」 */
export function evaluatedProjects(setting: Setting): Run[] | undefined {
  const count = factOf(setting, { measure: 'projects.evaluated', phase: 'none' })
  const total = factOf(setting, { measure: 'projects.evaluated-funds', phase: 'actual' })
  const head = say`开展绩效自评的项目${count}，支出合计${total}：`
  if (!head) return undefined
  const list = setting.ledger.projects.flatMap(({ name, evaluated }) => {
    const spent = factOf(setting, spentOn(name))
    return evaluated && spent ? [[listedProject(name), inText(spent)]] : []
  })
  return [...head, ...joined(list, '，'), '。']
}

function spentOn(entity: string): Wanted {
  return { measure: 'project.spent', phase: 'none', entity }
}
