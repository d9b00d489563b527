import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { intervalOf } from '#domain/quantity.ts'
import { divideIntervals, fitOf, meets, subtractIntervals } from '#domain/arithmetic.ts'
import { type Role, directionOf, roleOf } from '../text/mention-role.ts'
import { isOfOtherBasis, isOfTheRest } from './compared-pairs.ts'
import { comparable } from './comparable.ts'
import { addsUp } from '../sums/adds-up.ts'
import { oneSlipAway } from '../doubts/one-slip-away.ts'
import { fitsRate } from '../rates/rate-pairs.ts'
import { fromYearToYear, isOfEarlierYear, withoutCurrent } from './of-earlier-year.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

/**
 * Changes against a base (P03–P05): 「A，比上年B增加D，增长P%」. At least two of base, amount and rate have to be given.
 */
export function changes(sentence: Sentence, previous?: Sentence): Claim[] {
  const claims: Claim[] = []
  const carried = carriedCurrent(sentence, previous)
  const plain: Mention[] = carried ? [carried] : []
  let current: Mention | undefined = carried
  let group: Mention[] = []
  const close = () => {
    const alone = current !== undefined && comparedAlone(sentence, current, carried, group)
    const claim = group.length > 0 && claimOf(sentence, alone ? undefined : current, group, plain, previous)
    if (claim) claims.push(claim)
    group = []
  }
  for (const mention of withoutToldAgain(sentence)) {
    const role = roleOf(mention)
    if (isNoChange(role) || isRespective(mention, group) || ofSeveralYears.test(mention.lead)) continue
    if (role === 'base' || role === 'delta' || role === 'change') {
      if (role === 'base' && group.length > 0 && (group.some(isBase) || comparesAnew(mention))) close()
      if (role !== 'base' && isOfAnother(mention, group)) close()
      if (group.length === 0) current = comparedBefore(mention, plain)
      if (role !== 'change' || !other(mention)) group.push(mention)
      continue
    }
    if (role === 'risen' && group.length > 0) {
      current = mention
      continue
    }
    if (!awaits(group, current, mention)) close()
    current = mention
    plain.push(mention)
  }
  close()
  return claims
}

/** What a change is of: two years told one behind the other, the base alone, or an amount before it. */
function claimOf(
  sentence: Sentence,
  current: Mention | undefined,
  group: readonly Mention[],
  plain: readonly Mention[],
  previous: Sentence | undefined,
): Claim | undefined {
  if (!current) return withoutCurrent(sentence, group)
  const inTurn = fromYearToYear(sentence, current, group)
  if (inTurn) return inTurn
  return isOfEarlierYear(sentence, current, group)
    ? withoutCurrent(sentence, [current, ...group])
    : changeClaim(sentence, current, group, plain, previous)
}

/** 「原值221189.26万元（约22.12亿元），比年初」: without the same amount once more, rounded, in brackets. */
function withoutToldAgain({ mentions }: Sentence): readonly Mention[] {
  return mentions.filter((mention, at) => {
    const last = mentions[at - 1]
    return !(
      last !== undefined &&
      mention.depth > last.depth &&
      /^\s*[（(](?:约|即|合|折合|约合)?\s*$/.test(mention.lead) &&
      sameKind(mention, last) &&
      meets(intervalOf(mention.figure.quantity), intervalOf(last.figure.quantity))
    )
  })
}

/** 「两年累计增加358.14万元」: from the first year to the last, not from one to the next. */
const ofSeveralYears = /[两二三四五六七八九十]年[来间内]?(?:累计|合计|共)/

/** Each is told once of a change; 「投诉54件，上年90件，下降40%；涉及道路的投诉减少11件」 tells of another behind the semicolon. */
function isOfAnother(mention: Mention, group: readonly Mention[]): boolean {
  const [role, roles] = [roleOf(mention), group.map(roleOf)]
  // 「中央比2022年的2.06亿元增长3.88%，自治区则减少0.03亿元」: what rises is not what falls.
  const told = group.find((each) => roleOf(each) === 'change')
  if (role === 'delta' && told && directionOf(told.lead) !== directionOf(mention.lead)) return true
  return roles.includes(role) || (role === 'delta' && other(mention) && roles.includes('change'))
}

/** The amount before that a comparison is of, unless it names one of its own. */
function comparedBefore(mention: Mention, plain: readonly Mention[]): Mention | undefined {
  const before = plain.findLast((each) => each.depth <= mention.depth)
  return before && isOfOwnSubject(mention, before) ? undefined : before
}

/** 「收入A万元，比上年增长P；支出比上年增加D万元」: what changed is named anew, and its amount not told. */
function isOfOwnSubject({ lead }: Mention, before: Mention): boolean {
  // 「全年发放4404.40万元，下半年比上半年多285.04万元」: two parts of a year, neither of them told.
  const part =
    /^[，,；;]\s*([\p{Script=Han}\d]{0,4}(?:半年|季度?|学期|\d月份?))[比较](?!上年|去年|20\d\d年|同期)/u.exec(lead)?.[1]
  if (part !== undefined && !before.lead.includes(part)) return true
  const subject = /^[；;]\s*(?:其中|同时|而)?[，,：:]?(\p{Script=Han}{2,14}?)(?:[比较与同]|20\d\d年)/u.exec(lead)?.[1]
  if (subject === undefined || /^[一二三四五六七八九十]是/.test(subject)) return false
  const told = `${before.label} ${before.lead}`
  return [...subject]
    .slice(1)
    .every(
      (sign, at) => /^(?:本年|当年|全年|年度)/.test(`${subject[at]}${sign}`) || !told.includes(`${subject[at]}${sign}`),
    )
}

/** 「起数减少3起，死亡人数减少6人，分别下降6.7%、11.8%」: the first rate is of the first of them. */
function isRespective(mention: Mention, group: readonly Mention[]): boolean {
  return (
    roleOf(mention) === 'change' &&
    /分别/.test(mention.lead) &&
    group.some((each) => roleOf(each) === 'delta') &&
    /^[、和]/.test(mention.after)
  )
}

function isNoChange(role: Role): boolean {
  return role === 'share' || role === 'ratio' || role === 'other-rate' || role === 'points'
}

function isBase(mention: Mention): boolean {
  return roleOf(mention) === 'base'
}

/** 「比预算减少D，比上年B减少E」: behind a comparison another begins. */
function comparesAnew({ lead }: Mention): boolean {
  return /^[，；;][^（(]*[比较与同]/.test(lead.trim()) || /[由从](?:20\d\d年[初末]?的?)?\s*$/.test(lead)
}

const comparesAtOnce = /^\s*(?:其中[，：:])?(?:[与同和比较]|相比)?(?:20\d\d年度?|上年度?|去年|上一年度?|年初|预算)/

/** 「…总计25418.96万元。与上年相比，增加2106.33万元，增长9.04%。」: what changed stands alone in the sentence before. */
function carriedCurrent(sentence: Sentence, previous: Sentence | undefined): Mention | undefined {
  if (!previous || previous.block !== sentence.block || !comparesAtOnce.test(sentence.text)) return undefined
  const amounts = previous.mentions.filter((each) => each.depth === 0 && /plain|risen/.test(roleOf(each)))
  const [only, ...others] = amounts
  return only && others.length === 0 && /money|count/.test(only.figure.quantity.unit.kind) ? only : undefined
}

/** The amount of the sentence before is not what is compared where base, amount and rate agree without it, and it with neither. */
function comparedAlone(
  sentence: Sentence,
  current: Mention,
  carried: Mention | undefined,
  group: readonly Mention[],
): boolean {
  const [base, delta] = (['base', 'delta'] as const).map((role) => group.find((each) => roleOf(each) === role))
  const alone = current === carried ? withoutCurrent(sentence, group) : undefined
  if (!base || !delta || alone?.form.is !== 'ratio' || !fitsRate(alone.form.rate, alone.form)) return false
  const [more, less] = directionOf(delta.lead) > 0 ? [current, base] : [base, current]
  return !addsUp(more, [less, delta]) && !oneSlipAway(more, [less, delta])
}

/** 「上年同期支出B，本年总支出A，较上年增加D」: the base is told before what is compared with it. */
function awaits(group: readonly Mention[], current: Mention | undefined, next: Mention): boolean {
  const [base] = group
  return (
    group.length === 1 &&
    base !== undefined &&
    roleOf(base) === 'base' &&
    (current === undefined || current.end <= base.start - base.lead.length) &&
    /^(?:上年|去年|\d{4}年|[，,；;。]?\s*(?:上年|去年))/.test(base.lead.trim()) &&
    /^[，,]/.test(next.lead.trim()) &&
    sameKind(base, next)
  )
}

/** 「带动…增长5%」: a rate of something else that has no amount of its own here. */
function other(mention: Mention): boolean {
  return /；|;/.test(mention.lead)
}

function changeClaim(
  sentence: Sentence,
  nearest: Mention,
  group: readonly Mention[],
  plain: readonly Mention[],
  previous: Sentence | undefined,
): Claim | undefined {
  const candidates = comparable(nearest, group, plain)
  const current =
    candidates.find((each) => fits(each, group)) ??
    candidates.find((each) => !/预算/.test(each.label)) ??
    candidates[0]!
  const told =
    group.find((each) => roleOf(each) === 'base' && sameKind(each, current)) ?? baseOfYear(current, group, plain)
  const base = told ?? budgetBase(current, group, plain, previous)
  const changed = group.find((each) => roleOf(each) === 'change')
  // 「较预算节约3.08万元，较2023年下降7.03%」: the rate is of another base.
  const rate =
    changed && (isOfOtherBasis(changed) || (!told && base && ofYear.test(changed.lead))) ? undefined : changed
  const delta = group.find((each) => roleOf(each) === 'delta' && sameKind(each, current) && !isSaving(each, rate))
  const known = [base, delta, rate].filter((each) => each !== undefined)
  if (known.length < 2 || (told && isBudgetOverSpending(current, told)) || (base && isOfTheRest(base))) return undefined
  const directed = delta ?? rate
  return {
    rule: 'change.against-base',
    form: {
      is: 'change',
      current: termOf(current),
      ...(base ? { base: termOf(base) } : {}),
      ...(delta ? { delta: termOf(delta) } : {}),
      ...(rate ? { rate: termOf(rate) } : {}),
      direction: directionOf(directed!.lead),
    },
    certain: candidates.length === 1 || current === nearest,
    ...(candidates.length === 1 || current === nearest ? {} : { because: '比较的对象按上下文判断' }),
    quote: quoteOf(sentence, current.start, known.at(-1)!.end),
  }
}

/** 「2022年决算数57万元，2023年支出决算56万元，比2022年决算数减少」: the amount right before, told of the year that is named. */
function baseOfYear(current: Mention, [change]: readonly Mention[], plain: readonly Mention[]): Mention | undefined {
  const named = /^[，,]\s*[比较]\s?(20\d\d)年/.exec(change?.lead ?? '')?.[1]
  const base = plain[plain.indexOf(current) - 1]
  if (named === undefined || !base || !sameKind(base, current)) return undefined
  const [one, two] = [base, current].map(({ lead }) => /(20\d\d)年度?[^，；。]{0,10}$/.exec(lead)?.[1])
  return one === named && two !== undefined && two > one ? base : undefined
}

const ofYear = /同比|上年|去年|20\d\d年/

/** 「预算9万元，支出6.84万元，节约2.16万元，同比下降8.19%」: what was saved is of the budget, the rate of last year. */
function isSaving(delta: Mention, rate: Mention | undefined): boolean {
  return /节约|节支/.test(delta.lead) && ofYear.test(rate?.lead ?? '')
}

/** 「完成年初预算2139.20万元的105.76%；与2020年支出2085.10万元相比增加177.38万元」: what is compared is not the budget. */
function isBudgetOverSpending(current: Mention, base: Mention): boolean {
  return (
    /完成(?:年初|全年|调整)?预算数?$/.test(current.label) && /支出|决算/.test(base.label) && !/预算/.test(base.label)
  )
}

/** 「预算42.5万元，实际支出31.86万元，比预算减少10.64万元」: the budget is the one amount that bears its name. */
function budgetBase(
  current: Mention,
  group: readonly Mention[],
  plain: readonly Mention[],
  previous: Sentence | undefined,
): Mention | undefined {
  if (!group.some((each) => /[比较](?:年初)?预算[数]?[，,]?(?:减|增|下降|上升|节约|压减|少|多)/.test(each.lead)))
    return undefined
  // A semicolon ends what is compared: 「甲A万元，比预算增加…；乙B万元，比预算减少…」.
  const own = plain.slice(
    Math.max(
      0,
      plain.findLastIndex((each) => each.depth === 0 && /[；;]/.test(each.lead)),
    ),
  )
  const budgets = own.filter(
    (each) => each !== current && /预算/.test(afterLast(each.lead, '，,；;。')) && sameKind(each, current),
  )
  if (budgets.length > 0) return budgets.length === 1 ? budgets[0] : undefined
  const [first] = previous?.mentions ?? []
  const isTotal =
    first && first.depth === 0 && /预算/.test(first.lead) && roleOf(first) === 'plain' && sameKind(first, current)
  return isTotal && current.lead.slice(-2) === first.lead.slice(-2) ? first : undefined
}

/** Whether the amount a change is told of can be this one. */
function fits(current: Mention, group: readonly Mention[]): boolean {
  const [base, delta, rate] = (['base', 'delta', 'change'] as const).map((role) =>
    group.find((each) => roleOf(each) === role),
  )
  const now = intervalOf(current.figure.quantity)
  const falls = directionOf((delta ?? rate)?.lead ?? '') < 0
  const moved = delta && intervalOf(delta.figure.quantity)
  const prior = base
    ? intervalOf(base.figure.quantity)
    : moved &&
      (falls ? { low: now.low.plus(moved.low), high: now.high.plus(moved.high) } : subtractIntervals(now, moved))
  if (!prior) return false
  const change = falls ? subtractIntervals(prior, now) : subtractIntervals(now, prior)
  if (base && moved && !meets(change, moved)) return false
  const share = rate && divideIntervals(moved ?? change, prior)
  return !rate || (share !== undefined && /fits|truncated/.test(fitOf(rate.figure.quantity, share)))
}
