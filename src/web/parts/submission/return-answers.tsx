import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import type { Submission } from '#http/contracts/year.ts'
import { ask } from '../../ask.ts'
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
  const keep = async (text: string) => {
    if (text.trim() === '') return
    const json = { step, number, answer: text }
    try {
      const submission = await ask<Submission>(`/api/ledgers/${ledger}/submission/answers`, { method: 'PUT', json })
      setProblem('')
      queries.setQueryData(['ledger', ledger, 'submission'], submission)
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  const { value, type, leave } = useTyped(answer, (text) => void keep(text))
  return (
    <li>
      <p>{point}</p>
      {account.role === 'clerk' ? (
        <Input.TextArea
          aria-label={words.answer(number)}
          placeholder={words.answerHint}
          autoSize
          value={value}
          onChange={({ target }) => type(target.value)}
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
