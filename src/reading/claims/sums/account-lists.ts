import type { Claim } from '#domain/claim.ts'
import { intervalOf } from '#domain/quantity.ts'
import { addsUp, sumOf } from './adds-up.ts'
import { roleOf } from '../text/mention-role.ts'
import { isNear } from '../doubts/one-slip-away.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

/** A paragraph that tells one account of the budget: 「1.一般公共服务支出（类）…行政运行（项）。…」. */
const account = /^[^，。]{2,80}[（(][款项][)）]/
/** The largest alone may follow. */
const isOpen = /[：:]\s*$|其中|主要/
const spent = /(?:决算|支出)数?(?:为|是)?$/

/**
 * What was spent, followed by paragraphs that each tell an account and what was spent of it, without 其中: 「财政拨款支出决算为
 * 2138万元。」 / 「1.…（项）。年初预算为X，支出决算为Y，…」. All of it is spent by account; a list that lacks much tells only the
 * largest.
 */
export function accountLists(sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence, at) => {
    const next = sentences[at + 1]
    if (!next || next.block === sentence.block || !account.test(next.paragraph.text)) return []
    if (account.test(sentence.paragraph.text) || isOpen.test(sentence.paragraph.text)) return []
    const total = sentence.mentions.findLast(isSpent)
    const parts = total && partsAfter(sentences, at, total)
    return total && parts && parts.length >= 2 && isWhole(total, parts) ? [claimOf(sentence, total, parts)] : []
  })
}

function isSpent(each: Mention): boolean {
  return each.figure.quantity.unit.kind === 'money' && roleOf(each) === 'plain' && spent.test(each.lead)
}

/** What was spent of each account of the paragraphs behind; undefined where one of them does not tell. */
function partsAfter(sentences: readonly Sentence[], at: number, total: Mention): Mention[] | undefined {
  const parts = new Map<number, Mention | undefined>()
  let { block } = sentences[at]!
  for (let next = at + 1; next < sentences.length; next++) {
    const each = sentences[next]!
    if (each.block - block > 1 || !account.test(each.paragraph.text)) break
    block = each.block
    parts.set(block, parts.get(block) ?? each.mentions.find((mention) => isSpent(mention) && sameKind(mention, total)))
  }
  const found = [...parts.values()]
  return found.every((part) => part !== undefined) ? found : undefined
}

function isWhole(total: Mention, parts: readonly Mention[]): boolean {
  const sum = sumOf(parts)
  return sum.high.gt(intervalOf(total.figure.quantity).low) || isNear(total, parts)
}

function claimOf(sentence: Sentence, total: Mention, parts: readonly Mention[]): Claim {
  const certain = addsUp(total, parts)
  return {
    rule: 'sum.parts-of-whole',
    form: { is: 'sum', total: termOf(total), parts: parts.map(termOf), relation: 'equals' },
    certain,
    ...(certain ? {} : { because: '所列科目的范围按上下文判断' }),
    quote: quoteOf(sentence, total.start, total.end),
  }
}
