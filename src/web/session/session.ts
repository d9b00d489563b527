import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountView, SessionAnswer, SignInBody } from '#http/contracts/accounts.ts'
import { ask } from '../ask.ts'
import { useRead } from '../shell/queries.ts'
import { openPending } from '../saving/kept-changes.ts'
import { resumeSending, startSending } from '../saving/send-pending.ts'

const key = ['session']

/** Who is signed in, as far as known; `isLocal`: the server answers this machine only. */
export function useSession(): { readonly session?: SessionAnswer; readonly problem?: string } {
  const queries = useQueryClient()
  const { data, error } = useRead({
    queryKey: key,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const session = await ask<SessionAnswer>('/api/session')
      if (session.account) takeUp(session.account, queries)
      return session
    },
  })
  return { ...(data ? { session: data } : {}), ...(error ? { problem: error.message } : {}) }
}

/** Signs in; gives whether the six digits of the second factor are still asked for. throws Refusal */
export async function signIn(entry: SignInBody, queries: QueryClient): Promise<{ readonly needsCode: boolean }> {
  const session = await ask<SessionAnswer>('/api/session', { method: 'POST', json: entry })
  if (!session.account) return { needsCode: true }
  takeUp(session.account, queries)
  queries.setQueryData(key, session)
  queries.setQueryData(['session-lost'], false)
  resumeSending()
  await queries.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'session-lost',
  })
  return { needsCode: false }
}

/** Signs out and forgets what was read; what is not sent yet stays on this machine. */
export async function signOut(queries: QueryClient): Promise<void> {
  await ask('/api/session', { method: 'DELETE' })
  queries.clear()
  window.location.hash = '#/sign-in'
}

function takeUp({ id }: AccountView, queries: QueryClient): void {
  openPending(id)
  startSending(queries)
}

/** Whether the session ended while the person was at work. */
export function useSessionLost(): boolean {
  const { data } = useQuery({
    queryKey: ['session-lost'],
    queryFn: () => false,
    initialData: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}
