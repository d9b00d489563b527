import { Big } from 'big.js'
import { addUp } from '#domain/arithmetic.ts'
import type { Evaluation, ScoredIndicator } from '#domain/evaluation.ts'
import type { EvaluatedForm, EvaluatedRow } from '#domain/report/evaluated-form.ts'
import type { LedgerFact } from '#domain/report/printed-report.ts'
import { writtenUnit } from '#domain/unit.ts'
import { type FactBook, decimalsOf } from '../ledger/facts/fact-book.ts'

/**
 * Puts the numbers of a scored form among the facts, so that each is printed with its identity.
 *
 * moneyRecords   budget lines and payments behind the execution rate
 */
export function evaluatedForm(
  evaluation: Evaluation,
  book: FactBook,
  year: number,
  recordsOf: (indicator: string) => readonly string[],
  moneyRecords: readonly string[] = [],
): EvaluatedForm {
  const { inputs, execution, indicators, total, grade = '' } = evaluation
  const { entity } = inputs
  const put = putter(book, entity, year)
  const rows = indicators.map((scored) => rowOf(scored, put, recordsOf))
  const weight = put('score.execution-weight', '预算执行率分值', evaluation.execution.weight, '分', [])
  const earned =
    execution.points &&
    put('score.execution', '预算执行率得分', execution.points, '分', moneyRecords, { formula: execution.working })
  const own = rows.flatMap((row) => row.weight.records)
  const parts = [earned, ...rows.map(({ score }) => score)].flatMap((fact) => (fact ? [fact] : []))
  const applies = inputs.budget?.gt(0) === true
  const weights = [...(applies ? [weight] : []), ...rows.map((row) => row.weight)]
  return {
    entity,
    ...(applies ? { execution: { weight, ...(earned ? { score: earned } : {}) } } : {}),
    rows,
    full: put('score.full', '总分值', evaluation.full, '分', own, { terms: summing(weights) }),
    ...(total
      ? {
          total: put('score.total', '自评得分', total, '分', own, {
            terms: summing(parts),
            formula: added(parts, total),
          }),
        }
      : {}),
    grade,
    groups: groupsOf(indicators, rows, put),
  }
}

type Extra = { readonly formula?: string; readonly terms?: LedgerFact['terms'] }
type Put = (
  measure: string,
  title: string,
  value: Big,
  unit: string,
  records: readonly string[],
  extra?: Extra,
) => LedgerFact

function putter(book: FactBook, entity: string, year: number): Put {
  const unitNamed = remember(writtenUnit)
  return (measure, title, value, unit, records, extra) =>
    book.put({
      key: { measure, entity, year, phase: 'none' },
      title: entity === '' ? title : `${entity}${title}`,
      value,
      unit: unitNamed(unit),
      decimals: Math.min(decimalsOf(value), unit === '%' || unit === '分' ? 2 : 4),
      records,
      formula: extra?.formula,
      terms: extra?.terms,
    })
}

/** A form has few units and many numbers. */
function remember<V>(work: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = work(text)
    known.set(text, value)
    return value
  }
}

function rowOf(
  { input, points, working }: ScoredIndicator,
  put: Put,
  recordsOf: (id: string) => readonly string[],
): EvaluatedRow {
  const { id, name, sign, target, actual, unit, weight } = input
  const own = [`indicator:${id}`]
  const number = (what: string, zh: string, value: Big, records: readonly string[]) => {
    const fact = put(`indicator.${what}.${id}`, `${name}${zh}`, value, unit, records)
    return unit === '%' ? [fact] : [fact, unit]
  }
  return {
    id,
    level1: input.level1,
    level2: input.level2,
    name,
    sign,
    unit,
    target:
      typeof target === 'string' ? [target] : [sign === '定性' ? '' : sign, ...number('target', '指标值', target, own)],
    actual:
      actual === undefined
        ? []
        : typeof actual === 'string'
          ? [actual]
          : number('actual', '完成值', actual, recordsOf(id)),
    weight: put(`indicator.weight.${id}`, `${name}分值`, weight, '分', own),
    ...(points ? { score: put(`indicator.score.${id}`, `${name}得分`, points, '分', own, { formula: working }) } : {}),
    reason: input.reason,
    working,
  }
}

/** Points of each level-1 heading: what its indicators add up to. */
function groupsOf(
  indicators: readonly ScoredIndicator[],
  rows: readonly EvaluatedRow[],
  put: Put,
): EvaluatedForm['groups'] {
  const headings = [...new Set(indicators.map(({ input }) => input.level1))]
  return headings.map((level1) => {
    const own = indicators.filter(({ input }) => input.level1 === level1)
    const points = addUp(own.map(({ input }) => input.weight))
    const terms = rows.filter((row) => row.level1 === level1).map(({ weight }) => weight)
    const records = terms.flatMap((fact) => fact.records)
    return {
      level1,
      weight: put(`score.group.${level1}`, `${level1}分值`, points, '分', records, { terms: summing(terms) }),
    }
  })
}

function summing(facts: readonly LedgerFact[]): NonNullable<LedgerFact['terms']> {
  return { how: 'sum', of: facts.map(({ id }) => ({ id, sign: 1 as const })) }
}

function added(parts: readonly LedgerFact[], total: Big): string {
  return `${parts.map(({ quantity }) => quantity.value.toFixed()).join(' + ')} = ${total.toFixed()}分`
}
