/**
 * What words say of a goal and what came of it.
 *
 * is     more was done than wanted, what was wanted, or less
 * said   the words
 */
export type Verdict = { readonly is: 'above' | 'met' | 'below'; readonly said: string }

/** What is the better the less there is of it. */
export const lessIsBetter =
  /事故|发生率|死亡|差错|失业|投诉|漏损|能耗|成本|时间|时限|浓度|逾期|排放|费用|误差|负债|空置|流失|辍学|违[法规约]|超标|不合格|不良|病|用水量|耗|天数|间隔|损失|欠|退[回件]|返工|故障/

const year = '(?:了|年度|年初|全年|当年|预期|既定|设定|绩效|计划|规定|预定|总体|各项|该项|上述|本项|的)*'
const goals = '(?:目标值?|任务|计划|指标值?|要求|标准值?)'
/** Behind it a rate or a number would tell how much of the goal. */
const closes = '(?!的?\\s?(?:\\d|百分|比例|率|情况|程度)|的)'
const below = new RegExp(
  `(?:未|没有|未能|尚未|不)(?:完全|全面|按期|如期|按时)?(?:达标|达成|达到|完成|实现)${year}(?:${goals})?${closes}|低于${year}${goals}${closes}|不及${goals}|少于计划`,
  'u',
)
const above = new RegExp(
  `超额(?:完成|实现|达成)?${year}(?:${goals})?${closes}|(?:超过|高于|超出|优于|突破)${year}${goals}${closes}|超(?:目标|计划)(?:完成)?`,
  'u',
)
const met = new RegExp(
  `(?:达到|完成|实现|达成|符合|满足)${year}${goals}${closes}|达标(?!率)|${goals}(?:已|均|全部|如期|顺利|圆满)*(?:完成|实现|达成)${closes}`,
  'u',
)

/** The verdict told right behind two numbers, where one is and nothing else is said of them before it. */
export function verdictIn(words: string): Verdict | undefined {
  const near = /^(?:[^，；。（）]{0,12}[）]?)[，（][^，；。]{0,24}/u.exec(words)?.[0] ?? ''
  for (const [is, pattern] of [
    ['below', below],
    ['above', above],
    ['met', met],
  ] as const) {
    const [said] = pattern.exec(near) ?? []
    // 「达标的20个，未达到的2个」: what the next number counts.
    if (said?.endsWith('的')) return undefined
    if (said !== undefined) return /是否|若|如果|应当|力争|确保/.test(near) ? undefined : { is, said }
  }
  return undefined
}
