import { Big } from 'big.js'
import type { Role } from '#domain/accounts/role.ts'
import type {
  CollectiveDecision,
  RequestAction,
  RequestRemark,
  RequestState,
  RequestStep,
  SignOffRule,
  SignOffStep,
} from '#domain/year/expenditure.ts'

/** A request on its way: how much, the rule it is signed by, and what was done so far. */
export type RequestOnItsWay = {
  readonly amount: Big
  readonly rule: SignOffRule
  readonly steps: readonly RequestStep[]
}
/** Where a step leads, or the sentence that says why it can't be taken. */
export type NextState =
  | { readonly to: RequestState; readonly signed?: SignOffStep; readonly refusal?: never }
  | { readonly to?: never; readonly refusal: string }

/** The signatures a request of this amount needs, in their order. */
export function chainFor({ amount, rule }: Pick<RequestOnItsWay, 'amount' | 'rule'>): readonly SignOffStep[] {
  return rule.steps.filter(({ from }) => from === undefined || amount.gte(from))
}

/** Whether the amount asks for a collective decision 集体决策 (财会〔2012〕21号第十四条; the amount is the pack's). */
export function needsDecision({ amount, rule }: Pick<RequestOnItsWay, 'amount' | 'rule'>): boolean {
  return amount.gte(rule.decideFrom)
}

export function stateOfRequest(steps: readonly RequestStep[]): RequestState {
  return steps.at(-1)?.state ?? 'draft'
}

/** The decision that was recorded last. */
export function decisionOf(steps: readonly RequestStep[]): CollectiveDecision | undefined {
  return steps.findLast(({ decision }) => decision)?.decision
}

/** The next signature of the chain; undefined when all are there. */
export function nextSignature(request: RequestOnItsWay): SignOffStep | undefined {
  const signed = new Set(request.steps.flatMap(({ signed: step }) => step ?? []))
  return chainFor(request).find(({ id }) => !signed.has(id))
}

/** Where a step of an account leads: the whole way of a request. */
export function stepOfRequest(
  request: RequestOnItsWay,
  action: RequestAction,
  account: { readonly role: Role; readonly login: string },
): NextState {
  const state = stateOfRequest(request.steps)
  if (action === 'sign' || action === 'send') return signatureOf(request, action, account)
  const isClerk = account.role === 'clerk'
  if (action === 'refuse')
    return state === 'signing' && account.role === 'leader' ? { to: 'refused' } : no('只有签批中的申请可以不同意')
  if (action === 'withdraw') {
    const open = state === 'draft' || state === 'signing' || state === 'approved'
    return isClerk && open ? { to: 'withdrawn' } : no('已办结的申请不能撤回，由填报人撤回')
  }
  if (action === 'decide') {
    const open = state === 'draft' || state === 'signing'
    return isClerk && open ? { to: state } : no('集体决策在批准以前由填报人登记')
  }
  return isClerk && state === 'approved' ? { to: 'paid' } : no('批准以后才能登记支付')
}

function signatureOf(
  request: RequestOnItsWay,
  action: 'sign' | 'send',
  { role, login }: { readonly role: Role; readonly login: string },
): NextState {
  const state = stateOfRequest(request.steps)
  if (action === 'send' ? state !== 'draft' : state !== 'signing')
    return no(action === 'send' ? '只有拟稿的申请可以送签' : '只有签批中的申请可以签')
  const signed = nextSignature(request)
  if (!signed) return no('各级都已签过')
  if (signed.role !== role) return no(`现在轮到${signed.title}签`)
  const isLast = chainFor(request).at(-1)?.id === signed.id
  if (isLast && needsDecision(request) && !decisionOf(request.steps))
    return no(
      `金额达到${request.rule.decideFrom.toFixed()}元，要先登记集体决策的会议日期和纪要编号，${signed.title}才能签`,
    )
  const before = signedBefore(request, signed, login)
  if (before)
    return no(
      `${before.who}已经签过${titleOf(request.rule, before.signed)}，同一人不能签两级：${signed.title}请换一位审核人签，没有别人的请系统管理员邀请`,
    )
  return { to: isLast ? 'approved' : 'signing', signed }
}

/** The signature of the same account that keeps it from signing this step: 不相容岗位相互分离 (财会〔2012〕21号第十二条). */
function signedBefore({ rule, steps }: RequestOnItsWay, { alsoBy = [] }: SignOffStep, login: string) {
  if (rule.samePerson !== 'error') return undefined
  return steps.find(
    (step): step is RequestStep & { readonly signed: string } =>
      step.signed !== undefined && step.login === login && !alsoBy.includes(step.signed),
  )
}

/**
 * Why an account whose role it is to sign next can't: it signed before, or a decision is missing. Undefined where it
 * may, or where the next signature is not its role's.
 */
export function whyNotSigning(
  request: RequestOnItsWay,
  account: { readonly role: Role; readonly login: string },
): string | undefined {
  if (stateOfRequest(request.steps) !== 'signing' || nextSignature(request)?.role !== account.role) return undefined
  return stepOfRequest(request, 'sign', account).refusal
}

function no(refusal: string): NextState {
  return { refusal: `${refusal}。` }
}

/** What the signatures leave to be looked at: one person twice, a decision still missing. */
export function remarksOnWay(request: RequestOnItsWay): RequestRemark[] {
  const people = new Map<string, string[]>()
  for (const { signed, who, login } of request.steps)
    if (signed !== undefined) people.set(login, [...(people.get(login) ?? [who]), titleOf(request.rule, signed)])
  // Under a rule that allows none, who signed twice was allowed to by name.
  const twice = request.rule.samePerson === 'error' ? [] : [...people.values()].filter((words) => words.length > 2)
  const missing = needsDecision(request) && !decisionOf(request.steps)
  return [
    ...twice.map(([who = '', ...titles]) => ({
      severity: request.rule.samePerson,
      message: `${who}一人签了${titles.join('、')}，不相容岗位应当分开`,
    })),
    ...(missing
      ? [
          {
            severity: 'warning' as const,
            message: `金额达到${request.rule.decideFrom.toFixed()}元，要有集体决策：请登记会议日期和纪要编号`,
          },
        ]
      : []),
  ]
}

function titleOf(rule: SignOffRule, id: string): string {
  return rule.steps.find((step) => step.id === id)?.title ?? id
}

const names: Record<RequestAction, true> = {
  send: true,
  sign: true,
  refuse: true,
  withdraw: true,
  decide: true,
  pay: true,
}

/** What an account may do with a request now. */
export function actionsOpen(
  request: RequestOnItsWay,
  account: { readonly role: Role; readonly login: string },
): RequestAction[] {
  return (Object.keys(names) as RequestAction[]).filter(
    (action) => stepOfRequest(request, action, account).to !== undefined,
  )
}
