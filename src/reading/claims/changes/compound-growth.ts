import type { Claim } from '#domain/claim.ts'
import { isAmount } from '../rates/rate-pairs.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

const yearly = /年均|平均每年|年平均|复合/
const moved = /(增长|上升|提高|递增|增速|增幅|增长率)|(下降|减少|降低|递减|降幅)/
const year = /(20\d\d)年/g
/** Years between which a rate is told. */
const most = 10

/**
 * Growth a year between two amounts whose years are told: 「由2020年的5万吨增加到2022年的6.05万吨，年均增长10%」,
 * 「2021年2.25万个，2023年3.24万个，两年间年均增长20%」.
 */
export function compoundGrowth(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((rate, at) => {
    if (rate.figure.quantity.unit.kind !== 'share' || rate.figure.quantity.looseness !== 'exact') return []
    if (!yearly.test(rate.lead) || !moved.test(rate.lead)) return []
    const dated = sentence.mentions.slice(0, at).flatMap((mention) => datedOf(sentence, mention))
    const [one, two] = dated.slice(-2)
    if (!one || !two || !sameKind(one.mention, two.mention) || one.year === two.year) return []
    if (dated.length > 2 && dated.slice(0, -2).some(({ mention }) => sameKind(mention, one.mention))) return []
    const [from, to] = one.year < two.year ? [one, two] : [two, one]
    if (to.year - from.year < 2 || to.year - from.year > most) return []
    return [
      {
        rule: 'change.compound',
        form: {
          is: 'compound',
          current: termOf(to.mention),
          base: termOf(from.mention),
          rate: termOf(rate),
          years: to.year - from.year,
          direction: /下降|减少|降低|递减|降幅/.test(rate.lead) ? -1 : 1,
        },
        certain: false,
        because: '年均增长按复利计算，起止年份按上下文判断',
        quote: quoteOf(sentence, one.mention.start, rate.end),
      } satisfies Claim,
    ]
  })
}

type Dated = { readonly mention: Mention; readonly year: number }

/** An amount with the year its own words name. */
function datedOf({ text, start, mentions }: Sentence, mention: Mention): Dated[] {
  if (!(isAmount(mention) || roleOf(mention) === 'base') || mention.figure.quantity.looseness !== 'exact') return []
  const before = mentions[mentions.indexOf(mention) - 1]
  const own = text.slice((before?.end ?? start) - start, mention.start - start)
  const named = [...own.matchAll(year)].at(-1)?.[1]
  return named === undefined ? [] : [{ mention, year: Number(named) }]
}
