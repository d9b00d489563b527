import { type Interval, type Quantity, baseValue, intervalOf, meanOf } from './quantity.ts'

const laid = /标准|补贴|补助|补偿|奖补|奖励|救助|[按予放励]每[\p{Script=Han}]{1,4}$/u
/** A mean, or what something came to. */
const reckoned = /均|折合|约合|成本|造价/
/** Of 万元 fewer words say that nothing was rounded: 「按每队3万元安排」. */
const laidInWan =
  /标准|定额|单价$|[按予放励]每[\p{Script=Han}]{1,3}$|每(?:[人名户生队月站点村校所家台]|学期)(?:每[年月])?$/u

/** Whether a price per unit is laid down (「每亩补贴40元」): it is what it says to the last 分. `name`: the words before it. */
export function isLaidDown(name: string, { unit, looseness }: Quantity): boolean {
  if (looseness !== 'exact' || unit.kind !== 'money' || reckoned.test(name)) return false
  return unit.scale === '' ? laid.test(name) : unit.scale === '万' && laidInWan.test(name)
}

/** What a price per unit may lie between, in the base unit: as laid down, as a mean rounded to its last place, or as printed. */
export function priceInterval(name: string, quantity: Quantity): Interval {
  if (/均/.test(name) && quantity.looseness === 'exact') return meanOf(quantity)
  if (!isLaidDown(name, quantity)) return intervalOf(quantity)
  const exact = baseValue(quantity)
  return { low: exact, high: exact }
}
