import { createContext, useContext } from 'react'
import { isOpenForEdits } from '#domain/workflow.ts'
import type { AccountView } from '#http/contracts/accounts.ts'
import type { LedgerStanding } from '#http/contracts/year.ts'
import { ask } from '../ask.ts'
import { type Read, useRead } from './queries.ts'

/**
 * The ledger a page is about, where its set stands, who looks at it and whether they may change it; `asked` names the
 * field the address asks for, '' none.
 */
export type Year = {
  readonly ledger: string
  readonly standing: LedgerStanding
  readonly account: AccountView
  readonly canEdit: boolean
  readonly asked: string
}

export const YearContext = createContext<Year | undefined>(undefined)

/** The ledger of the page. Only inside the frame of a year. */
export function useYear(): Year {
  const year = useContext(YearContext)
  if (!year) throw new Error('a page of a year stands inside its frame')
  return year
}

/** 430922/001/2023. */
export function ledgerName({ division, department, year }: LedgerStanding): string {
  return `${division}/${encodeURIComponent(department)}/${year}`
}

/** The ledgers this person may see. */
export function useLedgers(isSignedIn: boolean): readonly LedgerStanding[] | undefined {
  const { data } = useRead({
    queryKey: ['ledgers'],
    queryFn: () => ask<{ ledgers: readonly LedgerStanding[] }>('/api/ledgers'),
    enabled: isSignedIn,
  })
  return data?.ledgers
}

export function mayEdit({ role }: AccountView, { state }: LedgerStanding): boolean {
  return role === 'clerk' && isOpenForEdits(state)
}

/** Something read of the page's ledger: `part` an address under it, '' the ledger itself. */
export function useOfYear<T>(part: string, options: { readonly enabled?: boolean } = {}): Read<T> {
  const { ledger } = useYear()
  return useRead({
    queryKey: ['ledger', ledger, ...part.split('/')],
    queryFn: () => ask<T>(`/api/ledgers/${ledger}${part ? `/${part}` : ''}`),
    ...options,
  })
}
