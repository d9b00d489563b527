import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Submission } from '#http/contracts/year.ts'
import { type Refusal, ask } from '../../ask.ts'
import { useDraft } from '../../saving/use-draft.ts'
import { useTyped } from '../../saving/use-typed.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/review.ts'

const words = all.submission
type Step = Submission['steps'][number]

/** The points of the return that lies with the clerk, each with its answer. Nothing while the set was not returned. */
export function ReturnAnswers({ submission: { state, steps } }: { submission: Submission }) {
  const last = steps.at(-1)
  if (state !== 'returned' || !last) return null
  return (
    <section className="answers" aria-label={words.answers}>
      <h2>{words.answers}</h2>
      <ol>
        {last.points.map((point) => (
          <Answer key={point.number} step={last.seq} point={point} />
        ))}
      </ol>
    </section>
  )
}

function Answer({ step, point: { number, point, answer = '' } }: { step: number; point: Step['points'][number] }) {
  const { ledger, account } = useYear()
  const queries = useQueryClient()
  const [problem, setProblem] = useState('')
  const [again, setAgain] = useState(1)
  const { draft, write, drop } = useDraft<string | undefined>(
    account.id,
    `answer.${ledger}.${step}.${number}`,
    undefined,
  )
  const keep = async (text: string) => {
    if (text.trim() === '') return drop()
    const json = { step, number, answer: text }
    try {
      const submission = await ask<Submission>(`/api/ledgers/${ledger}/submission/answers`, { method: 'PUT', json })
      setProblem('')
      queries.setQueryData(['ledger', ledger, 'submission'], submission)
      drop()
    } catch (error) {
      setProblem((error as Error).message)
      setAgain((error as Refusal).isOffline ? (times) => times + 1 : 0)
    }
  }
  const { value, type, leave } = useTyped(answer, (text) => void keep(text))
  useSentAgain(draft, again, keep)
  return (
    <li>
      <p>{point}</p>
      {account.role === 'clerk' ? (
        <Input.TextArea
          aria-label={words.answer(number)}
          placeholder={words.answerHint}
          autoSize
          value={draft ?? value}
          onChange={({ target }) => {
            write(target.value)
            type(target.value)
          }}
          onBlur={leave}
        />
      ) : (
        <p className="calm">{answer || words.noAnswer}</p>
      )}
      {problem && <p className="refused">{problem}</p>}
      {answer && <p className="calm">{words.kept}</p>}
    </li>
  )
}

/** Milliseconds until an answer that did not reach the server is sent again. */
const pause = 5000

/** Sends what was found unsent at once, and what did not reach the server (`again` times so far) after a while. */
function useSentAgain(draft: string | undefined, again: number, keep: (text: string) => Promise<void>): void {
  const latest = useRef({ draft, keep })
  latest.current = { draft, keep }
  useEffect(() => {
    if (again === 0 || latest.current.draft === undefined) return
    const send = () => {
      const { draft: text, keep: take } = latest.current
      if (text !== undefined) void take(text)
    }
    const timer = setTimeout(send, again === 1 ? 0 : pause)
    return () => clearTimeout(timer)
  }, [again])
}
