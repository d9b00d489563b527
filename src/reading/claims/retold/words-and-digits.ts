import type { Claim } from '#domain/claim.ts'
import type { FoundNumber } from '../../numbers.ts'
import type { Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'

const between = /^[\s（(）)：:，,、]*(?:即|人民币|大写|小写|金额|为|￥|¥|[\s（(）)：:，,、])*$/

/** An amount in words and the number it stands beside, as found in one text. */
export type WordedPair = { readonly words: FoundNumber; readonly digits: FoundNumber }

/** The amounts in words that only say again what stands right before or behind them in digits. */
export function wordedPairs(
  text: string,
  inWords: readonly FoundNumber[],
  numbers: readonly FoundNumber[],
): WordedPair[] {
  return inWords.flatMap((words) => {
    const money = numbers.filter(({ unit }) => unit.kind === 'money')
    const digits =
      money.find((each) => each.end <= words.start && between.test(text.slice(each.end, words.start))) ??
      money.find((each) => each.start >= words.end && between.test(text.slice(words.end, each.start)))
    return digits ? [{ words, digits }] : []
  })
}

/** 「1,234,000元（大写：壹佰贰拾叁万肆仟元整）」: an amount beside itself in words is the same amount. */
export function wordsAndDigits(sentence: Sentence): Claim[] {
  return sentence.worded.flatMap(({ figure, start, end }) => {
    const digits = sentence.mentions.find((each) => each.start === start)
    if (!digits) return []
    const quote = quoteOf(sentence, Math.min(start, figure.place.start), Math.max(end, figure.place.end))
    const terms = [termOf(digits), { name: digits.label, figure }]
    return [{ rule: 'fact.restated', form: { is: 'equal', terms }, certain: true, quote }]
  })
}
