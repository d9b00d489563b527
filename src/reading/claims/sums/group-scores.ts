import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { addsUp } from './adds-up.ts'
import { oneSlipAway } from '../doubts/one-slip-away.ts'
import { isFullMark } from '../rates/full-marks.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'

const fewestGroups = 3
const least = 60
/** What the groups of a scoring table are called. */
const group = /决策|过程|产出|效益|效果|满意|投入|管理|履职|执行|可持续|成本|绩效目标|能力/
const whole =
  /(?:总分|总得分|自评得分|综合得分|综合评分|评价得分|评定得分|最终得分|自评|评价|得分|得)(?:合计)?(?:为|是|[:：])?$/
const otherScore = /平均|上年|去年|20\d\d年(?!度)|目标|不低于|满分|分值|权重|扣|失|高|低|差|比|较/

/**
 * The scores of the groups of a form, told one after the other, and the score of the whole before or behind them: 「得87.71分，失12.29分。决策类得18.00分，
 * 得分率90.00%；过程类得26.65分…」「决策7.5分，过程21.4分，…，总分98.3分」「四部分得分分别为9.50分、48.00分、…」. Only those that add up, or do by one slip of the pen.
 *
 * previous   the sentence before
 */
export function groupScores(sentence: Sentence, previous?: Sentence): Claim[] {
  const own = sentence.mentions.filter(isPoints)
  const before = previous?.block === sentence.block ? previous.mentions.filter(isPoints) : []
  const candidates = [own.at(-1), own[0], ...before].filter((each) => each !== undefined && isWhole(each))
  const found = candidates.flatMap((total) => {
    const parts = own.filter((each) => each !== total && !otherScore.test(clauseOf(each)))
    return total && parts.length >= fewestGroups && areGroups(sentence, parts) ? [{ total, parts }] : []
  })
  const held = found.find(({ total, parts }) => addsUp(total, parts))
  const slipped = found.find(({ total, parts }) => oneSlipAway(total, parts))
  const { total, parts } = held ?? slipped ?? {}
  if (!total || !parts) return []
  return [
    {
      rule: 'sum.scores',
      form: { is: 'sum', total: termOf(total), parts: parts.map(termOf), relation: 'equals' },
      certain: held !== undefined,
      ...(held ? {} : { because: '得分的组成按上下文判断' }),
      quote: quoteOf(sentence, Math.min(parts[0]!.start, total.start), Math.max(parts.at(-1)!.end, total.end)),
    },
  ]
}

function isPoints(mention: Mention): boolean {
  const { quantity } = mention.figure
  return quantity.unit.kind === 'score' && quantity.looseness === 'exact' && !isFullMark(mention)
}

function isWhole({ figure: { quantity }, lead }: Mention): boolean {
  const clause = afterLast(lead, '，,；;、（(').trim()
  return quantity.value.gte(least) && quantity.value.lte(100) && whole.test(clause) && !otherScore.test(clause)
}

/** Each has the name of a group before it, or all of their names stand before the first: 「产出、效益、满意度得分分别为」. */
function areGroups(sentence: Sentence, parts: readonly Mention[]): boolean {
  if (parts.every((each) => group.test(clauseOf(each)))) return true
  const [first, ...others] = parts
  const lead = afterLast(sentence.text.slice(0, first!.start - sentence.start), '。；;')
  return (
    /分别为?$|依次为?$/.test(lead.trim()) &&
    (lead.match(new RegExp(group, 'g')) ?? []).length >= parts.length &&
    others.every((each) => /^[、和及，,]?$/.test(each.lead.trim()))
  )
}

function clauseOf({ lead }: Mention): string {
  return afterLast(lead, '，,；;、）)')
}
