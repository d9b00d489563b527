import { Alert, Button, Progress, Space } from 'antd'
import { useEffect, useState } from 'react'
import { isOver } from '#domain/jobs/job.ts'
import type { Job } from '#http/contracts/jobs.ts'
import { cancelJob } from '../api-jobs.ts'
import { zh } from '../zh.ts'

const words = {
  progress: '任务进展',
  lost: '看不到这件任务了，可能已过期或登录已失效，请刷新后再看。',
  cancel: '取消',
  download: '下载',
  count: (done: number, total: number) => (total > 0 ? `${done} / ${total}` : done > 0 ? `${done}` : ''),
} as const

const looks = {
  queued: 'normal',
  running: 'active',
  done: 'success',
  failed: 'exception',
  cancelled: 'normal',
} as const

/**
 * How far a job is, as it happens, with what there is to do about it: take it back, fetch what came of it.
 *
 * address   /api/jobs/…
 * onEnd     hears once how it ended
 */
export function JobProgress({ address, onEnd }: { address: string; onEnd?: (job: Job) => void }) {
  const { job, problem } = useJob(address, onEnd)
  const [refusal, setRefusal] = useState('')
  const cancel = () => {
    cancelJob(address).catch((error: Error) => setRefusal(error.message))
  }
  if (problem) return <Alert type="error" showIcon title={problem} role="alert" />
  if (!job) return null
  const { state, done, total, sentence, result } = job
  return (
    <section aria-label={words.progress}>
      <Progress percent={percentOf(job)} status={looks[state]} showInfo={false} aria-label={words.progress} />
      <p>
        <span role="status">{sentence}</span>{' '}
        {!isOver(state) && <span className="calm">{words.count(done, total)}</span>}
      </p>
      {refusal && <p className="refused">{refusal}</p>}
      <Space>
        {!isOver(state) && <Button onClick={cancel}>{words.cancel}</Button>}
        {result && (
          <Button type="primary" href={`${address}/result`} download={result.name}>
            {words.download}
          </Button>
        )}
      </Space>
    </section>
  )
}

/** The share done; of a job whose size isn't known half is shown until it is over. */
function percentOf({ state, done, total }: Job): number {
  if (state === 'done') return 100
  if (total > 0) return Math.floor((done * 100) / total)
  return done > 0 ? 50 : 0
}

/** A job followed to its end. The browser comes back by itself when the line breaks. */
function useJob(address: string, onEnd: ((job: Job) => void) | undefined): { job?: Job; problem?: string } {
  const [job, setJob] = useState<Job>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    setJob(undefined)
    setProblem(undefined)
    const events = new EventSource(`${address}/events`)
    let last: Job | undefined
    events.addEventListener('message', ({ data }: MessageEvent<string>) => {
      last = JSON.parse(data) as Job
      setJob(last)
      if (!isOver(last.state)) return
      events.close()
      onEnd?.(last)
    })
    events.addEventListener('error', () => {
      // While the browser tries again by itself there is nothing to say.
      if (events.readyState === EventSource.CLOSED && !last) setProblem(words.lost)
      else if (events.readyState === EventSource.CLOSED) setProblem(zh.failed)
    })
    return () => events.close()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- who listens may be new at each drawing; the job is not
  }, [address])
  return { ...(job ? { job } : {}), ...(problem === undefined ? {} : { problem }) }
}
