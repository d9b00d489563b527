import { Alert, Button } from 'antd'
import { useId, useState } from 'react'
import { evenPlan } from '#domain/year/payment-plan.ts'
import type { PaymentPlanView } from '#http/contracts/payment-plan.ts'
import { useYear } from '../../shell/year.ts'
import { valueSaid } from '#domain/log/value-said.ts'
import { words } from '../../words/payment-plan.ts'
import { words as workWords } from '../../words/work.ts'
import { PlanMonths } from './plan-months.tsx'
import { type TypedPlan, usePaymentPlan } from './use-payment-plan.ts'

/** 既定支付进度 of the year, folded under what planned progress goes by: twelve months to type, paste or fill in. */
export function PaymentPlan() {
  const typed = usePaymentPlan()
  return typed ? <Folded typed={typed} /> : null
}

function Folded({ typed }: { typed: TypedPlan }) {
  const { canEdit } = useYear()
  const { plan, isTyped } = typed
  const [isOpen, setOpen] = useState(isTyped && canEdit)
  return (
    <details className="numbers payment-plan" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.summary(plan.own ? 'own' : plan.curveBy)}</summary>
      <p className="calm">{words.about(plan.curveBy)}</p>
      {canEdit ? <Typing typed={typed} /> : <Given typed={typed} />}
    </details>
  )
}

function Given({ typed: { plan, cells } }: { typed: TypedPlan }) {
  return plan.own ? <PlanMonths cells={cells} hints={[]} faults={[]} faultsId="" /> : <p>{words.notSet}</p>
}

function Typing({ typed }: { typed: TypedPlan }) {
  const { plan, cells, faults, type, fill, store } = typed
  const faultsId = useId()
  return (
    <>
      <Fills typed={typed} />
      <PlanMonths {...{ cells, faults, faultsId }} hints={plan.curve} onTyped={type} onPasted={fill} onLeft={store} />
      <Faults typed={typed} id={faultsId} />
      <Standing typed={typed} />
    </>
  )
}

/** Plans to begin from, one press each, and going by none. */
function Fills({ typed: { plan, fill, remove } }: { typed: TypedPlan }) {
  const isLastKnown = plan.references.some(({ kind }) => kind === 'last-year')
  return (
    <p className="round-tools">
      {words.fill}
      <Button onClick={() => fill(evenPlan.map((share) => share.toFixed()))}>{words.even}</Button>
      {plan.curveBy === 'pack' && <Button onClick={() => fill(plan.curve)}>{words.curve}</Button>}
      {plan.references.map((each) => (
        <Button key={each.kind} onClick={() => fill(each.shares)}>
          {words.reference(each.kind, each.years)}
        </Button>
      ))}
      {!isLastKnown && <span className="calm">{words.noReference}</span>}
      {plan.own && <Button onClick={remove}>{words.none(plan.curveBy)}</Button>}
    </p>
  )
}

function Faults({ typed: { faults }, id }: { typed: TypedPlan; id: string }) {
  return (
    <ul id={id} className="plan-faults" role="alert">
      {faults.map(({ month, message }) => (
        <li key={month} className="refused">
          {words.mend}
          {message}
        </li>
      ))}
    </ul>
  )
}

/** Whether what is typed is stored, and what to do where somebody else changed it too. */
function Standing({ typed }: { typed: TypedPlan }) {
  const { plan, isTyped, missing, faults, problem, conflict, store, insist } = typed
  const isWaiting = isTyped && missing === 0 && faults.length === 0
  const said = missing > 0 ? words.missing(missing) : isWaiting ? words.unsaved : isTyped ? '' : savedText(plan)
  return (
    <>
      {conflict && (
        <Alert
          type="warning"
          showIcon
          title={problem?.message}
          description={theirsText(conflict)}
          action={
            <>
              <Button onClick={insist}>{workWords.saving.mine}</Button>{' '}
              <Button onClick={typed.yield}>{workWords.saving.theirs}</Button>
            </>
          }
        />
      )}
      {problem && !conflict && <p className="refused">{problem.message}</p>}
      <p className="calm" role="status">
        {said} {isWaiting && !conflict && <Button onClick={store}>{words.store}</Button>}
      </p>
    </>
  )
}

function savedText({ own }: PaymentPlanView): string {
  return own ? words.stored : words.notSet
}

function theirsText({ who = words.someone, stored }: NonNullable<TypedPlan['conflict']>): string {
  return stored ? words.theirs(who, valueSaid(stored, undefined, 'paymentPlan')) : words.theirsNone(who)
}
