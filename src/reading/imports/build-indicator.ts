import { Big } from 'big.js'
import type { IndicatorEntry, Sign } from '#domain/ledger/goal.ts'
import { unitText } from '#domain/unit.ts'
import { cellNumber } from '../tables/grids/cell-number.ts'
import { type Complain, type Values, scopeOf } from './row-values.ts'

const signs: readonly (readonly [RegExp, Sign])[] = [
  [/^(?:≥|≧|>=|＞＝|大于等于|不低于|不少于)/, '≥'],
  [/^(?:≤|≦|<=|＜＝|小于等于|不高于|不超过|不多于)/, '≤'],
  [/^[>＞]/, '>'],
  [/^[<＜]/, '<'],
  [/^[=＝]/, '='],
]
const optional = ['rule', 'basis', 'explanation', 'varianceReason', 'improvement'] as const

/** One row of an indicator grid. A sign may stand in its own column or before the target; both must agree. */
export function buildIndicator(values: Values, complain: Complain): readonly IndicatorEntry[] {
  const printed = (values['target'] as string | undefined) ?? ''
  const lead = signs.find(([pattern]) => pattern.test(printed))
  const found = numberOf(lead ? printed.replace(lead[0], '') : printed)
  const written = values['sign'] as Sign | undefined
  if (written && lead && written !== lead[1])
    complain('error', 'sign', `计算符号「${written}」与年度指标值「${printed}」里的符号不同。`, '请只留一个。')
  const sign = written ?? lead?.[1] ?? (found || printed === '' ? undefined : '定性')
  if (!sign && printed !== '') complain('error', 'sign', '没有写计算符号。', '请填 ≥、=、≤ 或“定性”。')
  if (sign && sign !== '定性' && !found)
    complain('error', 'target', `「${printed}」不是数。`, '请填数字；定性的指标请把计算符号填“定性”。')
  const unit = unitOf(values, found?.unit, complain)
  checkWeight(values['weight'] as Big | undefined, complain)
  const actual = actualOf(values['actual'] as string | undefined, sign === '定性', unit, complain)
  const evidenceRequired = ((values['evidenceRequired'] as string | undefined) ?? '')
    .split(/[；;\n]/)
    .map((each) => each.trim())
    .filter(Boolean)
  return [
    {
      id: values['id'] as string,
      scope: scopeOf(values['scope']),
      level1: values['level1'] as string,
      level2: values['level2'] as string,
      name: values['name'] as string,
      sign: sign ?? '定性',
      target: found && sign !== '定性' ? found.value : printed,
      unit,
      weight: values['weight'] as Big,
      ...Object.fromEntries(optional.filter((id) => values[id] !== undefined).map((id) => [id, values[id]])),
      ...(evidenceRequired.length > 0 ? { evidenceRequired } : {}),
      ...(actual === undefined ? {} : { actual: { from: 'entered' as const, value: actual } }),
    },
  ]
}

/** A number and its unit, also one per another: 45 and 万元/公里, 320 and 元/人·年. */
function numberOf(text: string): { readonly value: Big; readonly unit: string } | undefined {
  const found = cellNumber(text)
  if (found) return { value: found.value, unit: unitText(found.unit) }
  const [, number, unit = ''] = perUnit.exec(text.trim()) ?? []
  const plain = number === undefined ? undefined : cellNumber(number)
  return plain && { value: plain.value, unit }
}

const perUnit = /^(\d[\d,]*(?:\.\d+)?)\s*([^\d\s/]{1,6}\/[^\d\s/]{1,8}(?:\/[^\d\s/]{1,4})?)$/

function unitOf(values: Values, own: string | undefined, complain: Complain): string {
  const unit = values['unit'] as string | undefined
  if (unit && own && unit !== own)
    complain('error', 'unit', `计量单位「${unit}」与年度指标值里的“${own}”不同。`, '请统一。')
  return unit ?? own ?? ''
}

function checkWeight(weight: Big | undefined, complain: Complain): void {
  if (weight?.lt(0)) complain('error', 'weight', '分值是负数。', '请填正数。')
  if (weight?.eq(0)) complain('warning', 'weight', '分值是 0，这项指标不计分。', '请核对。')
}

/** A number in the indicator's unit, or words. */
function actualOf(
  text: string | undefined,
  isWords: boolean,
  unit: string,
  complain: Complain,
): Big | string | undefined {
  if (text === undefined || /^[—\-/*]+$/.test(text)) return undefined
  const found = isWords ? undefined : numberOf(text)
  if (!found) return text
  const own = found.unit
  if (own !== '' && own !== unit)
    complain('error', 'actual', `「${text}」的单位与计量单位“${unit}”不同。`, '请换算成同一单位。')
  return found.value
}
