import type { Claim } from '#domain/claim.ts'
import { numberOfTimes } from './number-of-times.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { behind, isExact, isLike, told } from './told.ts'

/** 「由4.6亿元增加到9.5亿元」「从A提高至B」. */
const from = /(?:由|从)[^，；。]{0,16}$/
const to =
  /(?:增加|增长|提高|上升|提升|扩大|发展|增|升|减少|下降|降低|压减|压缩|缩减|缩短|减|降)(?:到|至|为)了?[^，；。\d]{0,4}(?:20\d\d年的?)?$/
const rises = /^[，,（]?[\p{Script=Han}]{0,8}?(?:增长|增加|提高|扩大|提升)了?(一|两|二|三|四|五|1|2|3|4|5)倍(以上|多)/u
const doubled =
  /^[，,（]?[\p{Script=Han}]{0,8}?(?:实现)?(?:翻了?一番(以上|多)?|翻了?番|翻了?两番|翻倍|增长超过?一倍|超过一倍)/u
const halved =
  /^[，,（]?[\p{Script=Han}]{0,8}?(?:减少|下降|降低|压减|压缩|缩短|缩减)了?(?:超过)?(?:一半以上|过半|一半多)/u

/** 「46家，比去年的23家增加一倍」 */
const overLastYear = /[比较](?:上年|去年|上一年度?|上年同期|20\d\d年度?)(?:同期|末|底)?的?$/
const doubledOver = /^(?:增加|增长|提高|扩大|翻)了?(?:一倍|1倍|一番)(?:以上|多)?/
/** 「共46个，其中省级26个，超过一半」 */
const halfOf = /^[，,（]?(?:占比|占总数的?|数量)?(?:已|均)?(?:超过一半|过半|一半以上|超过半数|超半数|半数以上)/
const grew = /(?:增加|增长|上升|扩大)(?:到|至|为)/
const shrank = /(?:减少|下降|降低|压减|压缩|缩减|缩短)(?:到|至|为)/

/** Where a number came from another one, and is told to be so many times as much: 「由A增加到B，增长了一倍以上」「翻了一番」. */
export function timesAsMuch(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((second, at) => {
    const first = sentence.mentions[at - 1]
    if (!first || !isLike(first, second) || !isExact(first) || !isExact(second)) return []
    const after = behind(sentence, second)
    const [twice] = overLastYear.test(second.lead) ? (doubledOver.exec(after) ?? []) : []
    if (twice) return [told(sentence, second, first, { said: twice, times: 2 }, !/以上|多/.test(twice))]
    const [most] = halfOf.exec(after) ?? []
    if (most && /其中|占/.test(second.lead)) return [told(sentence, first, second, { said: clean(most), times: 0.5 })]
    if (!from.test(first.lead) || !to.test(second.lead)) return []
    const [risen, times] = rises.exec(after) ?? []
    if (risen) return [told(sentence, first, second, { said: clean(risen), times: numberOfTimes(times!) + 1 })]
    const [twofold, more] = doubled.exec(after) ?? []
    if (twofold) return doubledOf(sentence, first, second, twofold, more !== undefined)
    const [half] = halved.exec(after) ?? []
    if (half) return [told(sentence, second, first, { said: clean(half), times: 2 })]
    const [risenTo] = grew.exec(second.lead) ?? []
    if (risenTo) return [told(sentence, first, second, { said: risenTo, strict: true })]
    const [fallenTo] = shrank.exec(second.lead) ?? []
    return fallenTo ? [told(sentence, second, first, { said: fallenTo, strict: true })] : []
  })
}

function doubledOf(sentence: Sentence, first: Mention, second: Mention, words: string, isMore: boolean): Claim[] {
  const times = /两番/.test(words) ? 4 : 2
  return [told(sentence, first, second, { said: clean(words), times }, !isMore && !/超过/.test(words))]
}

function clean(words: string): string {
  return words.replace(/^[，,（]/, '')
}
