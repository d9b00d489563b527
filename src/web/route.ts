import { useSyncExternalStore } from 'react'

/** Which page the address names: the list, a ledger, or an audit with perhaps a finding chosen. */
export type Route =
  | { readonly page: 'open' }
  | { readonly page: 'ledger'; readonly name: string }
  | { readonly page: 'audit'; readonly id: string; readonly finding?: string }

/** Reads `#/audit/ID?finding=KEY` and `#/ledger/DIVISION/DEPARTMENT/YEAR`; anything else is the list. */
export function parseRoute(hash: string): Route {
  const ledger = /^#\/ledger\/(\d{6,12}\/[^/]+\/\d{4})$/.exec(hash)
  if (ledger) return { page: 'ledger', name: decodeURI(ledger[1] ?? '') }
  const match = /^#\/audit\/([0-9a-f]{16})(?:\?(.*))?$/.exec(hash)
  if (!match) return { page: 'open' }
  const finding = new URLSearchParams(match[2] ?? '').get('finding')
  return { page: 'audit', id: match[1] ?? '', ...(finding ? { finding } : {}) }
}

export function addressOf(id: string, finding?: string): string {
  return `#/audit/${id}${finding ? `?finding=${finding}` : ''}`
}

/** The route of the address bar, kept up to date. */
export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(onHash, () => window.location.hash))
}

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}

function onHash(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}
