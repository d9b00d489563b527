import { clauseOf } from '../rates/rate-pairs.ts'
import type { Mention } from '../text/sentences.ts'

/** What 「X均」 is reckoned over, by its noun: the measure words of what is counted. */
const nouns: Readonly<Record<string, readonly string[]>> = {
  人: ['人', '名', '位', '人次'],
  户: ['户'],
  企: ['家', '户', '个'],
  村: ['个村', '村', '个'],
  车: ['辆', '台'],
  台: ['台', '辆'],
  亩: ['亩'],
  件: ['件'],
  案: ['件', '起', '宗'],
  宗: ['宗', '件', '起'],
  笔: ['笔'],
  批: ['批', '批次', '个批次'],
  场: ['场', '场次'],
  期: ['期'],
  班: ['个', '个班'],
  校: ['所', '个'],
  园: ['所', '家', '个'],
  店: ['家', '个'],
  站: ['个', '座'],
  点: ['个', '处'],
  单: ['单'],
  座: ['座'],
  处: ['处'],
  吨: ['吨'],
}

const mean =
  /(?<![年月日季周平])(人|户|企|村|车|台|亩|件|案|宗|笔|批|场|期|班|校|园|店|站|点|单|座|处|吨)均(?!衡|匀|等|为[^\d]|有|可)\p{Script=Han}{0,9}$/u
const each = /平均每(?:个|一)?(公里|平方米|人次|[\p{Script=Han}])\p{Script=Han}{0,6}$/u
/** What a standard allows, what it was before, and what it is for a month are no means of what was told. */
const other =
  /标准|定额|上年|去年|同期|目标|计划|[比较由从]|低于|高于|不超过|[月年日季]均|每[月年日]|增收|收入|可支配|生产总值|预算|[按以].*(?:计|算)/

/** The measure words of what a mean is over; undefined where a number is none. 「车均运行费」 → 辆, 台. */
export function meanOver(mention: Mention): readonly string[] | undefined {
  const { quantity } = mention.figure
  if (!/^(?:money|count|area|weight)$/.test(quantity.unit.kind) || quantity.looseness !== 'exact') return undefined
  const clause = clauseOf(mention)
    .replace(/^[（(]/, '')
    .trim()
  if (other.test(clause)) return undefined
  const noun = mean.exec(clause)?.[1]
  if (noun) return nouns[noun]
  const thing = each.exec(clause)?.[1]
  return thing ? (nouns[thing] ?? [thing]) : undefined
}
