import type { Choice } from '../../grid/column.ts'
import { words as all } from '../../words/unit.ts'

const words = all.unit

/** What the main tasks are for, and the numbers by which they name projects. */
export function TasksNote({ projects }: { projects: readonly Choice[] }) {
  return (
    <>
      <p className="calm">{words.tasksNote}</p>
      {projects.length > 0 && (
        <p className="calm">
          {words.projectNumbers}
          {projects.map(({ value, label }) => `${value} ${label}`).join('；')}
        </p>
      )}
    </>
  )
}
