import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { addsUp } from './adds-up.ts'
import { bindParts, segmentSum } from './bind-parts.ts'
import { roleOf } from '../text/mention-role.ts'
import { announcedList } from './announced-list.ts'
import { namesItsPart } from './open-lists.ts'
import { reducedList } from './reduced-lists.ts'
import { strictFit } from './strict-fit.ts'
import { carriedTotal } from '../text/sentence-heads.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

const anchor =
  /^中[，：]|其中|分布(?:为|在|情况)?[:：]?|，由(?=[^，]{0,12}$)|资金来源(?:为|是|包括|有|[:：])|包括|包含|分别为|分别是|分别(?!占|提高|增加|减少|增长|下降|降低|上升|压减)|组成|构成|具体为|具体是|即|[:：（(]含?|含/

/** What may stand between the last of a list and the word that closes it. */
const closesList = /^(?:等?(?:共同|[两二三四五六七八]个?(?:部分|项|类|方面|大?块|级|方)(?:资金|内容)?))?$/

/** 「由11人组成，其中财务人员3人」「112个乡镇（街道），其中乡24个」: what the total is called does not open the list. */
const called = /^(?:(?:组成|构成)(?=，其中)|(?<noun>[\p{Script=Han}]{0,8})[（(][^（()）\d]*[）)](?=[，,；;]))/u

/**
 * Totals with their parts, as sentences list them (P01–P03): 「收入A，其中甲B、乙C」.
 * A list that says 等 or 主要, or whose end is not clear, only has to stay within its total.
 *
 * previous   the sentence before, whose total a sentence that begins with 其中 lists
 * earlier    the mentions of the part before this sentence, for one that names the total it takes apart
 */
export function partsOfWhole(sentence: Sentence, previous?: Sentence, earlier: readonly Mention[] = []): Claim[] {
  const claims: Claim[] = []
  const carried = carriedOver(sentence, previous, earlier)
  if (carried) claims.push(carried)
  sentence.mentions.forEach((mention, at) => {
    const found = anchor.exec(mention.after.replace(called, '$<noun>'))
    if (!found || !startsList(mention, found)) return
    // A bracket opens a list only where the numbers stand in it.
    const next = sentence.mentions[at + 1]
    // 「助理3人组成，共8人」「地方4500万元两部分组成，已拨付」 close a list.
    if (/^(?:组成|构成)$/.test(found[0]) && closesList.test(mention.after.slice(0, found.index))) return
    if (/^[（(]/.test(found[0]) && next && next.depth <= mention.depth) return
    if (found[0] === '，由' && !madeUpOf(sentence, mention)) return
    const total = totalBefore(sentence, at, next)
    if (!total) return
    const claim =
      announcedList(sentence, sentence.mentions.indexOf(total)) ??
      reducedList(sentence, total, at + 1) ??
      bindParts(sentence, total, at + 1, found[0])
    if (
      claim &&
      !((namesItsOwn(mention, found) || isTeam(mention, claim) || isToldByShare(sentence, claim)) && isOff(claim))
    )
      claims.push(claim)
  })
  return claims.filter((claim) => !reachesBeyond(claim, claims))
}

/**
 * 「限额2.4亿元，其中一般债务1.4亿元，其中外债0.1亿元；专项债务1亿元」: what stands beside its total in
 * another list is no part of that total, unless it alone adds up.
 */
function reachesBeyond({ form }: Claim, claims: readonly Claim[]): boolean {
  if (form.is !== 'sum') return false
  return claims.some(({ form: other }) => {
    if (other.is !== 'sum' || !other.parts.some(({ figure }) => figure === form.total.figure)) return false
    return (
      other.parts.some((each) => form.parts.some(({ figure }) => figure === each.figure)) &&
      (addsUp(other.total, other.parts) || !addsUp(form.total, form.parts))
    )
  })
}

/** 「流通环节抽检880批次，餐饮环节和生产环节分别抽检480批次、240批次」: what is told in turn is of those named right before. */
function namesItsOwn({ after }: Mention, found: RegExpExecArray): boolean {
  const clause = afterLast(after.slice(0, found.index), '，,；;。')
  return /^分别/.test(found[0]) && /\p{Script=Han}{2,}[和与及、]\p{Script=Han}{2,}$/u.test(clause)
}

/** 「总投资19600万元，其中债券占66.33%，资本金4900万元占25%，其余1700万元」: a part is told by its share alone. */
function isToldByShare({ mentions }: Sentence, { form }: Claim): boolean {
  if (form.is !== 'sum') return false
  return mentions.some((each, at) => {
    const next = mentions[at + 1]
    return namesItsPart(each) && next !== undefined && form.parts.some(({ figure }) => figure === next.figure)
  })
}

/** 「由7人组成，其中注册会计师2名、行业专家3名」: of a team the two most telling are named, not all. */
function isTeam({ after }: Mention, { form }: Claim): boolean {
  return /^(?:组成|构成)，其中/.test(after) && form.is === 'sum' && form.parts.length <= 2
}

function isOff({ form }: Claim): boolean {
  return form.is === 'sum' && form.relation === 'equals' && !addsUp(form.total, form.parts)
}

/** 「…25.30万元，比上年下降。其中：甲0万元，…」, 「有效问卷中，甲…」: the total stands in a sentence before. */
function carriedOver(
  sentence: Sentence,
  previous: Sentence | undefined,
  earlier: readonly Mention[],
): Claim | undefined {
  const first = sentence.mentions[0]
  if (!first) return undefined
  const word = /^\s*(?:其中|具体为|分别为|具体是|包括)/.exec(sentence.text)
  if (!word) {
    const named = /^[^，,。]{2,32}[中里][，,：:]/.test(sentence.text)
      ? carriedTotal(sentence, earlier, first)
      : undefined
    return named && bindParts(sentence, named, 0, '其中')
  }
  if (!previous || sentence.block - previous.block > 1) return undefined
  const plain = previous.mentions.filter(
    (each) => (roleOf(each) === 'plain' || roleOf(each) === 'risen') && each.depth === 0 && sameKind(each, first),
  )
  const holding = plain.flatMap((total) => segmentSum(sentence, total, 0) ?? []).find(({ certain }) => certain)
  if (holding) return holding
  const meant = meantTotal(sentence, plain)
  const claim = meant && bindParts(sentence, meant, 0, word[0])
  if (claim) return plain.length > 1 ? doubtful(claim) : claim
  const spent = plain.filter((each) => /支出|使用|收入/.test(each.lead))
  const total = plain.length === 1 ? plain[0] : spent.length === 1 ? spent[0] : undefined
  return total && bindParts(sentence, total, 0, word[0])
}

/** Of several amounts the one that a closed list adds up to, else the only one that a slip keeps it from. */
function meantTotal(sentence: Sentence, totals: readonly Mention[]): Mention | undefined {
  const fitting = totals.find((total) => strictFit(sentence, total, 0) === 'fits')
  const slipped = fitting ? [] : totals.filter((total) => strictFit(sentence, total, 0) === 'slipped')
  return fitting ?? (slipped.length === 1 ? slipped[0] : undefined)
}

/** Which of several amounts the list is of is a guess where it does not add up. */
function doubtful(claim: Claim): Claim {
  const { form } = claim
  const fits = form.is === 'sum' && addsUp(form.total, form.parts)
  return fits || !claim.certain ? claim : { ...claim, certain: false, because: '分项属于哪个总数按上下文判断' }
}

/** The anchor has to open the list at once: 「，其中：甲」, 「（甲」, not some 含 or colon far behind. */
function startsList(mention: Mention, found: RegExpExecArray): boolean {
  const gap = mention.after.slice(0, found.index)
  if (/^[:：（(]/.test(found[0])) return gap.trim() === '' && /[:：]/.test(found[0]) ? true : gap.trim() === ''
  // 「合计260份；收回有效问卷分别为205份和44份」: behind a semicolon another thing is told, but for 其中.
  if (found[0] !== '其中' && /[；;](?:其次|[^，,；;]{2,}$)/.test(gap)) return false
  // 「80分含至90分」「含税」 open no list.
  if (found[0] === '含' && /^(?:以上|以下|至|税|本数)/.test(mention.after.slice(found.index + 1))) return false
  if (found[0] === '即' || found[0] === '含') return /^[，,、（(\s]*$/.test(gap)
  return gap.replace(/[，,；;。（(\s]/g, '').length <= 14
}

/** 「总投入7445.6万元，由中央补助5120万元、…组成」. */
function madeUpOf(sentence: Sentence, total: Mention): boolean {
  return /^，由[^；。]*(?:组成|构成)/.test(sentence.text.slice(total.end - sentence.start))
}

function totalBefore(sentence: Sentence, at: number, first: Mention | undefined): Mention | undefined {
  // 「项目支出844.57万元，涉及5个项目，分别为：甲312.60万元…」: what is counted only says how many parts follow.
  const counts = first?.figure.quantity.unit.kind === 'money' && sentence.mentions[at]!.figure.quantity.unit.kind
  for (let index = at; index >= 0; index--) {
    const mention = sentence.mentions[index]!
    if (counts === 'count' && mention.figure.quantity.unit.kind === 'count') continue
    if (mention.depth > Math.min(sentence.mentions[at]?.depth ?? 0, first?.depth ?? Infinity)) continue
    const role = roleOf(mention)
    const [before, next] = [sentence.mentions[index - 1], sentence.mentions[index + 1]]
    if (isBaseOfShare(mention, next) || (before && isBaseOfShare(before, mention))) continue
    if (role === 'plain' || role === 'risen') return mention
    // 「每人每年580元，其中中央348元、省级157元」: what one gets has parts, too.
    if (role === 'each' && index === at && first && roleOf(first) === 'plain') return mention
    if (role !== 'change' && role !== 'delta' && role !== 'share' && role !== 'ratio' && role !== 'base')
      return undefined
  }
  return undefined
}

/** 「969万元，占年初预算2180万元的44.5%，其中…」: 2180 only tells what the rate is of. */
function isBaseOfShare({ lead, after }: Mention, next: Mention | undefined): boolean {
  return (
    /(?:占|为|完成)[^，；]{0,12}$/.test(lead) && /^[）)]?的/.test(after) && next?.figure.quantity.unit.kind === 'share'
  )
}
