import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LedgerHeadView } from '#http/contracts/year.ts'
import { ask } from '../../ask.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words } from '../../words/reports.ts'
import { DayField } from '../fields/day-field.tsx'

/** 成文日期 of the whole set. */
export function IssueDate() {
  const { ledger, canEdit } = useYear()
  const queries = useQueryClient()
  const { data } = useOfYear<LedgerHeadView>('head')
  const [problem, setProblem] = useState('')
  const keep = async (issueDate: string) => {
    try {
      await ask(`/api/ledgers/${ledger}/head`, { method: 'PATCH', json: { issueDate: issueDate || null } })
      setProblem('')
      await queries.invalidateQueries({ queryKey: ['ledger', ledger] })
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  return (
    <label className="day">
      {words.issueDate}
      <DayField
        name={words.issueDate}
        day={data?.issueDate ?? ''}
        disabled={!canEdit}
        mayBeNone
        onDay={(day) => void keep(day)}
      />
      {problem && <span className="refused">{problem}</span>}
    </label>
  )
}
