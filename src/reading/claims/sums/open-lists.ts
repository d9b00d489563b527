import { intervalOf } from '#domain/quantity.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sumOf } from './adds-up.ts'
import { isLoose } from './list-kinds.ts'

const open = /等(?:方面|项目|内容|支出|费用|经费|工作|资金)?[^、]{0,6}$|主要|部分|重点|之一/

/** Whether a list names the main parts only, or the same once more. */
export function namesMain(sentence: Sentence, total: Mention, list: readonly Mention[], word: string): boolean {
  return (
    isOfInsurance(list) ||
    isOfFunds(list) ||
    areLevels(list) ||
    (word === '其中' && isOutlined(sentence, total, list) && !exceeds(total, list))
  )
}

export function exceeds({ figure }: Mention, list: readonly Mention[]): boolean {
  return sumOf(list).low.gt(intervalOf(figure.quantity).high)
}

/** 「主要」 before the list or in it, 「等」 behind it: not all of its parts are told. */
export function saysOpen(sentence: Sentence, list: readonly Mention[]): boolean {
  const [first, last] = [list[0]!, list.at(-1)!]
  const from = first.start - first.lead.length - sentence.start
  return (
    isOfInsurance(list) ||
    isOfFunds(list) ||
    open.test(sentence.text.slice(from, last.end - sentence.start)) ||
    /^等/.test(last.after)
  )
}

/** 「公路17.9万公里。其中新增高速269公里，高速达到5888公里，农村公路15.6万公里」: what was added is in another part. */
export function isOfNewOnes(list: readonly Mention[]): boolean {
  return list.some(({ label }) => {
    const [, own] = /^新增(.{2,})$/.exec(label) ?? []
    return own !== undefined && list.some((each) => each.label.startsWith(own))
  })
}

/**
 * 「谷物产量63300万吨，增产0.1%。其中，稻谷20800万吨，减产2.0%；小麦13700万吨，增产0.6%；…」: what is told of how each grew names
 * the main kinds of a quantity, not all.
 */
export function isOutlined(sentence: Sentence, total: Mention, list: readonly Mention[]): boolean {
  const [from, to] = [list[0]!, list.at(-1)!].map((each) => sentence.mentions.indexOf(each)) as [number, number]
  if (!isLoose(total, list)) return false
  // 「97.3万个」: of so few digits one is easily what another number would have there.
  const isCoarse = total.figure.quantity.unit.scale !== '' && total.figure.printed.replace('.', '').length <= 3
  return isCoarse || sentence.mentions.slice(from, to).some((each) => roleOf(each) === 'change')
}

/** 「基金收入37600亿元，其中保险费收入28000亿元，财政补贴收入8200亿元」: interest and transfers come in besides. */
function isOfInsurance([one, two, ...others]: readonly Mention[]): boolean {
  return (
    one !== undefined &&
    two !== undefined &&
    others.length === 0 &&
    /(?:保险费|缴费)收入$/.test(one.label) &&
    /(?:补[贴助]|资助)收入$/.test(two.label)
  )
}

/** 「基金预算收入6140万元，其中土地出让收入5613万元，配套费收入294万元」: the smaller funds are left out. */
function isOfFunds([one, two, ...others]: readonly Mention[]): boolean {
  return (
    one !== undefined &&
    two !== undefined &&
    others.length === 0 &&
    /土地(?:使用权)?出让(?:金|价款)?(?:收入|支出)$/.test(one.label)
  )
}

/** 「教职工62人，其中高级4人、…、退休职工28人」: who has retired is told behind those who serve. */
export function withoutRetired(list: readonly Mention[]): readonly Mention[] | undefined {
  const own = list.filter(({ label }) => !/离休|退休|遗属/.test(label))
  return own.length >= 2 && own.length < list.length ? own : undefined
}

/** 「指标15个，其中一级指标3个，二级指标7个，三级指标15个」: the same things once more at every level. */
export function areLevels(list: readonly Mention[]): boolean {
  return list.length >= 2 && list.every(({ label }) => /级指标$/.test(label))
}

/** 「，债券占66.33%，」: a share that names what it is of, whose amount is not told. */
export function namesItsPart({ lead, figure }: Mention): boolean {
  const name = /^[，,、；;]?\s*(?:其中[：:]?)?([\p{Script=Han}“”]{2,12}?)(?:约|仅|所)?占(?:比)?(?:为|约)?$/u.exec(
    lead,
  )?.[1]
  return (
    figure.quantity.unit.kind === 'share' &&
    name !== undefined &&
    !/在|^(?:其|各|分别|约|仅|共|合计|[两三四五]者|前|金额|个数|数量|人数|户数|资金|面积|均)/.test(name)
  )
}
