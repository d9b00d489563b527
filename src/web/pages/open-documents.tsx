import { Alert, Button } from 'antd'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import type { AuditEntry } from '#http/contract.ts'
import type { SessionAnswer } from '#http/contracts/accounts.ts'
import { listAudits, uploadFiles } from '../api.ts'
import { jobAddress, listJobs, startAudit } from '../api-jobs.ts'
import { addressOf } from '../route.ts'
import { JobProgress } from '../parts/job-progress.tsx'
import { ListTable } from '../parts/list-table.tsx'
import { timeOf, zh } from '../zh.ts'

const accepted = '.docx,.doc,.docm,.wps,.xlsx,.xls,.xlsm,.et,.csv,.pdf,.html,.htm,.txt,.md,.zip'

/** First page: files in, and what was audited before. One file opens at once, of several the progress is shown. */
export function OpenDocuments({ session }: { session: SessionAnswer }) {
  const [audits, setAudits] = useState<readonly AuditEntry[]>()
  const [busy, setBusy] = useState(0)
  const [problem, setProblem] = useState('')
  const [job, setJob] = useUnfinishedAudit()
  const refresh = () =>
    listAudits().then(setAudits, (error: Error) => {
      setProblem(error.message)
    })
  useEffect(() => {
    document.title = zh.product
    void refresh()
  }, [])
  const take = async (files: readonly File[]) => {
    if (files.length === 0 || busy > 0) return
    setBusy(files.length)
    setProblem('')
    try {
      const started = isMany(files) ? await startAudit(files) : undefined
      if (started) setJob(jobAddress(started))
      else {
        const added = await uploadFiles(files)
        const [only] = added
        if (added.length === 1 && only && !only.problem) window.location.hash = addressOf(only.id)
        else await refresh()
      }
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(0)
    }
  }
  return (
    <main className="start">
      <header>
        <h1>{zh.product}</h1>
        <p>{zh.purpose}</p>
        <nav className="ways">
          {session.account ? <a href="#/">{zh.open.work}</a> : <a href="#/sign-in">{zh.open.signIn}</a>}
        </nav>
      </header>
      <DropZone busy={busy} onFiles={(files) => void take(files)} />
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {job && <JobProgress address={job} onEnd={() => void refresh()} />}
      <h2>{zh.open.list}</h2>
      {audits?.length === 0 && <p className="calm">{zh.open.none}</p>}
      {audits && audits.length > 0 && <AuditTable audits={audits} />}
    </main>
  )
}

/** Several files, or an archive of them, take their time. */
function isMany(files: readonly File[]): boolean {
  return files.length > 1 || files.some(({ name }) => /\.zip$/i.test(name))
}

/** Address of the audit under way: one begun before the page was opened goes on being shown. */
function useUnfinishedAudit(): [string | undefined, (address: string) => void] {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const isUnfinished = ({ kind, ended }: { kind: string; ended?: string }) => kind === 'audit' && ended === undefined
    // Without the database there are no jobs to show.
    void listJobs()
      .catch(() => [])
      .then((jobs) => {
        const found = jobs.find(isUnfinished)
        return found && setAddress((now) => now ?? jobAddress(found))
      })
  }, [])
  return [address, setAddress]
}

function DropZone({ busy, onFiles }: { busy: number; onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  const onDragOver = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <section
      className={over ? 'drop over' : 'drop'}
      aria-label={zh.open.title}
      onDrop={onDrop}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
    >
      <p className="lead">{zh.open.drop}</p>
      <Button type="primary" size="large" loading={busy > 0} onClick={() => input.current?.click()}>
        {zh.open.choose}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accepted}
        aria-label={zh.open.choose}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <p className="calm" role="status">
        {busy > 0 ? zh.open.busy(busy) : zh.open.formats}
      </p>
    </section>
  )
}

function AuditTable({ audits }: { audits: readonly AuditEntry[] }) {
  return (
    <ListTable name={zh.open.list} columns={zh.open.columns} look="audits stacked">
      {audits.map(({ id, name, counts, parts, at, problem }) => (
        <tr key={id}>
          <th scope="row">
            <a href={addressOf(id)}>{name}</a>
            {problem && <p className="refused">{problem}</p>}
          </th>
          <td className={counts.error > 0 ? 'amount error' : 'amount'}>{counts.error}</td>
          <td className={counts.warning > 0 ? 'amount warning' : 'amount'}>{counts.warning}</td>
          <td className="amount">{counts.info}</td>
          <td className="amount">{counts.figures}</td>
          <td className="amount">{parts}</td>
          <td>{timeOf(at)}</td>
        </tr>
      ))}
    </ListTable>
  )
}
