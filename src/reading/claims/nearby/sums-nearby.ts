import { addIntervals, meets } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { intervalOf } from '#domain/quantity.ts'
import { isFullMark } from '../full-marks.ts'
import { roleOf } from '../mention-role.ts'
import { oneSlipAway } from '../one-slip-away.ts'
import { quoteOf, termOf } from '../terms.ts'
import { chanceOfSlip } from './coincidence.ts'
import { type Equation, chooseEquation } from './choose-equation.ts'
import { isClose } from './differences-nearby.ts'
import { type Spot, alike, before, behind } from './number-line.ts'

const closes = /(?:共计|合计|总计|一共|累计|共)[^，、；]{0,6}$/
const farthest = 30
/** Sentences whose opening amounts a list may belong to. */
const nearTotals = 4

/**
 * A list whose total is told without words that bind the two: 「分四批下达上级资金，第一批1526万元、第二批742.5万元…」 in one
 * paragraph, 「上级资金合计3042.24万元」 in the next. Lists of three and more; of two where one word closes them.
 */
export function sumsNearby(line: readonly Spot[], isTold: (spot: Spot) => boolean): Claim[] {
  return listsOf(line).flatMap((list) => {
    if (list.filter(isTold).length * 2 > list.length) return []
    const claim = chooseEquation(equationsOf(line, list))
    return claim ? [claim] : []
  })
}

/** The runs of amounts of one kind in each sentence: rates and counts of another kind may stand between them. */
function listsOf(line: readonly Spot[]): Spot[][] {
  const lists: Spot[][] = []
  for (const own of Map.groupBy(line, ({ sentence }) => sentence).values()) {
    let open: Spot[] = []
    for (const spot of own) {
      if (open[0] && (!alike(open[0], spot) || spot.mention.depth > open[0].mention.depth)) continue
      if (isFullMark(spot.mention)) continue
      const role = roleOf(spot.mention)
      if (role === 'change' || role === 'delta' || role === 'base') continue
      if (role !== 'plain' || spot.mention.figure.quantity.looseness !== 'exact') {
        lists.push(open)
        open = []
        continue
      }
      if (open.length > 0 && closes.test(spot.mention.lead)) {
        lists.push(open)
        open = []
      }
      open.push(spot)
    }
    lists.push(open)
  }
  return lists.filter((list) => list.length >= 2)
}

/** The list as it stands, led by its own total, or without its ends; each with the totals it may have, likeliest first. */
function equationsOf(line: readonly Spot[], list: readonly Spot[]): Equation[] {
  const [first, ...rest] = list
  const shorter = [list.slice(1, -1), list.slice(0, -1)]
  const led = rest.length >= 3 ? [equationOf(first!, rest)] : []
  const outside = list.length >= 3 ? totalsFor(line, list).map((total) => equationOf(total, list)) : []
  const further =
    list.length >= 4
      ? [
          equationOf(first!, shorter[0]!),
          ...[rest, shorter[1]!].flatMap((part) => totalsFor(line, list).map((total) => equationOf(total, part))),
        ]
      : []
  return [...led, ...outside, ...further.filter(({ fits }) => fits())]
}

/** What closes the list behind it, what opens the sentences before it, then any other amount before it that fits. */
function totalsFor(line: readonly Spot[], list: readonly Spot[]): Spot[] {
  const [first, last] = [list[0]!, list.at(-1)!]
  const own = [...behind(line, last), ...line.slice(last.at + 1, last.at + 4)].filter(
    (each) =>
      alike(each, first) && closes.test(each.mention.lead) && each.mention.figure.quantity.looseness === 'exact',
  )
  const ahead = before(line, first, farthest, 3).filter(
    (each) => alike(each, first) && /plain|risen/.test(roleOf(each.mention)) && each.value > largest(list),
  )
  const heads = ahead.filter(isHead).slice(0, nearTotals)
  const [nearest] = ahead
  const likely = [...own.slice(0, 1), ...(nearest && !heads.includes(nearest) ? [nearest] : []), ...heads]
  return [...new Set([...likely, ...ahead])]
}

function isHead({ mention, sentence }: Spot): boolean {
  return (
    sentence.mentions.find(({ figure }) => figure.quantity.unit.kind === mention.figure.quantity.unit.kind) === mention
  )
}

function largest(list: readonly Spot[]): number {
  return Math.max(...list.map(({ value }) => value))
}

function equationOf(total: Spot, parts: readonly Spot[]): Equation {
  const spots = [total, ...parts]
  const { sentence } = parts[0]!
  const starts = spots.filter((each) => each.sentence === sentence).map(({ mention }) => mention.start)
  const ends = spots.filter((each) => each.sentence === sentence).map(({ mention }) => mention.end)
  return {
    fits: () =>
      isClose(total.value - parts.reduce((sum, { value }) => sum + value, 0), spots) &&
      meets(
        intervalOf(total.mention.figure.quantity),
        addIntervals(parts.map(({ mention }) => intervalOf(mention.figure.quantity))),
      ),
    slip: () =>
      oneSlipAway(
        total.mention,
        parts.map(({ mention }) => mention),
      ),
    chance: chanceOfSlip(spots),
    claim: (certain) => ({
      rule: 'sum.parts-of-whole',
      form: {
        is: 'sum',
        total: termOf(total.mention),
        parts: parts.map(({ mention }) => termOf(mention)),
        relation: 'equals',
      },
      certain,
      ...(certain ? {} : { because: '改动一个数字正好相等，可能是笔误' }),
      quote: quoteOf(sentence, Math.min(...starts), Math.max(...ends)),
    }),
  }
}
