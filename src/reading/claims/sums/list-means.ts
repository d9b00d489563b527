import type { Claim } from '#domain/claim.ts'
import { isListed } from '../text/list-lead.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

const mean =
  /^[，,；;]\s*(?:[\p{Script=Han}]{0,8}(?:个|项|次|季度?|月|年|者|家|所|县|全年|算术|简单))?(?:算术|简单)?(?:平均分?|均值)(?:为|是|达到?|得分?)?$/u

const trimmed =
  /(?:去掉|去除|剔除|扣除|不计)(?:1个|一个)?最高(?:分|值|价)?[和与及、，,](?:去掉|去除|剔除)?(?:1个|一个)?最低(?:分|值|价)?[^；。]*(?:平均|均值)/
/** Of fewer nothing is left to take the mean of. */
const fewestTrimmed = 4

/**
 * The mean of a list right before it: 「四个标段得分依次为92分、88分、85分、91分，平均89分」. Where each counts as much: a mean of
 * rates or of prices over unequal bases is none of these.
 */
export function listMeans(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  const { mentions } = sentence
  return mentions.flatMap((average, at) => {
    if (trimmed.test(average.lead)) return trimmedMean(sentence, average, [...earlier, ...mentions.slice(0, at)])
    if (!mean.test(average.lead.trim()) || average.figure.quantity.looseness !== 'exact') return []
    const parts = listBefore(mentions, at)
    if (parts.length < 2 || !parts.every((each) => sameKind(each, average))) return []
    return [
      {
        rule: 'mean.of-list',
        form: { is: 'mean', mean: termOf(average), parts: parts.map(termOf) },
        certain: false,
        because: '平均数按所列各数的简单平均计算',
        quote: quoteOf(sentence, parts[0]!.start, average.end),
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

/** 「依次为88分、91分、90分、86分、93分。去掉一个最高分和一个最低分后取平均值，得分为89.67分」: of the list told last, but for its ends. */
function trimmedMean(sentence: Sentence, average: Mention, before: readonly Mention[]): Claim[] {
  const like = before.filter(
    (each) =>
      each.figure.place.block === sentence.block &&
      each.figure.quantity.looseness === 'exact' &&
      sameKind(each, average),
  )
  let from = like.length - 1
  while (from > 0 && isListed(like[from]!.lead)) from--
  const list = like
    .slice(Math.max(0, from))
    .toSorted((one, two) => one.figure.quantity.value.cmp(two.figure.quantity.value))
  if (list.length < fewestTrimmed || average.figure.quantity.looseness !== 'exact') return []
  return [
    {
      rule: 'mean.of-list',
      form: { is: 'mean', mean: termOf(average), parts: list.slice(1, -1).map(termOf) },
      certain: false,
      firm: true as const,
      because: '平均数按去掉最高和最低后的各数计算',
      quote: quoteOf(sentence, average.start, average.end),
    } satisfies Claim,
  ]
}
