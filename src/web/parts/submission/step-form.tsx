import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input } from 'antd'
import { useState } from 'react'
import type { SubmissionAction } from '#domain/workflow.ts'
import type { EntryFinding, StepBody } from '#http/contracts/year.ts'
import { Refusal, ask } from '../../ask.ts'
import { yearPages } from '../../route.ts'
import { useDraft } from '../../saving/use-draft.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/review.ts'
import { words as workWords } from '../../words/work.ts'
import { addressOfFinding } from '../findings/address-of-finding.ts'
import { ReturnPoints } from './return-points.tsx'

const words = all.submission
/** What is written before a step is taken. */
const blank: { readonly comment: string; readonly points: readonly string[] } = { comment: '', points: [''] }
type Reason = Pick<EntryFinding, 'page' | 'message' | 'entry'>

/** The steps open to this person. What stands against one is listed at once, each with the page where it is mended. */
export function StepForm({ open }: { open: readonly SubmissionAction[] }) {
  const { ledger, account } = useYear()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { draft, write, drop } = useDraft(account.id, `step.${ledger}`, blank)
  const { comment, points } = draft
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const take = async (action: SubmissionAction) => {
    setBusy(true)
    setRefusal(undefined)
    const body: StepBody = { action, comment, ...(action === 'return' ? { points: [...points] } : {}) }
    try {
      await ask(`/api/ledgers/${ledger}/submission/steps`, { method: 'POST', json: body })
      drop()
      void message.success(`${workWords.actions[action]}：${words.done}`)
    } catch (error) {
      setRefusal(error as Refusal)
    } finally {
      setBusy(false)
      await queries.invalidateQueries({ queryKey: ['ledgers'] })
      await queries.invalidateQueries({ queryKey: ['ledger', ledger] })
    }
  }
  return (
    <section className="step">
      {refusal && <Against refusal={refusal} />}
      <label>
        {words.comment}
        <Input.TextArea
          autoSize={{ minRows: 2 }}
          value={comment}
          onChange={({ target }) => write({ ...draft, comment: target.value })}
        />
      </label>
      {open.includes('return') && (
        <ReturnPoints points={points} onPoints={(next) => write({ ...draft, points: next })} />
      )}
      <div className="tools">
        {open.map((action) => (
          <Button
            key={action}
            type={action === 'return' || action === 'recall' ? 'default' : 'primary'}
            danger={action === 'return'}
            loading={busy}
            onClick={() => void take(action)}
          >
            {workWords.actions[action]}
          </Button>
        ))}
      </div>
    </section>
  )
}

function Against({ refusal }: { refusal: Refusal }) {
  const { ledger } = useYear()
  const { reasons = [] } = (refusal.detail ?? {}) as { reasons?: readonly Reason[] }
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={refusal.message}
      description={
        reasons.length > 0 && (
          <ol aria-label={words.reasons}>
            {reasons.map(({ message, ...reason }) => {
              const part = yearPages.find((each) => each === reason.page) ?? 'findings'
              return (
                <li key={reason.page + message}>
                  {message}{' '}
                  <a href={addressOfFinding(ledger, reason)}>
                    {reason.entry ? all.findings.mend : all.findings.go(workWords.pages[part])}
                  </a>
                </li>
              )
            })}
          </ol>
        )
      }
    />
  )
}
