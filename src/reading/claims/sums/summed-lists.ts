import { meets } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { intervalOf } from '#domain/quantity.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'
import { addsUp, sumOf } from './adds-up.ts'
import { addsSome } from './named-sums.ts'
import { summedUp } from './summed-up.ts'

/** What closes a list, alone in its clause: 「，三年累计投入」「，支出共」「，采购总金额」「，共计」. */
const closes =
  /^[，,；;]\s*(?:以上|上述|前述)?(?:(?<count>[两二三四五六七八九十])个?(?:项|类|者|次|批|期|年|年度|部分|方面|标段|季度|类人员|项合计)?)?(?<before>[\p{Script=Han}]{0,6}?)(?:共计|合计|总计|一共|(?<!公)共|累计|总)(?<behind>[\p{Script=Han}]{0,6}?)(?:[为达是有]|[:：])?$/u
/** A sum of one thing is of that thing: 支出 of what was spent, 投入 of what was put in. */
const acts: readonly RegExp[] = [
  /支出|支付|用于|使用|开支|花费|列支|购置|经费/,
  /投入|投资|资金/,
  /采购|购置|购买|中标|合同/,
  /完成|建设|新建|改造|实施/,
  /安排|下达|拨付|到位|分配|来源/,
  /发放|补助|补贴|兑付|资助/,
  /收入|入库|征收|收缴/,
  /检查|巡查|排查|抽查|检测|抽检/,
  /培训|参训/,
  /金额|总额|数量|数/,
]
const open = /主要(?!用于|包括)|之一|部分(?!采购|资金|构成|合计|共)|以上|左右/
const fewest = 3

/**
 * A list of three or more and, in the very next clause, what it comes to: 「A18.6万元，B7.9万元，C5.5万元，支出共32万元」「三部分采购金额分别为
 * A、B、C，采购总金额D」. Nothing else of their measure stands before; bound by the words, whatever is printed.
 */
export function summedLists(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((total, at) => {
    if (total.figure.quantity.unit.kind === 'share') return weightsOfAll(sentence, total, at)
    const lead = total.lead.replace(/^[（(][^（()）]{1,4}[）)]/, '').trim()
    const found = closes.exec(lead) ?? (isYear(sentence, at) ? ofYear.exec(lead) : null)
    if (!found || !isItem(total) || total.depth > 0 || addsSome(total) || /其余|其他|剩余|未|尚|上年/.test(total.lead))
      return []
    const list = listBefore(sentence.mentions.slice(0, at), total)
    if ((list.length < fewest && !areTimes(list, halves)) || !isClosed(sentence, list, total)) return []
    if ('一二三四五六七八九十'.indexOf(found.groups?.['count'] ?? '') + 1 === list.length)
      return [summedUp(sentence, total, list, addsUp(total, list))]
    const act = `${found.groups?.['before'] ?? ''}${found.groups?.['behind'] ?? ''}`
    if (!isOfAct(sentence, list, act)) return []
    return [summedUp(sentence, total, list, addsUp(total, list))]
  })
}

/** 「权重分别为决策15%、过程25%、产出35%、效益25%，合计100%」 */
function weightsOfAll(sentence: Sentence, total: Mention, at: number): Claim[] {
  if (
    !/^[，,；;]\s*(?:共计|合计|总计|总和为?|之和为?)(?:为)?$/.test(total.lead.trim()) ||
    !total.figure.quantity.value.eq(100)
  )
    return []
  let from = at - 1
  while (from > 0 && /^[、，,和及与]/.test(sentence.mentions[from]!.lead) && isShare(sentence.mentions[from - 1]!))
    from--
  const list = sentence.mentions.slice(Math.max(0, from), at)
  if (list.length < fewest || !list.every(isShare)) return []
  const told = list.map(({ lead }) => lead).join('')
  if (!/权重|占比|比例|比重|各占|分别为/.test(told) || /其中|同比|增长|上年/.test(told)) return []
  return [summedUp(sentence, { ...total, label: '合计' }, list, addsUp(total, list))]
}

function isShare({ figure: { quantity } }: Mention): boolean {
  return quantity.unit.kind === 'share' && quantity.looseness === 'exact'
}

function isItem(mention: Mention): boolean {
  const { looseness, unit } = mention.figure.quantity
  return looseness === 'exact' && roleOf(mention) === 'plain' && !/^(?:share|points|score|none)$/.test(unit.kind)
}

/** The run right before it that one mark joins, each item but its name and its number. */
function listBefore(before: readonly Mention[], total: Mention): readonly Mention[] {
  const list: Mention[] = []
  let mark = ''
  for (const each of before.toReversed()) {
    if (!isItem(each) || each.depth !== total.depth || !counts(each, total)) return []
    list.unshift(each)
    const lead = each.lead.replace(/^[（(][^（()）]{1,4}[）)]/, '').trim()
    if (/[：:]|(?:分别|依次|其中|包括|方面[，,])/.test(lead) || !/^[、，,；;和及]/.test(lead)) return list
    const own = /^[和及]/.test(lead) ? '、' : lead[0]!
    if (
      lead.length > 18 ||
      /[，,；;。]/.test(lead.slice(1)) ||
      (mark !== '' && own !== mark && !/[和及]/.test(lead[0]!))
    )
      return []
    mark = own
  }
  return list
}

/** 「电脑28台、桌椅15套，共计63台（套）」: things may be counted by either word. */
function counts(each: Mention, total: Mention): boolean {
  if (sameKind(each, total)) return true
  // 「第一期82人、第二期76人、第三期91人，累计参训249人次」: who came each time is counted by the time in all.
  if (total.figure.quantity.unit.name === '人次' && isOnce(each)) return true
  const other = /^\s*[（(/／]([\p{Script=Han}]{1,2})[）)]?/u.exec(total.after)?.[1]
  return other !== undefined && each.figure.quantity.unit.kind === 'count' && each.figure.quantity.unit.name === other
}

const halves = [/上半年/, /下半年/]
const quarters = [/一季度/, /二季度/, /三季度/, /四季度/]
/** 「，全年完成投资」 closes a list of all of its parts. */
const ofYear = /^[，,；;]\s*(?<before>全年)(?<behind>[\p{Script=Han}]{0,8})$/u

/** Whether the list before is one of all halves or quarters of a year. */
function isYear({ mentions }: Sentence, at: number): boolean {
  return [halves, quarters].some(
    (times) => at >= times.length && areTimes(mentions.slice(at - times.length, at), times),
  )
}

/** 「上半年120人，下半年135人」 are a whole year. */
function areTimes(list: readonly Mention[], times: readonly RegExp[]): boolean {
  return list.length === times.length && times.every((time, at) => time.test(list[at]!.lead))
}

function isOnce({ lead, figure }: Mention): boolean {
  return (
    /^[人名位]$/.test(figure.quantity.unit.name) &&
    /(?:第?[一二三四五六七八九十\d]+[期批次轮场]|[上下]半年|[一二三四]季度)[\p{Script=Han}]{0,8}$/u.test(lead)
  )
}

/** Nothing of its measure was told before, and no number elsewhere is what the list makes. */
function isClosed(sentence: Sentence, list: readonly Mention[], total: Mention): boolean {
  const [first, last] = [list[0]!, list.at(-1)!]
  const text = sentence.text.slice(first.start - first.lead.length - sentence.start, last.end - sentence.start)
  if (open.test(text.replace(/[（(][^（()）]*[）)]/g, '')) || /^[\p{Script=Han}]{0,2}等/u.test(last.after)) return false
  const sum = sumOf(list)
  return !sentence.mentions.some(
    (each) =>
      !list.includes(each) &&
      each !== total &&
      sameKind(each, total) &&
      (each.start < first.start || meets(intervalOf(each.figure.quantity), sum)),
  )
}

/** What was done to sum up is what the list is said to be of. */
function isOfAct(sentence: Sentence, list: readonly Mention[], act: string): boolean {
  const own = acts.filter((each) => each.test(act))
  if (act === '' || own.length === 0) return act.length <= 2
  const said = sentence.text.slice(0, list.at(-1)!.start - sentence.start)
  return own.some((each) => each.test(said) || each === acts.at(-1))
}
