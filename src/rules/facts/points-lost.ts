import { Big } from 'big.js'
import type { Claim } from '#domain/claim.ts'
import { contradiction, holds } from '../claims/contradiction.ts'
import type { Rule, Verdict } from '../rule.ts'
import { type ToldNumber, toldNumbers } from './told-numbers.ts'

const full = new Big(100)
/** Of fewer points something else than the whole is told. */
const leastTotal = 50
const whole =
  /(?:自评|评价|评定|绩效|综合|最终|总|项目)(?:综合|总)?(?:得分|评分|总分|得|分)?(?:为|是)?$|^总分(?:为|是)?$/
const ofPart = /指标|类|维度|部分|方面|平均|上年|去年|20\d\d年(?!度)|分值|扣|权重|比|较/
const lost = /^(?:[一二三四五六七八九十]+[项类])?(共|合计|累计|总共|总计)?(?:(扣分)|扣|失分?)(?:去|减|掉|了)?$/

/**
 * What was taken off is what the score lacks of a hundred: 「自评得分94.8分，…扣5.2分」「…，共扣6.4分」. Right behind the score
 * of the whole, or said to be all of it.
 */
export const pointsLost: Rule = {
  id: 'I55.lost',
  title: '扣分等于满分减得分',
  source: '财预〔2020〕10号：自评满分100分，各项指标得分汇总为总分',
  judge(reading) {
    const scores = toldNumbers(reading).filter(({ figure }) => figure.quantity.unit.kind === 'score')
    const verdicts = [...Map.groupBy(scores, ({ holder }) => holder).values()].flatMap((own) =>
      own.flatMap((each, at) => judgeLoss(each, own.slice(0, at))),
    )
    return verdicts.length > 0 ? verdicts : [{ outcome: 'not-applicable' }]
  },
}

function judgeLoss(taken: ToldNumber, before: readonly ToldNumber[]): Verdict[] {
  const words = lost.exec(taken.lead)
  if (!words || taken.figure.quantity.looseness !== 'exact') return []
  // 「得93.6分，其中扣分来自资金到位（扣1.4分）、面积完成（扣2分）」: one of what was lost.
  if (!words[1] && !words[2] && /其中[^。]*$/.test(taken.sentence)) return []
  // 「其余两部分（决策、管理）共失1.5分」: all that some parts lost.
  if (/(?:其余|其他|其它|另外?)[^，。；]*$/.test(taken.sentence.replace(/[（(][^（()）]*[）)]/g, ''))) return []
  const at = before.findLastIndex(isWhole)
  const total = before[at]
  const isAll = Boolean(words[1] ?? words[2])
  if (!total || (!isAll && !(follows(taken, total) && before.slice(at + 1).every(isAside)))) return []
  const terms = [
    { name: '扣分', figure: taken.figure },
    { name: '得分', figure: total.figure },
  ]
  const sum = taken.figure.quantity.value.plus(total.figure.quantity.value)
  if (sum.eq(full)) return [holds(terms)]
  const form = { is: 'equal', terms } as const
  const because = '按满分100分计算'
  const claim: Claim = { rule: 'I55.lost', form, certain: false, because, quote: taken.figure.place }
  const expected = full.minus(total.figure.quantity.value).toFixed()
  return [
    contradiction(claim, {
      message: `得${total.figure.printed}分，应扣${expected}分，写的是扣${taken.figure.printed}分`,
      expression: `100 − ${total.figure.printed} = ${expected} ≠ ${taken.figure.printed}`,
      terms,
    }),
  ]
}

/** In one sentence, or what opens the next. */
function follows({ sentence, lead }: ToldNumber, total: ToldNumber): boolean {
  return sentence.startsWith(total.sentence) || sentence.trim() === lead
}

function isWhole({ figure: { quantity }, lead, tail, sentence }: ToldNumber): boolean {
  // 「自评得分90分及以上的47个」 is a band.
  if (/^(?:及|（含）)?以[上下]|^至/.test(tail)) return false
  if (quantity.looseness !== 'exact' || quantity.value.lt(leastTotal) || quantity.value.gte(full)) return false
  return /满分(?:为)?100分[，,](?:得分?|自评)$/.test(sentence) || (whole.test(lead) && !ofPart.test(lead))
}

/** 「（满分100分）」「90分及以上为优」. */
function isAside({ figure: { quantity }, tail }: ToldNumber): boolean {
  return quantity.value.eq(full) || quantity.looseness !== 'exact' || /^(?:及|（含）)?以[上下]/.test(tail)
}
