import type { Claim } from '#domain/claim.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'

const whole = /(?:权重|占比|比重|比例|各项)?(?:合计|共计|总计|之和|总和)(?:为|达|是)?$/
const rate = /率|满意度|完成|同比|增长|下降|上年|目标/
const fewest = 3

/** Weights that are told to make 100 %: 「决策15%、过程25%、产出35%、效益25%，权重合计100%」. */
export function weights(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((total, at) => {
    if (!isShare(total) || !total.figure.quantity.value.eq(100) || !whole.test(clauseOf(total))) return []
    const before = sentence.mentions.slice(0, at).filter((each) => each.depth === total.depth)
    const from = before.findLastIndex((each) => !isShare(each) || /[；。]/.test(each.lead))
    // What opens a list may stand behind a semicolon.
    const parts = before.slice(from >= 0 && isShare(before[from]!) ? from : from + 1)
    if (parts.length < fewest || parts.some((each) => rate.test(clauseOf(each)))) return []
    return [
      {
        rule: 'sum.parts-of-whole',
        form: { is: 'sum', total: termOf(total), parts: parts.map(termOf), relation: 'equals' },
        certain: false,
        firm: true,
        because: '是否列全请看上下文',
        quote: quoteOf(sentence, parts[0]!.start, total.end),
      },
    ]
  })
}

function isShare({ figure: { quantity } }: Mention): boolean {
  return quantity.unit.kind === 'share' && quantity.looseness === 'exact'
}
