import type { LedgerBriefView } from '#http/contracts/year.ts'
import { ask } from '../../ask.ts'

export type Brief = LedgerBriefView

/** How a set at a glance is asked for, by the name of its ledger; read once for whoever shows it. */
export function briefOf(name: string) {
  return {
    queryKey: ['ledger', name, 'brief'],
    queryFn: () => ask<LedgerBriefView>(`/api/ledgers/${name}/brief`),
  }
}
