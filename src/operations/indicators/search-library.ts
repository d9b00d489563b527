import { Big } from 'big.js'
import type { IndicatorLibrary, LibraryIndicator } from '#domain/indicator-library.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { RulePack } from '#domain/pack.ts'
import { type Plain, plain } from '#domain/plain.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { Refused } from '../refused.ts'
import { packOf } from '../reports/prepare-reports.ts'
import { indicatorLibraries } from './load-library.ts'
import { usageIn } from './usage-in-division.ts'

/** What is looked for; `words`: each stands somewhere in the indicator. Absent: any. */
export type LibraryWish = {
  readonly scope?: 'department' | 'project' | undefined
  readonly level1?: string | undefined
  readonly level2?: string | undefined
  readonly sector?: string | undefined
  readonly words?: string | undefined
}
/** An indicator of a library and how many ledgers of the division use one of its name. */
export type FoundIndicator = Plain<LibraryIndicator> & {
  readonly library: string
  readonly usage: { readonly indicators: number; readonly ledgers: number }
}
export type LibraryAnswer = {
  readonly libraries: readonly Omit<IndicatorLibrary, 'indicators'>[]
  readonly indicators: readonly FoundIndicator[]
}

/** The indicators of the libraries that fit a wish, those most used first. A sector's wish also finds the common ones. */
export async function searchLibrary(database: Database, division: string, wish: LibraryWish): Promise<LibraryAnswer> {
  const libraries = indicatorLibraries()
  const found = libraries.flatMap((library) =>
    library.indicators.filter((each) => fits(each, library, wish)).map((each) => ({ library: library.id, each })),
  )
  const used = await usageIn(database, division)
  const indicators = found.map(({ library, each }) => ({
    ...plain(each),
    library,
    usage: used.get(each.name) ?? { indicators: 0, ledgers: 0 },
  }))
  return {
    libraries: libraries.map(({ indicators: _indicators, ...library }) => library),
    indicators: indicators.toSorted((one, other) => other.usage.indicators - one.usage.indicators),
  }
}

function fits(indicator: LibraryIndicator, library: IndicatorLibrary, wish: LibraryWish): boolean {
  const text = Object.values(indicator).flat().join(' ') + library.title
  return (
    (wish.scope === undefined || indicator.scopes.includes(wish.scope)) &&
    (wish.level1 === undefined || indicator.level1 === wish.level1) &&
    (wish.level2 === undefined || indicator.level2 === wish.level2) &&
    (wish.sector === undefined || library.sector === undefined || library.sector === wish.sector) &&
    (wish.words ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .every((word) => text.includes(word))
  )
}

/** An indicator to be looked over and stored: filled as far as the library goes; `weight` what its heading has left. */
export type IndicatorDraft = Readonly<Record<string, unknown>>

/** A draft of a library's indicator for a ledger's department, or one of its projects. Stores nothing. throws Refused entry-missing */
export async function draftFromLibrary(
  database: Database,
  scope: LedgerScope,
  { library, indicator, project }: { library: string; indicator: string; project?: string | undefined },
): Promise<IndicatorDraft> {
  const found = indicatorLibraries()
    .find(({ id }) => id === library)
    ?.indicators.find(({ id }) => id === indicator)
  if (!found) throw new Refused('entry-missing', '指标库里没有这条指标，请刷新后再选。')
  const ledger = await loadLedger(database, scope, { without: ['payments', 'workRecords', 'sections', 'evidence'] })
  if (project !== undefined && !ledger.projects.some(({ id }) => id === project))
    throw new Refused('entry-missing', `没有编号为“${project}”的项目。`)
  const headings = headingsIn(packOf(ledger), found)
  const weight = weightLeft(ledger, packOf(ledger), headings.level1, project)
  const { name, sign, unit, target, basis, evidenceRequired } = found
  return plain({
    id: freeId(ledger, indicator),
    scope: project === undefined ? 'department' : { project },
    ...headings,
    name,
    sign,
    unit,
    ...(target === undefined ? {} : { target }),
    ...(weight.gt(0) ? { weight } : {}),
    ...(basis === undefined ? {} : { basis }),
    ...(evidenceRequired ? { evidenceRequired } : {}),
  })
}

/** 成本指标 stands under 产出指标 (财预〔2020〕10号), or by a pack that has it as a heading of its own, there (财预〔2021〕101号). */
function headingsIn({ variants }: RulePack, { level1, level2 }: LibraryIndicator) {
  const own = variants.some(({ groups }) => groups.some(({ headings }) => headings.includes('成本指标')))
  return own && level2 === '成本指标' ? { level1: '成本指标', level2: '经济成本指标' } : { level1, level2 }
}

function weightLeft(ledger: Ledger, { variants }: RulePack, level1: string, project: string | undefined): Big {
  const group = variants.flatMap(({ groups }) => groups).find(({ headings }) => headings.includes(level1))
  const given = ledger.indicators
    .filter(({ scope }) => (scope === 'department' ? undefined : scope.project) === project)
    .filter((each) => group?.headings.includes(each.level1))
    .reduce((sum, { weight }) => sum.plus(weight), new Big(0))
  return (group?.points ?? new Big(0)).minus(given)
}

function freeId({ indicators }: Ledger, wanted: string): string {
  const taken = new Set(indicators.map(({ id }) => id))
  if (!taken.has(wanted)) return wanted
  const number = indicators.findIndex((_, index) => !taken.has(`${wanted}-${index + 2}`))
  return `${wanted}-${number + 2}`
}
