import { afterLast, beforeFirst } from '#domain/clauses.ts'
import { isAmount } from '../rate-pairs.ts'
import type { Mention } from '../../text/sentences.ts'

/**
 * What a number of a survey counts.
 *
 * sent       those asked: 发放, 抽取, 走访
 * returned   what came back: 收回, 接通
 * valid      what could be used: 有效
 * void       what could not: 无效, 剔除
 * pleased    one grade of satisfaction, or several that are told as one number
 * other      those not satisfied or of no opinion
 */
export type SurveyRole = 'sent' | 'returned' | 'valid' | 'void' | 'pleased' | 'other'

/** Those asked and what became of it: a new number of those asked begins another survey. */
export type Survey = {
  readonly sent?: Mention
  readonly returned?: Mention
  readonly valid?: Mention
  readonly pleased: readonly Mention[]
  readonly others: readonly Mention[]
  readonly voids: readonly Mention[]
}

const people = /^(?:份|人|名|位|户|家|个|人次|次|张|件)$/
const asked = '发放|发出|派发|投放|下发|抽取|抽样|随机|走访|拦访|访问|回访|访谈|调查|邀请'
/** 「向服务对象发放调查问卷」「随机走访群众」「电话访问受益对象」. */
const sent = new RegExp(`(?:${asked})(?:了|共|约)?\\p{Script=Han}{0,10}$`, 'u')
const returned =
  /(?<!未)(?:收回|回收|收到|返回|实收|接通|成功访问|反馈|完成答卷|收集)(?:了|共|调查|答卷|问卷|调查表|测评表|样本|电话)*$/
const valid = /(?<!无)有效(?:了|共|的|回收|收回|调查|答卷|问卷|样本|答复|测评表|访问|份数|数)*$/
const voided = /(?:无效|作废|废卷|剔除|扣除|漏答|雷同|空白)[^，；。]{0,12}$/
/** 「满意」「“非常满意”」「满意和基本满意」; what they were asked about may be in between: 「表示对服务满意」. */
const grade = '(?:十分|非常|很|比较|较为?|基本|总体)?满意'
const pleased = new RegExp(`(?<!不|不太|不够|不很|不大)${grade}(?:(?:[、和与及或]|以及)${grade})*(?:以上)?的?$`)
const unpleased = /(?:不|不太|不够|不很|不大)满意的?$|(?:一般|说不清|不了解|未表态|弃权|较差|差)的?$/
const fillers = /(?:分别为|共计|合计|共有|共|计|有|为|是|达到?|各|仅|人数|份数|问卷|户数|受访者|群众|[：:])+$/

/** What a number counts in a survey; undefined where its words tell nothing of one. */
export function surveyRole(mention: Mention): SurveyRole | undefined {
  const { unit, looseness } = mention.figure.quantity
  if (unit.kind !== 'count' || !people.test(unit.name) || looseness !== 'exact' || !isAmount(mention)) return undefined
  const clause = afterLast(mention.lead, '，,；;。：:（(').replace(/[“”"‘’「」\s]/g, '')
  const bare = clause.replace(fillers, '')
  const said = bare.length >= 2 ? bare : clause
  if (unpleased.test(said)) return 'other'
  if (pleased.test(said)) return 'pleased'
  if (voided.test(clause)) return 'void'
  if (valid.test(clause) || valid.test(bare)) return 'valid'
  if (returned.test(clause) || returned.test(bare)) return 'returned'
  if (sent.test(clause) || sent.test(bare)) return 'sent'
  return roleBehind(mention)
}

/** 「其中369份表示满意」「163名受访者表示满意」. */
function roleBehind({ lead, after }: Mention): SurveyRole | undefined {
  const behind = beforeFirst(after, '，,；;。：:（(、').replace(/[“”"‘’「」\s]/g, '')
  if (!/其中|有|^\D{0,3}$/.test(lead) || behind === '') return undefined
  const said = /^(?:问卷|受访者|群众|人员|调查对象)?(?:表示|评价为|选择|为)(.{0,2}满意(?:[和及或、].{0,2}满意)?)$/.exec(
    behind,
  )?.[1]
  if (said === undefined) return /^有效(?:问卷|样本|答卷)?$/.test(behind) ? 'valid' : undefined
  return unpleased.test(said) ? 'other' : 'pleased'
}

/** The surveys that the numbers of a paragraph tell of, in order. */
export function surveysIn(mentions: readonly Mention[]): Survey[] {
  type Open = {
    sent?: Mention
    returned?: Mention
    valid?: Mention
    pleased: Mention[]
    others: Mention[]
    voids: Mention[]
  }
  const surveys: Open[] = []
  const open = (): Open => {
    const next: Open = { pleased: [], others: [], voids: [] }
    surveys.push(next)
    return next
  }
  let listed: SurveyRole | undefined
  for (const [at, mention] of mentions.entries()) {
    const own = surveyRole(mention)
    const last = surveys.at(-1)
    // 「发放640份、210份、95份，共945份」: of several lots the sum counts.
    if (!own && listed && /^[、和及与]\s*$/.test(mention.lead.trim()) && isStage(listed)) delete last?.[listed]
    const role = own ?? (listed && /^[，,]?(?:共计?|合计|总计)$/.test(mention.lead.trim()) ? listed : undefined)
    listed = own ?? (at > 0 && /^[、和及与，共合总计]{1,4}$/.test(mention.lead.trim()) ? listed : undefined)
    if (!role) continue
    const isNew =
      !last ||
      (role === 'sent' && own && (last.sent ?? last.returned ?? last.valid ?? last.pleased[0])) ||
      (role === 'returned' && own && (last.returned ?? last.valid ?? last.pleased[0])) ||
      (role === 'valid' && last.valid && last.pleased.length > 0)
    const survey = isNew ? open() : last
    if (role === 'pleased') survey.pleased.push(mention)
    else if (role === 'other') survey.others.push(mention)
    else if (role === 'void') survey.voids.push(mention)
    else survey[role] = mention
  }
  return surveys
}

function isStage(role: SurveyRole): role is 'sent' | 'returned' | 'valid' {
  return role === 'sent' || role === 'returned' || role === 'valid'
}
