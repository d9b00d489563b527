import { addsUp } from '../adds-up.ts'
import { oneSlipAway, oneSmallSlipAway } from '../one-slip-away.ts'
import { termOf } from '../terms.ts'
import { doubtOf } from '../doubt.ts'
import type { Equation } from './choose-equation.ts'
import { type Spot, isClose, quoteAround } from './number-line.ts'

/**
 * total = Σ parts, in any sentences.
 *
 * chance   how likely a slip away is by coincidence; 1: the sum is only told where it fits
 * small    numbers of one or two digits may be slips, too: the words bind the list to its total
 */
export function sumEquation(total: Spot, parts: readonly Spot[], chance = 1, small = false): Equation {
  const mentions = parts.map(({ mention }) => mention)
  const spots = [total, ...parts]
  return {
    fits: () =>
      isClose(total.value - parts.reduce((sum, { value }) => sum + value, 0), spots) && addsUp(total.mention, mentions),
    slip: () => oneSlipAway(total.mention, mentions) || (small && oneSmallSlipAway(total.mention, mentions)),
    chance,
    claim: (certain) => ({
      rule: 'sum.parts-of-whole',
      form: { is: 'sum', total: termOf(total.mention), parts: mentions.map(termOf), relation: 'equals' },
      ...doubtOf(certain),
      quote: quoteAround(parts[0]!.sentence, spots),
    }),
  }
}
