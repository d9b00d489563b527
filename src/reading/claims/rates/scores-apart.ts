import type { Claim } from '#domain/claim.ts'
import { baseValue } from '#domain/quantity.ts'
import { isFullMark } from './full-marks.ts'
import { clauseOf } from './rate-pairs.ts'
import { type Apart, apartByWords } from './points-by-words.ts'
import { isLater, isOfBefore } from '../changes/compared-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'

const apart = /(?:相差|差距为?|分差为?|核减|核低|高出?|低于?|少|多)(?:了|约|为)?$/
const raised = /^(?:提高|提升|上升|增加|增长|下降|降低|回落|减少|高出?|低|多|少)了?$/

/**
 * By how much two scores differ: 「自评99.2分，复核76.4分，相差22.8分」「自评96.7分，较上年的92.6分提高4.1分」「得分最高的是甲
 * （99.0分），最低的是乙（93.5分），两者相差5.5分」.
 *
 * earlier   the mentions of the part before this sentence
 */
export function scoresApart(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  const own = earlier.filter(({ figure }) => figure.place.block === sentence.block)
  return sentence.mentions.flatMap((gap, at) => {
    if (!isScore(gap)) return []
    const here = sentence.mentions.slice(0, at).filter((each) => isScore(each) && !isFullMark(each))
    const pair =
      sideBySide(gap, here) ??
      sinceBefore(gap, here) ??
      apartByWords(gap, [...own.filter((each) => isScore(each) && !isFullMark(each)), ...here])
    if (!pair) return []
    const [minuend, subtrahend] = [pair.current, pair.base].toSorted((one, two) =>
      baseValue(two.figure.quantity).cmp(baseValue(one.figure.quantity)),
    )
    return [
      {
        rule: 'difference.points',
        form: { is: 'difference', result: termOf(gap), minuend: termOf(minuend!), subtrahend: termOf(subtrahend!) },
        certain: false,
        because: '相差的是哪两个得分按上下文判断',
        quote: quoteOf(sentence, Math.min(pair.current.start, pair.base.start), gap.end),
      },
    ]
  })
}

function isScore({ figure: { quantity } }: Mention): boolean {
  return quantity.unit.kind === 'score' && quantity.looseness === 'exact'
}

/** The two right before it: 「自评平均得分96.55分，复核平均得分87.20分，平均核减9.35分」. */
function sideBySide(gap: Mention, here: readonly Mention[]): Apart | undefined {
  const [base, current] = here.slice(-2)
  if (!base || !current || /[；;。]/.test(gap.lead + current.lead)) return undefined
  const lead = gap.lead.trim().replace(/^[）)]/, '')
  if (
    !/^[，,]\s*(?:平均|两者|二者|两项|自评与复核|[两二][\p{Script=Han}]{1,3})?(?:之间)?(?:相差|分差为?|核减|核低)(?:了|约)?$/u.test(
      lead,
    )
  )
    return undefined
  return apart.test(lead) ? { current, base } : undefined
}

/** 「，较2022年度的92.6分提高4.1分」. */
function sinceBefore(gap: Mention, here: readonly Mention[]): Apart | undefined {
  const [current, base] = here.slice(-2)
  if (!base || !current || !raised.test(gap.lead.trim())) return undefined
  const clause = clauseOf(base)
  const isBase = /[比较与]/.test(clause) && (isOfBefore(base) || /自评|平均|最高|最低/.test(clause))
  return isBase && !/[；;。]/.test(base.lead) && isLater(current, base) ? { current, base } : undefined
}
