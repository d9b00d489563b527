import { addIntervals, meets } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import type { Reading } from '#domain/reading.ts'
import { isSlip } from '#domain/slip.ts'
import { judgeEqual } from '../claims/judge-simple.ts'
import type { Rule, Verdict } from '../rule.ts'
import { factsOf } from './facts-by-measure.ts'
import { type ToldNumber, toldNumbers } from './told-numbers.ts'

/** Scores of fewer points are those of a part: of 产出, of 效益. */
const leastTotal = 60
/** With its first digits swapped it may be told as fewer. */
const leastTold = 20
const fewestParts = 3
/** Words right before the score of the whole. */
const whole =
  /(?:自评|评价|评定|评审|复核|核定|绩效|综合|最终|总|项目)(?:综合|总)?(?:得分|评分|总分|分数|结果|分)?(?:合计)?(?:为|是|达)?$|^总分(?:为|是)?$|^得分?$/
const ofPart = /指标|类|项(?!目)|维度|部分|方面|平均|上年|去年|20\d\d年(?!度)|目标|不低于|分值|扣|权重|以上|高|低|比|较/

/**
 * The score a text gives for the whole is the one that the scoring table adds up to, or one of those
 * that the tables add up to. Of another scoring, another year or another project it may be another one: only a slip of
 * the pen is told, as a warning.
 */
export const scoresRetold: Rule = {
  id: 'I71.score',
  title: '正文写的总得分与评分表的总分一致',
  source: '本系统核对规则（正文与附表一致）',
  judge(reading) {
    const totals = totalsOf(reading)
    if (totals.length === 0) return [{ outcome: 'not-applicable' }]
    const own = new Set(totals.map(({ id }) => id))
    const told = toldNumbers(reading).filter((each) => isWhole(each) && !own.has(each.figure.id))
    const values = new Map(totals.map((total) => [total.quantity.value.toFixed(), total]))
    const said = new Set(told.map(({ figure }) => figure.quantity.value.toFixed()))
    // Of several scores one that the text tells nowhere is the one that it meant to tell.
    const meant = [...values].filter(([value]) => values.size === 1 || !said.has(value)).map(([, total]) => total)
    return told.flatMap((each) => judgeScore(each, values.get(each.figure.quantity.value.toFixed()), meant))
  },
}

/** The scores of the whole: of the forms, and of lists that add up. */
function totalsOf(reading: Reading): Figure[] {
  const forms = factsOf(reading, 'score.total').filter(({ from }) => from === 'table')
  return [...forms.map(({ figure }) => figure), ...reading.claims.flatMap(summedScore)].filter(
    ({ quantity }) => quantity.value.gte(leastTotal) && quantity.value.lt(100),
  )
}

function summedScore({ form }: Claim): readonly Figure[] {
  if (form.is !== 'sum' || form.relation !== 'equals' || form.parts.length < fewestParts) return []
  const { figure, name } = form.total
  const isScore = figure.quantity.unit.kind === 'score' || /得分/.test(name)
  if (!isScore) return []
  const sum = addIntervals(form.parts.map((part) => intervalOf(part.figure.quantity)))
  return meets(sum, intervalOf(figure.quantity)) ? [figure] : []
}

function isWhole({ figure: { quantity }, lead, sentence }: ToldNumber): boolean {
  if (quantity.unit.kind !== 'score' || quantity.looseness !== 'exact' || quantity.value.lt(leastTold)) return false
  if (quantity.value.gte(100) || ofPart.test(lead)) return false
  return whole.test(lead) && (!/^得分?$/.test(lead) || /满分100分[，,]得$/.test(sentence))
}

function judgeScore({ figure, lead }: ToldNumber, same: Figure | undefined, meant: readonly Figure[]): Verdict[] {
  if (same) return [{ outcome: 'holds', figures: [figure.id, same.id] }]
  const [total, ...others] = meant.filter(({ printed }) => isSlip(figure.printed, printed))
  if (!total || others.length > 0) return []
  const terms = [
    { name: lead, figure },
    { name: '评分表总分', figure: total },
  ]
  const form = { is: 'equal', terms } as const
  const because = '两个得分只差一处笔误，是否同一次评分按上下文判断'
  return [judgeEqual({ rule: 'I71.score', form, certain: false, because, quote: figure.place }, form)]
}
