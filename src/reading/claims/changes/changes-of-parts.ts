import { addIntervals, meets, subtractIntervals } from '#domain/arithmetic.ts'
import { doubtOf } from '../doubts/doubt.ts'
import type { Claim } from '#domain/claim.ts'
import { intervalOf } from '#domain/quantity.ts'
import { directionOf, roleOf } from '../text/mention-role.ts'
import { oneSlipAway } from '../doubts/one-slip-away.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

type Moved = { readonly mention: Mention; readonly direction: number }

/**
 * Where a total and each of its parts tell by how much they changed, the changes add up as the amounts do (P02, P03):
 * 「合计53.73亿元，减少9.43亿元，其中甲17.44亿元，减少1.94亿元；乙…」 → 9.43 = 1.94 + 3.72 + 3.77.
 *
 * sums      what was read of totals and parts in this sentence
 * earlier   the mentions of the part before this sentence: the total may stand there
 */
export function changesOfParts(sentence: Sentence, sums: readonly Claim[], earlier: readonly Mention[]): Claim[] {
  if (sums.length === 0) return []
  const mentions = [...earlier.slice(-30), ...sentence.mentions]
  const figures = mentions.map(({ figure }) => figure)
  return sums.flatMap(({ form }) => {
    if (form.is !== 'sum' || form.relation !== 'equals' || form.parts.length < 2) return []
    const total = changeOf(mentions, figures.indexOf(form.total.figure))
    const parts = form.parts.map(({ figure }) => changeOf(mentions, figures.indexOf(figure)))
    if (!total || !parts.every((part) => part !== undefined)) return []
    const [rises, falls] = [
      parts.filter(({ direction }) => direction > 0),
      parts.filter(({ direction }) => direction < 0),
    ]
    const [along, against] = total.direction > 0 ? [rises, falls] : [falls, rises]
    const certain = addsUp(total, along, against)
    if (!certain && (against.length > 0 || !isSlip(total, along))) return []
    return [
      {
        rule: 'sum.parts-of-whole',
        form: {
          is: 'balance',
          left: [total, ...against].map(({ mention }) => termOf(mention)),
          right: along.map(({ mention }) => termOf(mention)),
        },
        ...doubtOf(certain),
        quote: quoteOf(sentence, sentence.start, parts.at(-1)!.mention.end),
      },
    ]
  })
}

/** By how much the amount at that place changed, told right behind it. */
function changeOf(mentions: readonly Mention[], at: number): Moved | undefined {
  const amount = mentions[at]
  if (!amount) return undefined
  for (const next of mentions.slice(at + 1)) {
    if (sameKind(next, amount) && roleOf(next) === 'plain') return undefined
    if (roleOf(next) === 'delta' && sameKind(next, amount)) return { mention: next, direction: directionOf(next.lead) }
  }
  return undefined
}

function addsUp(total: Moved, along: readonly Moved[], against: readonly Moved[]): boolean {
  const sum = (list: readonly Moved[]) => addIntervals(list.map(({ mention }) => intervalOf(mention.figure.quantity)))
  const net = against.length > 0 ? subtractIntervals(sum(along), sum(against)) : sum(along)
  return along.length > 0 && meets(intervalOf(total.mention.figure.quantity), net)
}

function isSlip(total: Moved, along: readonly Moved[]): boolean {
  return oneSlipAway(
    total.mention,
    along.map(({ mention }) => mention),
  )
}
