import type { Claim } from '#domain/claim.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { quoteOf, termOf } from '../text/terms.ts'
import { isStandard } from './lost-points.ts'

const full = /(?:满分|分值|权重|标准分)(?:为|是|共|[:：])?$/
const lost = /(?:扣(?:减|除|分)?|失分?)(?:去|掉|了|为)?$/
const got = /(?<!满)得(?:分|到)?(?:为|[:：])?$|得分(?:为|[:：])?$/
/**
 * What was lost, in one amount or several, and what was got make the full mark: 「满分20分，其中甲扣1分，乙扣0.5分，该类指标得分18.5
 * 分」「满分12分，…，该指标得10.2分，扣1.8分」. Only where one full mark, one score and nothing else in points are told.
 */
export function pointsLeft(sentence: Sentence, previous: Sentence | undefined): Claim[] {
  const own = pointsOf(sentence)
  // The full mark may stand alone in the sentence before: 「…指标满分12分，按完成率计分。…，该指标得10.2分，扣1.8分」.
  const before = previous?.block === sentence.block ? pointsOf(previous) : []
  const isBefore = before.length === 1 && !own.some((each) => full.test(clauseOf(each)))
  const points = isBefore ? [...before, ...own] : own
  const [fulls, losses, scores] = [full, lost, got].map((words) =>
    points.filter((each) => words.test(clauseOf(each))),
  ) as [Mention[], Mention[], Mention[]]
  const [top, score] = [fulls[0], scores[0]]
  // 「资金管理扣1.8分：其中执行率满分4分…得3.2分，扣0.8分」: what was lost in all is not of this full mark.
  const of = points.indexOf(top!)
  if (of > 0 && /其中[^，；]*$/.test(top!.lead) && losses.some((each) => points.indexOf(each) < of)) return []
  if (!top || !score || fulls.length !== 1 || scores.length !== 1 || losses.length === 0) return []
  if (points.length !== losses.length + 2 || points.some(({ figure }) => figure.quantity.looseness !== 'exact'))
    return []
  // 「甲扣1分，乙扣0.5分，共扣1.5分」: what they come to is told, too.
  const sum = losses.filter((each) => /共|合计|总/.test(clauseOf(each)))
  if (sum.length > 1) return []
  const taken = sum.length === 1 ? sum : losses
  const all = [top, score, ...taken]
  return [
    {
      rule: 'I55.lost',
      form: { is: 'sum', total: termOf(top), parts: [...taken, score].map(termOf), relation: 'equals' },
      certain: false,
      because: '满分、扣分和得分是否属于同一项按上下文判断',
      quote: quoteOf(sentence, Math.min(...all.map(({ start }) => start)), Math.max(...all.map(({ end }) => end))),
    },
  ]
}

function pointsOf(sentence: Sentence): readonly Mention[] {
  return sentence.mentions.filter((each) => each.figure.quantity.unit.kind === 'score' && !isStandard(each, sentence))
}
