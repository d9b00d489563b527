import { addUp } from '#domain/arithmetic.ts'
import type { Payment } from '#domain/ledger/budget.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { type FactBook, adding, putMoney, putSum } from './fact-book.ts'

/** Economic classes of basic spending (政府收支分类科目, 部门预算经济分类 类级). */
const classes = [
  ['spending.wages', '工资福利支出', ['301']],
  ['spending.goods', '商品和服务支出', ['302']],
  ['spending.subsidies', '对个人和家庭的补助', ['303']],
  ['spending.capital', '资本性支出', ['310']],
] as const

/** Spending by function account 功能科目 and, within basic spending, by economic class 经济分类. */
export function spendingFacts(ledger: Ledger, book: FactBook): void {
  const { year } = ledger
  const basic = ledger.payments.filter(({ nature }) => nature === 'basic')
  for (const [measure, title, codes] of classes) {
    const paid = basic.filter(({ economic }) => codes.some((code) => economic.startsWith(code)))
    if (paid.length > 0) putPaid(book, { measure, year, phase: 'actual' }, title, paid)
  }
  const find = (measure: string) => book.find({ measure, year, phase: 'actual' })
  putSum(
    book,
    { measure: 'spending.personnel', year, phase: 'actual' },
    '人员经费',
    adding([find('spending.wages'), find('spending.subsidies')]),
  )
  putSum(
    book,
    { measure: 'spending.public', year, phase: 'actual' },
    '公用经费',
    adding([find('spending.goods'), find('spending.capital')]),
  )
  for (const code of accountsOf(ledger.payments)) {
    const paid = ledger.payments.filter(({ account }) => account === code)
    putPaid(book, { measure: `account.${code}`, year, phase: 'actual' }, `${code}支出`, paid)
    const forProjects = paid.filter(({ nature }) => nature === 'project')
    if (forProjects.length > 0)
      putPaid(
        book,
        { measure: `account.${code}`, entity: '项目支出', year, phase: 'actual' },
        `${code}项目支出`,
        forProjects,
      )
  }
}

/** Function codes that were paid from, in the order of the classification. */
export function accountsOf(payments: readonly Payment[]): string[] {
  return [...new Set(payments.map(({ account }) => account))].toSorted()
}

function putPaid(book: FactBook, key: Parameters<FactBook['find']>[0], title: string, paid: readonly Payment[]): void {
  const sum = addUp(paid.map(({ amount }) => amount))
  putMoney(
    book,
    key,
    title,
    sum,
    paid.map(({ voucher }) => `payment:${voucher}`),
  )
}
