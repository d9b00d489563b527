import type { Claim } from '#domain/claim.ts'
import type { Sentence } from '../text/sentences.ts'
import { allDone } from './all-done.ts'
import { boundsTold } from './bounds-told.ts'
import { eachAbove } from './each-above.ts'
import { goalsMet } from './goals-met.ts'
import { mostAndLeast } from './most-and-least.ts'
import { sameAsLastYear } from './same-as-last-year.ts'
import { timesAsMuch } from './times-as-much.ts'
import { yearByYear } from './year-by-year.ts'

/** Each reader, and what has to stand in a sentence for it. */
const readers: readonly (readonly [RegExp, (sentence: Sentence) => readonly Claim[]])[] = [
  [/持平|相同|一样|相等|增减|变[化动]/, sameAsLastYear],
  [/达|完成|实现|超|低于|不及|少于|高于|优于|突破|符合|满足/, goalsMet],
  [
    /高于|超|大于|多于|优于|好于|高出|不[低少高多]于|突破|低于|少于|小于|控制在|达到|满足|符合|实现|完成|不及/,
    boundsTold,
  ],
  [/均|都|全部/, eachAbove],
  [/逐|连年|连续|年年|持续|稳步|依次|呈/, yearByYear],
  [/最[高低多少大小]/, mostAndLeast],
  [/倍|番|半|[加长升大少降缩短低减][到至为]/, timesAsMuch],
]

/** What words say of two numbers without a third: that they are the same, which is more, or how many times as much. */
export function verdicts(sentences: readonly Sentence[]): Claim[] {
  return [
    ...sentences.flatMap((sentence) =>
      sentence.mentions.length > 1
        ? readers.flatMap(([cue, read]) => (cue.test(sentence.text) ? read(sentence) : []))
        : [],
    ),
    ...allDone(sentences),
  ]
}
