import { Big } from 'big.js'
import type { IndicatorEntry } from '#domain/ledger/goal.ts'
import type { EvaluatedForm, EvaluatedRow } from '#domain/report/evaluated-form.ts'
import type { LedgerFact, PrintedNumber } from '#domain/report/printed-report.ts'
import { inCell } from '../setting.ts'
import type { Piece, Values } from './fill-template.ts'

/** What the columns of a grid may show of an indicator: 'level1.points' is 「产出指标（50分）」, 'target.value' only the number. */
export function rowValues(
  groups: EvaluatedForm['groups'],
  row: EvaluatedRow,
  entry: IndicatorEntry | undefined,
  standards: Readonly<Record<string, string>> = {},
): Values {
  const points = groups.find(({ level1 }) => level1 === row.level1)?.weight
  const values: Record<string, readonly (Piece | undefined)[]> = {
    level1: [row.level1],
    'level1.points': points ? [`${row.level1}（`, points, '分）'] : [row.level1],
    level2: [row.level2],
    name: [row.name],
    kind: [row.sign === '定性' ? '定性' : '定量'],
    sign: [row.sign],
    unit: [row.sign === '定性' ? undefined : row.unit],
    target: row.target,
    'target.value': [valueOf(row.target)],
    'target.signed': [row.sign === '定性' ? '' : row.sign, valueOf(row.target)],
    actual: row.actual,
    'actual.value': [valueOf(row.actual)],
    weight: [row.weight],
    score: [row.score],
    reason: [row.reason],
    basis: [entry?.basis],
    explanation: [entry?.explanation],
    standard: [standardOf(entry?.rule, row, standards)],
  }
  return (name) => {
    const pieces = values[name]?.filter((piece) => piece !== undefined && piece !== '')
    return pieces && pieces.length > 0 ? (pieces as Piece[]) : undefined
  }
}

/** How points are given: in the indicator's own words, else in the pack's for its rule or sign; 'zero' for a target of zero. */
function standardOf(
  rule: string | undefined,
  { sign, target }: EvaluatedRow,
  standards: Readonly<Record<string, string>>,
): string | undefined {
  const isZero = target.some((part) => typeof part !== 'string' && part.quantity.value.eq(0))
  const isCeiling = sign === '≤' || sign === '<' || sign === '='
  if (isZero && isCeiling && (rule === undefined || rule === '' || rule === 'ratio'))
    return standards['zero'] ?? standards[sign]
  return rule ? (standards[rule] ?? rule) : standards[sign]
}

/** The number without sign and unit, where a column of its own has the unit; else the words. */
function valueOf(parts: readonly (string | LedgerFact)[]): Piece | undefined {
  const fact = parts.find((part): part is LedgerFact => typeof part !== 'string')
  return fact ? withoutPercent(fact) : parts.find((part) => part !== '')
}

function withoutPercent(fact: LedgerFact): PrintedNumber {
  const number = inCell(fact)
  return { ...number, text: number.quantity.value.toFixed(fact.quantity.decimals, Big.roundHalfUp) }
}
