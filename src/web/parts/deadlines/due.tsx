import { daysLeft } from '#domain/year/deadline.ts'
import { isOpenForEdits } from '#domain/workflow.ts'
import { type YearPage, yearAddress } from '../../route.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/deadlines.ts'
import { useDeadlines } from './use-deadlines.ts'

const pages = { monitoring: 'monitoring', submission: 'submission' } as const satisfies Record<string, YearPage>

/** What is due of a department's year, while its set is still with the department: by when, and how many days are left. */
export function Due() {
  const { ledger, standing } = useYear()
  const deadlines = useDeadlines(standing.year)
  if (!isOpenForEdits(standing.state) && standing.state !== 'submitted') return null
  return (
    <ul className="due">
      {deadlines.map(({ task, day }) => {
        const left = daysLeft(today(), day)
        return (
          <li key={task} className={left < 0 ? 'error' : left <= soon ? 'warning' : ''}>
            <a href={yearAddress(ledger, pages[task])}>{words.due(words.tasks[task], day, left)}</a>
          </li>
        )
      })}
    </ul>
  )
}

/** From here on a deadline is near. */
const soon = 7

/** Today where the person is, YYYY-MM-DD. */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
