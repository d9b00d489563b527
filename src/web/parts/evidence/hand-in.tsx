import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { ask } from '../../ask.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/materials.ts'

const words = all.evaluation

/** Hands a file in as evidence. `query`: what it proves, as the server asks for it; `name`: what the button does. */
export function HandIn({ query, name }: { query: Readonly<Record<string, string>>; name: string }) {
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
    try {
      await ask(`/api/ledgers/${ledger}/evidence?${new URLSearchParams(query)}`, { method: 'POST', body: form })
      await queries.invalidateQueries({ queryKey: ['ledger', ledger] })
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button size="small" loading={busy} aria-label={name} onClick={() => input.current?.click()}>
        {words.handIn}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={name}
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
