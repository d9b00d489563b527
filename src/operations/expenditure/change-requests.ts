import type { CollectiveDecision, ExpenditureRequest, RequestAction } from '#domain/year/expenditure.ts'
import { balancesOf, remarksOnBalance } from '#rules/expenditure/balances.ts'
import { stepOfRequest } from '#rules/expenditure/request-way.ts'
import { addRequestStep, paymentOf } from '#storage/expenditure/request-steps.ts'
import { addRequest, changeRequest } from '#storage/expenditure/requests.ts'
import { type Transaction, inDivision } from '#storage/in-division.ts'
import { readLedger } from '#storage/ledgers/load-ledger.ts'
import { refusedByDatabase } from '#storage/ledgers/refused-by-database.ts'
import type { Database } from '#storage/open-database.ts'
import { type LedgerScope, lockLedger } from '#storage/tables/scope-of-ledger.ts'
import { type Account, whoOf } from '../accounts/account.ts'
import { fieldIssues } from '../ledgers/shape-issues.ts'
import { Refused } from '../refused.ts'
import { type RequestBook, type RequestView, requestBook, ruleOfRequest, viewOf } from './read-requests.ts'
import { decisionShape, requestShape, requestWords } from './request-shape.ts'
import type { z } from 'zod'

/**
 * What is done with a request, and what that needs: a refusal its reason, a decision its meeting, a payment its voucher.
 *
 * signs   the step of the chain a signature is meant for: sent twice, or after somebody else's, it never signs the next one
 */
export type RequestWish = {
  readonly action: RequestAction
  readonly signs?: string
  readonly comment?: string
  readonly decision?: CollectiveDecision
  readonly voucher?: string
}

/** Writes a request, or with `id` writes it anew while nobody has signed. throws Refused */
export function writeRequest(
  database: Database,
  scope: LedgerScope,
  account: Account,
  content: unknown,
  id?: string,
): Promise<RequestView> {
  const request = shaped(requestShape, content) as Omit<ExpenditureRequest, 'id'>
  return inDivision(database, scope.division, async (client) => {
    await lockLedger(client, scope)
    await refuseUnknown(client, scope, request)
    const who = whoOf(account)
    if (id !== undefined) {
      const { state } = requestIn(await requestBook(client, scope), id)
      if (state !== 'draft') throw new Refused('step-refused', '已经签过的申请不能再改；要改请撤回后另写一份。')
      await changeRequest(client, scope, { id, ...request }, who)
    }
    const written = id ?? (await addRequest(client, scope, request, who))
    const book = await requestBook(client, scope)
    return viewOf(requestIn(book, written), book, account)
  }).catch(refuse)
}

/** Takes a step with a request. throws Refused step-refused with the sentence why */
export function takeRequestStep(
  database: Database,
  scope: LedgerScope,
  account: Account,
  id: string,
  wish: RequestWish,
): Promise<RequestView> {
  return inDivision(database, scope.division, async (client) => {
    await lockLedger(client, scope)
    const book = await requestBook(client, scope)
    const { state: _state, ...request } = requestIn(book, id)
    const rule = ruleOfRequest(book, id)
    const steps = book.stepsOf(id)
    const next = stepOfRequest({ amount: request.amount, rule, steps }, wish.action, account)
    if (next.to === undefined) throw new Refused('step-refused', next.refusal)
    if (wish.action === 'sign' && wish.signs !== next.signed?.id)
      throw new Refused('step-refused', '这一级刚有人签过，请刷新后再看。')
    if (wish.action === 'send') refuseOverdrawn(request, book)
    const detail = await detailOf(client, scope, request, wish)
    await addRequestStep(client, scope, {
      request: id,
      who: account.name,
      login: account.login,
      role: account.role,
      action: wish.action,
      state: next.to,
      ...(next.signed ? { signed: next.signed.id } : {}),
      ...(wish.comment?.trim() ? { comment: wish.comment.trim() } : {}),
      ...detail,
      ...(wish.action === 'send' ? { rule } : {}),
    })
    const after = await requestBook(client, scope)
    return viewOf(requestIn(after, id), after, account)
  }).catch(refuse)
}

/** What the database does not take (NUL in a text, an amount beyond its range) is told as a refusal. */
function refuse(error: unknown): never {
  throw refusedByDatabase(error)
}

function requestIn({ source }: RequestBook, id: string) {
  const request = source.others.find((each) => each.id === id)
  if (!request) throw new Refused('entry-missing', `没有第${id}号支出申请，请刷新后再看。`)
  return request
}

/** Sending holds the amount against what is left, unless the pack only warns. */
function refuseOverdrawn(request: ExpenditureRequest, { source, rule }: RequestBook): void {
  const remarks = remarksOnBalance(request, balancesOf(request, source), source, rule)
  const errors = remarks.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  if (errors.length > 0) throw new Refused('step-refused', `${errors.join('；')}。请改金额，或先调整预算。`)
}

async function detailOf(
  client: Transaction,
  scope: LedgerScope,
  request: ExpenditureRequest,
  { action, comment, decision, voucher }: RequestWish,
): Promise<{ decision?: CollectiveDecision; voucher?: string }> {
  if (action === 'refuse' && !comment?.trim()) throw new Refused('step-refused', '不同意要写明理由。')
  if (action === 'decide') return { decision: shaped(decisionShape, decision ?? {}) }
  if (action !== 'pay') return {}
  const payment = await paymentOf(client, scope, voucher ?? '')
  if (voucher === undefined || !payment)
    throw new Refused('step-refused', `账本里没有凭证号“${voucher ?? ''}”的支付，请先登记支付。`)
  if (request.amount.lt(payment.amount))
    throw new Refused(
      'step-refused',
      `支付${payment.amount}元，超过批准的${request.amount.toFixed(2)}元，请核对凭证号。`,
    )
  if ((payment.project ?? undefined) !== request.project || payment.account !== request.account)
    throw new Refused('step-refused', '这笔支付不是申请的项目和功能科目，请核对凭证号。')
  return { voucher }
}

async function refuseUnknown(
  client: Transaction,
  scope: LedgerScope,
  { organisation, project, budgetLine }: Omit<ExpenditureRequest, 'id'>,
): Promise<void> {
  const ledger = await readLedger(client, scope, ['payments', 'workRecords', 'sections'])
  const units = [ledger.department, ...ledger.units]
  const unknown = [
    units.some(({ id }) => id === organisation) ? '' : `没有编号为“${organisation}”的单位`,
    project === undefined || ledger.projects.some(({ id }) => id === project) ? '' : `没有编号为“${project}”的项目`,
    budgetLine === undefined || ledger.budgetLines.some(({ key }) => key === budgetLine)
      ? ''
      : `没有行号为“${budgetLine}”的预算指标`,
  ].filter(Boolean)
  if (unknown.length > 0) throw new Refused('ledger-refused', `支出申请没有保存。${unknown.join('；')}。`)
}

function shaped<S extends z.ZodType>(shape: S, content: unknown): z.output<S> {
  const parsed = shape.safeParse(content)
  if (parsed.success) return parsed.data
  const issues = fieldIssues(parsed.error, content)
  const sentence = issues
    .map(({ field, message }) => (field ? `${requestWords[field] ?? field}：${message}` : message))
    .join('；')
  throw new Refused('ledger-refused', `支出申请没有保存。${sentence}。`, { issues })
}
