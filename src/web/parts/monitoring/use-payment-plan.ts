import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { decimalOf } from '#domain/decimal-text.ts'
import { type PlanFault, monthsOfYear, planFaults } from '#domain/year/payment-plan.ts'
import type { PaymentPlanView, PlanConflict } from '#http/contracts/payment-plan.ts'
import { Refusal, ask } from '../../ask.ts'
import { noteStored } from '../../saving/undo.ts'
import { useDraft } from '../../saving/use-draft.ts'
import { useOfYear, useYear } from '../../shell/year.ts'

type Shares = readonly string[]
/** What is typed and not stored yet: the plan as it stood when that began, null none, and the twelve cells. */
type Draft = { readonly was: Shares | null; readonly cells: Shares }
const blank: Shares = Array.from({ length: monthsOfYear }, () => '')

/**
 * 既定支付进度 while it is typed. It is one field: it is stored as soon as all twelve months are there and right, and till then
 * kept on this machine as it was typed.
 *
 * missing    how many months are still blank, once one is typed
 * conflict   what somebody else made of it meanwhile
 */
export type TypedPlan = {
  readonly plan: PaymentPlanView
  readonly cells: Shares
  readonly isTyped: boolean
  readonly faults: readonly PlanFault[]
  readonly missing: number
  readonly problem: Refusal | undefined
  readonly conflict: PlanConflict | undefined
  readonly type: (month: number, text: string) => void
  readonly fill: (cells: Shares) => void
  readonly store: () => void
  readonly remove: () => void
  readonly insist: () => void
  readonly yield: () => void
}

export function usePaymentPlan(): TypedPlan | undefined {
  const { data } = useOfYear<PaymentPlanView>('payment-plan')
  const [problem, setProblem] = useState<Refusal>()
  const { draft, keep, store, storeNone } = useKeptPlan(setProblem)
  if (!data) return undefined
  const stored = data.own ?? null
  const { was, cells } = draft ?? { was: stored, cells: stored ?? blank }
  const conflict = problem?.code === 'entry-changed' ? (problem.detail as PlanConflict) : undefined
  const storeThis = (next: Draft) => {
    keep(next)
    store()
  }
  return {
    plan: data,
    cells,
    isTyped: draft !== null,
    faults: planFaults(cells.map(asDecimal)),
    missing: draft ? cells.filter((cell) => cell.trim() === '').length : 0,
    problem,
    conflict,
    type: (month, text) => keep({ was, cells: cells.with(month - 1, text) }),
    fill: (next) => storeThis({ was, cells: next }),
    // What both changed waits for a person.
    store: () => (conflict ? undefined : store()),
    remove: () => storeNone(stored),
    insist: () => storeThis({ was: conflict?.stored ?? null, cells }),
    yield: () => {
      keep(null)
      setProblem(undefined)
    },
  }
}

/** What is typed, kept on this machine until it is stored: one after another, so that each goes on from what is stored then. */
function useKeptPlan(setProblem: (problem: Refusal | undefined) => void) {
  const { ledger, account } = useYear()
  const { draft, write, drop } = useDraft<Draft | null>(account.id, `payment-plan.${ledger}`, null)
  const kept = useRef(draft)
  const line = useRef(Promise.resolve())
  const put = useStored(setProblem)
  const keep = (next: Draft | null) => {
    kept.current = next
    if (next) write(next)
    else drop()
  }
  const send = async () => {
    const sent = kept.current
    if (!sent || !isWhole(sent.cells) || !(await put(sent.was, sent.cells))) return
    if (kept.current === sent) keep(null)
    else if (kept.current) keep({ ...kept.current, was: sent.cells })
  }
  return {
    draft,
    keep,
    store: () => {
      if (kept.current) keep({ ...kept.current, cells: kept.current.cells.map(asDecimal) })
      line.current = line.current.then(send)
    },
    storeNone: (stored: Shares | null) => {
      keep(null)
      line.current = line.current.then(async () => void (await put(stored, null)))
    },
  }
}

/** Stores a plan, and says whether that was done; it can be taken back. What is refused is told. */
function useStored(
  setProblem: (problem: Refusal | undefined) => void,
): (was: Shares | null, set: Shares | null) => Promise<boolean> {
  const { ledger } = useYear()
  const queries = useQueryClient()
  const put = async (was: Shares | null, set: Shares | null, isUndo = false): Promise<boolean> => {
    const key = ['ledger', ledger]
    try {
      await ask(`/api/ledgers/${ledger}/payment-plan`, { method: 'PUT', json: { was, set } })
      queries.setQueryData<PaymentPlanView>([...key, 'payment-plan'], (old) => old && withOwn(old, set))
      setProblem(undefined)
      if (!isUndo && String(was) !== String(set)) noteStored(() => void put(set, was, true))
      return true
    } catch (error) {
      setProblem(error as Refusal)
      return false
    } finally {
      void queries.invalidateQueries({ queryKey: key })
    }
  }
  return put
}

function withOwn({ own: _own, ...plan }: PaymentPlanView, own: Shares | null): PaymentPlanView {
  return own ? { ...plan, own } : plan
}

function asDecimal(cell: string): string {
  return decimalOf(cell) ?? cell.trim()
}

function isWhole(cells: Shares): boolean {
  return cells.every((cell) => cell !== '') && planFaults(cells).length === 0
}
