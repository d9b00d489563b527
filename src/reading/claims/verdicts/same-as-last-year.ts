import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { behind, isExact, isLike, toldSame } from './told.ts'

const before = '(?:上年度?|去年|上一年度?|往年|上期|同期|20\\d\\d年度?|年初预算|预算|年初|期初)'
const same = '(?<!基本|大体|大致|总体)(?:持平|相同|一样|没有(?:增减|变化|变动)|无(?:增减|变化|变动))'
/** 「，与上年持平」 behind the two. */
const saidBehind = new RegExp(
  `^[，（]\\s*((?:[\\p{Script=Han}]{0,4}[与同和较比]${before}[\\p{Script=Han}]{0,6}|(?:两年|两个年度|二者|两者)?(?:完全|保持)?)${same})`,
  'u',
)
/** 「，与上年的12.6万元持平」. */
const saidAround = new RegExp(`^(?:的|数)?(?:相比|比较|对比)?，?(?:完全|保持)?(${same})`, 'u')
const around = new RegExp(
  `[与同和较比]${before}(?:决算|预算|执行|支出|实际|完成)?(?:数|的)?[\\p{Script=Han}]{0,6}$`,
  'u',
)
const isLast = new RegExp(`(?:${before})[\\p{Script=Han}]{0,10}$`, 'u')

/** What is told to be the same as the year before, with both numbers: 「2022年为8.4万元，2021年为8.4万元，与上年持平」. */
export function sameAsLastYear(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((second, at) => {
    const first = sentence.mentions[at - 1]
    if (!first || !isLike(first, second) || !isExact(first) || !isExact(second)) return []
    if (first.depth !== second.depth) return []
    const after = behind(sentence, second)
    const clause = clauseOf(second)
    const [, said] = around.test(clause) ? (saidAround.exec(after) ?? []) : []
    // 「2023年购置费0万元；运行费1.5万元，与上年持平」: what has another name has its own year before.
    const isOfTwo = isLast.test(clause) || (isLast.test(clauseOf(first)) && !/；/.test(second.lead))
    const [, words] = isOfTwo ? (saidBehind.exec(after) ?? []) : []
    if (words !== undefined && !areOfTwoTimes(words, [clauseOf(first), clause])) return []
    const told = said ?? words
    return told ? [toldSame(sentence, [first, second], told)] : []
  })
}

/**
 * Whether one of the two is what the words hold the other against: 「2023年接待费200万元，与2022年预算持平」 behind another
 * amount of 2023 is held against a number that is not told.
 */
function areOfTwoTimes(said: string, clauses: readonly string[]): boolean {
  const [year] = /20\d\d/.exec(said) ?? []
  if (year !== undefined) return clauses.some((each) => each.includes(year))
  const years = clauses.map((each) => /20\d\d/.exec(each)?.[0])
  return years[0] !== years[1] || clauses.some((each) => /上|去年|往年|同期|预算|[年期]初/.test(each))
}

function clauseOf({ lead }: Mention): string {
  return afterLast(lead, '，；。：（').trim()
}
