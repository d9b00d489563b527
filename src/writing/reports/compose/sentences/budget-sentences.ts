import type { LedgerFact, Run } from '#domain/report/printed-report.ts'
import { type Setting, type Wanted, factOf, inText, joined, say } from '../setting.ts'

const isZero = (fact: LedgerFact) => fact.quantity.value.eq(0)

/** 「2023年度财政收入1286.05万元，其中：年初预算969.06万元，年中追加316.99万元。」 */
export function income(setting: Setting): Run[] | undefined {
  const total = factOf(setting, { measure: 'revenue.total', phase: 'actual' })
  const original = factOf(setting, { measure: 'fund.total', phase: 'original' })
  const change = factOf(setting, { measure: 'adjustment.total', phase: 'adjustment' })
  if (!change || isZero(change)) return say`${String(setting.ledger.year)}年度财政收入${total}，全部为年初预算。`
  return say`${String(setting.ledger.year)}年度财政收入${total}，其中：年初预算${original}，年中追加${change}。`
}

/** 「2023年度财政拨款支出1286.05万元，其中：2010301行政运行852.47万元，…。」 */
export function spendingByAccount(setting: Setting): Run[] | undefined {
  const total = factOf(setting, { measure: 'spending.total', phase: 'actual' })
  const head = say`${String(setting.ledger.year)}年度财政拨款支出${total}，其中：`
  return head && [...head, ...accountList(setting, ''), '。']
}

/** 「项目支出422.59万元，其中：2010302一般行政管理事务347.26万元，…。」 */
export function projectSpending(setting: Setting): Run[] | undefined {
  const total = factOf(setting, { measure: 'spending.project', phase: 'actual' })
  const list = accountList(setting, '项目支出')
  const head = say`全年项目支出决算${total}`
  if (!head) return undefined
  return list.length === 0 ? [...head, '。'] : [...head, '，其中：', ...list, '。']
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

/** 「全年基本支出863.46万元，其中：工资福利支出728.70万元，…。」 */
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
  const head = say`全年基本支出${total}`
  return head && [...head, ...(parts.length > 0 ? ['，其中：', ...joined(parts, '，')] : []), '。']
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

/** 「开展绩效自评的项目5个，资金合计296.00万元：a30.00万元，…。」 */
export function evaluatedProjects(setting: Setting): Run[] | undefined {
  const count = factOf(setting, { measure: 'projects.evaluated', phase: 'none' })
  const total = factOf(setting, { measure: 'projects.evaluated-funds', phase: 'actual' })
  const head = say`其中开展绩效自评的项目${count}，支出合计${total}：`
  if (!head) return undefined
  const list = setting.ledger.projects.flatMap(({ name, evaluated }) => {
    const spent = factOf(setting, spentOn(name))
    return evaluated && spent ? [[name, inText(spent)]] : []
  })
  return [...head, ...joined(list, '，'), '。']
}

function spentOn(entity: string): Wanted {
  return { measure: 'project.spent', phase: 'none', entity }
}
