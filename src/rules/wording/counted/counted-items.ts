import { numeralValue } from './chinese-numeral.ts'

const numeral = '([一二两三四五六七八九十]{1,3}|\\d{1,3})'
const measure = '(?:个|家|所|处|座|条|名|项|宗|起|场|支|批|部)'
/** 「村庄用地两处」 */
const behind = new RegExp(`\\p{Script=Han}${numeral}${measure}$`, 'u')
/** 「两处村庄用地」 */
const before = new RegExp(`^${numeral}${measure}\\p{Script=Han}{2,}$`, 'u')

/** How many things the items of a list are together, and whether each of them tells its number. */
export type CountedItems = { readonly sum: number; readonly all: boolean }

/**
 * The items of a list of which some tell how many they are: 「采石场一处、砖厂一处、村庄用地两处」 are four. What tells no number is
 * one; undefined where none does.
 */
export function countedItems(names: readonly string[]): CountedItems | undefined {
  const told = names.map((name) => {
    const found = (behind.exec(name) ?? before.exec(name))?.[1]
    return found === undefined ? undefined : numeralValue(found)
  })
  if (told.every((each) => each === undefined)) return undefined
  return {
    sum: told.reduce<number>((all, each) => all + (each ?? 1), 0),
    all: told.every((each) => each !== undefined),
  }
}
