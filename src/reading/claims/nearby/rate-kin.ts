import type { Words } from './rate-words.ts'
import { type Spot, alike, behind, isClose, isTerm } from './number-line.ts'

/** What an item is taken from is rather its base than another item. `counted`: whether the item is what the rate counts. */
export function scoreOfKin(bottom: Spot, top: Spot, wholes: ReadonlyMap<Spot, Spot>, counted: boolean): number {
  if (wholes.get(top)?.value === bottom.value) return counted ? 2 : 0
  return wholes.has(bottom) && wholes.get(bottom) !== top ? -2 : 0
}

/** 「不合格227批次，合格10573批次」 of 10800: two that make a third are not one over the other. */
export function areSiblings(bottom: Spot, top: Spot, values: ReadonlySet<number>, { word = '' }: Words): boolean {
  return bottom.value > top.value && !/调整|追加|增长/.test(word) && values.has(bottom.value + top.value)
}

/** 「在职328人，其中民警305人、其他23人，编制使用率」: of the whole, unless each item has a rate of its own. */
export function scoreInList(line: readonly Spot[], top: Spot, rate: Spot, wholes: ReadonlyMap<Spot, Spot>): number {
  const whole = wholes.get(top)
  if (!whole) return [...wholes.values()].includes(top) ? 1 : 0
  if (rate.at !== top.at + 1) return 0
  const isRated = ({ at }: Spot) => line[at + 1]?.mention.figure.quantity.unit.kind === 'share'
  return [...wholes].some(([part, of]) => of === whole && part !== top && isRated(part)) ? 0 : -1.5
}

/** The amounts of its sentence that an amount stands in one list with. */
export function listedWith(line: readonly Spot[], top: Spot): Spot[] {
  const listed: Spot[] = []
  for (let at = top.at; line[at]?.sentence === top.sentence; at--) listed.push(line[at]!)
  return [...listed, ...behind(line, top)].filter((each) => alike(each, top) && isTerm(each))
}

/** 「支出10387.83万元。按方向，甲4536.00万元，…」: what a list adds up to is what the shares of its items are of. */
export function isWhole(bottom: Spot, listed: readonly Spot[]): boolean {
  const parts = listed.filter((each) => each !== bottom)
  return (
    parts.length >= 2 &&
    parts.every(({ value }) => value < bottom.value) &&
    isClose(
      parts.reduce((sum, { value }) => sum + value, -bottom.value),
      [bottom, ...parts],
    )
  )
}
