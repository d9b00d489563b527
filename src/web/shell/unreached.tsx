import { type Query, useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useSyncExternalStore } from 'react'
import { words } from '../words/work.ts'
import { isUnreached } from './queries.ts'

/** Says at the first try that something of this page can't be read for now; it goes when the page is read. */
export function Unreached() {
  const cache = useQueryClient().getQueryCache()
  const said = useSyncExternalStore(
    (changed) => cache.subscribe(changed),
    () => cache.getAll().map(missing).find(Boolean),
  )
  return said ? <Alert type="warning" showIcon role="alert" title={said} /> : null
}

/** Why something a page waits for was not read, in a sentence; undefined: it was, or it is still on its way. */
function missing(query: Query): string | undefined {
  const { data, fetchFailureReason } = query.state
  const isAwaited = data === undefined && query.isActive()
  if (!isAwaited || !isUnreached(fetchFailureReason)) return undefined
  return fetchFailureReason.isOffline ? words.notReached : fetchFailureReason.message
}

/** In place of a page nothing of which can be shown before something is read. */
export function Awaited() {
  return (
    <main className="office" id="content">
      <Unreached />
      <p className="calm">{words.loading}</p>
    </main>
  )
}
