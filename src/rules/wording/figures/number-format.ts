import { allMatches } from '#domain/all-matches.ts'
import type { Evidence } from '#domain/finding.ts'
import type { Rule, Verdict } from '../../rule.ts'
import { type Line, evidenceAt, linesCued, linesOf, matchesIn } from '../paragraphs.ts'
import { firstText, orHolds, placesOf, reported } from '../verdicts.ts'

const grouped = /(?<![\d.,，])\d{1,3}(?:[,，]\d{1,4})+(?:\.\d+)?(?=\s?(?:万元|亿元|元|平方米))/g
const wellGrouped = /^\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$/
const wideDigit = /[０-９]+/g
const tenThousands = /(?<![\d.])\d+(?:\.\d+)?万(?=[，。；、,;）)]|$)/g
const money = /资金|支出|收入|预算|经费|补助|投资|拨款|结余|贷款|金额|费用|决算|税收|产值|销售额/
const counted = /人|户|亩|册|份|株|条|件|次|头|只|羽|吨|公里|平方|台|套|辆|粉丝|点击|阅读|浏览|流量|字|步|度/

/** Numbers are written properly: thousands in threes, digits of one width, 万 of money with its 元. Notes only. */
export const numberFormat: Rule = {
  id: 'number.format',
  title: '数字写法规范：千位分节、全半角一致、金额带“元”',
  source: 'GB/T 15835-2011',
  judge(reading) {
    const lines = linesOf(reading)
    const badGroups = linesCued(lines, /\d[,，]\d/g).flatMap(badlyGrouped)
    const wide = matchesIn(
      linesCued(lines, wideDigit).filter(({ text }) => /[0-9]/.test(text)),
      wideDigit,
    )
    const noYuan = linesCued(lines, /\d万/g).flatMap(withoutYuan)
    return orHolds([
      ...told(badGroups, '千位分节符位置不对', '整数部分应从个位起每三位一节，请核对数字'),
      ...told(wide, '全角数字与半角数字混用', '应统一用半角数字'),
      ...told(noYuan, '金额写了“万”没有写“元”', '应写作“万元”'),
    ])
  },
}

function badlyGrouped(line: Line): Evidence[] {
  return allMatches(line.text, grouped).flatMap((match) => {
    const before = line.text.slice(Math.max(0, match.index - 12), match.index)
    if (wellGrouped.test(match[0]) || /分别|各/.test(before)) return []
    return [evidenceAt(line, match.index, match.index + match[0].length)]
  })
}

/** 「支出19204.096万，」: a word of money stands before it in the clause, and nothing that is counted. */
function withoutYuan(line: Line): Evidence[] {
  return allMatches(line.text, tenThousands).flatMap((match) => {
    const clause =
      line.text
        .slice(0, match.index)
        .split(/[，。；;,]/)
        .at(-1) ?? ''
    if (!money.test(clause) || counted.test(clause)) return []
    return [evidenceAt(line, match.index, match.index + match[0].length)]
  })
}

function told(evidence: readonly Evidence[], what: string, mend: string): Verdict[] {
  if (evidence.length === 0) return []
  return [
    reported('number.format', 'info', `${what}：“${firstText(evidence)}”${placesOf(evidence)}，${mend}`, evidence),
  ]
}
