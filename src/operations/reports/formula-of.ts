import type { Ledger } from '#domain/ledger/ledger.ts'
import type { CountingRule, WorkKind } from '#domain/ledger/work-ledger.ts'
import type { LedgerFact, ReportSet } from '#domain/report/printed-report.ts'
import { unitText } from '#domain/unit.ts'
import { packById } from '../packs/load-packs.ts'

/**
 * How a number came about, in a sentence: its own arithmetic, what it adds up, how records were counted, the rule that set
 * it. Undefined for a number that stands in one record as it is.
 */
export function formulaOf(fact: LedgerFact, ledger: Ledger, set: ReportSet): string | undefined {
  return (
    fact.formula ??
    sumOfTerms(fact, set) ??
    setByPack(fact, set) ??
    countedBy(fact, ledger) ??
    takenFrom(fact, ledger, set) ??
    ofRecords(fact, ledger)
  )
}

function sumOfTerms({ terms, quantity }: LedgerFact, { facts }: ReportSet): string | undefined {
  if (terms?.how !== 'sum' || terms.of.length === 0) return undefined
  const values = new Map(facts.map((fact) => [fact.id, fact.quantity.value]))
  const parts = terms.of.map(({ id, sign }, at) => {
    const mark = sign === -1 ? (at === 0 ? '−' : ' − ') : at === 0 ? '' : ' + '
    return `${mark}${values.get(id)?.toFixed() ?? '？'}`
  })
  return `${parts.join('')} = ${shown({ quantity })}`
}

function setByPack({ measure, quantity }: LedgerFact, { origin }: ReportSet): string | undefined {
  if (measure !== 'score.execution-weight') return undefined
  const pack = packById(origin?.pack ?? '')
  const [source] = pack?.sources ?? []
  return pack && source && `规则包「${pack.title}」定为${shown({ quantity })}，依据${source.document}`
}

function countedBy({ measure, records, quantity }: LedgerFact, ledger: Ledger): string | undefined {
  const found = countOf(measure, ledger)
  if (!found) return undefined
  const { kind, rule, period } = found
  return `${kind.name}台账「${rule.name}」${period}：${wayOf(rule, kind, records.length)}，得${shown({ quantity })}`
}

/** The rule behind 'work.meeting.held', or behind the actual value of an indicator that is bound to one. */
function countOf(
  measure: string,
  { workKinds, indicators }: Ledger,
): { readonly kind: WorkKind; readonly rule: CountingRule; readonly period: string } | undefined {
  const [, kindId = '', ruleId = ''] = /^work\.([^.]+)\.(.+)$/.exec(measure) ?? []
  const bound = indicators.find(({ id }) => measure === `indicator.actual.${id}`)?.actual
  const [named, period] =
    bound?.from === 'counted'
      ? [{ kind: bound.kind, count: bound.count }, `（${bound.since}至${bound.until}）`]
      : [{ kind: kindId, count: ruleId }, '']
  const kind = workKinds.find(({ id }) => id === named.kind)
  const rule = kind?.counts.find(({ id }) => id === named.count)
  return kind && rule && { kind, rule, period }
}

function wayOf({ how, field = '', of = [] }: CountingRule, { fields }: WorkKind, many: number): string {
  const name = (id: string) => `「${fields.find((each) => each.id === id)?.name ?? id}」`
  const met = of.map((condition) => `${name(condition.field)}为“${condition.in.join('、')}”`).join('、')
  if (how === 'distinct') return `${many}条记录里不同的${name(field)}`
  if (how === 'sum') return `${many}条记录的${name(field)}相加`
  if (how === 'latest') return `最近一条记录的${name(field)}`
  if (how === 'rate') return `${many}条记录里${met}的所占的比率${field === '' ? '' : `，按${name(field)}算`}`
  return `${many}条记录，汇总登记的按所记的件数`
}

function takenFrom({ measure }: LedgerFact, { indicators, year }: Ledger, { facts }: ReportSet): string | undefined {
  const source = indicators.find(({ id }) => measure === `indicator.actual.${id}`)?.actual
  if (source?.from !== 'fact') return undefined
  const fact = facts.find(
    (each) => each.measure === source.measure && each.phase === source.phase && each.year === year,
  )
  return fact && `取自账本的「${fact.title}」${shown(fact)}${fact.formula === undefined ? '' : `（${fact.formula}）`}`
}

function ofRecords({ records, quantity }: LedgerFact, { budgetLines }: Ledger): string | undefined {
  const taken = new Set(budgetLines.filter(({ kind }) => kind === 'reduction').map(({ key }) => `budget:${key}`))
  const less = records.some((record) => taken.has(record)) ? '（追减的减去）' : ''
  if (records.length > 1) return `${records.length}条登记合计${less}${shown({ quantity })}`
  return records.length === 0 && quantity.value.eq(0) ? '账本里没有登记这一项，按0计' : undefined
}

function shown({ quantity: { value, unit, decimals } }: Pick<LedgerFact, 'quantity'>): string {
  return `${value.toFixed(Math.max(decimals, 0))}${unitText(unit)}`
}
