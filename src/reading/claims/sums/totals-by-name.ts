import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { isListed } from '../text/list-lead.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'
import { addsUp } from './adds-up.ts'
import { summedUp } from './summed-up.ts'

/** 「噪声点位共」: what the total is called. */
const called = /^(?<name>[\p{Script=Han}]{2,8}?)(?:一共|共计|合计|总计|共有|共)(?:为|有|是)?$/u

/**
 * Totals called as each of the list right before them: 「区域噪声点位108个、交通噪声点位36个，噪声点位共144个」. Where they add up the list was
 * read by its closing word already.
 */
export function totalsByName(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((total, at) => {
    const name = called.exec(afterLast(total.lead, '，,；;。、').trim())?.groups?.['name']
    if (name === undefined || !isExact(total)) return []
    const parts = listBefore(sentence.mentions.slice(0, at), name, total)
    return parts.length < 2 || addsUp(total, parts) ? [] : [summedUp(sentence, total, parts, false)]
  })
}

/** The unbroken list that ends right before its total, each of its names ending with the total's. */
function listBefore(before: readonly Mention[], name: string, total: Mention): readonly Mention[] {
  const from =
    before.findLastIndex(
      (each) => !each.label.endsWith(name) || !sameKind(each, total) || !isExact(each) || roleOf(each) !== 'plain',
    ) + 1
  const parts = before.slice(from)
  return parts.slice(1).every(({ lead }) => isListed(lead)) ? parts : []
}

function isExact({ figure }: Mention): boolean {
  return figure.quantity.looseness === 'exact'
}
