import type { Claim } from '#domain/claim.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import type { Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { unitPriceOf } from './unit-prices.ts'

const converts =
  /^[，,、（(；]?\s*(?:折合|折算|合计|合|即|相当于|约合|换算为?|共计?)?(?:每人|每户|每名|人均)?(?:每年|全年|年|一年)(?:标准|收入|补助|报酬|工资|为|共计?|计|合计|达)*$/
/** 「628元/月，折合每年7536元」 */
const monthlyBehind = /^[/／·]?(?:人)?[/／·每]?月/

/** A monthly standard and what it makes a year, told right behind: 「每人每月1600元，折合每年19200元」. */
export function yearlyStandards(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((year, at) => {
    const month = sentence.mentions[at - 1]
    if (!month || !sameKind(month, year) || year.figure.quantity.unit.kind !== 'money') return []
    // 「月人均补贴1995元，全年986.40万元」 is what all of them got.
    if (month.figure.quantity.unit.scale !== year.figure.quantity.unit.scale) return []
    if ([month, year].some(({ figure }) => figure.quantity.looseness !== 'exact')) return []
    const isMonthly =
      unitPriceOf(month)?.every === '月' || monthlyBehind.test(month.after) || /每月(?:标准)?$/.test(clauseOf(month))
    const lead = year.lead.replace(monthlyBehind, '')
    if (!isMonthly || !converts.test(lead)) return []
    return [
      {
        rule: 'product.unit-price',
        form: { is: 'product', result: termOf(year), factors: [termOf(month)], times: 12, timesUnit: '个月' },
        certain: false,
        firm: true as const,
        because: '按一年十二个月计算',
        quote: quoteOf(sentence, month.start, year.end),
      } satisfies Claim,
    ]
  })
}
