import { Big } from 'big.js'
import type { BaseRow } from '#domain/ledger/base-row.ts'
import type { Payment } from '#domain/ledger/budget.ts'
import type { AccountSum } from './draft-accounts.ts'
import { type DraftAccounts, otherProject } from './draft-budget.ts'
import type { DraftProject } from './draft-projects.ts'
import { type Intake, assume, take } from './intake.ts'

const zero = new Big(0)
/** What was spent on one thing: an economic code of basic spending, or a project. */
type Use = Pick<Payment, 'nature' | 'economic' | 'project'> & { readonly amount: Big; readonly what: string }

/**
 * A report prints no vouchers: one summary payment stands for each account and use, so that the sums by account, by
 * economic code and by project are those printed. Which account paid which use is not printed: the uses are laid on the
 * accounts in order.
 */
export function draftPayments(
  intake: Intake,
  organisation: string,
  projects: readonly DraftProject[],
  baseRows: readonly BaseRow[],
  sums: readonly AccountSum[],
  accounts: DraftAccounts,
): Payment[] {
  const uses = [...basicUses(intake, baseRows), ...projectUses(intake, projects)].filter(({ amount }) => amount.gt(0))
  const payments: Payment[] = []
  const left = sums.map((sum) => ({ ...sum }))
  for (const { what, amount, ...use } of uses) {
    let open = amount
    while (open.gt(0)) {
      const account = left.find((each) => each.amount.gt(0))
      const part = account?.amount.lt(open) ? account.amount : open
      if (account) account.amount = account.amount.minus(part)
      open = open.minus(part)
      assume(intake, `payments.${payments.length}`, `${what} 汇总`, `${part.div(10_000).toFixed()}万元`)
      payments.push({
        voucher: `汇总-${String(payments.length + 1).padStart(2, '0')}`,
        organisation,
        date: `${intake.year}-12-31`,
        amount: part,
        source: 'general-public',
        account: account?.code ?? accounts[use.nature],
        purpose: what,
        ...use,
      })
    }
  }
  return payments
}

function basicUses(intake: Intake, baseRows: readonly BaseRow[]): Use[] {
  const spent = (measure: string, what: string) =>
    take(intake, { measures: [measure], phases: ['actual', 'none'] }, 'payments', what)
  const use = (economic: string, amount: Big, what: string): Use => ({ nature: 'basic', economic, amount, what })
  const named = baseRows.flatMap(({ item, zh, economic, parts }) => {
    const [code] = economic ?? []
    if (!code || parts || code.startsWith('31')) return []
    const amount = take(intake, { measures: [item], phases: ['actual'] }, 'payments', zh)
    return amount?.gt(0) ? [use(code, amount, zh)] : []
  })
  const goods = spent('spending.goods', '商品和服务支出') ?? spent('spending.public', '公用经费')
  const wages = spent('spending.wages', '工资福利支出')
  const subsidies = spent('spending.subsidies', '对个人和家庭的补助')
  const basic = spent('spending.basic', '基本支出')
  const inGoods = named.reduce((sum, { amount }) => sum.plus(amount), zero)
  const parts = [wages, subsidies, goods].reduce<Big>((sum, part) => sum.plus(part ?? 0), zero)
  const rest = basic?.minus(parts) ?? zero
  return [
    use('30199', wages ?? zero, '工资福利支出'),
    use('30399', subsidies ?? zero, '对个人和家庭的补助'),
    ...named,
    use('30299', (goods ?? inGoods).minus(inGoods), '其余商品和服务支出'),
    use('30299', rest, '未分经济科目的基本支出'),
  ]
}

function projectUses(intake: Intake, projects: readonly DraftProject[]): Use[] {
  const total = take(intake, { measures: ['spending.project'], phases: ['actual', 'none'] }, 'payments', '项目支出')
  const listed = projects.reduce((sum, { spent }) => sum.plus(spent), zero)
  const use = (project: string, amount: Big, what: string): Use => ({
    nature: 'project',
    economic: '30299',
    project,
    amount,
    what,
  })
  return [
    ...projects.map(({ project: { id, name }, spent }) => use(id, spent, name)),
    use(otherProject, (total ?? listed).minus(listed), '其他项目'),
  ]
}
