import type { Claim } from '#domain/claim.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { unitPriceOf } from '../priced/unit-prices.ts'
import { isOneAmount } from './one-amount.ts'

const withOther = /[，,（(]?\s*(?:并|且|均|金额|数额)?[与同和跟](?:[\p{Script=Han}“”（）、《》]|\d{4}年){1,24}$/u
const equal = /^(?:的)?(?:金额|数额|数据|数字|口径)?(?:完全|保持|核对|账实|均|相互)?(?:一致|相符|吻合|相等|相同|相一致)/
/** 「两者一致」「经核对相符」 */
const both =
  /^[，,；（]?(?:两者|二者|双方|两[个项]?(?:数据?|金额|数字)|上述两[项数者]|前后|账[账实证表]|金额|数额|数据)?(?:经?核对|完全|均|相互|数据|金额|是|数额)*(?:一致|相符|吻合|相等|相同|无误)(?!率|性|的)/
const other = /预算|计划|目标|上年|去年|同期|标准|合计|共|其中/
/** 「调整后预算数仍为120万元」「发票金额同为98.6万元」 */
const still = /(?:仍旧?|仍然|依然|同样?|也|亦|一直|继续保持)(?:为|是|达)\s*$/

/**
 * Two numbers that a sentence says are the same: 「账面余额12.5万元，与银行对账单余额12.5万元一致」, 「账面支出38.6万元，系统支出38.6万元，两者一致」,
 * 「预算数120万元，未作调整，全年仍为120万元」.
 */
export function saidEqual(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((again, at) => {
    const first = sentence.mentions[at - 1]
    if (!first || !sameKind(first, again) || !/^(?:plain|risen)$/.test(roleOf(first))) return []
    if ([first, again].some((each) => each.figure.quantity.looseness !== 'exact' || unitPriceOf(each))) return []
    const certain = isTold(first, again)
    if (!certain && !(still.test(again.lead) && isOneAmount(first.figure, again.figure))) return []
    return [
      {
        rule: 'fact.restated',
        form: { is: 'equal', terms: [first, again].map((each) => ({ ...termOf(each), name: first.label })) },
        certain,
        ...(certain ? {} : { because: '两处所指是否同一个数请看上下文' }),
        quote: quoteOf(sentence, first.start, again.end),
      },
    ]
  })
}

function isTold(first: Mention, { lead, after }: Mention): boolean {
  // 「发放2745件，年末剩余255件，账实相符」 says nothing of what was handed out.
  if (other.test(lead) || (/^[，,；]?账[账实证表]/.test(after) && !/账/.test(first.label + first.lead))) return false
  return equal.test(after) ? withOther.test(lead) : /^[，,、；和与]/.test(lead) && both.test(after)
}
