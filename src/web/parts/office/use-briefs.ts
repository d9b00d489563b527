import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { LedgerStanding } from '#http/contracts/year.ts'
import { ledgerName } from '../../shell/year.ts'
import { type Brief, briefOf } from './brief-of.ts'

export type BriefOfSet = { readonly set: LedgerStanding; readonly brief: Brief }

/** Many sets at a glance as they come, in their order; `done`: how many have been read or could not be. */
export function useBriefs(sets: readonly LedgerStanding[]): { briefs: readonly BriefOfSet[]; done: number } {
  const { data, done } = useQueries({
    queries: sets.map((each) => briefOf(ledgerName(each))),
    combine: (answers) => ({
      data: answers.map(({ data: brief }) => brief),
      done: answers.filter(({ isPending }) => !isPending).length,
    }),
  })
  const briefs = useMemo(
    () => sets.flatMap((set, index) => (data[index] ? [{ set, brief: data[index] }] : [])),
    [sets, data],
  )
  return { briefs, done }
}
