import { Big } from 'big.js'
import type { Role } from '#domain/accounts/role.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { type Plain, plain } from '#domain/plain.ts'
import type {
  Balance,
  CollectiveDecision,
  ExpenditureRequest,
  RequestAction,
  RequestRemark,
  RequestState,
  RequestStep,
  SignOffRule,
  SignOffStep,
} from '#domain/year/expenditure.ts'
import { type BalanceSource, balancesOf, remarksOnBalance } from '#rules/expenditure/balances.ts'
import {
  actionsOpen,
  chainFor,
  decisionOf,
  needsDecision,
  nextSignature,
  remarksOnWay,
  stateOfRequest,
  whyNotSigning,
} from '#rules/expenditure/request-way.ts'
import { type StoredStep, paidSums, requestStepsOf } from '#storage/expenditure/request-steps.ts'
import { requestsOf } from '#storage/expenditure/requests.ts'
import { type Transaction, inDivision } from '#storage/in-division.ts'
import { readLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import type { Account } from '../accounts/account.ts'
import { signOffRule, signOffShape } from './load-sign-off.ts'

/**
 * A request as a person sees it: where it stands, its signatures so far and to come, what it draws on, what to look at;
 * `whyNot`: why this person can't sign although it is their role's turn.
 */
export type RequestView = Plain<
  ExpenditureRequest & {
    readonly state: RequestState
    readonly chain: readonly (SignOffStep & { readonly signed?: Pick<RequestStep, 'who' | 'at'> })[]
    readonly next?: string
    readonly needsDecision: boolean
    readonly decision?: CollectiveDecision
    readonly voucher?: string
    readonly steps: readonly RequestStep[]
    readonly balances: readonly Balance[]
    readonly remarks: readonly RequestRemark[]
    readonly open: readonly RequestAction[]
    readonly whyNot?: string
  }
>

/** What every request of a ledger is judged by. */
export type RequestBook = {
  readonly rule: SignOffRule
  readonly source: BalanceSource
  readonly stepsOf: (id: string) => readonly StoredStep[]
}

/** Reads what requests are judged by, within a transaction. */
export async function requestBook(client: Transaction, scope: LedgerScope): Promise<RequestBook> {
  const ledger: Ledger = await readLedger(client, scope, ['payments', 'workRecords', 'sections', 'indicators'])
  const all = await requestsOf(client, scope)
  const steps = Map.groupBy(await requestStepsOf(client, scope), ({ request }) => request)
  const stepsOf = (id: string) => steps.get(id) ?? []
  const paid = (await paidSums(client, scope)).map(({ project, account, amount }) => ({
    account,
    amount: new Big(amount),
    ...(project === null ? {} : { project }),
  }))
  const others = all.map((request) => ({ ...request, state: stateOfRequest(stepsOf(request.id)) }))
  const { budgetLines, projects } = ledger
  return { rule: signOffRule(ledger.pack), source: { budgetLines, projects, paid, others }, stepsOf }
}

/** The rule a request is signed by: the one it was sent under, so that a later rule changes nothing of it. */
export function ruleOfRequest(book: RequestBook, id: string): SignOffRule {
  const fixed = book.stepsOf(id).find(({ rule }) => rule !== undefined)?.rule
  return fixed === undefined ? book.rule : (signOffShape.parse(fixed) as SignOffRule)
}

/** The requests of a ledger, the latest first. */
export function readRequests(
  database: Database,
  scope: LedgerScope,
  account: Account,
): Promise<{ readonly rule: Plain<SignOffRule>; readonly requests: readonly RequestView[] }> {
  return inDivision(
    database,
    scope.division,
    async (client) => {
      const book = await requestBook(client, scope)
      return { rule: plain(book.rule), requests: book.source.others.map((each) => viewOf(each, book, account)) }
    },
    { snapshot: true },
  )
}

/** One request as a person with this account sees it. */
export function viewOf(
  { state, ...request }: BalanceSource['others'][number],
  book: RequestBook,
  account: { readonly role: Role; readonly login: string },
): RequestView {
  const steps = book.stepsOf(request.id)
  const rule = ruleOfRequest(book, request.id)
  const way = { amount: request.amount, rule, steps }
  const isOpen = state === 'draft' || state === 'signing' || state === 'approved'
  const balances = isOpen ? balancesOf(request, book.source) : []
  const decision = decisionOf(steps)
  const voucher = steps.findLast((step) => step.voucher)?.voucher
  const whyNot = whyNotSigning(way, account)
  const next = state === 'draft' || state === 'signing' ? nextSignature(way)?.id : undefined
  return plain({
    ...request,
    state,
    chain: chainFor(way).map((each) => {
      const step = steps.find(({ signed }) => signed === each.id)
      return step ? { ...each, signed: { who: step.who, at: step.at } } : each
    }),
    ...(next === undefined ? {} : { next }),
    needsDecision: needsDecision(way),
    ...(decision ? { decision } : {}),
    ...(voucher === undefined ? {} : { voucher }),
    steps: steps.map(({ rule: _rule, request: _request, ...step }) => step),
    balances,
    remarks: [...remarksOnBalance(request, balances, book.source, rule), ...remarksOnWay(way)],
    open: actionsOpen(way, account),
    ...(whyNot === undefined ? {} : { whyNot }),
  })
}
