import { beforeFirst } from '#domain/clauses.ts'
import { clauseOf, isDenied } from '../rates/rate-pairs.ts'
import type { Spot } from './number-line.ts'
import { type Words, bears } from './rate-words.ts'

export const done = /支出|支付|执行|完成|使用|拨付|兑付|下达|到位|实现/
export const carriedOut = new RegExp(`${done.source}|决算|实际|累计|已`)
export const given = /预算|安排|到位|下达|总投资|规模|计划|目标|任务|核定|指标|批复|应|设计/
export const leftOver = /缺口|结余|剩余|结存|余额/
const inOffice = /在职|实有|在编|在岗|末实/

/** 1 where a number stands in a bracket that the rate stands outside of. */
export function depthOver({ mention }: Spot, rate: Spot): 0 | 1 {
  return mention.depth > rate.mention.depth ? 1 : 0
}

export function unitKind({ mention }: Spot): string {
  return mention.figure.quantity.unit.kind
}

/** 「满意的459份，满意度92.17%；自评满意度为96.80%」: an amount with a rate of its own is hardly what another is of. */
export function hasOwnRate(line: readonly Spot[], top: Spot, rate: Spot): boolean {
  return line.slice(top.at + 1, rate.at).some((each) => unitKind(each) === 'share')
}

/** A share of its own stands right behind it. */
export function isRated(line: readonly Spot[], spot: Spot, rate: Spot): boolean {
  const next = line[spot.at + 1]
  return next !== undefined && next !== rate && next.sentence === spot.sentence && unitKind(next) === 'share'
}

/** How many signs of a rate's word stand at an amount: 「网上办理438620件」 has both of 网办率. */
export function signsIn({ mention }: Spot, word: string): number {
  const told = clauseOf(mention) + beforeFirst(mention.after, '，、；;。（')
  return [...word].filter((sign) => told.includes(sign)).length
}

/** 「少完成12户，完成率」「延期完工2个，按期完工率」: what was not done is not what a rate of doing counts. */
const against = /(不|未|非|少|延期|逾期|低于|超|缺|差|退回)[^，、]{0,6}$/
/** 「前两项合计184份」: what several answers make. */
const summed = /^[，；,;]?(?:前[两二三].|[两二三]者|[两二三][项类])?(?:合计|共计)[\p{Script=Han}]{0,4}$/u

/** How well the words bind an amount to a rate of it. `place`: how many amounts stand between. */
export function scoreOfTop(top: Spot, place: number, rate: Spot, { subject, word, name, ofPosts }: Words): number {
  const clause = clauseOf(top.mention)
  const isDone = word !== undefined && !ofPosts && done.test(word)
  const own = ofPosts ? (inOffice.test(clause) ? 2 : 0) : word && !isDone ? signsIn(top, word) : 0
  // 「发现问题87家次，问题检出率」
  const isSummed = place === 0 && summed.test(top.mention.lead)
  const signs = own === 0 && ((name.length > 3 && signsIn(top, name) >= 2) || isSummed) ? 1 : own
  const acts = isDone && carriedOut.test(clause)
  const isGiven = !acts && signs === 0 && given.test(clause.slice(-4))
  const isMade = isDone && !isGiven && unitKind(top) !== 'money' && !/正在|尚|其余/.test(clause)
  const sign = against.exec(clause)?.[1]
  return (
    (place === 0 ? 2 : place === 1 ? 1 : 0) +
    (acts ? 2 : word ? (signs === 0 ? (isMade ? 0 : -3) : signs * 1.5) : 0) +
    (name.length > 2 && signs > 0 && !ofPosts ? signsIn(top, name) / name.length : 0) +
    (subject ? bears(top, subject) * 3 : 0) +
    (word === undefined && /预算|计划|目标|任务/.test(clauseOf(rate.mention)) && carriedOut.test(clause) ? 1.5 : 0) +
    (word === undefined && place === 0 && /占/.test(clauseOf(rate.mention)) ? 1 : 0) -
    (isDenied(top.mention) || isGiven || leftOver.test(clause) ? 2 : 0) -
    (sign !== undefined && !clauseOf(rate.mention).includes(sign) ? 2 : 0) -
    (top.sentence === rate.sentence ? depthOver(top, rate) * 3 : 0) -
    (/正在/.test(clause) ? 4 : 0)
  )
}
