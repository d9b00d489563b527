import { beforeFirst } from '#domain/clauses.ts'
import { baseValue } from '#domain/quantity.ts'
import { type Pair, clauseOf, fitsRate, isAmount, isDenied } from './rate-pairs.ts'
import { carriedTotal } from '../text/sentence-heads.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

/** A rate in its sentence, with the numbers before it: `here` of the sentence, `earlier` of the part before, nearest last. */
export type RateAt = {
  readonly sentence: Sentence
  readonly rate: Mention
  readonly here: readonly Mention[]
  readonly earlier: readonly Mention[]
}

/**
 * The amounts a rate is of by what is written, whatever number is printed: 「占基本支出的」, 「以立案数为基数」, what was filled in
 * of the questionnaires that came back, staff over posts, what was cut over what was handed in, the last two of a row.
 * Undefined where more than one amount bears the name, or nothing tells.
 */
export function meantPair(at: RateAt): Pair | undefined {
  const pair = ofNamedBase(at) ?? ofTopic(at) ?? ofThoseReturned(at) ?? ofPosts(at) ?? ofHandedIn(at) ?? ofRow(at)
  return pair && isPart(at.rate, pair) ? pair : undefined
}

/** A rate below 100 % is of a part, but for a slip. */
function isPart(rate: Mention, { numerator, denominator }: Pair): boolean {
  const [top, bottom] = [numerator, denominator].map(({ figure }) => baseValue(figure.quantity))
  return bottom!.gt(0) && !top!.eq(bottom!) && baseValue(rate.figure.quantity).gt(1) === top!.gt(bottom!)
}

const elsewhen = /上年|去年|同期|以前年度|20\d\d年(?:底|末)?的?$/
const together = /合计|之和|[两三四五六七八九]项|二者|两者|其余|其他|均/

/** 「人员经费占基本支出的85.33%」: over the one amount of that name. */
function ofNamedBase({ sentence, rate, here, earlier }: RateAt): Pair | undefined {
  const clause = clauseOf(rate)
  const named = baseNameIn(clause, rate.after)
  if (!named || named.base.length < 2 || together.test(named.subject)) return undefined
  const numerator =
    named.subject.length >= 2 ? bearing(named.subject, { sentence, here, earlier }) : nearestTop(rate, here)
  if (!numerator || isDenied(numerator)) return undefined
  const inReach = named.planned ? ownSegment(rate, here) : [...earlier.slice(-40), ...here]
  const bases = inReach.filter(
    (each) =>
      each !== numerator &&
      isAmount(each) &&
      sameKind(each, numerator) &&
      isCalled(each, named.base) &&
      !elsewhen.test(each.label),
  )
  const near = bases.filter(({ figure }) => figure.place.block === sentence.block)
  const one = onlyValue(near) ?? (near.length === 0 && named.base.length >= 3 ? onlyValue(bases) : undefined)
  if (!one) return undefined
  // One of the name further up that fits is what was meant.
  return bases.find((denominator) => fitsRate(rate, { numerator, denominator }))
    ? undefined
    : { numerator, denominator: one }
}

/** planned: 「完成计划的」, of the plan told with what was done. */
type Named = { readonly subject: string; readonly base: string; readonly planned?: boolean }

/** What a rate says it is of, and what it counts: before 「的」, or in a bracket beside it. */
function baseNameIn(clause: string, after: string): Named | undefined {
  const bracket = /[（(](?:以|按)?([^（()）]{2,16}?)(?:作?为(?:基数|分母)|计算|测算)[）)](?:为|约)?$/.exec(
    clause.trim(),
  )?.[1]
  const behind = /^[（(](?:以|按)([^（()）]{2,16}?)(?:作?为(?:基数|分母)|计算|测算)/.exec(after)?.[1]
  const formula =
    /[（(]([\p{Script=Han}“”]{2,14})(?:[÷/]|占)([\p{Script=Han}“”]{2,14}?)(?:的(?:比例|比重))?[）)](?:为|约|达到?)?$/u.exec(
      clause.trim(),
    )
  if (formula) return { subject: core(formula[1]!), base: core(formula[2]!) }
  const told = bracket ?? behind
  if (told) return { subject: '', base: core(told) }
  const planned =
    /^(?:为|完成|相当于)((?:全年|年初|年度|本年|调整后)?(?:预算|计划|目标|任务)(?:数|任务|目标)?)的$/.exec(
      clause.trim(),
    )?.[1]
  if (planned) return { subject: '', base: core(planned), planned: true }
  const share = /^(.*?)占([^占]{2,}?)(?:的)?(?:比例|比重|比)?(?:为|达到?|约|近|[：:])*$/.exec(clause.trim())
  return share ? { subject: core(share[1]!), base: core(share[2]!) } : undefined
}

/** A name without what makes no difference: 「立案数」 is 立案, 「全部项目支出总额」 is 项目支出. */
function core(name: string): string {
  return name
    .replace(/[“”"‘’「」\s的]|其中|分别|[（(]|[）)]/g, '')
    .replace(/^(?:全部|所有|整个|了|到|全[县市区州旗])/, '')
    .replace(/(?:总额|总量|总数|合计|总计|金额|人数|户数|资金额|份数)$|(?<=.{2})[数额]$/, '')
}

/** Whether an amount bears a name: 「其中基本支出」 is 基本支出, 「收回有效问卷」 is 有效问卷. */
function isCalled({ label }: Mention, base: string): boolean {
  const own = core(label)
  return own.length >= 2 && (own.endsWith(base) || (own.length >= 3 && base.endsWith(own)))
}

/** The amount of that name in the sentence, or in the one before. */
function bearing(subject: string, { sentence, here, earlier }: Omit<RateAt, 'rate'>): Mention | undefined {
  const before = earlier.slice(-10).filter(({ figure }) => figure.place.block === sentence.block)
  return [...before, ...here].findLast((each) => isAmount(each) && isCalled(each, subject))
}

export function nearestTop(rate: Mention, here: readonly Mention[]): Mention | undefined {
  const top = here.findLast((each) => isAmount(each) && each.depth <= rate.depth)
  return top && here.slice(here.indexOf(top) + 1).some(({ lead }) => /[；;]/.test(lead)) ? undefined : top
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
    const bases = [...earlier.slice(-10), ...here].filter(
      (each) => each !== numerator && isAmount(each) && sameKind(each, numerator) && isCalled(each, named),
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

const asked = /发放|发出|抽取|随机|访问|回访|邀请/
const returned = /(?<!未)(?:收回|回收|有效|接通|实收|返回|受访)/

/** 「发放问卷200份，回收194份，其中满意185份，满意度P%」: of those that came back, the last of them. */
function ofThoseReturned({ rate, here }: RateAt): Pair | undefined {
  if (!/满意[率度](?:[（(][^（()）]*[）)])?(?:为|达到?|是|[：:])*\s*$/.test(rate.lead)) return undefined
  const numerator = here.at(-1)
  if (!numerator || !isAmount(numerator) || !/满意/.test(clauseOf(numerator)) || /[、]|不满意/.test(numerator.lead))
    return undefined
  const before = here.slice(0, here.indexOf(numerator)).filter((each) => isAmount(each) && isCounted(each, numerator))
  const denominator = before.at(-1)
  const isLast =
    denominator && returned.test(clauseOf(denominator)) && before.some((each) => asked.test(clauseOf(each)))
  return isLast ? { numerator, denominator } : undefined
}

/** Questionnaires are counted in 份, those who filled them in in 人. */
function isCounted(base: Mention, top: Mention): boolean {
  return (
    sameKind(base, top) || (base.figure.quantity.unit.name === '份' && /^[人名]$/.test(top.figure.quantity.unit.name))
  )
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

/** 「送审金额A，审定B，核减D，核减率P%」「预算A，中标B，节约D，节约率P%」: D over A. */
function ofHandedIn({ rate, here }: RateAt): Pair | undefined {
  const word = cutRate.exec(rate.lead)?.[1]
  const numerator = word ? here.at(-1) : undefined
  if (!word || !numerator || !numerator.lead.includes(word.slice(0, 1)) || !/[减约支]/.test(clauseOf(numerator)))
    return undefined
  const bases = here
    .slice(0, -1)
    .filter((each) => sameKind(each, numerator) && /送审|预算|控制价|概算|申报|原合同/.test(clauseOf(each)))
  const denominator = onlyValue(bases)
  return denominator && { numerator, denominator }
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
