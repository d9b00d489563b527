import type { Claim } from '#domain/claim.ts'
import { baseValue } from '#domain/quantity.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'

/** 「每逾期1项扣0.5分」「每发现一处问题扣1分」「每低一个百分点扣0.2分」 */
const standard =
  /每([\p{Script=Han}]{0,8}?)(?:1|一)?(个百分点|项|个|次|天|日|处|起|人|户|件|份|例|家|宗|笔|条|场|期)([\p{Script=Han}]{0,8}?)[，,]?(?:的)?扣(?:减|除)?$/u
const lost = /(?:应|共|合计|累计|本项|该项|该?指标|故|因此|实际|酌情)*扣(?:减|除)?(?:分)?(?:为)?$/
const ahead = /满分|分值|总分/
/** Sentences of its paragraph behind a standard that tell what came of it. */
const reach = 3

/**
 * What is lost by the case: 「每逾期1项扣0.5分…逾期6项，扣3分」. Only where one number counts the cases and one tells what was lost; what is
 * lost in all ends at the full mark.
 *
 * sentences   those of a part, in order
 */
export function pointsPerCase(sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence, index) => {
    if (!sentence.text.includes('扣') || !sentence.text.includes('每')) return []
    const near = sentences
      .slice(index, index + 1 + reach)
      .filter(({ block, row, cell }) => block === sentence.block && row === sentence.row && cell === sentence.cell)
    return sentence.mentions.flatMap((rate, at) => {
      const told = lostBefore(sentence, rate, at)
      if (told) return [told]
      const [, before = '', unit, behind = ''] = standard.exec(textBefore(sentence, rate)) ?? []
      if (unit === undefined || !isScore(rate)) return []
      const later = near.flatMap(({ mentions }) => mentions).filter(({ start }) => start > rate.end)
      // Another standard, or a second loss, makes it a matter of more than one.
      const losses = later.filter((each) => isScore(each) && lost.test(clauseOf(each).trim()))
      const [loss] = losses
      if (!loss || losses.length > 1 || later.some((each) => /每[^，。]*$/.test(clauseOf(each)))) return []
      const counts = later.filter((each) => each.start < loss.start && isCase(each, unit, before || behind))
      const [count] = counts
      if (!count || counts.length > 1 || isCapped(near, rate, count)) return []
      return [
        {
          rule: 'product.unit-price',
          form: { is: 'product', result: termOf(loss), factors: [termOf(rate), termOf(count)] },
          certain: false,
          firm: true as const,
          because: '扣分按每项扣几分乘项数计算',
          quote: quoteOf(sentence, rate.start, rate.end),
        } satisfies Claim,
      ]
    })
  })
}

/** 「扣1.5分，系3家机构资料缺失，每家扣0.5分」: the three one behind the other, and no more is lost. */
function lostBefore(sentence: Sentence, rate: Mention, at: number): Claim | undefined {
  const unit = /^每([\p{Script=Han}]{1,2})扣(?:减|除)?$/u.exec(clauseOf(rate).trim())?.[1]
  const [loss, count] = sentence.mentions.slice(Math.max(0, at - 2), at)
  const next = sentence.mentions[at + 1]
  if (unit === undefined || !isScore(rate) || !loss || !count || count.figure.quantity.unit.name !== unit)
    return undefined
  if (!isScore(loss) || !lost.test(clauseOf(loss).trim()) || count.figure.quantity.looseness !== 'exact')
    return undefined
  if (!/^[，,](?:系|因|有|由于|主要是|原因是)/.test(count.lead.trim()) || /[。；;]/.test(rate.lead)) return undefined
  if (next && !/^[。；;]/.test(next.lead.trim())) return undefined
  return {
    rule: 'product.unit-price',
    form: { is: 'product', result: termOf(loss), factors: [termOf(rate), termOf(count)] },
    certain: false,
    firm: true,
    because: '扣分按每项扣几分乘项数计算',
    quote: quoteOf(sentence, loss.start, rate.end),
  }
}

function textBefore({ text, start }: Sentence, mention: Mention): string {
  return text.slice(0, mention.start - start)
}

function isScore({ figure: { quantity } }: Mention): boolean {
  return quantity.unit.kind === 'score' && quantity.looseness === 'exact'
}

/** Counted in the same, and told by the same word. */
function isCase(mention: Mention, unit: string, word: string): boolean {
  const { quantity } = mention.figure
  if (quantity.looseness !== 'exact' || (quantity.unit.name !== unit && `个${quantity.unit.name}` !== unit))
    return false
  const said = clauseOf(mention) + (/^[\p{Script=Han}]{0,8}/u.exec(mention.after)?.[0] ?? '')
  const own = word.replace(/^(?:有|出现|发生|发现|存在|增加|减少|少|超|晚|多)/, '')
  return own.length >= 2
    ? said.includes(own.slice(-2)) || said.includes(own.slice(0, 2))
    : word === '' || said.includes(word)
}

/** 「扣完为止」: no more can be lost than there was. */
function isCapped(near: readonly Sentence[], rate: Mention, count: Mention): boolean {
  const full = near.flatMap(({ mentions }) => mentions).find((each) => isScore(each) && ahead.test(clauseOf(each)))
  return (
    full !== undefined &&
    baseValue(rate.figure.quantity).times(count.figure.quantity.value).gte(baseValue(full.figure.quantity))
  )
}
