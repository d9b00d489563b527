import type { DeadlinesView } from '#http/contracts/deadlines.ts'
import { ask } from '../../ask.ts'
import { useRead } from '../../shell/queries.ts'

export const deadlinesKey = 'deadlines'

/** The deadlines of one year. */
export function useDeadlines(year: number): DeadlinesView['deadlines'] {
  const { data } = useRead({ queryKey: [deadlinesKey], queryFn: () => ask<DeadlinesView>('/api/deadlines') })
  return data?.deadlines.filter((each) => each.year === year) ?? []
}
