import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Select } from 'antd'
import { useRef, useState } from 'react'
import type { ImportAnswer } from '#http/contracts/year.ts'
import { ask } from '../../ask.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/budget.ts'
import { ListTable } from '../list-table.tsx'
import { ReadOnlyNote } from '../read-only-note.tsx'

const words = all.import
type Table = { readonly id: string; readonly name: string; readonly note: string }

/** Tables in, with a preview before anything is stored, and out; a blank template of each. */
export function Tables() {
  const { canEdit } = useYear()
  const { data } = useOfYear<{ tables: readonly Table[] }>('tables')
  const tables = data?.tables ?? []
  return (
    <>
      <ReadOnlyNote />
      {canEdit && <TakeIn tables={tables} />}
      <GiveOut tables={tables} />
    </>
  )
}

function TakeIn({ tables }: { tables: readonly Table[] }) {
  const { ledger } = useYear()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [table, setTable] = useState('')
  const [file, setFile] = useState<File>()
  const [answer, setAnswer] = useState<ImportAnswer>()
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const send = async (chosen: File, preview: boolean) => {
    setBusy(true)
    setProblem('')
    const form = new FormData()
    form.append('file', chosen, chosen.name)
    const query = new URLSearchParams({ preview: String(preview), ...(table ? { table } : {}) })
    try {
      setAnswer(await ask<ImportAnswer>(`/api/ledgers/${ledger}/tables?${query}`, { method: 'POST', body: form }))
      if (!preview) await queries.invalidateQueries({ queryKey: ['ledger', ledger] })
    } catch (error) {
      setAnswer(undefined)
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section aria-label={words.title} className="import">
      <h2>{words.title}</h2>
      <p className="calm">{words.formats}</p>
      <div className="tools">
        <Select
          aria-label={words.which}
          value={table}
          onChange={setTable}
          options={[{ value: '', label: words.guess }, ...tables.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <Button type="primary" loading={busy} onClick={() => input.current?.click()}>
          {file ? words.again : words.choose}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv"
          aria-label={words.choose}
          onChange={(event) => {
            const [chosen] = event.target.files ?? []
            event.target.value = ''
            if (!chosen) return
            setFile(chosen)
            void send(chosen, true)
          }}
        />
        <span>{file?.name}</span>
      </div>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {answer && <Outcome answer={answer} busy={busy} onStore={() => file && void send(file, false)} />}
    </section>
  )
}

function Outcome({ answer, busy, onStore }: { answer: ImportAnswer; busy: boolean; onStore: () => void }) {
  const { table, isStored, isRefused, lines, faults } = answer
  return (
    <section aria-label={words.preview}>
      <h3>
        {isStored ? words.stored : words.preview}：{table}
      </h3>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {isRefused && <Alert type="error" showIcon title={words.refused} />}
      {faults.length > 0 && (
        <ListTable name={words.message} columns={[words.row, words.column, words.severity, words.message]} look="plain">
          {faults.map(({ row, column, severity, message }) => (
            <tr key={`${row}${column}${message}`}>
              <td>{row}</td>
              <td>{column}</td>
              <td>{words.severities[severity] ?? severity}</td>
              <td>{message}</td>
            </tr>
          ))}
        </ListTable>
      )}
      {!isStored && !isRefused && (
        <Button type="primary" loading={busy} onClick={onStore}>
          {words.store}
        </Button>
      )}
    </section>
  )
}

function GiveOut({ tables }: { tables: readonly Table[] }) {
  const { ledger } = useYear()
  const address = (id: string, rest: string) => `/api/ledgers/${ledger}/tables/${encodeURIComponent(id)}${rest}`
  return (
    <>
      <h2>{words.export}</h2>
      <ListTable name={words.export} columns={[words.table, words.note, words.get, words.template]} look="plain">
        {tables.map(({ id, name, note }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{note}</td>
            <td>
              <a href={address(id, '?format=xlsx')} download>
                xlsx
              </a>{' '}
              <a href={address(id, '?format=csv')} download>
                csv
              </a>
            </td>
            <td>
              <a href={address(id, '/template')} download>
                {words.template}
              </a>
            </td>
          </tr>
        ))}
      </ListTable>
    </>
  )
}
