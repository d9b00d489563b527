import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'

/** Something a person does that is no typing: what it said when it failed, and what is read anew after it. */
export function useAction(readAnew: readonly string[]) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [problem, setProblem] = useState('')
  const run = async (act: () => Promise<unknown>, done = ''): Promise<void> => {
    setProblem('')
    try {
      await act()
      if (done) void message.success(done)
    } catch (error) {
      setProblem((error as Error).message)
    }
    for (const key of readAnew) await queries.invalidateQueries({ queryKey: [key] })
  }
  return { problem, run }
}
