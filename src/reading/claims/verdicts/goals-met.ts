import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { type Verdict, lessIsBetter, verdictIn } from './goal-words.ts'
import { isExact, isLike, laidDown, told } from './told.ts'

const goal = /目标|计划|任务|指标值|要求|标准值|预期|应/
const done = /实际|完成|达到?|实现|累计|已|共|执行|得到|为|下降|增长|提高|降至|选派|培训|建成|新增|落实/
const atMost = /不高于|不超过|控制在|≤|<=|＜|不多于|不大于|(?<!不)(?:小于|低于|少于)|降至|降到|压缩到|压减到|以内/
const atLeast = /不低于|不少于|≥|>=|＞|不小于|(?<!不)(?:大于|高于|超过)|达到|以上|至少/

/**
 * A goal, what came of it, and the words that judge the two: 「目标为1200人次，实际选派1236人次，超额完成」「目标值≥98%，实际97.9%，未达标」.
 */
export function goalsMet(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((second, at) => {
    const first = sentence.mentions[at - 1]
    if (!first || !isLike(first, second) || Math.abs(first.depth - second.depth) > 1) return []
    const pair = pairOf(first, second)
    const verdict = pair && (verdictIn(behindOf(sentence, second, at)) ?? headVerdict(first, at))
    if (!pair || !verdict || !isExact(pair.done)) return []
    const { text } = sentence
    const better = wayOf(pair.goal, text)
    if (better === undefined && verdict.is !== 'above') return []
    return claimOf(sentence, pair, verdict, better ?? 'more')
  })
}

type Pair = { readonly goal: Mention; readonly done: Mention }

function pairOf(first: Mention, second: Mention): Pair | undefined {
  const [one, two] = [clauseOf(first), clauseOf(second)]
  if (/[；。]/.test(second.lead)) return undefined
  // 「单位成本≤1.2万元，实际为1.15万元」
  if (/^at-/.test(first.figure.quantity.looseness) && /实际/.test(two)) return { goal: first, done: second }
  if (isGoal(one) && isDone(two)) return { goal: first, done: second }
  return isGoal(two) && isDone(one) ? { goal: second, done: first } : undefined
}

function isGoal(clause: string): boolean {
  return goal.test(clause) && !/实际|完成值/.test(clause) && !thoseThat.test(clause)
}

function isDone(clause: string): boolean {
  return /实际|完成值/.test(clause) || (done.test(clause) && !goal.test(clause))
}

/** 「达到或超过目标值的20个」 are those that did. */
const thoseThat = /(?:达到?|超过?|高于|完成|实现|符合|满足|低于|优于)[\p{Script=Han}]*的$/u

/** The words behind the two, over what is reckoned of them: 「，完成率103%，超额完成」. */
function behindOf({ mentions, text, start, end }: Sentence, last: Mention, at: number): string {
  const next = mentions[at + 1]
  const words = text.slice(last.end - start, (next?.start ?? end) - start)
  const isReckoned = next && reckoned.test(words) && !/[；。]/.test(words)
  const behind = isReckoned ? text.slice(next.end - start, (mentions[at + 2]?.start ?? end) - start) : words
  return behind.replace(/[；。].*$/u, '')
}
const reckoned =
  /^[，（](?:完成率|完成比例|完成度|[超高多][\p{Script=Han}]{0,10}|[为占完][\p{Script=Han}]{1,8}的|[比较][\p{Script=Han}]{1,12})为?$/u

/** 「产出数量超额完成：…」: the verdict stands at the head of the sentence. */
function headVerdict(first: Mention, at: number): Verdict | undefined {
  const [, head] = at === 1 ? (/^([^，。；：]{2,20})[：，]/.exec(first.lead.trim()) ?? []) : []
  return head === undefined ? undefined : verdictIn(`，${head}`)
}

/** Whether more is better or less, by the goal's own words, else by what is measured. */
function wayOf({ lead, after, figure }: Mention, text: string): 'more' | 'less' | undefined {
  const clause = clauseOf({ lead }) + figure.text + /^[\p{Script=Han}]{0,2}/u.exec(after)![0]
  const { kind } = figure.quantity.unit
  if (atMost.test(clause) || figure.quantity.looseness === 'at-most') return 'less'
  if (atLeast.test(clause) || figure.quantity.looseness === 'at-least') return 'more'
  if (lessIsBetter.test(text) || kind === 'money' || kind === 'time') return undefined
  return 'more'
}

function claimOf(
  sentence: Sentence,
  { goal: wanted, done }: Pair,
  { is, said }: Verdict,
  better: 'more' | 'less',
): Claim[] {
  const goal = laidDown(wanted)
  const isMore = better === 'more'
  if (is === 'below') return [ordered(sentence, isMore ? [done, goal] : [goal, done], said, true)]
  return [ordered(sentence, isMore ? [goal, done] : [done, goal], said, is === 'above')]
}

function ordered(
  sentence: Sentence,
  [lesser, greater]: readonly [Mention, Mention],
  said: string,
  isStrict: boolean,
): Claim {
  return told(sentence, lesser, greater, { said, ...(isStrict ? { strict: true } : {}) })
}

function clauseOf({ lead }: Pick<Mention, 'lead'>): string {
  return afterLast(lead, '，；。：').trim()
}
