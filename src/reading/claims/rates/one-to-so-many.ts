import type { Claim } from '#domain/claim.ts'
import { meets, multiplyIntervals } from '#domain/arithmetic.ts'
import { baseValue, intervalOf, timesOf } from '#domain/quantity.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { isAmount } from './rate-pairs.ts'

const named =
  /(?:^|[，,；;。、（(])([\p{Script=Han}]{2,8}?)[与和]([\p{Script=Han}]{2,8}?)(?:人数|数量|资金)?(?:之比|的比例|配比|比例|比)(?:约?为|约|达到?|是)?$/u
/** 医护比 is of doctors to nurses. */
const ofStaff = /医护比(?:例)?(?:约?为|约|达到?|是)?$/
const wanted = /目标|标准|要求|不低于|不高于|应|规定/
/** Nobody slips so far. */
const farthest = 3

/**
 * So many of one thing to each of another, both told before by their names: 「医师412人、护士683人，…医护比1∶1.66」「财政资金与社会资本之比为
 * 1∶2.35」. Only where one amount of the paragraph bears each name.
 */
export function oneToSoMany(_told: readonly Claim[], sentences: readonly Sentence[]): Claim[] {
  const before: Mention[] = []
  return sentences.flatMap((sentence) => {
    const claims = sentence.mentions.flatMap((one, at) => {
      const many = sentence.mentions[at + 1]
      if (!many || !isOneTo(one, many)) return []
      const own = before.filter(({ figure }) => figure.place.block === sentence.block)
      const pair = pairOf(one, [...own, ...sentence.mentions.slice(0, at)])
      return pair && isInReach(many, pair) ? [claimOf(sentence, many, pair)] : []
    })
    before.push(...sentence.mentions)
    return claims
  })
}

function isOneTo(one: Mention, many: Mention): boolean {
  return (
    one.figure.printed === '1' &&
    [one, many].every(({ figure: { quantity } }) => quantity.unit.kind === 'none' && quantity.looseness === 'exact') &&
    /^\s*[∶:：]\s*$/.test(many.lead) &&
    many.figure.quantity.decimals > 0 &&
    !wanted.test(one.lead)
  )
}

type Pair = { readonly top: Mention; readonly bottom: Mention }

function pairOf({ lead }: Mention, own: readonly Mention[]): Pair | undefined {
  const words = lead.trim()
  const [, first, second] = named.exec(words) ?? []
  const names = ofStaff.test(words) ? [/医[师生]$/, /护(?:士|师|理人员)$/] : first && second ? [first, second] : []
  const [bottom, top] = names.map((name) => oneCalled(name, own))
  return bottom && top && bottom !== top && sameKind(bottom, top) ? { top, bottom } : undefined
}

function oneCalled(name: string | RegExp, own: readonly Mention[]): Mention | undefined {
  const bearing = own.filter(
    (each) => isAmount(each) && (typeof name === 'string' ? each.label.endsWith(name) : name.test(each.label)),
  )
  return new Set(bearing.map(({ figure }) => figure.printed)).size === 1 ? bearing[0] : undefined
}

function isInReach({ figure }: Mention, { top, bottom }: Pair): boolean {
  const [many, whole, base] = [figure, top.figure, bottom.figure].map(({ quantity }) => baseValue(quantity))
  const [less, more] = [whole!, many!.times(base!)].toSorted((one, two) => one.cmp(two))
  return less!.gt(0) && more!.lte(less!.times(farthest))
}

function claimOf(sentence: Sentence, many: Mention, { top, bottom }: Pair): Claim {
  const fits = meets(
    intervalOf(top.figure.quantity),
    multiplyIntervals(timesOf(many.figure.quantity), intervalOf(bottom.figure.quantity)),
  )
  return {
    rule: 'product.multiple',
    form: { is: 'product', result: termOf(top), factors: [termOf(many), termOf(bottom)] },
    certain: false,
    because: fits ? '倍数的基数可能另有所指' : '倍数的基数按上下文判断',
    ...(fits ? {} : { firm: true as const }),
    quote: quoteOf(sentence, many.start, many.end),
  }
}
