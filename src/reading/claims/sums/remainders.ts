import { meets } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { addsUp, sumOf } from './adds-up.ts'
import { roleOf } from '../text/mention-role.ts'
import { isNear, oneSmallSlipAway } from '../doubts/one-slip-away.ts'
import { namesItsPart } from './open-lists.ts'
import { isRestated } from '../rates/rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

const left =
  /(?:节约|节支|剩余|结余|余额|尚余|尚有|尚需|还需|还有|空编|缺编|缺口|差额|尚未\p{Script=Han}{2}|逾期|超期|延期|未(?:按期|及时|完成|完工|使用|支出|拨付|兑付|开工|建成|实施|发放)|未支付|未办结|未整改|结转|其余|正在\p{Script=Han}{2}|失实|不属实)[^，、；]{0,6}$|不一致[^，、；]{0,10}$/u

const whole = /涉及|可用|反映|应|核定|安排|到位|下达|预算|收入|受理|共有|总额|资金总|计划|采购|目标|任务/

/**
 * What is left of a whole: 「安排1500万元，支出1450.5万元，结余49.5万元」 → 1500 = 1450.5 + 49.5.
 *
 * earlier   the mentions of the part before this sentence: the whole may stand there
 */
export function remainders(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  return sentence.mentions.flatMap((rest, at) => {
    if (
      at < 1 ||
      !left.test(rest.lead) ||
      !(roleOf(rest) === 'plain' || /节约|节支/.test(rest.lead)) ||
      /比|较|同期/.test(rest.lead) ||
      /单价|每\p{Script=Han}{1,2}$/u.test(rest.lead) ||
      /(?:上年|年初|以前年度|历年)[^，；]{0,2}(?:结转|结余)/.test(rest.lead)
    )
      return []
    const before = [
      ...earlier.slice(-6).filter((each) => whole.test(each.lead)),
      ...sentence.mentions.slice(0, at),
    ].filter(
      (each) =>
        sameKind(each, rest) &&
        !isRestated(each) &&
        !/^[/／]/.test(each.after) &&
        (roleOf(each) === 'plain' || roleOf(each) === 'risen') &&
        each.depth <= rest.depth,
    )
    const used = before.at(-1)
    const own = before.slice(0, -1).filter((each) => sentence.mentions.includes(each))
    const wholes = own.length > 0 ? own : before.slice(0, -1)
    if (!used || wholes.length === 0) return []
    const fitting = wholes.findLast((whole) => addsUp(whole, [used, rest])) ?? eachWhole(sentence, used, rest)
    const total = fitting ?? onlyWhole(wholes, used)
    // 「收支相抵后差额」 may be on either side.
    const isMeant = () =>
      !/相抵/.test(rest.lead) && (isNear(total!, [used, rest]) || isRow(total!, used, rest, sentence.mentions))
    return total &&
      (fitting ||
        (isMeant() &&
          ![...earlier, ...sentence.mentions].some((each) => isBroughtForward(each, total, [used, rest])) &&
          !goesOn(sentence.mentions.slice(at + 1), total, [used, rest]) &&
          !sentence.mentions.slice(0, at).some(namesItsPart)))
      ? [claimOf(sentence, total, used, rest, Boolean(fitting))]
      : []
  })
}

/** 「每人400元；低保对象资助一半即200元；返贫监测对象资助160元，其余240元自理」: what each gets is a whole, too, where both are just that. */
function eachWhole({ mentions }: Sentence, used: Mention, rest: Mention): Mention | undefined {
  return mentions.findLast(
    (each) => each.start < used.start && roleOf(each) === 'each' && sameKind(each, rest) && addsUp(each, [used, rest]),
  )
}

/** 「含年初结转93.44万元」: what came in and this make what was spent and what is left. */
function isBroughtForward(each: Mention, total: Mention, told: readonly Mention[]): boolean {
  if (!/(?:年初|上年|期初|以前年度)[^，；。]{0,6}结[转余][^，；。]{0,6}$/.test(each.lead) || !sameKind(each, total))
    return false
  return meets(sumOf([total, each]), sumOf(told))
}

/** 「项目58个，按期结题49个，延期7个，终止2个」: what is told next is left over, too. */
function goesOn([next]: readonly Mention[], total: Mention, told: readonly Mention[]): boolean {
  return next !== undefined && sameKind(next, total) && addsUp(total, [...told, next])
}

/** 「编制64人，实有58人，空编6人」: the three stand in a row, and one of them is a digit off. */
function isRow(total: Mention, used: Mention, rest: Mention, mentions: readonly Mention[]): boolean {
  const counts = mentions.filter((each) => sameKind(each, rest) && roleOf(each) === 'plain')
  const at = counts.indexOf(rest)
  return counts[at - 1] === used && counts[at - 2] === total && oneSmallSlipAway(total, [used, rest])
}

/** The one whole there is, or the one the wording leaves: the last budget where money was spent, all that came in. */
function onlyWhole(wholes: readonly Mention[], used: Mention): Mention | undefined {
  if (new Set(wholes.map(({ figure }) => figure.printed)).size === 1) return wholes[0]
  const last = wholes.filter(({ lead }) => /(?:全年|调整后)[^，；]{0,4}预算/.test(lead))
  if (last.length === 1 && /支出|执行|支付|使用/.test(used.lead)) return last[0]
  return incomeBefore(wholes, used)
}

/** 「总收入A，其中…；总支出B，年末结转C」: what was spent in all and what is left come out of all that came in. */
function incomeBefore(wholes: readonly Mention[], used: Mention): Mention | undefined {
  if (!/总支出|支出(?:总计|合计)/.test(used.label)) return undefined
  const incomes = wholes.filter(({ label }) => /总收入|收入(?:总计|合计)/.test(label))
  return incomes.length === 1 ? incomes[0] : undefined
}

function claimOf(sentence: Sentence, whole: Mention, used: Mention, rest: Mention, certain: boolean): Claim {
  return {
    rule: 'sum.remainder',
    form: { is: 'sum', total: termOf(whole), parts: [termOf(used), termOf(rest)], relation: 'equals' },
    certain,
    ...(certain ? {} : { because: '结余可能还含其他资金' }),
    quote: quoteOf(sentence, whole.start, rest.end),
  }
}
