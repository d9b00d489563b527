import type { Rule, Verdict } from '../../rule.ts'
import { linesOf, matchesIn, wholeOf } from '../paragraphs.ts'
import { firstText, placesOf, reported } from '../verdicts.ts'

const kinds: readonly [what: string, pattern: RegExp][] = [
  [
    '排名、位次',
    /(?:全国|全省|全市|全县|全区|全州|排名|位列|位居|名列)(?:[\p{Script=Han}]{0,6})?(?:第\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?![季批期次届个轮阶部产人年条项]|\d)|前(?:\d{1,2}|[一二三四五六七八九十]{1,2})|首位|榜首|前列)/gu,
  ],
  ['首个、唯一', /(?:全国|全省|全市|全县|全区|全州|国内)(?:首个|首家|首创|首例|率先|唯一)/g],
  [
    '没有问题',
    /(?<![“"])(?:无(?:任何)?截留|无挤占|无挪用|没有截留|不存在截留|未(?:发生|出现)(?:一起|任何)?[\p{Script=Han}]{0,10}(?:问题|事故|事件|现象|行为|案件)|零(?:投诉|事故|上访|差错|违规|举报|失误|积压))/gu,
  ],
]

/** Absolute claims want evidence (I94): rankings, firsts, 「无截留」. One note a kind, never an accusation. */
export const absoluteClaims: Rule = {
  id: 'I94',
  title: '排名、首个、零差错等绝对说法有佐证',
  source: '本系统核对规则',
  judge(reading) {
    const lines = linesOf(reading)
    const verdicts = kinds.flatMap(([what, pattern]): Verdict[] => {
      // Sought in the whole text first: none of the patterns asks for the end of a line.
      const evidence = wholeOf(lines).search(pattern) < 0 ? [] : matchesIn(lines, pattern)
      if (evidence.length === 0) return []
      return [
        reported(
          'I94',
          'info',
          `${what}的说法${placesOf(evidence)}需有佐证材料：“${firstText(evidence)}”，请备好通报、文件或核查记录`,
          evidence,
        ),
      ]
    })
    return verdicts.length > 0 ? verdicts : [{ outcome: 'not-applicable' }]
  },
}
