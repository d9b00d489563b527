import { QueryCache, QueryClient, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { Refusal } from '../ask.ts'

const fresh = 15_000
const mostTries = 3
const pause = 5000

/** Whether the server, or its database, could not be asked; what was refused was. */
export function isUnreached(error: unknown): error is Refusal {
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

/** `data`: undefined until it was read; `error`: a refusal. */
export type Read<T> = {
  readonly data: T | undefined
  readonly error: Error | undefined
  readonly isLoading: boolean
  readonly refetch: () => unknown
}

/** Reads for a page. That the server can't be reached is no refusal: the frame says so (unreached.tsx), what was read stays. */
export function useRead<T>(asking: UseQueryOptions<T>): Read<T> {
  const { data, error, isLoading, refetch } = useQuery(asking)
  const isAwaited = isUnreached(error)
  return {
    data,
    error: error === null || isAwaited ? undefined : error,
    isLoading: isLoading || (isAwaited && data === undefined),
    refetch,
  }
}
