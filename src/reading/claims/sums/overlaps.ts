import { addsUp } from './adds-up.ts'
import type { Claim } from '#domain/claim.ts'
import type { Sentence } from '../text/sentences.ts'

const overlap =
  /(?:不作|不能|不可|不宜|不应|不予|不得|未作|无法)(?:简单|直接|重复|再)?(?:相加|加总|累加|加和|汇总|合计)|(?:存在|互有|相互|部分|有)(?:人员|对象|项目|统计)?(?:重叠|重合|交叉|重复(?!建|投|购|配))|口径不同，?不|[两二三四几多]\s*(?:类|项|种|个|者)[^，。；]{0,6}(?:同时|兼|(?:均|都)(?:有|存在|享受|具备|符合|参加))|同时(?:存在|享受|具备|涉及)|(?:包含|包括|计入)在(?:前|上述|以上|其中|内)|的一部分(?![组构])|抵[去减消扣销]|冲[减抵销]|轧差/
const ofThose = /^\s*(?:[（(]?注|上述|以上|其中|两|三|四|各|这|前述)/

/**
 * Drops sums that don't hold of a list whose parts are said to overlap: 「低保家庭儿童268人，两类家庭存在交叉，不作相加」,
 * 「上述三项统计对象存在交叉，不可简单相加」 in the sentence behind, 「两类问题均存在的有1台」.
 */
export function withoutOverlaps(claims: readonly Claim[], sentences: readonly Sentence[]): readonly Claim[] {
  let said: readonly Sentence[] | undefined
  return claims.filter(({ rule, form, quote }) => {
    // What is left over is no list.
    if (form.is !== 'sum' || rule === 'sum.remainder' || addsUp(form.total, form.parts)) return true
    if (hasPrice(form)) return false
    said ??= sentences.filter(
      (sentence, at) => overlap.test(sentence.text) || isSaidBehind(sentence, sentences[at + 1]),
    )
    return !said.some(({ block, start, end }) => block === quote.block && start <= quote.start && quote.start < end)
  })
}

function isSaidBehind(sentence: Sentence, next: Sentence | undefined): boolean {
  const text = sentence.paragraph.text.slice(sentence.end, next?.block === sentence.block ? next.end : undefined)
  return ofThose.test(text) && overlap.test(text)
}

/** 「安排1102.80万元，恰为人数乘600元，另有864.00万元、233.20万元」: what is told in 元 is a price where the ten thousands make the total. */
function hasPrice({ total, parts }: Extract<Claim['form'], { is: 'sum' }>): boolean {
  if (!/[万亿]/.test(total.figure.quantity.unit.scale)) return false
  const others = parts.filter(
    ({ figure: { quantity } }) => quantity.unit.kind !== 'money' || quantity.unit.scale !== '',
  )
  return others.length >= 2 && others.length < parts.length && addsUp(total, others)
}
