import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { LedgerStanding } from '#http/contracts/year.ts'
import { ask } from '../../ask.ts'
import { goTo, yearAddress } from '../../route.ts'
import { ledgerName } from '../../shell/year.ts'
import { words as all } from '../../words/office.ts'

const words = all.newYear

/** Begins the year after the latest one a department has a ledger of, with what goes on from it. */
export function NewYear({ ledgers }: { ledgers: readonly LedgerStanding[] }) {
  const queries = useQueryClient()
  const [problem, setProblem] = useState('')
  const [isBusy, setBusy] = useState(false)
  const last = ledgers.reduce<LedgerStanding | undefined>(
    (most, each) => (each.year > (most?.year ?? 0) ? each : most),
    undefined,
  )
  if (!last) return null
  const next = { ...last, year: last.year + 1 }
  const begin = async () => {
    setBusy(true)
    try {
      await ask(`/api/ledgers/${ledgerName(next)}/from-last-year`, { method: 'POST', json: {} })
      await queries.invalidateQueries({ queryKey: ['ledgers'] })
      goTo(yearAddress(ledgerName(next), 'desk'))
    } catch (error) {
      setProblem((error as Error).message)
      setBusy(false)
    }
  }
  return (
    <section className="new-year">
      <Button loading={isBusy} onClick={() => void begin()}>
        {words.begin(next.year)}
      </Button>{' '}
      <span className="calm">{words.note(last.year)}</span>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
    </section>
  )
}
