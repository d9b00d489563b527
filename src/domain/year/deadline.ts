/** What a deadline is set for: 绩效监控, 自评材料送审. */
export const deadlineTasks = ['monitoring', 'submission'] as const
export type DeadlineTask = (typeof deadlineTasks)[number]
/** What the pages call each. */
export const deadlineNames = { monitoring: '绩效监控', submission: '自评材料送审' } satisfies Record<
  DeadlineTask,
  string
>

/** By which day, YYYY-MM-DD, the departments of a division do a task of a year. */
export type Deadline = { readonly year: number; readonly task: DeadlineTask; readonly day: string }

const dayLength = 24 * 60 * 60 * 1000

/** How many days are left from one day to another, both YYYY-MM-DD: 0 on the day itself, below zero once it is over. */
export function daysLeft(today: string, day: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / dayLength)
}
