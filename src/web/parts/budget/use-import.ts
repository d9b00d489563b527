import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Job } from '#http/contracts/jobs.ts'
import type { ImportAnswer } from '#http/contracts/year.ts'
import { jobAddress, startImport } from '../../api-jobs.ts'
import { ask } from '../../ask.ts'
import { useYear } from '../../shell/year.ts'

/** A file larger than this is read in the background, with its progress. */
const large = 2_000_000

type State = {
  readonly isBusy: boolean
  readonly answer?: ImportAnswer | undefined
  readonly problem?: string
  /** The job that reads a large file. */
  readonly job?: { readonly address: string; readonly isPreview: boolean }
}
export type Import = State & {
  readonly send: (file: File, isPreview: boolean) => Promise<void>
  readonly onJobEnd: (job: Job) => void
}

/** A table on its way into the ledger; `table` '' where the server tells which it is. */
export function useImport(table: string): Import {
  const { ledger } = useYear()
  const queries = useQueryClient()
  const [state, setState] = useState<State>({ isBusy: false })
  const stored = async () => {
    await queries.invalidateQueries({ queryKey: ['ledgers'] })
    await queries.invalidateQueries({ queryKey: ['ledger', ledger] })
  }
  const sendNow = async (file: File, isPreview: boolean): Promise<State> => {
    if (file.size > large) {
      const address = jobAddress(await startImport(ledger, file, table, isPreview))
      return { isBusy: true, job: { address, isPreview } }
    }
    const answer = await sendTable(ledger, table, file, isPreview)
    if (!isPreview) await stored()
    return { isBusy: false, answer }
  }
  return {
    ...state,
    send: async (file, isPreview) => {
      setState({ ...state, isBusy: true })
      const failed = (error: Error): State => ({ isBusy: false, problem: error.message })
      setState(await sendNow(file, isPreview).catch(failed))
    },
    onJobEnd: (ended) => {
      const isPreview = state.job?.isPreview === true
      const answer = ended.state === 'cancelled' ? undefined : answerOf(ended, isPreview)
      setState({ ...state, isBusy: false, answer })
      if (ended.state === 'done' && !isPreview) void stored()
    },
  }
}

function sendTable(ledger: string, table: string, file: File, preview: boolean): Promise<ImportAnswer> {
  const body = new FormData()
  body.append('file', file, file.name)
  const query = new URLSearchParams({ preview: String(preview), ...(table ? { table } : {}) })
  return ask<ImportAnswer>(`/api/ledgers/${ledger}/tables?${query}`, { method: 'POST', body })
}

/** Undefined where the job has nothing to show but its sentence. */
function answerOf({ state, outcome }: Job, isPreview: boolean): ImportAnswer | undefined {
  const { lines = [], faults = [] } = outcome
  if (lines.length + faults.length === 0) return undefined
  const isRefused = state === 'failed'
  return { table: '', isStored: !isRefused && !isPreview, isRefused, lines: [...lines], faults: [...faults] }
}
