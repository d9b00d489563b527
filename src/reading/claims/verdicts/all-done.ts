import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { behind, isExact, isLike, told, toldSame } from './told.ts'

const verbs = '完工|完成|竣工|建成|验收|开工|办结|整改|销号|交付|投用|结项|结题'
const all = new RegExp(
  `^(?:的)?[\\p{Script=Han}“”]{0,20}?(?:当年|已|均|如期|按期|按时|已经)*(?:全部|均已)(?:按期|如期|顺利|已)*(${verbs})`,
  'u',
)
const again = new RegExp(
  `(?:^|的)(?:其中|累计|当年|实际|已)*(${verbs})(?:的)?(?:项目|工程|任务|数量|个数|点位|标段|问题|课题)?(?:共计?|合计|总数|数|为|有|达)*$`,
  'u',
)
/** 「应发328户，实发328户，应补尽补」: nobody was left out. */
const noneLeft =
  /^[，,（]?[^，；。\d]{0,10}?(?:实现|做到|确保)?[\p{Script=Han}]{0,4}?(?:全覆盖|应[\p{Script=Han}]尽[\p{Script=Han}]|无一?遗漏|无遗漏|不漏一[户人]|一户不[落漏]|全部(?:完成|到位|发放|兑付|办结|整改|拨付|覆盖|检查|落实)|足额(?:到位|发放|拨付|兑付|支付))/u
const due = /应|计划|任务|目标|共|需/
const done = /实际|实[发到检查补付缴收]|已|完成|到位|累计|覆盖/

/** What is told to be done all, held against how much was done: in the same sentence, or told again by the very word. */
export function allDone(sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence, at) => [
    ...(sentence.text.includes('全部') || sentence.text.includes('均已') ? toldAgain(sentence, sentences[at + 1]) : []),
    ...noneLeftOf(sentence),
  ])
}

function toldAgain(sentence: Sentence, next: Sentence | undefined): Claim[] {
  return sentence.mentions.flatMap((whole, at) => {
    const [said, verb] = isExact(whole) ? (all.exec(behind(sentence, whole)) ?? []) : []
    if (!said || !verb) return []
    const rest = [...sentence.mentions.slice(at + 1), ...(next && next.block === sentence.block ? next.mentions : [])]
    const same = rest.filter((each) => isLike(each, whole) && isExact(each) && again.exec(clauseOf(each))?.[1] === verb)
    const [only, ...more] = same
    return only && more.length === 0 ? [toldSame(sentence, [whole, only], `${whole.figure.text}${said}`)] : []
  })
}

function noneLeftOf(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((second, at) => {
    const first = sentence.mentions[at - 1]
    const [said] = first ? (noneLeft.exec(behind(sentence, second)) ?? []) : []
    if (!first || !said || !isLike(first, second) || !isExact(first) || !isExact(second)) return []
    if (first.depth !== second.depth || /[；。]/.test(second.lead) || /未|没有|尚/.test(said)) return []
    const [one, two] = [clauseOf(first), clauseOf(second)]
    if (!due.test(one) || done.test(one) || !done.test(two) || /应|计划|目标/.test(two)) return []
    return [told(sentence, first, second, { said: said.replace(/^[，（]/, '') })]
  })
}

function clauseOf({ lead }: Mention): string {
  return afterLast(lead, '，；。：（').trim()
}
