import { Alert } from 'antd'
import { type DeadlineTask, deadlineTasks } from '#domain/year/deadline.ts'
import type { DeadlineBody } from '#http/contracts/deadlines.ts'
import { ask } from '../../ask.ts'
import { words } from '../../words/deadlines.ts'
import { DayField } from '../fields/day-field.tsx'
import { useAction } from '../office/use-action.ts'
import { deadlinesKey, useDeadlines } from './use-deadlines.ts'

/** The deadlines of a year, to be set; the departments see them on their desks. */
export function SetDeadlines({ year }: { year: string }) {
  const deadlines = useDeadlines(Number(year))
  const { problem, run } = useAction([deadlinesKey])
  const keep = (task: DeadlineTask, day: string) => {
    const json: DeadlineBody = { year: Number(year), task, day: day || null }
    return run(() => ask('/api/deadlines', { method: 'PUT', json }), words.saved)
  }
  return (
    <div className="tools">
      <span>{words.title(year)}</span>
      {deadlineTasks.map((task) => (
        <label key={task} className="day">
          {words.tasks[task]}
          <DayField
            name={words.of(year, words.tasks[task])}
            day={deadlines.find((each) => each.task === task)?.day ?? ''}
            mayBeNone
            onDay={(day) => void keep(task, day)}
          />
        </label>
      ))}
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
    </div>
  )
}
