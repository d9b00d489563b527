import { divideIntervals, fitOf, subtractIntervals } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { intervalOf } from '#domain/quantity.ts'
import { directionOf } from '../text/mention-role.ts'
import { runAfter } from '../rates/respective-shares.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

/** 「分别安排4120万元、4560万元、5016万元，2022年、2023年分别较上年增长10.68%、10.00%」: each year over the one before. */
export function seriesGrowth(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((first, at) => {
    if (first.figure.quantity.unit.kind !== 'share') return []
    if (!/分别[比较]上(?:一)?年(?:度)?(?:增长|下降|增加|减少|上升)(?:了)?$/.test(first.lead)) return []
    const rates = [first, ...runAfter(sentence.mentions, at)]
    const series = seriesBefore(sentence.mentions.slice(0, at), rates.length + 1)
    if (!series) return []
    const direction = directionOf(first.lead)
    const held = rates.filter((rate, index) => holds(rate, series[index + 1]!, series[index]!, direction)).length
    if (held < Math.max(1, rates.length - 1)) return []
    return rates.map((rate, index): Claim => ({
      rule: 'change.against-base',
      form: {
        is: 'change',
        current: termOf(series[index + 1]!),
        base: termOf(series[index]!),
        rate: termOf(rate),
        direction,
      },
      certain: true,
      quote: quoteOf(sentence, series[0]!.start, rate.end),
    }))
  })
}

function seriesBefore(before: readonly Mention[], length: number): readonly Mention[] | undefined {
  const kinds = before.filter((each) => each.figure.quantity.unit.kind !== 'none')
  const series = kinds.slice(-length)
  const [model] = series
  return model && series.length === length && series.every((each) => sameKind(each, model)) ? series : undefined
}

function holds(rate: Mention, current: Mention, base: Mention, direction: number): boolean {
  const [now, prior] = [intervalOf(current.figure.quantity), intervalOf(base.figure.quantity)]
  const share = divideIntervals(direction < 0 ? subtractIntervals(prior, now) : subtractIntervals(now, prior), prior)
  return share !== undefined && fitOf(rate.figure.quantity, share) !== 'off'
}
