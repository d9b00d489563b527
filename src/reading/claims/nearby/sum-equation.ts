import { addIntervals, meets } from '#domain/arithmetic.ts'
import { intervalOf } from '#domain/quantity.ts'
import { oneSlipAway, oneSmallSlipAway } from '../one-slip-away.ts'
import { quoteOf, termOf } from '../terms.ts'
import type { Equation } from './choose-equation.ts'
import { isClose } from './differences-nearby.ts'
import type { Spot } from './number-line.ts'

/**
 * total = Σ parts, in any sentences.
 *
 * small   numbers of one or two digits may be slips, too: the words bind the list to its total
 */
export function sumEquation(
  total: Spot,
  parts: readonly Spot[],
  { chance, small }: { readonly chance: number; readonly small: boolean } = { chance: 1, small: false },
): Equation[] {
  const spots = [total, ...parts]
  const { sentence } = parts[0]!
  const own = spots.filter((each) => each.sentence === sentence).map(({ mention }) => mention)
  const mentions = parts.map(({ mention }) => mention)
  return [
    {
      fits: () =>
        isClose(total.value - parts.reduce((sum, { value }) => sum + value, 0), spots) &&
        meets(
          intervalOf(total.mention.figure.quantity),
          addIntervals(mentions.map(({ figure }) => intervalOf(figure.quantity))),
        ),
      slip: () => oneSlipAway(total.mention, mentions) || (small && oneSmallSlipAway(total.mention, mentions)),
      chance,
      claim: (certain) => ({
        rule: 'sum.parts-of-whole',
        form: { is: 'sum', total: termOf(total.mention), parts: mentions.map(termOf), relation: 'equals' },
        certain,
        ...(certain ? {} : { because: '改动一个数字正好相等，可能是笔误' }),
        quote: quoteOf(sentence, Math.min(...own.map(({ start }) => start)), Math.max(...own.map(({ end }) => end))),
      }),
    },
  ]
}
