import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { inYuan } from '#domain/amount-text.ts'
import { isAllowed } from '#domain/accounts/permission.ts'
import type { RequestAction } from '#domain/year/expenditure.ts'
import type { RequestView } from '#http/contracts/expenditure.ts'
import { ask } from '../../ask.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/more.ts'
import { DayField } from '../fields/day-field.tsx'
import { ListTable } from '../list-table.tsx'
import { RequestSteps } from './request-steps.tsx'
import { ChangeRequest } from './write-request.tsx'

const words = all.requests

/**
 * One request: what is asked for, who signed, what is left of the budget, and what this person may do with it.
 * `projectName`: where requests of several projects stand together.
 */
export function OneRequest({ request, projectName }: { request: RequestView; projectName?: string }) {
  const { role } = useYear().account
  const { id, amount, purpose, payee, account, economic, state, chain, remarks, balances, decision } = request
  return (
    <article className="finding" aria-label={words.number(id)}>
      <p className="head">
        <strong>{words.number(id)}</strong>
        {projectName && <span>{projectName}</span>}
        <span className="rule">
          {account} {economic}
        </span>
        <span className="state">{words.states[state]}</span>
      </p>
      <p className="said">
        {inYuan(amount)} 元，{purpose}，{payee}
      </p>
      {remarks.map(({ severity, message }) => (
        <p key={message} className={severity === 'error' ? 'refused' : 'calm'}>
          {message}
        </p>
      ))}
      <ol className="chain" aria-label={words.chain}>
        {chain.map(({ id: step, title, signed }) => (
          <li key={step}>
            {title}：{signed ? signed.who : <span className="calm">{words.unsigned}</span>}
          </li>
        ))}
      </ol>
      {decision && <p>{words.decided(decision.date, decision.minutes)}</p>}
      {balances.length > 0 && (
        <ListTable name={words.balances} columns={words.balanceColumns} look="money cards">
          {balances.map(({ what, granted, paid, asked, left }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              {[granted, paid, asked, left].map((each, index) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={index} className="amount">
                  {inYuan(each)}
                </td>
              ))}
            </tr>
          ))}
        </ListTable>
      )}
      <RequestSteps request={request} />
      {state === 'draft' && isAllowed(role, 'expenditure.request') && <ChangeRequest request={request} />}
      {request.whyNot && <p className="refused">{request.whyNot}</p>}
      <Steps request={request} />
    </article>
  )
}

/** A decision of the meeting is asked for only where the rule wants one. */
function openOf({ open, needsDecision }: RequestView): readonly RequestAction[] {
  return open.filter((action) => action !== 'decide' || needsDecision)
}

function Steps({ request }: { request: RequestView }) {
  const { id, next } = request
  const open = openOf(request)
  const { ledger } = useYear()
  const queries = useQueryClient()
  const [problem, setProblem] = useState('')
  const [said, setSaid] = useState({ comment: '', date: '', minutes: '', voucher: '' })
  if (open.length === 0) return null
  const take = async (action: RequestAction) => {
    const body = {
      action,
      ...(action === 'sign' && next ? { signs: next } : {}),
      ...(said.comment ? { comment: said.comment } : {}),
      ...(action === 'decide' ? { decision: { date: said.date, minutes: said.minutes } } : {}),
      ...(action === 'pay' ? { voucher: said.voucher } : {}),
    }
    try {
      await ask(`/api/ledgers/${ledger}/expenditure-requests/${id}/steps`, { method: 'POST', json: body })
      setProblem('')
    } catch (error) {
      setProblem((error as Error).message)
    }
    await queries.invalidateQueries({ queryKey: ['ledger', ledger] })
  }
  const field = (name: keyof typeof said, label: string) => (
    <Input
      aria-label={label}
      placeholder={label}
      value={said[name]}
      onChange={({ target }) => setSaid({ ...said, [name]: target.value })}
    />
  )
  return (
    <>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <div className="tools decide">
        {field('comment', words.comment)}
        {open.includes('decide') && (
          <DayField name={words.day} day={said.date} onDay={(date) => setSaid({ ...said, date })} />
        )}
        {open.includes('decide') && field('minutes', words.minutes)}
        {open.includes('pay') && field('voucher', words.voucher)}
        {open.map((action) => (
          <Button
            key={action}
            type={action === 'sign' || action === 'send' ? 'primary' : 'default'}
            onClick={() => void take(action)}
          >
            {words.actions[action]}
          </Button>
        ))}
      </div>
    </>
  )
}
