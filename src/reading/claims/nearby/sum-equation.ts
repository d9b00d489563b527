import { addsUp } from '../sums/adds-up.ts'
import { oneSlipAway, oneSmallSlipAway } from '../doubts/one-slip-away.ts'
import { termOf } from '../text/terms.ts'
import { doubtOf } from '../doubts/doubt.ts'
import type { Equation } from './choose-equation.ts'
import { type Spot, isClose, quoteAround } from './number-line.ts'

/** A list told to be complete lacks no more than this. */
const mostMissing = 0.15

/**
 * total = Σ parts, in any sentences.
 *
 * chance   how likely a slip away is by coincidence; 1: the sum is only told where it fits
 * slips    'small': numbers of one or two digits may be slips, too, for the words bind the list to its total; 'near': any
 *          mistake of a few percent may be, for they say that it is complete
 */
export function sumEquation(
  total: Spot,
  parts: readonly Spot[],
  chance = 1,
  slips?: 'small' | 'near' | undefined,
): Equation {
  const mentions = parts.map(({ mention }) => mention)
  const spots = [total, ...parts]
  const sum = parts.reduce((all, { value }) => all + value, 0)
  return {
    fits: () => isClose(total.value - sum, spots) && addsUp(total.mention, mentions),
    slip: () =>
      slips === 'near'
        ? Math.abs(total.value - sum) <= total.value * mostMissing
        : (!areMixed(spots) && oneSlipAway(total.mention, mentions)) ||
          (slips === 'small' && oneSmallSlipAway(total.mention, mentions)),
    chance,
    claim: (certain) => ({
      rule: 'sum.parts-of-whole',
      form: { is: 'sum', total: termOf(total.mention), parts: mentions.map(termOf), relation: 'equals' },
      ...(slips === 'near' && !certain ? { certain, because: '所列各项可能没有列全' } : doubtOf(certain)),
      quote: quoteAround(parts[0]!.sentence, spots),
    }),
  }
}

/** 「再就业8512人，…参保31.4万人」: what is counted by the ten thousand is not made up of what is counted one by one. */
function areMixed(spots: readonly Spot[]): boolean {
  const units = spots.map(({ mention }) => mention.figure.quantity.unit)
  return units[0]!.kind === 'count' && units.some(({ scale }) => scale !== units[0]!.scale)
}
