import { allMatches } from '#domain/all-matches.ts'
import type { Rule, Verdict } from '../../rule.ts'
import { type Line, evidenceAt, linesOf, linesCued } from '../paragraphs.ts'
import { orHolds, reported } from '../verdicts.ts'

const rise =
  /(?:同比|环比|比上年|较上年|较去年|比去年)?(增长|增加|提高|上升|增幅达?|提升)(?:了|约|近|到)?\s?[-－−]\s?(\d[\d.]*)\s?([%％]|个百分点|万元|元|亿元)/g
const fall =
  /(下降|减少|降低|压减|缩减|减幅达?|降幅达?)(?:了|约|近)?\s?[-－−]\s?(\d[\d.]*)\s?([%％]|个百分点|万元|元|亿元)/g
const times =
  /(下降|减少|降低|缩减|压减|下调|缩小)(?:了|约|近|达|超过)?\s?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百]{1,3})\s?(?:多|余)?倍/g
const points = /\d(?:[%％]\s?个百分点|个百分点\s?[%％])/g
/** Each of the patterns needs one of these: a minus, 倍, or 百分点. */
const needed = /[-－−倍]|百分点/g
const opposite: Readonly<Record<string, string>> = {
  增长: '下降',
  增加: '减少',
  提高: '降低',
  上升: '下降',
  提升: '降低',
  增幅: '降幅',
  增幅达: '降幅达',
}

/** Words of change fit their numbers: no 「增长-3%」, no 「下降2倍」, no 「3%个百分点」. All warnings. */
export const changeWords: Rule = {
  id: 'wording.change',
  title: '增减用语与数字的正负、倍数、百分点搭配得当',
  source: 'GB/T 15835-2011、统计用语习惯',
  judge(reading) {
    return orHolds(linesCued(linesOf(reading), needed).flatMap(changesIn))
  },
}

function changesIn(line: Line): Verdict[] {
  const { text } = line
  return [
    ...each(line, allMatches(text, rise), ([whole, word = '', digits, unit]) => ({
      message: `“${whole}”：上升用语后不跟负数`,
      suggestion: `${opposite[word]}${digits}${unit}`,
    })),
    ...each(line, allMatches(text, fall), ([whole, word, digits, unit]) => ({
      message: `“${whole}”：“${word}”已表示减少，后面再用负数意思相反`,
      suggestion: `${word}${digits}${unit}`,
    })),
    ...each(line, allMatches(text, times), ([whole]) => ({
      message: `“${whole}”：减少不能用倍数，应写成百分数或“减少到原来的几分之几”`,
    })),
    ...each(line, allMatches(text, points), ([whole]) => ({
      message: `“${whole}”：“百分点”与“%”不能同时用，比率之差用百分点，增长幅度用%`,
    })),
  ]
}

function each(
  line: Line,
  matches: Iterable<RegExpMatchArray>,
  told: (match: RegExpMatchArray) => { message: string; suggestion?: string },
): Verdict[] {
  return [...matches].map((match) => {
    const { message, suggestion } = told(match)
    const start = match.index ?? 0
    const mend = suggestion ? `，应写“${suggestion}”` : ''
    return reported(
      'wording.change',
      'warning',
      `${message}${mend}`,
      [evidenceAt(line, start, start + match[0].length)],
      suggestion ? { suggestion } : {},
    )
  })
}
