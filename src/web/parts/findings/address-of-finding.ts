import type { EntryFinding, LedgerList } from '#http/contracts/year.ts'
import { fieldAt } from '../../shell/asked-field.ts'
import { type YearPage, askedField, yearAddress, yearPages } from '../../route.ts'

type Place = { readonly page: YearPage; readonly item?: string; readonly query?: Readonly<Record<string, string>> }

/** Where the entries of a list are put right, from the key of one. */
const places: Partial<Record<LedgerList, (key: readonly string[]) => Place>> = {
  organisations: ([id = '']) => ({ page: 'unit', item: 'units', query: { id } }),
  staffing: ([organisation = '']) => ({ page: 'unit', item: 'staff', query: { organisation } }),
  buildings: ([name = '']) => ({ page: 'unit', item: 'buildings', query: { name } }),
  tasks: ([name = '']) => ({ page: 'unit', item: 'tasks', query: { name } }),
  papers: ([id = '']) => ({ page: 'unit', item: 'papers', query: { id } }),
  baseItems: () => ({ page: 'unit', item: 'base' }),
  goals: ([scope = '']) => ({ page: 'indicators', ...ofScope(scope) }),
  budgetLines: ([key = '']) => ({ page: 'budget', item: 'lines', query: { key } }),
  payments: ([voucher = '']) => ({ page: 'budget', item: 'payments', query: { voucher } }),
  projects: ([id = '']) => ({ page: 'projects', query: { id } }),
  workRecords: ([kind = '', id = '']) => ({ page: 'records', item: kind, query: { id } }),
  workKinds: ([id = '']) => ({ page: 'records', item: id }),
  monitoring: ([until = '']) => ({ page: 'monitoring', query: { round: until } }),
  sections: ([scope = '']) => ({ page: 'reports', item: 'write', query: { report: ofScope(scope).item ?? '' } }),
  openQuestions: () => ({ page: 'findings', item: 'questions' }),
}

/** 'project:p1' is of project p1, 'department' of none. */
function ofScope(scope: string): { readonly item?: string } {
  return scope.startsWith('project:') ? { item: scope.slice('project:'.length) } : {}
}

/** Fields of an indicator that are typed into the self-evaluation form; the others stand on the page of indicators. */
const evaluated = ['actual', 'varianceReason', 'improvement', 'override']

/** The place where a finding is mended: the very field of an entry where it is about one, else the entry, else its page. */
export function addressOfFinding(ledger: string, { page, entry }: Pick<EntryFinding, 'page' | 'entry'>): string {
  if (!entry) return yearAddress(ledger, yearPages.find((each) => each === page) ?? 'findings')
  const { list, key, field = '' } = entry
  const at = fieldAt(key, field)
  if (list === 'projects' && field === '') return yearAddress(ledger, 'projects', { item: key[0] ?? '' })
  const place = list === 'indicators' ? placeOfIndicator(key, field, page) : places[list]?.(key)
  if (!place) return yearAddress(ledger, yearPages.find((each) => each === page) ?? 'findings')
  return yearAddress(ledger, place.page, { ...place, query: { ...place.query, [askedField]: at } })
}

function placeOfIndicator([id = '']: readonly string[], field: string, page: string): Place {
  const isEvaluated = evaluated.includes(field) || page === 'evaluation'
  return { page: isEvaluated ? 'evaluation' : 'indicators', query: { indicator: id } }
}

/** Where all entries of a list stand. */
export function addressOfList(ledger: string, list: LedgerList): string | undefined {
  const place = list === 'indicators' ? { page: 'indicators' as const } : places[list]?.([])
  return place && yearAddress(ledger, place.page, place.item ? { item: place.item } : {})
}
