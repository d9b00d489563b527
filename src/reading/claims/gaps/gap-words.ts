import { afterLast } from '#domain/clauses.ts'
import type { Mention } from '../text/sentences.ts'

/**
 * What the words before a number say it is: what lies between two others.
 *
 * from   what it is told to differ from, where they name it: 「较预算减少」 → 预算
 */
export type Gap = { readonly from?: RegExp }

/** One measure may be held against a plan under several names. */
const namesakes: readonly RegExp[] = [
  /预算|概算|估算|控制数/,
  /计划|规划|目标|任务|指标|方案|既定|预期|预计|标准|要求|规定|拟/,
  /限额|限价|限值|上限|控制价|控制线|红线|控制数|限定/,
  /标准|要求|定额|规定|规范|定员|目标/,
  /合同|约定|中标价|协议/,
  /申报|申请|上报|填报|自报|送审|报审|自评/,
  /账面|账载|账上|台账|登记|账存/,
  /编制|核定/,
  /设计|批复|下达|应/,
  /需求|需要|需/,
]
const comparands = [...new Set(namesakes.flatMap(({ source }) => source.split('|')))]
  .filter((word) => word.length > 1)
  .toSorted((one, two) => two.length - one.length)
  .join('|')

/** What was less than it was to be, left of it, or is wanting. */
const less =
  '少|短|欠|缺|差|亏|未|余|结余|结存|节余|剩余|结转|节约|节省|节支|核减|审减|调减|压减|削减|缩减|扣减|压缩|压降|减少|减支|减收|减|下浮|下降|降低|缩短|盘亏|漏|瞒报|低|提前|空编|空缺|空置|空余|空闲|闲置|尚可|还可|退回|驳回|不合格|不达标|不符合|不予|不属实|无效|作废|淘汰|流标|废标|否决|落选|弃权|反对|请假|缺席|缺勤|缺考|弃考|退出|退学|放弃|减免|剔除|流失|死亡'
/** What was more. */
const more =
  '超|多|增加|增收|增支|增产|核增|审增|调增|盘盈|虚|高|上浮|溢|延期|延长|延误|延迟|延|逾期|滞后|拖期|冒|快|慢|提高|提升|上升|富余'
const other = '相差|差额|差距|差异|差|缺口|偏差|落差'

/** What may stand around the word: 「实际」 before it, what was done and of what behind it. */
const ahead = '(?:[\\p{Script=Han}]{0,6}?)'
const around =
  '(?:即|共|共计|合计|仍|还|尚|实际|较好地|从而|因此|导致|造成|形成|产生|由此|其中|两者|二者|账实|存在|资金|经费|财政|工期|项目)*'
const tail = '(?:出|于|了|达|为|是|计|共|有|约|[:：]|\\s)*'

const named = new RegExp(
  `^${around}(?:较|比|与|同|距离|距|离|低于|高于|低|高|超过|超出|超额完成|超|少于|多于|大于|小于|不及|未达到?|突破|不足)${ahead}(${comparands})[\\p{Script=Han}]{0,6}?(?:${less}|${more}|${other}|于|过|出)?[\\p{Script=Han}]{0,4}?${tail}$`,
  'u',
)
/** The word itself has to open the clause; what it did not come to may be told behind it. */
const plain = new RegExp(`^${around}(?:${less}|${more}|${other})[\\p{Script=Han}]{0,6}?${tail}$`, 'u')
/** 「与年度目标380家次相比多服务55家次」: the comparison is made in the words before. */
const compared = new RegExp(
  `^(?:相比较?|比较|相比之下|的?[\\p{Script=Han}]{0,4})?(?:${less}|${more})[\\p{Script=Han}]{0,4}?${tail}$`,
  'u',
)

/** These are what lies between, whatever stands before them: 「评审核减」「项目资金缺口」. */
const strong = new RegExp(
  `^(?!.*(?:上年|年初|历年|累计|滚存|以前|往年|其他|去年|上期))[\\p{Script=Han}]{1,8}?(?:核减|审减|核增|审增|调减|压减|盘亏|盘盈|缺口|节约|节支|节余|结余|结转|剩余|超支|超收|短收|短缺|差额|差距|相差|空编|空缺|超编|缺编|未完成|未到位|未支[出付]|未使用|未拨付|未兑付|未整改|未办结|未开工|未完工|未验收|未发放|未收回|未缴纳?)[\\p{Script=Han}]{0,4}?${tail}$`,
  'u',
)

/** 「计划56户，实际52户，4户未脱贫」「应发168户，实发165户，3户因死亡停发」: the word may stand behind its number. */
const behind =
  /^[\p{Script=Han}]{0,3}?(?:因[^，；。]{1,14}?)?(?:尚未|仍未|还未|未能|未予|未|没有|停发|停[止建]|取消|放弃|不合格|缺席)/u

/** Words that begin like these and say something else. */
const noGap =
  /累计|滚存|历年|以前|未来|多为|多数|多次|多种|多家|超过一半|少数|高标准|高级|高中|高校|高新|高层|高龄|高度|低保|低收入|差旅|差评|差别|欠费|快递|快速|慢性|上年|去年|上一年|同期|上期|年初(?!.{0,6}(?:预算|目标|计划|任务|指标|安排))|上月|环比|同比|其他|占|率|平均|均[为已是]|最高|最低|多元|多功能|提高|提升.*(?:能力|水平)|缺陷|短期|短信|未成年|虚拟|延伸|增加值/

const above = /超|逾期|延[期长误迟]|滞后|拖期|高|盘盈|[核审]增|上浮|溢|增|升|(?<!虚)多(?![报计列付领发算支])/
const below =
  /结[余转存]|节|剩|余|未|尚|[核审调压]减|减|压|盘亏|少(?![报计列])|欠|缺|短|低|下浮|下降|降低|缩|空|提前|不足/

/** Whether what was done is told to be more (1) or less (−1) than what was to be; 0 where the words leave that open. */
export function wayOf(mention: Mention): 1 | -1 | 0 {
  const words = ownClause(mention) || (/^[\p{Script=Han}]*/u.exec(mention.after)?.[0] ?? '')
  const [isAbove, isBelow] = [above.test(words) && !/虚/.test(words), below.test(words)]
  if (isAbove === isBelow) return 0
  return isAbove ? 1 : -1
}

/** What a number lies between, by the clause before it. */
export function gapOf(mention: Mention): Gap | undefined {
  const clause = ownClause(mention)
  if (clause === '' && /[，,]\s*$/.test(mention.lead)) return behind.test(mention.after) ? {} : undefined
  return gapIn(clause)
}

/** The same of the words of a clause. */
export function gapIn(lead: string): Gap | undefined {
  const clause = afterLast(lead.replace(/[（(]$/, ''), '，,；;。：:（(）)').trim()
  if (clause === '' || noGap.test(clause)) return undefined
  const from = named.exec(clause)?.[1]
  if (from !== undefined) return { from: namesakes.find((each) => each.test(from)) ?? new RegExp(from) }
  return plain.test(clause) || strong.test(clause) ? {} : undefined
}

/** Whether a number is told right behind the one it is held against: 「比计划120户多8户」. */
export function isComparedGap({ lead }: Mention): boolean {
  return compared.test(lead.trim()) && !noGap.test(lead)
}

/** The words since the last mark or bracket; what names the measure in a bracket goes with the number before. */
export function ownClause({ lead }: Mention): string {
  return afterLast(lead, '，,；;。：:（(）)').trim()
}
