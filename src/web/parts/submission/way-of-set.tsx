import type { SubmissionState } from '#domain/workflow.ts'
import { words as all } from '../../words/review.ts'
import { words as workWords } from '../../words/work.ts'

const words = all.submission
const reached: Readonly<Record<SubmissionState, number>> = {
  draft: 0,
  returned: 0,
  submitted: 1,
  approved: 2,
  accepted: 3,
}

/** The four stations of a set, and which one it stands at. */
export function WayOfSet({ state }: { state: SubmissionState }) {
  const at = reached[state]
  return (
    <>
      <p role="status">
        {words.now}：<strong>{workWords.states[state]}</strong>
      </p>
      <ol className="way">
        {words.way.map((station, index) => (
          <li key={station} className={index < at ? 'done' : ''} aria-current={index === at ? 'step' : undefined}>
            {station}
          </li>
        ))}
      </ol>
    </>
  )
}
