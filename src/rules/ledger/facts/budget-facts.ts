import type { Big } from 'big.js'
import { addUp } from '#domain/arithmetic.ts'
import type { BudgetKind, BudgetLine, FundSource, Payment } from '#domain/ledger/budget.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { LedgerFact } from '#domain/report/printed-report.ts'
import { byProject } from '../by-project.ts'
import { type Entered, type Money, enteredFor, enteredOf } from '../entered.ts'
import { type FactBook, adding, putMoney, putRate, putSum } from './fact-book.ts'

/** What the forms call each source; the measure is 'fund.' and the source. */
export const sourceMeasures: Record<FundSource, { readonly measure: string; readonly zh: string }> = {
  'general-public': { measure: 'fund.general-public-budget', zh: '一般公共预算' },
  'government-managed': { measure: 'fund.government-managed', zh: '政府性基金拨款' },
  'state-capital': { measure: 'fund.state-capital', zh: '国有资本经营预算' },
  'special-account': { measure: 'fund.special-account', zh: '纳入专户管理的非税收入拨款' },
  own: { measure: 'fund.own', zh: '单位资金' },
  other: { measure: 'fund.other', zh: '其他资金' },
}

type Phase = 'original' | 'adjustment' | 'final' | 'actual'

/**
 * Money of the department and its projects in four phases: 年初, 调整, 全年, 执行.
 * Final = original + adjustments + carry-over (财预〔2020〕10号 form, 全年预算数); spending is what payments say. Phases
 * for which nothing was put in have no facts.
 */
export function budgetFacts(ledger: Ledger, book: FactBook): void {
  departmentPhases(ledger, book)
  const { year } = ledger
  const at = (measure: string, phase: string) => ({ measure, year, phase })
  const same = (measure: string, phase: string, title: string, from: LedgerFact | undefined) =>
    putSum(book, at(measure, phase), title, adding([from]))
  same('revenue.total', 'actual', '收入合计', book.find(at('fund.total', 'final')))
  same('spending.total', 'actual', '支出合计', book.find(at('fund.total', 'actual')))
  adjustmentFacts(ledger, book)
  same('basic-adjustment', 'actual', '部门基本支出预算调整', book.find(at('spending.basic', 'adjustment')))
  const [final, actual] = [book.find(at('fund.total', 'final')), book.find(at('fund.total', 'actual'))]
  putRate(book, at('execution.rate', 'none'), '预算执行率', actual, final)
  if (final && actual)
    putSum(book, at('carry-over.closing', 'actual'), '年末结转结余', [
      { fact: final, sign: 1 },
      { fact: actual, sign: -1 },
    ])
  const lines = byProject(ledger.budgetLines)
  const payments = byProject(ledger.payments)
  const entered = enteredOf(ledger)
  for (const project of ledger.projects) {
    const money = { budgetLines: lines.get(project.id) ?? [], payments: payments.get(project.id) ?? [] }
    projectFacts({ year, book, project }, money, enteredFor(money, entered))
  }
}

/**
 * What changed after the budget was granted: 上年结转 that was taken in, and 年中追加 (net of cuts and transfers), which as
 * 年中追减 is told as a positive amount where more was taken away than given.
 */
function adjustmentFacts({ budgetLines, year }: Ledger, book: FactBook): void {
  if (budgetLines.length === 0) return
  const carried = totalOf(budgetLines.filter(({ kind }) => kind === 'carry-over'))
  const others = totalOf(budgetLines.filter(({ kind }) => kind !== 'original' && kind !== 'carry-over'))
  if (!carried.sum.eq(0))
    putMoney(book, { measure: 'carry-over.opening', year, phase: 'actual' }, '上年结转', carried.sum, carried.records)
  const at = (measure: string) => ({ measure, year, phase: 'adjustment' })
  const net = putMoney(book, at('adjustment.total'), '年中追加', others.sum, others.records)
  if (others.sum.lt(0)) putSum(book, at('adjustment.reduction'), '年中追减', [{ fact: net, sign: -1 }])
}

/** The whole department, each source of its money, basic and project spending. */
function departmentPhases(ledger: Ledger, book: FactBook): void {
  const entered = enteredOf(ledger)
  const where = (isOwn: (entry: BudgetLine | Payment) => boolean): Money => ({
    budgetLines: ledger.budgetLines.filter(isOwn),
    payments: ledger.payments.filter(isOwn),
  })
  const put = (measure: string, title: string, money: Money) =>
    fourPhases(book, { measure, title, entity: '', year: ledger.year }, money, entered)
  put('fund.total', '年度资金总额', ledger)
  for (const [source, { measure, zh }] of Object.entries(sourceMeasures))
    put(
      measure,
      zh,
      where((entry) => entry.source === source),
    )
  put(
    'spending.basic',
    '基本支出',
    where(({ nature }) => nature === 'basic'),
  )
  put(
    'spending.project',
    '项目支出',
    where(({ nature }) => nature === 'project'),
  )
}

/** Budget and spending of one project, by its name: 安排 到位 支出 and the rate. */
function projectFacts(
  { year, book, project }: { year: number; book: FactBook; project: Ledger['projects'][number] },
  money: Money,
  entered: Entered,
): void {
  const entity = project.name
  const at = (measure: string, phase: string) => ({ measure, entity, year, phase })
  fourPhases(book, { measure: 'project.funds', title: `${entity}资金`, entity, year }, money, entered)
  const [final, actual] = [book.find(at('project.funds', 'final')), book.find(at('project.funds', 'actual'))]
  putSum(book, at('project.arranged', 'none'), `${entity}安排资金`, adding([final]))
  putSum(book, at('project.spent', 'none'), `${entity}支出资金`, adding([actual]))
  if (project.arrived)
    putMoney(book, at('project.arrived', 'none'), `${entity}到位资金`, project.arrived, [`project:${project.id}`])
  putRate(book, at('execution.rate', 'none'), `${entity}预算执行率`, actual, final)
}

type Row = { readonly measure: string; readonly title: string; readonly entity: string; readonly year: number }

function fourPhases(
  book: FactBook,
  { measure, title, entity, year }: Row,
  { budgetLines, payments }: Money,
  entered: Entered,
): void {
  const at = (phase: Phase) => ({ measure, entity, year, phase })
  if (entered.budget) {
    const original = totalOf(budgetLines.filter(({ kind }) => kind === 'original'))
    const changes = totalOf(budgetLines.filter(({ kind }) => kind !== 'original'))
    const first = putMoney(book, at('original'), `${title}年初预算`, original.sum, original.records)
    const change = putMoney(book, at('adjustment'), `${title}预算调整`, changes.sum, changes.records)
    putSum(book, at('final'), `${title}全年预算`, adding([first, change]))
  }
  if (!entered.spending) return
  putMoney(
    book,
    at('actual'),
    `${title}全年执行`,
    addUp(payments.map(({ amount }) => amount)),
    payments.map(({ voucher }) => `payment:${voucher}`),
  )
}

const signs: Record<BudgetKind, 1 | -1> = { original: 1, supplement: 1, reduction: -1, transfer: 1, 'carry-over': 1 }

function totalOf(lines: readonly BudgetLine[]): { readonly sum: Big; readonly records: readonly string[] } {
  return {
    sum: addUp(lines.map(({ kind, amount }) => (signs[kind] === 1 ? amount : amount.neg()))),
    records: lines.map(({ key }) => `budget:${key}`),
  }
}
