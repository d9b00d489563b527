import { Big } from 'big.js'
import type { EvaluationInputs, ScoringInput } from '#domain/evaluation.ts'
import { scopeKey } from '#domain/imports/natural-key.ts'
import type { ActualSource, IndicatorEntry, Scope } from '#domain/ledger/goal.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { unitFactor, writtenUnit } from '#domain/unit.ts'
import type { Counted } from '../ledger/facts/derive-facts.ts'
import type { FactBook } from '../ledger/facts/fact-book.ts'

/** The forms of a ledger that are scored: the department's, then each evaluated project's; those without indicators are left out. */
export function ledgerInputs(ledger: Ledger, book: FactBook, counts: readonly Counted[]): EvaluationInputs[] {
  const projects = ledger.projects.filter(({ evaluated }) => evaluated)
  const scopes: { scope: Scope; entity: string }[] = [
    { scope: 'department', entity: '' },
    ...projects.map(({ id, name }) => ({ scope: { project: id }, entity: name })),
  ]
  const byScope = indicatorsByScope(ledger.indicators)
  return scopes.flatMap(({ scope, entity }) => {
    const own = byScope.get(scopeKey(scope)) ?? []
    if (own.length === 0) return []
    const measure = entity === '' ? 'fund.total' : 'project.funds'
    const money = (phase: string) => book.find({ measure, entity, year: ledger.year, phase })?.quantity.value
    const [budget, spent] = [money('final'), money('actual')]
    const indicators = own.map((indicator) => inputOf(indicator, entity, ledger, book, counts))
    return [{ entity, ...(budget ? { budget } : {}), ...(spent ? { spent } : {}), indicators }]
  })
}

/** Indicators by their form. */
function indicatorsByScope(indicators: readonly IndicatorEntry[]): ReadonlyMap<string, readonly IndicatorEntry[]> {
  const lists = new Map<string, IndicatorEntry[]>()
  for (const indicator of indicators) {
    const key = scopeKey(indicator.scope)
    const list = lists.get(key)
    if (list) list.push(indicator)
    else lists.set(key, [indicator])
  }
  return lists
}

function inputOf(
  indicator: IndicatorEntry,
  entity: string,
  ledger: Ledger,
  book: FactBook,
  counts: readonly Counted[],
): ScoringInput {
  const { id, level1, level2, name, sign, target, unit, weight, rule, override, varianceReason, improvement } =
    indicator
  const actual = indicator.actual && actualOf(indicator.actual, unit, entity, ledger.year, book, counts)
  return {
    id,
    level1,
    level2,
    name,
    sign,
    target,
    unit,
    weight,
    reason: sentencesOf([varianceReason, improvement]),
    ...(actual === undefined ? {} : { actual }),
    ...(rule === undefined ? {} : { rule }),
    ...(override ? { override } : {}),
  }
}

function actualOf(
  source: ActualSource,
  unit: string,
  entity: string,
  year: number,
  book: FactBook,
  counts: readonly Counted[],
): Big | string | undefined {
  if (source.from === 'entered') return source.value
  if (source.from === 'counted') return countOf(source, counts)?.value
  const { measure, phase } = source
  const fact = book.find({ measure, entity, year, phase }) ?? book.find({ measure, year, phase })
  if (!fact) return undefined
  const [own, wanted] = [fact.quantity.unit, writtenUnit(unit)]
  // Money in another scale is the same money; anything else under another unit is another thing.
  if (own.kind !== wanted.kind) return undefined
  return fact.quantity.value.times(unitFactor(own)).div(unitFactor(wanted))
}

/** One text of what was typed apart: a mark between them where the first was left without its stop. */
function sentencesOf(texts: readonly (string | undefined)[]): string {
  return texts
    .map((text) => text?.trim() ?? '')
    .filter((text) => text !== '')
    .reduce((said, next) => (said === '' || /[。！？；，、：…]$/.test(said) ? said + next : `${said}；${next}`), '')
}

/** The count an indicator is bound to, over its own period. */
export function countOf(
  { kind, count, since, until }: Extract<ActualSource, { from: 'counted' }>,
  counts: readonly Counted[],
): Counted | undefined {
  return counts.find(
    (each) => each.kind === kind && each.rule === count && each.since === since && each.until === until,
  )
}

/** Records behind an actual value, as keys of ledger rows. */
export function recordsOf(
  indicator: IndicatorEntry,
  counts: readonly Counted[],
  book: FactBook,
  year: number,
): readonly string[] {
  const source = indicator.actual
  const own = `indicator:${indicator.id}`
  if (source?.from === 'counted') return countOf(source, counts)?.records ?? [own]
  if (source?.from === 'fact')
    return book.find({ measure: source.measure, year, phase: source.phase })?.records ?? [own]
  return [own]
}
