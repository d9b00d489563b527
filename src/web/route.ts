import { useSyncExternalStore } from 'react'

/** The pages of a department's year, in the order of the work. */
export const yearPages = [
  'desk',
  'unit',
  'budget',
  'projects',
  'indicators',
  'records',
  'monitoring',
  'evaluation',
  'reports',
  'findings',
  'submission',
] as const
export type YearPage = (typeof yearPages)[number]
/** Pages that belong to no ledger. */
const plainPages = [
  'audits',
  'sign-in',
  'ledgers',
  'assignments',
  'published',
  'own',
  'accounts',
  'sessions',
  'log',
] as const
/** The part of a query that names a field to be shown: it filters nothing. */
export const askedField = 'at'
type PlainPage = (typeof plainPages)[number]

/**
 * Which page the address names.
 *
 * ledger   430922/001/2023; `item` what the page shows of it, `query` how it is filtered
 */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: PlainPage; readonly query: Readonly<Record<string, string>> }
  | { readonly page: 'invitation'; readonly invitation: string }
  | {
      readonly page: 'year'
      readonly ledger: string
      readonly part: YearPage
      readonly item?: string
      readonly query: Readonly<Record<string, string>>
    }
  | { readonly page: 'audit'; readonly id: string; readonly finding?: string }

/** Reads `#/audit/ID?finding=KEY`, `#/ledger/DIVISION/DEPARTMENT/YEAR/PAGE/ITEM?column=text` …; anything else is home. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?')
  const [first = '', ...rest] = path.split('/').map(decoded)
  const query = Object.fromEntries(new URLSearchParams(search))
  if (first === 'ledger') return yearRoute(rest, query)
  if (first === 'invitation' && rest[0]) return { page: 'invitation', invitation: rest[0] }
  if (first === 'audit' && /^[0-9a-f]{16}$/.test(rest[0] ?? ''))
    return { page: 'audit', id: rest[0] ?? '', ...(query['finding'] ? { finding: query['finding'] } : {}) }
  const plain = plainPages.find((page) => page === first)
  return plain ? { page: plain, query } : { page: 'home' }
}

function yearRoute(steps: readonly string[], query: Readonly<Record<string, string>>): Route {
  const [division = '', department = '', year = '', page, item] = steps
  if (!/^\d{6,12}$/.test(division) || !department || !/^\d{4}$/.test(year)) return { page: 'home' }
  const part = yearPages.find((each) => each === page) ?? 'desk'
  const ledger = `${division}/${encodeURIComponent(department)}/${year}`
  return { page: 'year', ledger, part, query, ...(item ? { item } : {}) }
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}

export function addressOf(id: string, finding?: string): string {
  return `#/audit/${id}${finding ? `?finding=${finding}` : ''}`
}

/** The address of a page of a ledger, perhaps of one thing on it, filtered. */
export function yearAddress(
  ledger: string,
  part: YearPage,
  { item, query = {} }: { readonly item?: string; readonly query?: Readonly<Record<string, string>> } = {},
): string {
  const filled = Object.entries(query).filter(([, text]) => text !== '')
  const search = filled.length > 0 ? `?${new URLSearchParams(filled)}` : ''
  return `#/ledger/${ledger}/${part}${item ? `/${encodeURIComponent(item)}` : ''}${search}`
}

/** The address of a page that belongs to no ledger, filtered. */
export function plainAddress(page: PlainPage, query: Readonly<Record<string, string>>): string {
  const filled = Object.entries(query).filter(([, text]) => text !== '')
  return `#/${page}${filled.length > 0 ? `?${new URLSearchParams(filled)}` : ''}`
}

/** Opens an address: with `instead`, in the place of this one in the history. */
export function goTo(address: string, { instead = false }: { readonly instead?: boolean } = {}): void {
  if (instead) window.location.replace(address)
  else window.location.hash = address
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
