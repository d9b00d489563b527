import { Big } from 'big.js'
import { addUp } from '#domain/arithmetic.ts'
import type { Severity } from '#domain/finding.ts'
import type { BudgetKind } from '#domain/ledger/budget.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { checkIndicators } from './check-indicators.ts'
import { checkTasks } from './check-tasks.ts'

/**
 * Something in a ledger that would make its reports wrong.
 *
 * rule    stable id, the identity's where there is one
 * where   path of the entry in the ledger: 'budgetLines.3', '' for the whole
 * field   the field of that entry to be mended, where it is one
 */
export type LedgerFinding = {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly expression?: string
  readonly where: string
  readonly field?: string
}

/** The account codes that exist; a ledger may use others, with a warning. */
export type KnownAccounts = ReadonlyMap<string, { readonly name: string }>

/** The identities on a ledger before anything is written from it: money against budget, staff, codes, dates, indicators. */
export function checkLedger(ledger: Ledger, accounts: KnownAccounts): LedgerFinding[] {
  return [
    ...spentWithinBudget(ledger),
    ...knownAccounts(ledger, accounts),
    ...datesWithinYear(ledger),
    ...amounts(ledger),
    ...staffWithinQuota(ledger),
    ...checkTasks(ledger),
    ...checkIndicators(ledger),
  ]
}

const signs: Record<BudgetKind, 1 | -1> = { original: 1, supplement: 1, reduction: -1, transfer: 1, 'carry-over': 1 }

/** Spending of the department, of each account and of each project stays within its budget (预算法第十三条). */
function spentWithinBudget({ budgetLines, payments, projects }: Ledger): LedgerFinding[] {
  // Without any budget line nothing is known of the budget: no payment is then above it.
  if (budgetLines.length === 0) return []
  const names = new Map(projects.map(({ id, name }) => [id, name]))
  const places = new Map(projects.map(({ id }, index) => [id, index]))
  const groups: [string, (entry: { account: string; project?: string | undefined }) => string | undefined][] = [
    ['全部门', () => ''],
    ['功能科目', ({ account }) => account],
    ['项目', ({ project }) => project],
  ]
  return groups.flatMap(([what, keyOf]) => {
    const budget = sums(
      budgetLines.map((line) => [keyOf(line), signs[line.kind] === 1 ? line.amount : line.amount.neg()]),
    )
    const spent = sums(payments.map((payment) => [keyOf(payment), payment.amount]))
    return [...spent].flatMap(([key, amount]) => {
      const granted = budget.get(key) ?? new Big(0)
      if (amount.lte(granted)) return []
      const name = what === '项目' ? `「${names.get(key) ?? key}」` : key
      return [
        {
          rule: 'ledger.overspent',
          severity: 'error' as const,
          message: `${what}${name}的支出${wan(amount)}万元超过全年预算${wan(granted)}万元，请核对预算指标和支付记录`,
          expression: `${wan(amount)} − ${wan(granted)} = ${wan(amount.minus(granted))}`,
          where: what === '项目' ? `projects.${places.get(key) ?? ''}` : 'payments',
        },
      ]
    })
  })
}

function sums(entries: readonly (readonly [string | undefined, Big])[]): Map<string, Big> {
  const amounts = new Map<string, Big[]>()
  for (const [key, amount] of entries) {
    if (key === undefined) continue
    const own = amounts.get(key)
    if (own) own.push(amount)
    else amounts.set(key, [amount])
  }
  return new Map([...amounts].map(([key, own]) => [key, addUp(own)]))
}

function wan(yuan: Big): string {
  const value = yuan.div(10_000)
  return value.eq(value.round(2)) ? value.toFixed(2) : value.toFixed()
}

function knownAccounts({ budgetLines, payments }: Ledger, accounts: KnownAccounts): LedgerFinding[] {
  const lists = { budgetLines, payments }
  const unknown = Object.entries(lists).flatMap(([list, entries]) =>
    entries.flatMap(({ account }, index) => (accounts.has(account) ? [] : [{ list, index, account }])),
  )
  return unknown.map(({ list, index, account }) => ({
    rule: 'ledger.account',
    severity: 'warning' as const,
    message: `功能科目 ${account} 不在政府收支分类科目里${nearest(account, accounts)}`,
    where: `${list}.${index}`,
    field: 'account',
  }))
}

/** A code that shares the longest beginning: people mistype the end. */
function nearest(account: string, accounts: KnownAccounts): string {
  for (let length = account.length - 1; length >= 5; length--) {
    for (const [code, { name }] of accounts)
      if (code.length === account.length && code.startsWith(account.slice(0, length))) return `，是不是 ${code}${name}`
  }
  return ''
}

function datesWithinYear({ payments, year }: Ledger): LedgerFinding[] {
  return payments.flatMap(({ date, voucher }, index) =>
    date.startsWith(`${year}-`)
      ? []
      : [
          {
            rule: 'ledger.date',
            severity: 'error' as const,
            message: `支付凭证${voucher}的日期 ${date} 不在${year}年度，请改日期或移到别的年度`,
            where: `payments.${index}`,
            field: 'date',
          },
        ],
  )
}

function amounts({ budgetLines }: Ledger): LedgerFinding[] {
  return budgetLines.flatMap(({ kind, amount, key }, index) =>
    amount.gte(0) || kind === 'transfer'
      ? []
      : [
          {
            rule: 'ledger.negative',
            severity: 'error' as const,
            message: `预算指标第${key}号的金额是负数；追减请用类型「追减」登记正数`,
            where: `budgetLines.${index}`,
            field: 'amount',
          },
        ],
  )
}

/** 在职 ≤ 编制: over the quota is possible in fact, and always has to be explained (standards I48). */
function staffWithinQuota({ staffing }: Ledger): LedgerFinding[] {
  const quota = staffing.flatMap(({ quotas }) => quotas).reduce((sum, { posts }) => sum + posts, 0)
  const onPost = staffing.reduce((sum, line) => sum + line.onPost, 0)
  if (quota === 0 || onPost <= quota) return []
  const message = `在职${onPost}人超过编制${quota}人，超编要在报告里说明`
  return [{ rule: 'I48', severity: 'warning', message, expression: `${onPost} > ${quota}`, where: 'staffing' }]
}
