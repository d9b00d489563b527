import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { baseValue } from '#domain/quantity.ts'
import { isListed } from '../text/list-lead.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { lessIsBetter } from './goal-words.ts'
import { exactTerm, isExact, isLike, laidDown, told, unnamed } from './told.ts'

const around = '(?:仍|也|且|并|略|略微|明显|远|远远|大幅|已|已经|实际|总体|整体|平均|全部|其|，)*'
const rest = '([^，；。]*)$'
const above = new RegExp(
  `^${around}(高于|超过了?|大于|多于|超出|优于|好于|快于|高出|不低于|不少于|突破了?)${rest}`,
  'u',
)
const below = new RegExp(
  `^${around}(低于|少于|小于|未超过|没有超过|未超出|未突破|不超过|不高于|不多于|没有突破|控制在|严格控制在|均?未超|未达到?|未能达到|没有达到|不及)${rest}`,
  'u',
)
/** It is a goal that is reached; what closes the clause says so. */
const reached = new RegExp(`^${around}(达到了?|满足了?|符合|实现了?|完成了?)${rest}`, 'u')
/** What a number behind 低于 is, so that it is no distance from it: 「低于限额2.5万元」. */
const bound =
  /^(?:的|这一|）)*(?:[\p{Script=Han}]{0,8})?(?:标准|目标|要求|限额|定额|限价|控制价|控制数|预算|上限|下限|水平|平均|指标值?|目标值|红线|警戒线|规定|范围|以内|之内|限值|标准值|均值|底线|任务)/u
const boundBefore =
  /(?:平均(?:水平)?|标准|上限|下限|限额|定额|限值|警戒线|红线|目标值|控制价|限价)[值数]?(?:的|为)?$|的$/
const goal = /标准|目标|要求|限|计划|任务|规定|定额|指标|红线|底线|控制/
const each = /每|[人户亩村生床台校]均|均价|单价|标准|单位/
const other = /的(?:部分|项目|单位|企业|人|农户|家庭|学校|地区|县|乡镇|村|产品|样品|合同|采购|支出|资金)/

/**
 * A number told to lie above or below the next, which is what it is held against: 「生均6000元，高于省定每生4500元的标准」「人均538元，
 * 控制在每人每天550元的定额之内」.
 */
export function boundsTold(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((limit, at) => {
    const own = sentence.mentions[at - 1]
    if (!own || !isLike(own, limit) || !isExact(own) || own.depth !== limit.depth) return []
    // 「完成2800套任务的94.29%」 tells how much of it was done.
    if (
      /^[\p{Script=Han}]{0,6}的$/u.test(limit.after) &&
      sentence.mentions[at + 1]?.figure.quantity.unit.kind === 'share'
    )
      return []
    // 「小学43.9人、初中47.6人，均未超过45人和50人」: each has a bound of its own; 「未达到85%还是已超过」 asks.
    const next = sentence.mentions[at + 1]
    if ((next && isLike(next, limit) && isListed(next.lead)) || /^[^。；]*还是/.test(limit.after)) return []
    if (!/^[，,；]?[^，；。]*$/.test(limit.lead) || other.test(limit.after.slice(0, 12))) return []
    const clause = limit.lead.replace(/^[，,；\s]+/, '')
    const [, more, nounAbove = ''] = above.exec(clause) ?? []
    const [, less, nounBelow = ''] = below.exec(clause) ?? []
    const [, met, nounMet = ''] = reached.exec(clause) ?? []
    if (!more && !less && !met) return []
    const noun = nounAbove || nounBelow || nounMet
    // 「2项优于标杆、4项劣于标杆」; 「净增15人，达到420人的目标」: neither is held against the other.
    if (noun.endsWith('、') || roleOf(own) === 'delta') return []
    const ownClause = afterLast(own.lead, '，；。：')
    if (each.test(noun) && !each.test(ownClause)) return []
    if (/上年|去年|同期|目标|计划|应/.test(ownClause) && !/实际|完成/.test(ownClause)) return []
    // 「14分钟，优于30分钟的规定」: which way is better the words do not tell.
    if (/^[优好快]于/.test(more ?? '') && (isTime(limit) || lessIsBetter.test(sentence.text))) return []
    const said = `${more ?? less ?? met}${limit.figure.text}`
    const isBound = bound.test(limit.after)
    const line = goal.test(noun + limit.after.slice(0, 12)) ? laidDown(unnamed(limit)) : unnamed(limit)
    const isStrict = /^(?:高于|超过|大于|多于|超出|低于|少于|小于|未达|未能|没有达)/.test(more ?? less ?? '')
    const strict = isStrict ? { strict: true as const } : {}
    if (more) return [told(sentence, line, own, { said, ...strict })]
    if (met) {
      // A goal that is a ceiling is reached from above.
      const isFloor =
        isBound && !lessIsBetter.test(sentence.text) && !/以内|之内|不高于|不超过|控制/.test(noun + limit.figure.text)
      return isFloor ? [told(sentence, line, own, { said })] : []
    }
    if (/未达|未能达|没有达|不及/.test(less!) && lessIsBetter.test(sentence.text)) return []
    const isLimit = /控制在/.test(less!) || isBound || boundBefore.test(noun)
    return isLimit && isNear(own, limit) ? [told(sentence, own, line, { said, ...strict })] : []
  })
}

function isTime({ figure: { quantity } }: Mention): boolean {
  return quantity.unit.kind === 'time' || /分钟?$|秒$|小时$/.test(quantity.unit.name)
}

/** What lies so far above a bound is of another measure. */
function isNear(own: Mention, limit: Mention): boolean {
  const [value, most] = [own, limit].map((each) => baseValue(exactTerm(each).figure.quantity))
  return value!.lte(most!.times(farthest))
}
const farthest = 3
