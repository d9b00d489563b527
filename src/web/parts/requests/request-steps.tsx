import type { RequestView } from '#http/contracts/expenditure.ts'
import { words as all } from '../../words/more.ts'
import { timeOf } from '../../zh.ts'

const words = all.requests

/** Who did what with a request, when, and what they said of it. */
export function RequestSteps({ request: { steps, chain } }: { request: RequestView }) {
  if (steps.length === 0) return null
  return (
    <ol className="request-steps" aria-label={words.steps}>
      {steps.map(({ seq, at, who, action, signed, comment, voucher }) => {
        const level = chain.find(({ id }) => id === signed)?.title
        return (
          <li key={seq}>
            <span className="calm">{timeOf(at)}</span> {who} {words.actions[action]}
            {level && `（${level}）`}
            {voucher && ` ${voucher}`}
            {comment && `：${comment}`}
          </li>
        )
      })}
    </ol>
  )
}
