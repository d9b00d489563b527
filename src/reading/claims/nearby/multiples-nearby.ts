import type { Claim } from '#domain/claim.ts'
import { intervalOf } from '#domain/quantity.ts'
import { multiplyIntervals, meets } from '#domain/arithmetic.ts'
import { roleOf } from '../text/mention-role.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { termOf } from '../text/terms.ts'
import { type Spot, alike, before, isTerm, quoteAround } from './number-line.ts'

const reach = 14
const blocks = 1
/** A limit, a wish, or by how much it changed. */
const unreckoned = /不低于|不少于|不高于|要求|目标|标准|超过|达到|相比|[比较](?!例)|增长|增加|提高|下降|降低|翻/
/** 「是上半年月均支出106.25万元的1.84倍」 */
const ofPrevious = /^的$/
/** 「对债券本息的覆盖倍数」: what comes in over what has to be paid. */
const covering = /覆盖倍数(?:为|约|达|是)*$/
const owed = /本息|还本付息|利息|本金/
/** 「拉动倍数」 over what the sentence says it is reckoned by. */
const pulling = /(?:拉动|带动|放大|撬动)倍数(?:为|约|达|是)*$/
/** What it almost makes was meant. */
const nearest = 2.5

/**
 * A multiple with the two amounts it is of: 「支出195.80万元，是上半年月均106.25万元的1.84倍」, 「净收益568.80万元，对利息的覆盖倍数
 * 1.29倍」. Where the words name both, a mismatch is told; else only what fits is kept.
 */
export function multipleNearby(line: readonly Spot[], spot: Spot): Claim | undefined {
  const { quantity } = spot.mention.figure
  if (quantity.unit.name !== '倍' || quantity.looseness !== 'exact') return undefined
  const clause = clauseOf(spot.mention)
  if (unreckoned.test(clause) || /^(?:以上|以内|左右)/.test(spot.mention.after)) return undefined
  const near = before(line, spot, reach, blocks).filter(isAmount)
  const meant = named(spot, near)
  // Many amounts make 3 times another.
  if (quantity.decimals < 1 && !meant) return undefined
  const fitting = near.flatMap((top) => near.flatMap((bottom) => (fits(spot, top, bottom) ? [{ top, bottom }] : [])))[0]
  if (meant && !fits(spot, meant.top, meant.bottom) && (isNear(spot, meant) || isMistaken(spot, meant)))
    return { ...claimOf(spot, meant, false), firm: true }
  return fitting && claimOf(spot, fitting, true)
}

function isAmount(each: Spot): boolean {
  return (
    each.value > 0 &&
    /^(?:money|count|area|weight)$/.test(each.mention.figure.quantity.unit.kind) &&
    each.mention.figure.quantity.unit.name !== '倍' &&
    (isTerm(each) || (roleOf(each.mention) === 'each' && each.mention.figure.quantity.looseness === 'exact'))
  )
}

type Pair = { readonly top: Spot; readonly bottom: Spot }

/** The two that the words name. */
function named(spot: Spot, near: readonly Spot[]): Pair | undefined {
  const clause = clauseOf(spot.mention)
  const own = near.filter(({ sentence }) => sentence === spot.sentence)
  const [last] = own
  if (
    ofPrevious.test(clause.trim()) &&
    last?.at === spot.at - 1 &&
    /^[，,]?(?:约?[是为]|相当于)/.test(last.mention.lead)
  ) {
    const top = own.find((each) => each !== last && alike(each, last))
    return top && { top, bottom: last }
  }
  const told = ofThatYear(clause, own) ?? ofTheTwo(clause, own) ?? ofItsName(spot, near)
  if (told) return told
  if (covering.test(clause)) {
    const word = owed.exec(clause)?.[0]
    const bottom = near.find(({ mention }) => word !== undefined && isOwed(mention.label, word))
    const top = near.find((each) => /收益|收入/.test(each.mention.label) && bottom !== undefined && alike(each, bottom))
    return top && bottom && top.mention.label.includes('净') ? { top, bottom } : undefined
  }
  if (!pulling.test(clause)) return undefined
  const base = /[以按]([\p{Script=Han}]{3,12}?)(?:计算|测算)/u.exec(spot.mention.lead)?.[1]
  const top = own.find(({ mention }) => /带动|拉动|撬动/.test(mention.label))
  const bottom = base && near.find(({ mention }) => mention.label.endsWith(base))
  return top && bottom ? { top, bottom } : undefined
}

/** 「2021年培训240人次，2023年达到720人次，是2021年的3倍」. */
function ofThatYear(clause: string, own: readonly Spot[]): Pair | undefined {
  const year = /(?:是|为|相当于)(20\d\d年|上年|去年)(?:同期)?的$/.exec(clause.trim())?.[1]
  const [top] = own
  if (!year || !top || clauseOf(top.mention).includes(year)) return undefined
  const bases = own.filter((each) => each !== top && alike(each, top) && clauseOf(each.mention).includes(year))
  return bases.length === 1 ? { top, bottom: bases[0]! } : undefined
}

/** 「2023年销售460万元，而2022年仅为115万元，前者为后者的4倍」. */
function ofTheTwo(clause: string, own: readonly Spot[]): Pair | undefined {
  const [last, first] = own
  const [, of] = /([前后])者(?:约?[是为]|相当于)(?!\1)[前后]者的$/.exec(clause.trim()) ?? []
  if (of === undefined || !last || !first || !alike(first, last)) return undefined
  return of === '前' ? { top: first, bottom: last } : { top: last, bottom: first }
}

/** 「年初预算1480.65万元…。追加后全年预算2476.30万元，是年初预算的1.67倍」: the one amount of that name. */
function ofItsName(spot: Spot, near: readonly Spot[]): Pair | undefined {
  const name = /^约?(?:是|为|相当于)([\p{Script=Han}“”]{2,12}?)(?:总额|总数|数)?的$/u.exec(
    spot.mention.lead.replace(/^[，,]/, '').trim(),
  )?.[1]
  const [top] = near
  if (!name || top?.at !== spot.at - 1 || top.sentence !== spot.sentence || isNamed(top, name)) return undefined
  const bases = near.filter(
    (each) => alike(each, top) && isNamed(each, name) && !/上年|去年|同期/.test(clauseOf(each.mention)),
  )
  return new Set(bases.map(({ value }) => value)).size === 1 ? { top, bottom: bases[0]! } : undefined
}

function isNamed({ mention: { label } }: Spot, name: string): boolean {
  return label.replace(/(?:总额|总数|数)$/, '').endsWith(name)
}

function isOwed(label: string, word: string): boolean {
  return word === '本息' ? /本息|还本付息/.test(label) : word === '本金' ? /本金|发行/.test(label) : /利息/.test(label)
}

function isNear(spot: Spot, { top, bottom }: Pair): boolean {
  const made = top.value / bottom.value
  return Math.max(made, spot.value) <= Math.min(made, spot.value) * nearest
}

/** By how many times it grew, or the other way round. */
function isMistaken(spot: Spot, { top, bottom }: Pair): boolean {
  const made = top.value / bottom.value
  return [made - 1, 1 / made].some((each) => Math.abs(each - spot.value) <= spot.value * 0.05)
}

function fits(spot: Spot, top: Spot, bottom: Spot): boolean {
  if (top === bottom || !alike(top, bottom) || Math.abs(top.value / bottom.value - spot.value) > spot.value * 0.06)
    return false
  const [many, base, whole] = [spot, bottom, top].map(({ mention }) => intervalOf(mention.figure.quantity))
  return meets(whole!, multiplyIntervals(many!, base!))
}

function claimOf(spot: Spot, { top, bottom }: Pair, certain: boolean): Claim {
  return {
    rule: 'product.multiple',
    form: { is: 'product', result: termOf(top.mention), factors: [termOf(spot.mention), termOf(bottom.mention)] },
    certain: false,
    because: certain ? '倍数的基数可能另有所指' : '倍数的基数按上下文判断',
    quote: quoteAround(spot.sentence, [spot, top, bottom]),
  }
}
