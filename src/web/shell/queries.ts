import { QueryCache, QueryClient } from '@tanstack/react-query'
import { Refusal } from '../ask.ts'

const fresh = 15_000
const mostTries = 3
const pause = 5000

function isUnreached(error: unknown): boolean {
  return error instanceof Refusal && (error.isOffline || error.code === 'database-down')
}

/** What was read of the server. A session that ended is noted; what can't be reached is tried again. */
export function openQueries(): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof Refusal && error.code === 'sign-in-needed') queries.setQueryData(['session-lost'], true)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: fresh,
        retry: (failures, error) => isUnreached(error) && failures < mostTries,
        // What could not be read comes by itself once the server, or its database, is there again.
        refetchInterval: ({ state }) => (state.status === 'error' && isUnreached(state.error) ? pause : false),
      },
    },
  })
  return queries
}
