import { Big } from 'big.js'
import type { IndicatorEntry } from '#domain/ledger/goal.ts'

/** What an indicator of the same name and unit reached in an earlier year. */
export type EarlierActual = { readonly year: number; readonly value: Big }
/** As many years back as targets are held against. */
export const yearsBack = 3

/**
 * A target easier than the worst of the last three years' actual values: below the lowest where more is better, above
 * the highest under a ceiling. The sentence, or undefined where the target asks as much, is in words, or nothing is known.
 * source   财预〔2020〕10号: 指标值设定明显偏低的要扣分; 财预〔2021〕101号: 历史标准 as a basis of targets (both from the field)
 */
export function unambitious(
  { name, sign, target, unit, basis }: Pick<IndicatorEntry, 'name' | 'sign' | 'target' | 'unit' | 'basis'>,
  earlier: readonly EarlierActual[],
): string | undefined {
  const recent = earlier.toSorted((one, other) => one.year - other.year).slice(-yearsBack)
  if (typeof target === 'string' || sign === '定性' || recent.length === 0) return undefined
  const isCeiling = sign === '≤' || sign === '<'
  const worst = recent
    .map(({ value }) => value)
    .reduce((one, other) => (isCeiling === other.gt(one) ? other : one), recent[0]?.value ?? new Big(0))
  if (isCeiling ? target.lte(worst) : target.gte(worst)) return undefined
  const history = recent.map(({ year, value }) => `${year}年${value.toFixed()}${unit}`).join('、')
  const mend = basis ? '请核对指标值' : '请调整指标值，确需如此的写明设定依据'
  return `指标「${name}」的指标值${target.toFixed()}${unit}${isCeiling ? '高于' : '低于'}近年最差的完成值${worst.toFixed()}${unit}（${history}），定得${isCeiling ? '偏宽' : '偏低'}，${mend}`
}
