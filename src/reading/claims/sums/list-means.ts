import type { Claim } from '#domain/claim.ts'
import { isListed } from '../text/list-lead.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

const mean =
  /^[，,；;]\s*(?:[\p{Script=Han}]{0,8}(?:个|项|次|季度?|月|年|者|家|所|县|全年|算术|简单))?(?:算术|简单)?(?:平均分?|均值)(?:为|是|达到?|得分?)?$/u

/**
 * The mean of a list right before it: 「四个标段得分依次为92分、88分、85分、91分，平均89分」. Where each counts as much: a mean of
 * rates or of prices over unequal bases is none of these.
 */
export function listMeans({ mentions, ...sentence }: Sentence): Claim[] {
  return mentions.flatMap((average, at) => {
    if (!mean.test(average.lead.trim()) || average.figure.quantity.looseness !== 'exact') return []
    const parts = listBefore(mentions, at)
    if (parts.length < 2 || !parts.every((each) => sameKind(each, average))) return []
    return [
      {
        rule: 'mean.of-list',
        form: { is: 'mean', mean: termOf(average), parts: parts.map(termOf) },
        certain: false,
        because: '平均数按所列各数的简单平均计算',
        quote: quoteOf({ mentions, ...sentence }, parts[0]!.start, average.end),
      } satisfies Claim,
    ]
  })
}

/** The numbers joined by 、 and 和 that end right before a place. */
function listBefore(mentions: readonly Mention[], at: number): Mention[] {
  let from = at - 1
  while (from > 0 && isListed(mentions[from]!.lead)) from--
  return mentions.slice(Math.max(0, from), at).filter((each) => /plain|risen|share|ratio|other-rate/.test(roleOf(each)))
}
