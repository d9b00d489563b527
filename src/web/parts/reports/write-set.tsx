import { Alert, Button } from 'antd'
import { useState } from 'react'
import { jobAddress, startPackage } from '../../api-jobs.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/reports.ts'
import { JobProgress } from '../job-progress.tsx'

/** The whole set written in every format: it goes on in the background, its progress is shown, its zip is fetched. */
export function WriteSet() {
  const { ledger } = useYear()
  const [address, setAddress] = useState('')
  const [problem, setProblem] = useState('')
  const start = async () => {
    setProblem('')
    try {
      setAddress(jobAddress(await startPackage(ledger)))
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  return (
    <>
      <Button type="primary" onClick={() => void start()}>
        {words.whole}
      </Button>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {address && (
        <div className="job">
          <JobProgress key={address} address={address} />
        </div>
      )}
    </>
  )
}
