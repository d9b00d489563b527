import type { Claim, Term } from '#domain/claim.ts'
import { roleOf } from '../text/mention-role.ts'
import { isReckonedBy } from '../nearby/price-counts.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { agrees, isRounded, isSlipped } from './agreement.ts'
import { isCountOf, isUnreal } from './counted.ts'
import { type Duration, durationOf } from './durations.ts'
import { type UnitPrice, unitPriceOf } from './unit-prices.ts'

/** All that a product is bound of. */
type Bound = {
  readonly price: UnitPrice
  readonly count: Mention | undefined
  readonly total: Mention
  readonly duration: Duration
}

/** What is no total of a price: a plan, a part that another pays, what is left, and what was paid before. */
const otherTotal =
  /预算|计划|目标|上年|去年|同期|限额|上限|其中|占|结余|节[约余]|另|不含|[比较](?!例|重)|低于|高于|超过|中央|省级|市级|区级|县级|镇级|本级|自筹|配套|分担|承担|首付|预付|首期|首笔|已[付支拨]|尾款|余款|剩余|未|差额|少|多(?!项)/
/** 「346.08万元、178.08万元和108.30万元」: one of several totals. */
export const opensList = /^\s*[、和及与]\s*$/
const earned = /增收|收入|收益|分红/
/** Kinds of money, not plans. */
const budgets = /(?:政府性基金|一般公共|国有资本经营)预算/g
/** 「项目总投资」 is of more than what one price is for. */
const ofProject = /(?:项目|工程|合同|全部|年度|计划)总|项目(?:实际)?(?:完成)?(?:投资|资金|支出)/
/** What says that a number is all that was paid. */
const paid =
  /[共合总]计|共需?|总(?!成本)|应[发付拨支缴收补]|需|实际|支[出付]|拨付|兑[付现]|发放|结算|下达|安排|缴|[款费金]|补[助贴]|奖|投[入资]|开支|花|耗资|造价|成本|计[算]?$|经费|资金|金额|收入|产值|累计/

/**
 * A price or a mean with the count and the total that the words of one sentence bind to it, whatever the numbers are:
 * 「312名工人，每人每年保费120元，实际支出37440元」, 「4名，人月单价1.6万元，服务12个月，服务费76.8万元」. Only where nothing else there can
 * be meant.
 */
export function boundProducts(sentence: Sentence, previous?: Sentence): Claim[] {
  const prices = pricesOf(sentence)
  const found = prices.flatMap((price) => boundBy(sentence, price, prices, false, previous))
  return found.length > 0 || !previous ? found : byCarriedPrice(sentence, previous)
}

function boundBy(
  sentence: Sentence,
  price: UnitPrice,
  prices: readonly UnitPrice[],
  carried: boolean,
  previous?: Sentence,
): Claim[] {
  const bound = bind(sentence, price, prices)
  if (!bound) return []
  const claim = claimOf(sentence, bound)
  if (price.mean && isRounded(claim)) return []
  if (!agrees(claim, price.mean) && (hasMore(sentence, bound) || isOfOtherCount(claim, previous, price))) return []
  // What is not told to be paid all year, or at this price, is only held against what one slip explains.
  return (bound.duration.firm && !carried) || agrees(claim, price.mean) || isSlipped(claim) ? [claim] : []
}

/** 「按15个续签、每站11.20万元测算，另新建2个，共需190.40万元」: the total is of more than these. */
function hasMore({ text, start }: Sentence, { price, total }: Bound): boolean {
  const [first, second] = price.mention.start < total.start ? [price.mention, total] : [total, price.mention]
  return /[，；,]\s*(?:另|此外|再|还)/.test(text.slice(first.end - start, second.start - start))
}

/** Whether what is counted in the sentence before makes the total: 「目标1.62万亩…。已完成0.98万亩，按亩均1500元测算，总投资2430万元」. */
function isOfOtherCount(
  { form, ...claim }: Claim,
  previous: Sentence | undefined,
  { per, mean, mention }: UnitPrice,
): boolean {
  if (form.is !== 'product' || !previous || per === undefined) return false
  return previous.mentions.some((each) => {
    if (!isCountOf(each, per) && !sameKindAs(each, form.factors[1])) return false
    const factors = [termOf(mention), termOf(each), ...form.factors.slice(2)]
    return agrees({ ...claim, form: { ...form, factors } }, mean)
  })
}

function sameKindAs({ figure }: Mention, term: Term | undefined): boolean {
  return term !== undefined && figure.quantity.unit.name === term.figure.quantity.unit.name
}

const raised = /^(?:提高|上调|调整|增加|提升|降低|下调|提标)(?:至|到|为)了?$/
const byStandard =
  /按(?:照)?(?:新|上述|该|此|这一|前述|提高后的?|调整后的?|规定)?标准|据此|以此|照此|(?:该|上述|新)标准/

/** The prices of a sentence; of one that was raised what it became: 「由每人每月1500元提高到1800元」. */
function pricesOf({ mentions }: Sentence): readonly UnitPrice[] {
  return mentions.flatMap((mention, at) => {
    const price = unitPriceOf(mention)
    const next = mentions[at + 1]
    if (!price) return []
    return [next && raised.test(next.lead.trim()) && sameKind(mention, next) ? { ...price, mention: next } : price]
  })
}

/** The one price of the sentence before: 「标准为每人每月1800元。2023年有64名人员按新标准领取，均为6个月，补贴总额69.12万元」. */
function byCarriedPrice(sentence: Sentence, previous: Sentence): Claim[] {
  const [price, ...others] = pricesOf(previous)
  if (!price || others.length > 0 || price.mean || price.mention.figure.quantity.unit.kind !== 'money') return []
  if (previous.block !== sentence.block || previous.row !== sentence.row || previous.cell !== sentence.cell) return []
  if (bind(previous, price, [price]) || pricesOf(sentence).length > 0) return []
  const from = previous.mentions.indexOf(price.mention)
  const joined = {
    ...sentence,
    start: previous.start,
    text: sentence.paragraph.text.slice(previous.start, sentence.end),
    mentions: [...previous.mentions.slice(from), ...sentence.mentions],
  }
  return boundBy(joined, price, [price], !byStandard.test(sentence.text))
}

function bind(sentence: Sentence, price: UnitPrice, prices: readonly UnitPrice[]): Bound | undefined {
  const { mentions } = sentence
  // Another price of the same makes groups of it, but for one behind a semicolon.
  if (
    prices.some(
      (other) =>
        other !== price &&
        other.per === price.per &&
        sameKind(other.mention, price.mention) &&
        !isParted(sentence, other.mention, price.mention),
    )
  )
    return undefined
  const total = totalOf(sentence, price, prices)
  // 「投入614.9万元，带动1126户，户均增收3800元」: what they earned is not what was paid.
  if (!total || (earned.test(clauseOf(price.mention)) && !earned.test(clauseOf(total)))) return undefined
  const at = mentions.indexOf(price.mention)
  const count = price.per === undefined ? undefined : countOf(sentence, price, total)
  if (price.per !== undefined && !count) return undefined
  const ends = [price.mention, total, count ?? price.mention]
  const from = Math.min(...ends.map((each) => each.start))
  const to = Math.max(...ends.map((each) => each.end))
  const around = mentions.filter((each) => each !== total && each !== count && each !== price.mention && each.end <= to)
  const lead = mentions[Math.min(...ends.map((each) => mentions.indexOf(each)))]!.lead
  const text = lead + sentence.text.slice(from - sentence.start, to - sentence.start)
  const isByTime =
    count !== undefined && /^(?:人次|人天|人日|工日|班次|车次|台次)$/.test(count.figure.quantity.unit.name)
  // 「按每班每人80元，460人次」: how often is counted already.
  const duration = durationOf(isByTime && /^[天次]$/.test(price.every ?? '') ? undefined : price.every, text, around)
  if (!duration) return undefined
  if (price.per === undefined && duration.term === undefined && duration.times === undefined) return undefined
  return at < 0 ? undefined : { price, count, total, duration }
}

/** The one amount that the price can be of: behind it where words say so, else right before it. */
function totalOf(sentence: Sentence, price: UnitPrice, prices: readonly UnitPrice[]): Mention | undefined {
  const { mentions } = sentence
  const at = mentions.indexOf(price.mention)
  const alike = mentions.filter(
    (each) =>
      !isParted(sentence, each, price.mention) &&
      sameKind(each, price.mention) &&
      !prices.some(({ mention }) => mention === each) &&
      each.figure.quantity.looseness === 'exact' &&
      each.depth <= price.mention.depth &&
      !isForOne(mentions, each) &&
      (!ofProject.test(clauseOf(each)) || /投资|造价|成本/.test(clauseOf(price.mention))),
  )
  const { depth } = price.mention
  const fit = alike.filter((each) => isTotal(each) && each.depth === depth)
  if (depth > 0 && fit.length === 0) return beforeBracket(mentions.slice(0, at), alike, depth)
  const behind = fit.filter((each) => mentions.indexOf(each) > at)
  const ahead = fit.filter((each) => mentions.indexOf(each) < at)
  const [next] = behind
  const last = ahead.at(-1)
  if (next && last) return undefined
  if (next) return paid.test(clauseOf(next)) && firstOf(alike, price.mention) === next ? next : undefined
  // 「安排371.40万元，按床位每张2400元、对象每人1800元分配」 is of both.
  return ahead.length === 1 && prices.length === 1 ? last : undefined
}

/** 「每恢复1立方米库容花费7.95元」: what is told for one of something is a price itself. */
function isForOne(mentions: readonly Mention[], each: Mention): boolean {
  const last = mentions[mentions.indexOf(each) - 1]
  return (
    last !== undefined &&
    last.figure.quantity.value.eq(1) &&
    /每[\p{Script=Han}]{0,4}$/u.test(last.lead) &&
    /^[^，；。、]*$/.test(each.lead)
  )
}

/** 「其中供水收入713.00万元（供水量620万立方米，每立方米1.15元）」: the amount that the bracket explains, and no other. */
function beforeBracket(before: readonly Mention[], alike: readonly Mention[], depth: number): Mention | undefined {
  const outside = before.findLast((each) => each.depth < depth)
  if (!outside || !alike.includes(outside)) return undefined
  const words = clauseOf(outside)
    .replace(budgets, '')
    .replace(/其中|占/g, '')
  return roleOf(outside) === 'plain' && !otherTotal.test(words) ? outside : undefined
}

/** Whether 「；」 stands between two numbers. */
function isParted({ text, start }: Sentence, one: Mention, two: Mention): boolean {
  const [first, second] = one.start < two.start ? [one, two] : [two, one]
  return /[；;]/.test(text.slice(first.end - start, second.start - start))
}

function firstOf(alike: readonly Mention[], price: Mention): Mention | undefined {
  return alike.find(({ start }) => start > price.start)
}

function isTotal(mention: Mention): boolean {
  const role = roleOf(mention)
  return (
    (role === 'plain' || role === 'each') &&
    !opensList.test(mention.after) &&
    !otherTotal.test(clauseOf(mention).replace(budgets, ''))
  )
}

/** The one number that counts what the price is for. */
function countOf(sentence: Sentence, price: UnitPrice, total: Mention): Mention | undefined {
  const { mentions } = sentence
  const at = mentions.indexOf(price.mention)
  if (price.per === '') {
    const near = mentions[at - 1]
    return near && near !== total && isPlainCount(near) ? near : undefined
  }
  const all = mentions.filter(
    (each) => each !== total && isCountOf(each, price.per!) && isReckonedBy(each, price.mention),
  )
  const near = all.filter((each) => !isParted(sentence, each, price.mention))
  const here = near.length > 0 ? near : all
  // Beside what was done, what was planned is not what was paid for.
  const done = here.filter((each) => !isUnreal(each))
  const counts = done.length > 0 ? done : here
  const before = counts.filter((each) => each.start < Math.max(total.start, price.mention.start))
  const known = before.length > 0 ? before : counts
  return known.length === 1 ? known[0] : undefined
}

function isPlainCount(mention: Mention): boolean {
  const { unit, looseness } = mention.figure.quantity
  return (
    /^(?:count|area|length|weight)$/.test(unit.kind) &&
    looseness === 'exact' &&
    !unitPriceOf(mention) &&
    !isUnreal(mention)
  )
}

function claimOf(sentence: Sentence, { price, count, total, duration }: Bound): Claim {
  const factors: Term[] = [price.mention, count, duration.term].flatMap((each) => (each ? [termOf(each)] : []))
  const all = [price.mention, count, total, duration.term].flatMap((each) => each ?? [])
  return {
    rule: 'product.unit-price',
    form: {
      is: 'product',
      result: termOf(total),
      factors,
      ...(duration.times ? { times: duration.times, timesUnit: duration.unit ?? '个月' } : {}),
    },
    certain: false,
    ...(duration.firm ? { firm: true as const } : {}),
    because: '单价、数量和总额按上下文判断',
    quote: quoteOf(sentence, Math.min(...all.map(({ start }) => start)), Math.max(...all.map(({ end }) => end))),
  }
}
