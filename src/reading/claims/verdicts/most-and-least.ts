import type { Claim } from '#domain/claim.ts'
import { allMatches } from '#domain/all-matches.ts'
import { baseValue } from '#domain/quantity.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { isExact, isLike, told } from './told.ts'

const extreme =
  /([\p{Script=Han}A-Za-z“”]{2,20}?)(?:的)?(?:得分|占比|金额|数量|比例|比重|支出|投入|人数|满意度|次数|完成率|执行率|分值|均分)?(?:为)?(最高|最低|最多|最少|最大|最小)(?=[，。；、）]|$)/gu
const fewest = 3
/** 「最高96.3分，最低88.5分，平均92分」 */
const ends = /最高[\p{Script=Han}]{0,8}$|最低[\p{Script=Han}]{0,8}$/u
const mean = /[，、]?平均[\p{Script=Han}]{0,6}$/u

/** The one of a list that is told to be the largest or the smallest: 「…四地中开元区得分最高、永宁县得分最低」. */
export function mostAndLeast(sentence: Sentence): Claim[] {
  return [...namedOnes(sentence), ...betweenEnds(sentence)]
}

/** The highest is not below the lowest, and their mean not outside of the two. */
function betweenEnds(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((second, at) => {
    const first = sentence.mentions[at - 1]
    if (!first || !isLike(first, second) || !ends.test(first.lead) || !ends.test(second.lead)) return []
    const isDown = /最高/.test(first.lead)
    if (isDown === /最高/.test(second.lead)) return []
    const [most, least] = isDown ? [first, second] : [second, first]
    const beside = [sentence.mentions[at - 2], sentence.mentions[at + 1]]
    const middle = beside.find((each) => each && isLike(each, first) && mean.test(each.lead))
    const order = told(sentence, least, most, { said: '最高、最低' })
    if (!middle) return [order]
    return [order, told(sentence, least, middle, { said: '最低' }), told(sentence, middle, most, { said: '最高' })]
  })
}

function namedOnes(sentence: Sentence): Claim[] {
  return allMatches(sentence.text, extreme).flatMap(([whole, subject, word], index, all) => {
    const at = sentence.start + all[index]!.index
    const list = listBefore(sentence, at)
    if (list.length < fewest) return []
    const named = list.filter(({ lead }) => {
      const name = nameIn(lead)
      return name.length >= 2 && subject!.endsWith(name)
    })
    const [own, ...more] = named
    if (!own || more.length > 0) return []
    const isMost = /高|多|大/.test(word!)
    const others = list.filter((each) => each !== own)
    const [rival] = others.toSorted((one, two) => {
      const order = baseValue(one.figure.quantity).cmp(baseValue(two.figure.quantity))
      return isMost ? -order : order
    })
    const said = whole.replace(/^.*?中(?=.{3})/u, '')
    return [isMost ? told(sentence, rival!, own, { said }) : told(sentence, own, rival!, { said })]
  })
}

/** Whose number it is, by the words since the last mark. */
function nameIn(lead: string): string {
  return (/([\p{Script=Han}A-Za-z“”]*)$/u.exec(lead.trim())?.[1] ?? '').replace(
    /(?:得分|占比|满意度|金额|完成率|执行率|共|有|为|是|达|达到|支出|投入)*$/u,
    '',
  )
}

/** The last run of like numbers before the word. */
function listBefore({ mentions }: Sentence, at: number): readonly Mention[] {
  const before = mentions.filter(({ end }) => end <= at)
  const last = before.at(-1)
  if (!last) return []
  const from = before.findLastIndex((each) => !isLike(each, last) || !isExact(each) || each.depth !== last.depth)
  return before.slice(from + 1)
}
