import type { EntryFinding, LedgerList } from '#http/contracts/year.ts'
import { type YearPage, yearAddress, yearPages } from '../../route.ts'

type Place = { readonly page: YearPage; readonly item?: string; readonly query?: Readonly<Record<string, string>> }

/** Where the entries of a list are put right, from the key of one. */
const places: Partial<Record<LedgerList, (key: readonly string[]) => Place>> = {
  organisations: ([id = '']) => ({ page: 'unit', item: 'units', query: { id } }),
  staffing: ([organisation = '']) => ({ page: 'unit', item: 'staff', query: { organisation } }),
  buildings: ([name = '']) => ({ page: 'unit', item: 'buildings', query: { name } }),
  papers: ([id = '']) => ({ page: 'unit', item: 'papers', query: { id } }),
  baseItems: () => ({ page: 'unit', item: 'base' }),
  budgetLines: ([key = '']) => ({ page: 'budget', item: 'lines', query: { key } }),
  payments: ([voucher = '']) => ({ page: 'budget', item: 'payments', query: { voucher } }),
  projects: ([id = '']) => ({ page: 'projects', item: id }),
  workRecords: ([kind = '', id = '']) => ({ page: 'records', item: kind, query: { id } }),
  workKinds: ([id = '']) => ({ page: 'records', item: id }),
  monitoring: ([until = '']) => ({ page: 'monitoring', query: { round: until } }),
  sections: () => ({ page: 'reports', item: 'write' }),
  openQuestions: () => ({ page: 'findings', item: 'questions' }),
}

/** The place where a finding is mended: the entry itself where it is about one, else its page. */
export function addressOfFinding(ledger: string, { page, entry }: Pick<EntryFinding, 'page' | 'entry'>): string {
  const place = entry && places[entry.list]?.(entry.key)
  if (place) return yearAddress(ledger, place.page, place)
  const query = entry?.list === 'indicators' ? { indicator: entry.key[0] ?? '' } : {}
  return yearAddress(ledger, yearPages.find((each) => each === page) ?? 'findings', { query })
}
