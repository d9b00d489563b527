import type { Big } from 'big.js'
import { addUp } from '#domain/arithmetic.ts'
import type { BudgetLine, FundSource } from '#domain/ledger/budget.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { byProject } from '../by-project.ts'
import { type Entered, type Money, enteredFor, enteredOf } from '../entered.ts'
import { type FactBook, putMoney } from './fact-book.ts'

/** 财政拨款: what of a department's money the budget grants. */
export const fiscalSources: readonly FundSource[] = ['general-public', 'government-managed', 'state-capital']
const rest: readonly FundSource[] = ['special-account', 'own', 'other']

/**
 * A row of a form's funds block. Carried over: with money of former years, without it, or that money alone.
 */
type SourceGroup = {
  readonly measure: string
  readonly zh: string
  readonly of: readonly FundSource[]
  readonly carried: 'with' | 'without' | 'alone'
}

const groups: readonly SourceGroup[] = [
  { measure: 'source.appropriation', zh: '当年财政拨款', of: fiscalSources, carried: 'without' },
  { measure: 'source.carry-over', zh: '上年结转资金', of: [...fiscalSources, ...rest], carried: 'alone' },
  { measure: 'source.rest', zh: '其他资金', of: rest, carried: 'without' },
  { measure: 'source.fiscal', zh: '财政资金', of: fiscalSources, carried: 'with' },
  { measure: 'source.special-account', zh: '财政专户管理资金', of: ['special-account'], carried: 'with' },
  { measure: 'source.own', zh: '单位资金', of: ['own'], carried: 'with' },
  { measure: 'source.other', zh: '其他资金', of: ['other'], carried: 'with' },
  // Forms that name 一般公共预算, 政府性基金 and 专户 alone put everything else under 其他资金.
  { measure: 'source.unnamed', zh: '其他资金', of: ['state-capital', 'own', 'other'], carried: 'with' },
]

/**
 * Money of the department and of each project by the rows forms print: original, final, actual. What was spent of money
 * carried over is not recorded: where there is any, the rows that would tell it apart have no actual. Neither has what
 * nothing was put in for.
 */
export function sourceFacts(ledger: Ledger, book: FactBook): void {
  const { year } = ledger
  const entered = enteredOf(ledger)
  putGroups(year, book, '', ledger, entered)
  const lines = byProject(ledger.budgetLines)
  const payments = byProject(ledger.payments)
  for (const { id, name } of ledger.projects) {
    const money = { budgetLines: lines.get(id) ?? [], payments: payments.get(id) ?? [] }
    putGroups(year, book, name, money, enteredFor(money, entered))
  }
}

function putGroups(
  year: number,
  book: FactBook,
  entity: string,
  { budgetLines, payments }: Money,
  entered: Entered,
): void {
  for (const { measure, zh, of, carried } of groups) {
    const put = (phase: string, sum: Big, records: string[]) =>
      putMoney(book, { measure, entity, year, phase }, `${entity}${zh}`, sum, records)
    const inGroup = budgetLines.filter(({ source }) => of.includes(source))
    const own = inGroup.filter((line) => carried === 'with' || isCarried(line) === (carried === 'alone'))
    const original = own.filter(({ kind }) => kind === 'original')
    if (entered.budget) {
      put('original', granted(original), original.map(lineKey))
      put('final', granted(own), own.map(lineKey))
    }
    if (!entered.spending) continue
    if (carried !== 'with' && inGroup.some(isCarried)) continue
    const paid = carried === 'alone' ? [] : payments.filter(({ source }) => of.includes(source))
    put(
      'actual',
      addUp(paid.map(({ amount }) => amount)),
      paid.map(({ voucher }) => `payment:${voucher}`),
    )
  }
}

const isCarried = ({ kind }: BudgetLine) => kind === 'carry-over'
const lineKey = ({ key }: BudgetLine) => `budget:${key}`

function granted(lines: readonly BudgetLine[]): Big {
  return addUp(lines.map(({ kind, amount }) => (kind === 'reduction' ? amount.neg() : amount)))
}
