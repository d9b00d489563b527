import type { Claim } from '#domain/claim.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { laidDown } from '../verdicts/told.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

/** What is done so often, and how long each time. */
const each = /每([期次场批轮班])(?:[\p{Script=Han}]{0,8})$/u
const inAll = /累计|共计?|合计|总计|总/
const other = /目标|计划|上年|去年|其中|预计/

/** 「每期5天，共举办6期，累计培训30天」: the days of each time, how often, and the days of all. */
export function lastingTimes(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((span) => {
    const word = isSpan(span) ? each.exec(clauseOf(span))?.[1] : undefined
    if (!word) return []
    const totals = sentence.mentions.filter(
      (one) => one !== span && sameKind(one, span) && inAll.test(clauseOf(one)) && !each.test(clauseOf(one)),
    )
    const counts = sentence.mentions.filter(
      ({ figure, lead }) => figure.quantity.unit.name === word && !other.test(clauseOf({ lead })),
    )
    const all = counts.length > 1 ? counts.filter((one) => inAll.test(clauseOf(one))) : counts
    const [total, count] = [totals[0], all[0]]
    if (!total || !count || totals.length > 1 || all.length > 1 || other.test(clauseOf(total))) return []
    if ([span, total, count].some(({ figure }) => figure.quantity.looseness !== 'exact')) return []
    const [from, to] = [[span, total, count].map(({ start }) => start), [span, total, count].map(({ end }) => end)]
    return [
      {
        rule: 'product.unit-price',
        form: { is: 'product', result: termOf(total), factors: [termOf(laidDown(span)), termOf(count)] },
        certain: false,
        firm: true,
        because: '每次的时间、次数和总时间按上下文判断',
        quote: quoteOf(sentence, Math.min(...from), Math.max(...to)),
      },
    ]
  })
}

function isSpan({ figure: { quantity } }: Mention): boolean {
  return quantity.unit.kind === 'time' || /^[学课]时$/.test(quantity.unit.name)
}
