import { afterLast } from '#domain/clauses.ts'
import type { Mention } from '../text/sentences.ts'

/** Whether what stands behind a total, after a part of it, tells another thing than its next part. */
export function isNoPart(total: Mention, mention: Mention): boolean {
  return [isCarriedOut, isOtherFlow, isLeftOver, isNewcomer].some((is) => is(total, mention))
}

/** 「全年预算412.50万元，其中年中追加92.50万元，支出398.66万元」: what was spent is no part of what was planned. */
function isCarriedOut(total: Mention, { lead }: Mention): boolean {
  return (
    /预算[^，；]{0,4}$/.test(total.lead) &&
    /^[，,；;](?:全年|实际|累计|当年)?(?:支出|执行|支付)(?:数|金额)?$/.test(lead)
  )
}

/** 「履职效能48.9分，扣1.1分」: what was taken off is no part of what was given. */
export function isDeducted({ lead, figure }: Mention): boolean {
  return figure.quantity.unit.kind === 'score' && /扣[减除]?[^，；]{0,3}$/.test(lead)
}

/** 「收入28600亿元，其中保险费收入24600亿元；支出27900亿元」: what was spent is no part of what came in. */
function isOtherFlow(total: Mention, { label }: Mention): boolean {
  return /收入/.test(total.label) && !/支出/.test(total.label) && /^[^收]*支出(?:合计|总计|总额)?$/.test(label)
}

/** 「支出A，其中中央资金支出B，结转C」: what is left over is no part of what was spent. */
function isLeftOver(total: Mention, { lead }: Mention): boolean {
  return (
    /支出$/.test(total.label) &&
    !/安排|预算|计划|应/.test(total.label) &&
    /^[，,；;](?:年末)?(?:财政拨款)?(?:结转|结余|剩余|未支出|尚未支出)(?:下年|资金|金额)?$/.test(lead)
  )
}

/** 「上年缴费人员90人中，本年续缴80人；新增缴费12人」: who is new is none of those there were before. */
function isNewcomer(total: Mention, { lead }: Mention): boolean {
  return (
    total.figure.quantity.unit.kind === 'count' &&
    /(?:上年|去年|原有)[^，；。]*$/.test(total.lead) &&
    /[；;，,](?:本年|当年|今年)?新(?!兴|型|区|城|农)[^，；。]*$/.test(lead)
  )
}

/** 「集中供养资金88万元，其中春节补贴21万元；散养供养资金177万元」: a thing named like the total is told beside it. */
export function isSibling(total: Mention, { lead, label }: Mention, first: Mention): boolean {
  const [opening, ending] = [total.label.slice(0, 2), total.label.slice(-3)]
  // 「各类诉求2844件，其中咨询类诉求1246件；求助类诉求567件」: the part before bears that name, too.
  if (first.label.endsWith(ending)) return false
  if (!/[；;]/.test(lead) || label.length <= 3) return false
  return (ending.length === 3 && label.endsWith(ending)) || (total.label.length > 4 && label.startsWith(opening))
}

/** 「其中网上办理131.2万件…；网上办理中通过手机端提交的58.9万件」: what was told is named again and taken apart. */
export function isWithinPart({ lead }: Mention, part: Mention): boolean {
  const name = /(?:^|[，；;、])\s*在?(\p{Script=Han}{2,12}?)中(?:[由以经的有通属]|$)/u.exec(lead)?.[1]
  return (
    name !== undefined &&
    name !== '其' &&
    (part.label.includes(name) || (part.label.length >= 2 && name.includes(part.label)))
  )
}

/** 「2019年脱贫1356人，累计脱贫4787人，尚余199人」: what was done in all the years is no part of what was done in one. */
export function isSinceThen(total: Mention, part: Mention, text: string): boolean {
  const [whole, own] = [total, part].map(({ start }) => afterLast(text.slice(0, start), '，；;。：'))
  const deed = /累计(?:已|共)?(\p{Script=Han}{2})/u.exec(own!)?.[1]
  return deed !== undefined && whole!.includes(deed) && /20\d\d年|[本当今]年/.test(whole!) && !/累计/.test(whole!)
}
