import { Alert, Button, Select } from 'antd'
import { useRef, useState } from 'react'
import { words as all } from '../../words/budget.ts'
import { JobProgress } from '../job-progress.tsx'
import { ImportOutcome } from './import-outcome.tsx'
import { useImport } from './use-import.ts'

const words = all.import
export type Table = { readonly id: string; readonly name: string; readonly note: string }

/** Takes a table in: looked through first, stored when the person says so. A large one in the background, with its progress. */
export function TakeIn({ tables }: { tables: readonly Table[] }) {
  const input = useRef<HTMLInputElement>(null)
  const [table, setTable] = useState('')
  const [file, setFile] = useState<File>()
  const { answer, problem, isBusy, job, send, onJobEnd } = useImport(table)
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
        <Button type="primary" loading={isBusy} onClick={() => input.current?.click()}>
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
      {job && <JobProgress key={job.address} address={job.address} onEnd={onJobEnd} />}
      {answer && <ImportOutcome answer={answer} busy={isBusy} onStore={() => file && void send(file, false)} />}
    </section>
  )
}
