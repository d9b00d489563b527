import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { EvidenceList } from '#http/contracts/evidence.ts'
import { ask } from '../../ask.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/materials.ts'

const words = all.evaluation

/** The materials an indicator asks for, each with the file that was handed in or the way to hand one in. */
export function EvidenceCell({ indicator }: { indicator: string }) {
  const { ledger } = useYear()
  const { data } = useOfYear<EvidenceList>('evidence')
  const line = data?.indicators.find((each) => each.indicator === indicator)
  if (!line || line.required.length === 0) return null
  const fileOf = (requirement: string) =>
    data?.files.find(({ proves = [] }) =>
      proves.some((each) => each.indicator === indicator && each.requirement === requirement),
    )
  return (
    <ul className="evidence">
      {line.required.map((requirement) => {
        const file = fileOf(requirement)
        return (
          <li key={requirement}>
            {requirement}：
            {file ? (
              <a href={`/api/ledgers/${ledger}/evidence/${encodeURIComponent(file.id)}`} download>
                {file.name}
              </a>
            ) : (
              <HandIn indicator={indicator} requirement={requirement} name={line.name} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function HandIn({ indicator, requirement, name }: { indicator: string; requirement: string; name: string }) {
  const { ledger, canEdit } = useYear()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  if (!canEdit) return <span className="calm">{words.noEvidence}</span>
  const send = async (file: File) => {
    setBusy(true)
    setProblem('')
    const form = new FormData()
    form.append('file', file, file.name)
    const query = new URLSearchParams({ indicator, requirement })
    try {
      await ask(`/api/ledgers/${ledger}/evidence?${query}`, { method: 'POST', body: form })
      await queries.invalidateQueries({ queryKey: ['ledger', ledger] })
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button
        size="small"
        loading={busy}
        aria-label={words.handInFor(name, requirement)}
        onClick={() => input.current?.click()}
      >
        {words.handIn}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words.handInFor(name, requirement)}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = ''
          if (file) void send(file)
        }}
      />
      {problem && <span className="refused">{problem}</span>}
    </>
  )
}
