import type { Claim } from '#domain/claim.ts'
import { beforeFirst } from '#domain/clauses.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'

/** What one half did and the other did not, by words of their own. */
const opposites: readonly (readonly [did: RegExp, not: RegExp])[] = [
  [/满分|未扣分|不扣分/, /扣分|失分|被扣/],
  [/完工|建成|竣工|完成/, /在建|续建|正在(?:施工|建设|实施)|施工中/],
  [/在线/, /离线|掉线/],
  [/合格|达标/, /不合格|不达标|未达标/],
]
/** The verb that the other half lacks: 「未达到」, 「尚未签订」. */
const lacking = /(?:尚未|均未|仍未|还未|未能|未|没有)(?:按[期时]|及时|全部|完全|能|予)*([\p{Script=Han}]{2})/u
/** What may be done of whatever it is. */
const doing = /完成|完工|达标|达到|办结|整改|解决|通过|落实|到位|签订|销号|验收|兑付|发放|开工|建成|覆盖|纳入/
const noWhole = /目标|计划|上年|去年|同期|每|均|比|较|其余|新增/
const partial = /其中|主要|分别|至少|部分|大多|约/
/** Behind the second half something else begins. */
const ended = /[。；;]|其中/

/**
 * A whole and the two halves into which the words take it, whatever they make: 「8项指标中，6项达到目标值，2项未达到」, 「指标共13项，得满分的
 * 4项，扣分的9项」. Of sums and differences that nothing else was read of.
 */
export function twoHalves(told: readonly Claim[], sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence) => {
    if (!/未|没有|扣分|失分|被扣|在建|续建|正在|离线|掉线|不合格|不达标/.test(sentence.text)) return []
    return sentence.mentions.flatMap((second, at) => {
      const before = sentence.mentions.slice(0, at).filter((each) => isAlike(each, second))
      const [whole, first] = before.slice(-2)
      if (!whole || !first || !isWhole(whole, before) || !areHalves(first, second)) return []
      // 「全额支出的1个；不足八成的3个，这3个未支出」: what both are more than is no whole of theirs.
      if ([first, second].every((half) => half.figure.quantity.value.gt(whole.figure.quantity.value))) return []
      if (goesOn(sentence, second, at) || isRead(told, [whole, first, second])) return []
      return [
        {
          rule: 'sum.parts-of-whole',
          form: { is: 'sum', total: termOf(whole), parts: [termOf(first), termOf(second)], relation: 'equals' },
          certain: false,
          because: '所列两项按上下文是全部',
          quote: quoteOf(sentence, whole.start, second.end),
        } as const,
      ]
    })
  })
}

/** A count of the same things. */
function isAlike({ figure }: Mention, { figure: { quantity } }: Mention): boolean {
  const { unit, looseness } = figure.quantity
  return (
    looseness === 'exact' &&
    unit.kind === 'count' &&
    unit.name === quantity.unit.name &&
    unit.scale === quantity.unit.scale
  )
}

/** The first of its kind in the sentence, of no other year and nothing wanted. */
function isWhole(whole: Mention, before: readonly Mention[]): boolean {
  return (
    before[0] === whole && roleOf(whole) === 'plain' && !noWhole.test(wordsOf(whole)) && !partial.test(clauseOf(whole))
  )
}

/** Right one behind the other, and what the one did the other did not. */
function areHalves(first: Mention, second: Mention): boolean {
  if ([first, second].some(({ figure }) => figure.quantity.looseness !== 'exact')) return false
  if (/[。；;]/.test(second.lead) || /每|均|新增|上年|比|至少|约/.test(first.lead + second.lead)) return false
  const [one, two] = [wordsOf(first), wordsOf(second)]
  return isOpposite(one, two) || isOpposite(two, one)
}

function isOpposite(one: string, two: string): boolean {
  if (opposites.some(([did, not]) => did.test(one) && not.test(two) && !not.test(one))) return true
  const [, verb] = lacking.exec(two) ?? []
  return verb !== undefined && !lacking.test(one) && (one.includes(verb) || (doing.test(one) && doing.test(verb)))
}

/** The words of a number's own clause, on both sides. */
function wordsOf(mention: Mention): string {
  return clauseOf(mention) + beforeFirst(mention.after, '，,。；;、（(')
}

/** Whether more of the same follows, so that there are three parts or more. */
function goesOn({ mentions }: Sentence, second: Mention, at: number): boolean {
  const next = mentions.slice(at + 1).find((each) => isAlike(each, second))
  return next !== undefined && !ended.test(next.lead)
}

function isRead(told: readonly Claim[], [whole, ...halves]: readonly Mention[]): boolean {
  return told.some(({ form }) => {
    // Of an open list (其中) it was only read that its parts are not more than the whole.
    if (form.is === 'sum' && form.relation === 'covers') return false
    if (form.is === 'sum')
      return (
        form.total.figure === whole!.figure ||
        form.parts.some(({ figure }) => halves.some((half) => half.figure === figure))
      )
    return form.is === 'difference' && [form.result, form.minuend].some(({ figure }) => figure === whole!.figure)
  })
}
