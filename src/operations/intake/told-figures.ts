import type { Claim, Term } from '#domain/claim.ts'
import type { Intake } from './intake.ts'

/** What a report's sums say of the department's money in the year, where no label says it. */
export type ToldBudget = Readonly<Record<'original' | 'adjustment' | 'final' | 'actual', readonly Term[]>>

const is = {
  final: /(?:全年预算|调整后(?:的)?(?:全年|部门)?预算|预算调整后)(?:数|总额|合计|总数)?$/,
  original: /年初(?:部门|批复)?预算(?:收入|数|批复数|总额)?$/,
  adjustment: /追加|调剂|净调增|预算调整$/,
  actual: /^(?:部门)?(?:全年)?(?:实际|总|决算|合计)?(?:支出|执行)(?:数|合计|总额)?$/,
  unspent: /未执行|未支出|收回|结转|结余/,
  executionRate: /(?:执行|完成)率$/,
} as const

/**
 * Budget figures bound by the arithmetic they stand in, in the department's own report: 「全年预算1110.91万元（年初预算
 * 986.54万元，追加124.37万元）」, 「执行1083.26万元，执行率97.51%」. A figure alone under such a name is not taken: it may
 * be of one project.
 */
export function toldBudget({ reading }: Intake): ToldBudget {
  const own = new Set(reading.parts.filter(({ kind }) => kind === 'department-report').map(({ index }) => index))
  const told = reading.claims.filter(({ quote }) => own.has(quote.part)).map(budgetIn)
  const all = (which: keyof ToldBudget) => told.flatMap((each) => each[which] ?? [])
  return { original: all('original'), adjustment: all('adjustment'), final: all('final'), actual: all('actual') }
}

function budgetIn({ form }: Claim): Partial<Record<keyof ToldBudget, Term>> {
  if (form.is === 'ratio') {
    const { rate, numerator: actual, denominator: final } = form
    const isExecution = is.executionRate.test(rate.name) && is.actual.test(actual.name) && is.final.test(final.name)
    return isExecution ? { actual, final } : {}
  }
  if (form.is === 'change') {
    const { current: final, base: original, delta } = form
    return original && is.final.test(final.name) && is.original.test(original.name)
      ? { final, original, ...(delta && form.direction === 1 ? { adjustment: delta } : {}) }
      : {}
  }
  if (form.is !== 'sum' || form.relation !== 'equals' || !is.final.test(form.total.name)) return {}
  const [one, other, ...more] = form.parts
  if (!one || !other || more.length > 0) return {}
  const { total: final } = form
  if (is.original.test(one.name) && is.adjustment.test(other.name)) return { final, original: one, adjustment: other }
  return is.actual.test(one.name) && is.unspent.test(other.name) ? { final, actual: one } : {}
}
