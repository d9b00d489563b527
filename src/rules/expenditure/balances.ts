import { Big } from 'big.js'
import { addUp } from '#domain/arithmetic.ts'
import type { BudgetLine, Project } from '#domain/ledger/budget.ts'
import {
  type Balance,
  type ExpenditureRequest,
  type RequestRemark,
  type RequestState,
  type SignOffRule,
  isAsked,
} from '#domain/year/expenditure.ts'

/** What a request's money is measured against. `paid`: payments by project (absent: basic) and function code, 元. */
export type BalanceSource = {
  readonly budgetLines: readonly BudgetLine[]
  readonly projects: readonly Project[]
  readonly paid: readonly { readonly project?: string; readonly account: string; readonly amount: Big }[]
  readonly others: readonly (ExpenditureRequest & { readonly state: RequestState })[]
}

/**
 * What is left for a request in its project (or basic spending), in that project's function code, and of the budget line
 * it names: budget as adjusted, less payments, less other requests on their way. Payments do not say which line they are
 * taken from: of a line, requests that were paid count as paid.
 */
export function balancesOf(request: ExpenditureRequest, source: BalanceSource): Balance[] {
  const { project, account, budgetLine } = request
  const name = project === undefined ? '基本支出' : `项目「${nameOf(project, source)}」`
  const inProject = (entry: { readonly project?: string }) => entry.project === project
  const inAccount = (entry: { readonly project?: string; readonly account: string }) =>
    inProject(entry) && entry.account === account
  const line = source.budgetLines.find(({ key }) => key === budgetLine)
  return [
    balance(name, request, source, inProject),
    balance(`${name}功能科目${account}`, request, source, inAccount),
    ...(line ? [lineBalance(line, request, source)] : []),
  ]
}

/** A sentence for each balance the request goes beyond (预算法第十三条), and for a line that is not of its project or code. */
export function remarksOnBalance(
  request: ExpenditureRequest,
  balances: readonly Balance[],
  { budgetLines }: Pick<BalanceSource, 'budgetLines'>,
  rule: Pick<SignOffRule, 'overBalance'>,
): RequestRemark[] {
  const line = budgetLines.find(({ key }) => key === request.budgetLine)
  const strange = line && (line.project !== request.project || line.account !== request.account)
  return [
    ...balances
      .filter(({ left }) => request.amount.gt(left))
      .map(({ what, left }) => ({
        severity: rule.overBalance,
        message: `申请${request.amount.toFixed(2)}元，超出${what}的余额${left.toFixed(2)}元，差${request.amount.minus(left).toFixed(2)}元`,
      })),
    ...(strange
      ? [{ severity: 'warning' as const, message: `预算指标${line.key}不是这个项目、这个功能科目的，请核对` }]
      : []),
  ]
}

type InScope = (entry: { readonly project?: string; readonly account: string }) => boolean

function balance(what: string, { id }: ExpenditureRequest, source: BalanceSource, isIn: InScope): Balance {
  const granted = addUp(source.budgetLines.filter(isIn).map(signed))
  const paid = addUp(source.paid.filter(isIn).map(({ amount }) => amount))
  const others = source.others.filter((each) => each.id !== id && isAsked(each.state) && isIn(each))
  const asked = addUp(others.map(({ amount }) => amount))
  return { what, granted, paid, asked, left: granted.minus(paid).minus(asked) }
}

function lineBalance(line: BudgetLine, { id }: ExpenditureRequest, { others }: BalanceSource): Balance {
  const own = others.filter((each) => each.id !== id && each.budgetLine === line.key)
  const amountsOf = (isIn: (state: RequestState) => boolean) =>
    addUp(own.filter(({ state }) => isIn(state)).map(({ amount }) => amount))
  const [granted, paid, asked] = [signed(line), amountsOf((state) => state === 'paid'), amountsOf(isAsked)]
  return { what: `预算指标${line.key}`, granted, paid, asked, left: granted.minus(paid).minus(asked) }
}

function nameOf(project: string, { projects }: BalanceSource): string {
  return projects.find(({ id }) => id === project)?.name ?? project
}

function signed({ kind, amount }: BudgetLine): Big {
  return kind === 'reduction' ? amount.times(-1) : amount
}
