import { Alert } from 'antd'
import { useEffect, useState } from 'react'
import type { AuditAnswer } from '#http/contract.ts'
import { readAudit } from '../api.ts'
import { ReadingRoom } from '../parts/reading-room.tsx'
import { zh } from '../zh.ts'

/** The reading room of one audit. `finding`: the one the address names. */
export function ReadAudit({ id, finding }: { id: string; finding?: string }) {
  const [audit, setAudit] = useState<AuditAnswer>()
  const [problem, setProblem] = useState('')
  useEffect(() => {
    readAudit(id).then(setAudit, (error: Error) => setProblem(error.message))
  }, [id])
  useEffect(() => {
    if (audit) document.title = `${audit.file} · ${zh.product}`
  }, [audit])
  if (problem)
    return (
      <main className="start">
        <Alert type="error" showIcon title={problem} />
        <a href="#/">{zh.read.back}</a>
      </main>
    )
  if (!audit) return <p className="calm">{zh.read.loading}</p>
  return (
    <ReadingRoom audit={audit} onDecisions={(decisions) => setAudit({ ...audit, decisions })} finding={finding ?? ''} />
  )
}
