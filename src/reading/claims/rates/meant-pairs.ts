import { afterLast, beforeFirst } from '#domain/clauses.ts'
import { baseValue } from '#domain/quantity.ts'
import { addsUp } from '../sums/adds-up.ts'
import { baseNameIn, core, isCalled, isWholeAccount, wholeAccount } from './base-names.ts'
import { type Pair, clauseOf, fitsRate, isAmount, isDenied } from './rate-pairs.ts'
import { carriedTotal } from '../text/sentence-heads.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

/**
 * A rate in its sentence, with the numbers before it: `here` of the sentence, `earlier` of the part before, nearest last;
 * `later` of the sentences behind it in its paragraph.
 */
export type RateAt = {
  readonly sentence: Sentence
  readonly rate: Mention
  readonly here: readonly Mention[]
  readonly earlier: readonly Mention[]
  readonly later?: readonly Mention[]
}

/**
 * The amounts a rate is of by what is written, whatever number is printed: 「占基本支出的」, 「以立案数为基数」, what was filled in
 * of the questionnaires that came back, staff over posts, what was cut over what was handed in, the last two of a row.
 * Undefined where more than one amount bears the name, or nothing tells.
 */
export function meantPair(at: RateAt): Pair | undefined {
  const named = ofNamedBase(at) ?? ofAllOfUnit(at)
  // A part that makes more than the whole was reckoned over another amount.
  if (named && (isPart(at.rate, named) || hasRival(at, named))) return named
  const pair = ofTopic(at) ?? ofPosts(at) ?? ofHandedIn(at) ?? ofRow(at)
  return pair && isPart(at.rate, pair) ? pair : undefined
}

/** A rate below 100 % is of a part, but for a slip. */
function isPart(rate: Mention, { numerator, denominator }: Pair): boolean {
  const [top, bottom] = [numerator, denominator].map(({ figure }) => baseValue(figure.quantity))
  return bottom!.gt(0) && !top!.eq(bottom!) && baseValue(rate.figure.quantity).gt(1) === top!.gt(bottom!)
}

function hasRival({ sentence, rate, here, earlier }: RateAt, { numerator, denominator }: Pair): boolean {
  if (denominator.figure.place.block !== sentence.block) return false
  return [...earlier.slice(-10), ...here].some(
    (each) =>
      each !== numerator &&
      each !== denominator &&
      isAmount(each) &&
      sameKind(each, numerator) &&
      fitsRate(rate, { numerator, denominator: each }),
  )
}

/** 「总人口5218户20872人，…脱贫户1461户，占总户数的」: of the one larger number in that unit. */
function ofAllOfUnit({ sentence, rate, here, earlier }: RateAt): Pair | undefined {
  const unit = /占(?:全[县市区乡镇村]|项目区)?总?(户|人)(?:数|口|口数)的(?:比例|比重)?(?:为|约)?$/.exec(
    clauseOf(rate).trim(),
  )?.[1]
  const numerator = unit ? nearestTop(rate, here) : undefined
  if (!numerator || numerator.figure.quantity.unit.name !== unit) return undefined
  const own = [...earlier.filter(({ figure }) => figure.place.block === sentence.block), ...here]
  const larger = own.filter(
    (each) =>
      each !== numerator &&
      isAmount(each) &&
      sameKind(each, numerator) &&
      baseValue(each.figure.quantity).gt(baseValue(numerator.figure.quantity)),
  )
  const denominator = onlyValue(larger)
  return denominator && { numerator, denominator }
}

const elsewhen = /上年|去年|同期|以前年度|20\d\d年(?:底|末)?的?$/
const together = /合计|之和|[两三四五六七八九]项|二者|两者|其余|其他|均/

/** 「人员经费占基本支出的85.33%」: over the one amount of that name. */
function ofNamedBase({ sentence, rate, here, earlier }: RateAt): Pair | undefined {
  const clause = clauseOf(rate)
  const named = baseNameIn(clause, rate.after)
  if (!named || named.base.length < 2 || together.test(named.subject)) return undefined
  const numerator =
    named.subject.length >= 2
      ? bearing(named.subject, { sentence, here, earlier })
      : nearestTop(rate, named.planned ? withoutPlan(here, named.base) : here)
  if (!numerator || isDenied(numerator)) return undefined
  const account = wholeAccount(
    afterLast(clause, '占')
      .replace(/的?(?:比例|比重)?(?:为|约)?$/, '')
      .trim(),
  )
  const inReach = named.planned ? ownSegment(rate, here) : [...earlier.slice(-40), ...here]
  const bases = inReach.filter(
    (each) =>
      each !== numerator &&
      isAmount(each) &&
      sameKind(each, numerator) &&
      (account ? isWholeAccount(each, account) : isCalled(each, named.base)) &&
      !elsewhen.test(each.label) &&
      !isShareOf(each, named.base) &&
      !isItem(each, inReach),
  )
  const near = bases.filter(({ figure }) => figure.place.block === sentence.block)
  const one = onlyValue(near) ?? (near.length === 0 && named.base.length >= 3 ? onlyValue(bases) : undefined)
  if (!one) return undefined
  // One of the name further up that fits is what was meant, or one told by its deed: 「实际到位1905万元…（占到位资金）」.
  const deed = named.base.slice(0, 2)
  const isMeant = (denominator: Mention) =>
    (bases.includes(denominator) || (denominator !== numerator && clauseOf(denominator).includes(deed))) &&
    isAmount(denominator) &&
    sameKind(denominator, numerator) &&
    fitsRate(rate, { numerator, denominator })
  return inReach.some(isMeant) ? undefined : { numerator, denominator: one }
}

/** 「公开招标成交4108.75万元，占成交总额的69.22%」: what is itself told to be a share of it is not what bears the name. */
function isShareOf({ after }: Mention, base: string): boolean {
  const own = /^[，,（(]\s*(?:仅|只|约)?占(\p{Script=Han}{2,})的?(?:比例|比重)?(?:为|约)?$/u.exec(after)?.[1]
  return own !== undefined && core(own) === base
}

/** 「安排中央18600万元、省级6400万元、市级4200万元，共29200万元」: what a total closes is one of its parts. */
function isItem(each: Mention, told: readonly Mention[]): boolean {
  const at = told.indexOf(each)
  const to = told.findIndex((other, index) => index > at && sumsUp.test(clauseOf(other)))
  const total = to < 0 || to - at > 8 ? undefined : told[to]
  if (!total || !sameKind(total, each) || total.figure.place.block !== each.figure.place.block) return false
  const list = told.slice(at, to)
  return list.length >= 2 && list.every((part) => sameKind(part, total)) && addsUp(total, list)
}
const sumsUp = /^(?:以上|上述|[两二三四五六][项级者])?(?:共计|合计|总计|一共|共)(?:安排|下达|到位|投入|筹集)?$/

/** 「支出3396.69万元，…，年初预算2896.00万元，完成年初预算的」: the plan is no part of itself. */
function withoutPlan(here: readonly Mention[], base: string): readonly Mention[] {
  const last = here.findLast(isAmount)
  return last && isCalled(last, base) ? here.slice(0, here.indexOf(last)) : here
}

/** The amount of that name in the sentence, or in the one before. */
function bearing(subject: string, { sentence, here, earlier }: Omit<RateAt, 'rate'>): Mention | undefined {
  const before = earlier.slice(-10).filter(({ figure }) => figure.place.block === sentence.block)
  return [...before, ...here].findLast((each) => isAmount(each) && (isCalled(each, subject) || isSaidOf(each, subject)))
}

/** 「另签补充协议（分会场）42.50万元」 is of 补充协议. */
function isSaidOf({ lead }: Mention, subject: string): boolean {
  return subject.length >= 4 && afterLast(lead, '，；。').includes(subject)
}

export function nearestTop(rate: Mention, here: readonly Mention[]): Mention | undefined {
  const top = here.findLast((each) => isAmount(each) && each.depth <= rate.depth)
  return top && [...here.slice(here.indexOf(top) + 1), rate].some(({ lead }) => /[；;]/.test(lead)) ? undefined : top
}

/** What stands behind the last semicolon. */
function ownSegment(rate: Mention, here: readonly Mention[]): readonly Mention[] {
  if (/[；;]/.test(rate.lead)) return []
  return here.slice(
    Math.max(
      0,
      here.findLastIndex(({ lead }) => /[；;]/.test(lead)),
    ),
  )
}

/** The first of these where all print one value. */
function onlyValue(mentions: readonly Mention[]): Mention | undefined {
  return new Set(mentions.map(({ figure }) => figure.printed)).size === 1 ? mentions.at(-1) : undefined
}

/** 「基本支出中，人员经费1178.42万元，占P%」「公交车68辆，其中新能源22辆，占P%」「审结案件中调解结案5217件，调解率P%」. */
function ofTopic({ sentence, rate, here, earlier }: RateAt): Pair | undefined {
  const numerator = here.at(-1)
  if (!numerator || !isAmount(numerator) || isDenied(numerator) || numerator.depth !== rate.depth) return undefined
  if (!/^[，,]\s*(?:占比?|[\p{Script=Han}]{2,6}[率度])(?:为|达到?|约|[：:])*$/u.test(rate.lead.trim())) return undefined
  const before = here.at(-2)
  const topic = /(?:^|[，,；;。：:])([\p{Script=Han}]{2,10}?)中[，,]?(?:，|[\p{Script=Han}]{2,14}$)/u.exec(
    numerator.lead,
  )?.[1]
  if (topic && !/其$/.test(topic)) {
    const named = core(topic.replace(/(?:案件|人员|问卷|样本|项目|资金)$/, ''))
    // 「就业的毕业生中」 is of those that found work, not of all who left school.
    const which = /^(.{2,})的/.exec(topic)?.[1]
    const bases = [...earlier.slice(-10), ...here].filter(
      (each) =>
        each !== numerator &&
        isAmount(each) &&
        sameKind(each, numerator) &&
        (which
          ? each.label.includes(which) && fitsRate(rate, { numerator, denominator: each })
          : isCalled(each, named)),
    )
    const denominator = onlyValue(bases)
    if (denominator) return { numerator, denominator }
  }
  if (!/占/.test(rate.lead)) return undefined
  if (
    before &&
    isAmount(before) &&
    sameKind(before, numerator) &&
    /^[，,]其中[：:]?[^，；。]*$/.test(numerator.lead.trim())
  )
    return { numerator, denominator: before }
  const denominator =
    here.length === 1 && !/^\s*其中/.test(sentence.text) ? carriedTotal(sentence, earlier, numerator) : undefined
  return denominator && { numerator, denominator }
}

/** 「核定编制76名，…年末在职70人，空编6名，在职人员控制率P%」. */
function ofPosts({ rate, here }: RateAt): Pair | undefined {
  if (
    !/(?:控制|在编|满编|编制使用|编制完成)率(?:为|达到?|是|[：:])*\s*$/.test(rate.lead) ||
    /经费|支出|预算/.test(rate.lead)
  )
    return undefined
  const people = here.filter((each) => isAmount(each) && each.depth === 0 && each.figure.quantity.unit.kind === 'count')
  const denominator = people.find(
    ({ lead }) =>
      /编制(?:总数|人数|数)?(?:为|共|共计|核定|合计)*$/.test(lead.trim()) && !/行政|事业|参公|工勤/.test(lead),
  )
  const numerator = people.find(({ lead }) =>
    /(?:在职|实有|在编|在岗)(?:在职|在编|人员|职工|人数|总数|共|为|合计)*$/.test(lead.trim()),
  )
  return numerator && denominator && sameKind(numerator, denominator) ? { numerator, denominator } : undefined
}

/** The rate of what was cut or saved. */
export const cutRate = /(核减|审减|节约|节支|压减)率(?:[（(][^（()）]*[）)])?(?:为|达到?|是|[：:])*\s*$/

/** The rate of what was too much: 「超概比例」. */
export const overRate =
  /(超)(?:概算?|支|预算?|合同价?|计划|投资|面积)?(?:率|比例|幅度?)(?:[（(][^（()）]*[）)])?(?:为|达到?|是|[：:])*\s*$/

/** 「送审金额A，审定B，核减D，核减率P%」「预算A，中标B，节约D，节约率P%」: D over A. */
function ofHandedIn({ rate, here }: RateAt): Pair | undefined {
  const word = (cutRate.exec(rate.lead) ?? overRate.exec(rate.lead))?.[1]
  const numerator = word ? here.at(-1) : undefined
  if (!word || !numerator || !numerator.lead.includes(word.slice(0, 1)) || !/[减约支超]/.test(clauseOf(numerator)))
    return undefined
  const bases = here
    .slice(0, -1)
    .filter(
      (each) =>
        sameKind(each, numerator) &&
        /送审|预算|控制价|概算|申报|原合同/.test(clauseOf(each)) &&
        clauseOf(each) !== clauseOf(numerator),
    )
  const denominator = onlyValue(bases) ?? cutFrom(here.slice(0, -1), numerator)
  return denominator && { numerator, denominator }
}

/** 「合同价A，审定价B，审减D」: D was cut from A, since B is what it leaves. */
function cutFrom(told: readonly Mention[], cut: Mention): Mention | undefined {
  return onlyValue(
    told.filter((base) => sameKind(base, cut) && told.some((left) => left !== base && addsUp(base, [left, cut]))),
  )
}

const due =
  /预算|计划|目标|任务|应|核定|发放|受理|立案|审结|送审|登记|建档|调查|检测|抽检|安排|到位|下达|设计|收到|总投资|投入/
const sign = /[率度](?:为|达到?|约|仅|是|[：:])*\s*$/

/** 「2022年预算865万元，支出810.70万元，执行率P%」: the three stand in a row, the rate's word in what was done. */
function ofRow({ rate, here }: RateAt): Pair | undefined {
  const [denominator, numerator] = here.slice(-2)
  if (!denominator || !numerator || !/^[，,]\s*[\p{Script=Han}]{2,8}$/u.test(rate.lead.trim()) || !sign.test(rate.lead))
    return undefined
  if (!isAmount(denominator) || !isAmount(numerator) || !sameKind(denominator, numerator)) return undefined
  if (!/^[，,]/.test(numerator.lead.trim()) || /[；;。、（(]/.test(numerator.lead) || isDenied(numerator))
    return undefined
  // 「送审价A，审定价B，审减率P」: of what was cut off, not of what was left.
  if (cutRate.test(rate.lead)) return undefined
  if (denominator.depth !== rate.depth || numerator.depth !== rate.depth) return undefined
  const [base, done] = [clauseOf(denominator), clauseOf(numerator)]
  if (!due.test(base) || due.test(done.replace(/实际到位|到位|审结/, '')) || /其中|含|上年|较|比/.test(numerator.lead))
    return undefined
  return signsOf(rate).some((each) => (done + beforeFirst(numerator.after, '，、；;。（')).includes(each))
    ? { numerator, denominator }
    : undefined
}

/** The signs of a rate's word: 执行率 may be told by 支出. */
function signsOf({ lead }: Mention): readonly string[] {
  const word = /([\p{Script=Han}]{2})[率度]/u.exec(lead)?.[1] ?? ''
  return /执行|支[出付]|使用|完成/.test(word) ? ['支出', '支付', '执行', '使用', '完成', '实际', '决算'] : [...word]
}
