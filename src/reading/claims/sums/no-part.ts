import type { Mention } from '../text/sentences.ts'

/** 「全年预算412.50万元，其中年中追加92.50万元，支出398.66万元」: what was spent is no part of what was planned. */
export function isCarriedOut(total: Mention, { lead }: Mention): boolean {
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
export function isOtherFlow(total: Mention, { label }: Mention): boolean {
  return /收入/.test(total.label) && !/支出/.test(total.label) && /^[^收]*支出(?:合计|总计|总额)?$/.test(label)
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
