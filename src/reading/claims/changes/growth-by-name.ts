import type { Big } from 'big.js'
import { divide, fitOf, divideIntervals, subtractIntervals, addIntervals } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { clauseOf, isAmount, ratesRead } from '../rates/rate-pairs.ts'
import { directionOf, roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { isGrowth } from './plain-growth.ts'

/** 「本年收入增加」「村卫生室支出较上年增加」「在校学生较上年」: what changed, by its name. */
const named =
  /^(?:其中[：:]?|而|但)?([\p{Script=Han}“”]{2,14}?)(?:同比|[较比与](?:上年度?|去年|上一年度?|20\d\d年度?)(?:同期)?(?:相比)?的?)?(?:共|累计)?(?:增加|增长|上升|减少|下降|降低|增|减)?了?$/u
const rateOfIt = /^[，,、（(]?(?:同比|比上年)?(?:增长|上升|增加|下降|降低|减少|增幅|降幅)(?:率|了|约|为|达到?)*$/
const elsewhen = /上年|去年|同期|年初|预算|计划|目标/
/** Whole years, and what they are called. */
const ofYear = /^(?:20\d\d年?度?|本年度?|当年|全年)/
/** Nobody slips so far. */
const farthest = 2.5
const fewestDigits = 3

/**
 * Growth of what is called by its name and was told before in its paragraph: 「本年收入3962.67万元…。与上年相比，本年收入增加680.54万元，
 * 增长20.7%」. Read last, of rates nothing else was read of; only where one amount bears the name.
 *
 * told   the claims of these sentences
 */
export function growthByName(told: readonly Claim[], sentences: readonly Sentence[]): Claim[] {
  const read = ratesRead(told)
  const before: Mention[] = []
  return sentences.flatMap((sentence) => {
    const claims = sentence.mentions.flatMap((rate, at) => {
      const moved = sentence.mentions[at - 1]
      if (!moved || read.has(rate.figure.id) || !isTelling(rate, moved)) return []
      const own = [
        ...before.filter(({ figure }) => figure.place.block === sentence.block),
        ...sentence.mentions.slice(0, at - 1),
      ]
      const current = namedBy(moved, own)
      return current && !isExplained(rate, moved, own) && isInReach(rate, moved, current)
        ? [grewFrom(sentence, rate, moved, current)]
        : []
    })
    before.push(...sentence.mentions)
    return claims
  })
}

/** Of two amounts that are both told few digits tell enough. */
function isTelling(rate: Mention, moved: Mention): boolean {
  return (
    isGrowth(rate) &&
    rateOfIt.test(rate.lead.trim()) &&
    rate.figure.printed.replace('.', '').replace(/^0+/, '').length >= (roleOf(moved) === 'base' ? 2 : fewestDigits)
  )
}

/** The one amount before that bears the name of what changed. */
function namedBy(moved: Mention, own: readonly Mention[]): Mention | undefined {
  const role = roleOf(moved)
  if ((role !== 'delta' && role !== 'base') || moved.figure.quantity.looseness !== 'exact') return undefined
  const name = named.exec(clauseOf(moved).trim())?.[1] ?? ''
  if (bare(name).length < 2) return undefined
  const alike = own.filter(
    (each) =>
      isAmount(each) &&
      sameKind(each, moved) &&
      each.figure.quantity.looseness === 'exact' &&
      !elsewhen.test(clauseOf(each)),
  )
  const [bearing] = [
    alike.filter(({ label }) => label === name),
    alike.filter(({ label }) => bare(label) === bare(name)),
    bare(name).length < 4 ? [] : alike.filter(({ label }) => label.endsWith(bare(name))),
  ].filter((each) => each.length > 0)
  return bearing && new Set(bearing.map(({ figure }) => figure.printed)).size === 1 ? bearing[0] : undefined
}

function bare(name: string): string {
  return name
    .replace(/[“”]/g, '')
    .replace(ofYear, '')
    .replace(/(?:决算)?(?:合计|总计|总额|总数|数|额)$/, '')
}

/** What the amount was before. */
function priorOf(current: Mention, moved: Mention, direction: number) {
  const [now, by] = [current, moved].map(({ figure }) => intervalOf(figure.quantity))
  if (roleOf(moved) === 'base') return by!
  return direction < 0 ? addIntervals([now!, by!]) : subtractIntervals(now!, by!)
}

/** Another amount before gives the rate with this change, or is what it was before. */
function isExplained(rate: Mention, moved: Mention, own: readonly Mention[]): boolean {
  const direction = directionOf(rate.lead)
  return own.some((each) => {
    if (!sameKind(each, moved) || each === moved) return false
    const now = intervalOf(each.figure.quantity)
    const prior = priorOf(each, moved, direction)
    const by = roleOf(moved) === 'base' ? subtractIntervals(now, prior) : intervalOf(moved.figure.quantity)
    const shares = [divideIntervals(by, prior), roleOf(each) === 'base' ? divideIntervals(by, now) : undefined]
    return shares.some((share) => share && /fits|truncated/.test(fitOf(rate.figure.quantity, share)))
  })
}

function isInReach(rate: Mention, moved: Mention, current: Mention): boolean {
  const [told, by, now] = [rate, moved, current].map(({ figure }) => baseValue(figure.quantity))
  const direction = directionOf(rate.lead)
  const prior = roleOf(moved) === 'base' ? by! : direction < 0 ? now!.plus(by!) : now!.minus(by!)
  if (prior.lte(0)) return false
  const share = divide(now!.minus(prior).abs(), prior)
  return [share, share.times(10), share.div(10)].some((each) => isNear(each, told!))
}

function isNear(one: Big, other: Big): boolean {
  const [less, more] = one.lt(other) ? [one, other] : [other, one]
  return more.lte(less.times(farthest))
}

function grewFrom(sentence: Sentence, rate: Mention, moved: Mention, current: Mention): Claim {
  const [first] = [current, moved].toSorted((one, two) => one.start - two.start)
  return {
    rule: 'change.against-base',
    form: {
      is: 'change',
      current: termOf(current),
      ...(roleOf(moved) === 'base' ? { base: termOf(moved) } : { delta: termOf(moved) }),
      rate: termOf(rate),
      direction: directionOf(rate.lead),
    },
    certain: false,
    because: '比较的是哪两个数按上下文判断',
    quote: quoteOf(sentence, Math.max(first!.start, sentence.start), rate.end),
  }
}
