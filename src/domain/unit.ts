import { Big } from 'big.js'

/**
 * What a number counts.
 *
 * kind    money (base 元) · count (base 1) · share (base 1: 50% is 0.5) · points (百分点, base 0.01) ·
 *         area (base ㎡) · score (分) · time (base 小时, but for months and years) · other · none (nothing printed)
 * name    the printed unit without its scale: 元, 件, %, ㎡ …; '' when nothing is printed
 * scale   '' 千 万 百万 亿 万亿: 万元 is { name: 元, scale: 万 }
 */
export type Unit = { readonly kind: UnitKind; readonly name: string; readonly scale: Scale }
export type UnitKind =
  | 'money'
  | 'count'
  | 'share'
  | 'points'
  | 'area'
  | 'length'
  | 'weight'
  | 'score'
  | 'time'
  | 'other'
  | 'none'
export type Scale = '' | '十' | '百' | '千' | '万' | '百万' | '千万' | '亿' | '万亿'

const scales: Record<Scale, Big> = {
  '': new Big(1),
  十: new Big(10),
  百: new Big(100),
  千: new Big(1000),
  万: new Big(10_000),
  百万: new Big(1_000_000),
  千万: new Big(10_000_000),
  亿: new Big(100_000_000),
  万亿: new Big('1e12'),
}
const bases: Record<string, Big> = {
  '%': new Big('0.01'),
  '‰': new Big('0.001'),
  百分点: new Big('0.01'),
  千分点: new Big('0.001'),
  亩: new Big('666.6666666667'),
  公顷: new Big(10_000),
  平方公里: new Big(1_000_000),
  公里: new Big(1000),
  千米: new Big(1000),
  毫米: new Big('0.001'),
  厘米: new Big('0.01'),
  千克: new Big('0.001'),
  公斤: new Big('0.001'),
  天: new Big(24),
  日历天: new Big(24),
  日: new Big(24),
}

/** No unit printed. */
export const noUnit: Unit = { kind: 'none', name: '', scale: '' }
export const yuan: Unit = { kind: 'money', name: '元', scale: '' }
export const wanYuan: Unit = { kind: 'money', name: '元', scale: '万' }
export const percent: Unit = { kind: 'share', name: '%', scale: '' }
export const points: Unit = { kind: 'score', name: '分', scale: '' }

const kinds: [UnitKind, string[]][] = [
  ['money', ['元']],
  ['share', ['%', '‰']],
  ['points', ['百分点', '千分点']],
  ['area', ['㎡', '平方米', '亩', '公顷', '平方公里']],
  ['length', ['米', '毫米', '厘米', '公里', '千米']],
  ['weight', ['吨', '千克', '公斤']],
  ['other', ['微克/立方米', '毫克/立方米', '毫克/升', '千瓦', '兆瓦']],
  ['score', ['分']],
  ['time', ['天', '日历天', '小时', '月', '年', '个月', '日', '工作日']],
]
const kindByName = new Map(kinds.flatMap(([kind, names]) => names.map((name) => [name, kind] as const)))

/** The unit for a printed name and scale: ('元', '万') is 万元; an unknown measure word counts things. */
export function unitOf(name: string, scale: Scale = ''): Unit {
  if (name === '') return { ...noUnit, scale }
  return { kind: kindByName.get(name) ?? 'count', name, scale }
}

/** The unit as a form writes it in one word: 万元 is 元 in 万, 件 is 件; 万人 counts 万人, as forms of people do. */
export function writtenUnit(text: string): Unit {
  const scale = /^(十|百|千|万|百万|千万|亿|万亿)元$/.exec(text)?.[1]
  return scale === undefined ? unitOf(text) : unitOf('元', scale as Scale)
}

/** What one printed unit is worth in the base unit of its kind: 万元 → 10000, % → 0.01. */
export function unitFactor(unit: Unit): Big {
  const base = bases[unit.name]
  if (!base || unit.scale === '') return base ?? scales[unit.scale]
  return scales[unit.scale].times(base)
}

/** So many printed units in the base unit; most factors are powers of ten, by which nothing need be multiplied. */
export function inBaseUnit(value: Big, unit: Unit): Big {
  const factor = unitFactor(unit)
  return isPowerOfTen(factor) ? shifted(value, factor.e) : value.times(factor)
}

/** So much of the base unit in printed units, as `div` gives it. */
export function inPrintedUnit(value: Big, unit: Unit): Big {
  const factor = unitFactor(unit)
  const decimals = value.c.length - 1 - value.e + factor.e
  return isPowerOfTen(factor) && decimals <= Big.DP ? shifted(value, -factor.e) : value.div(factor)
}

function isPowerOfTen({ c, s }: Big): boolean {
  return c.length === 1 && c[0] === 1 && s > 0
}

function shifted(value: Big, places: number): Big {
  if (places === 0 || value.c[0] === 0) return value
  const moved = new Big(value)
  moved.e += places
  return moved
}

/** The unit as printed: 万元, %, 件, ''. */
export function unitText(unit: Unit): string {
  return unit.scale + unit.name
}
