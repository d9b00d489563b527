import type { Claim, Term } from '#domain/claim.ts'
import { addsUp } from '../sums/adds-up.ts'
import type { RateAt } from './meant-pairs.ts'
import { clauseOf, fitsRate, isAmount } from './rate-pairs.ts'
import type { Mention } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

/** What a share was read of. */
type Terms = { readonly numerator: Term; readonly denominator: Term }

const named = /^占[\p{Script=Han}“”]{2,16}的?(?:比例|比重)?(?:为|约|达到?)?$/u
const bare = /^(?:所)?占(?:比|比重)?(?:为|约|达到?|[：:])*$/
const ofItem = /^(?:其中)?(?:最[\p{Script=Han}]{1,2}的)?([\p{Script=Han}]{2,8}?)(?:所)?占(?:比|比重)?(?:为|约|达到?)*$/u
/** Numbers before a rate among which the list that it takes apart may stand. */
const near = 30

/**
 * What a share is of by a share before it in its sentence, which fits: 「人员经费A，占基本支出的P%，公用经费B，占Q%」 of the same, where
 * both make it, and 「最多的甲县占P%，最少的乙县占Q%」 of what all the counties make.
 *
 * byRate   what the shares of the part were read of
 */
export function ofShareBefore(at: RateAt, byRate: ReadonlyMap<number, readonly Claim[]>): Terms | undefined {
  return ofNamedBefore(at, byRate) ?? ofListBefore(at, byRate) ?? ofTotalBefore(at)
}

const closing = /^(?:以上|上述|[两二三四五六][项级者类])?(?:合计|共计|总计)(?:支出|投入|资金|发放|拨付)?$/
const mostItems = 6

/** 「发放就餐补贴A…，拨付运营补助B。两项合计T，就餐补贴占P%」: of the total that the item of that name stands in. */
function ofTotalBefore({ rate, here, earlier }: RateAt): Terms | undefined {
  const subject = subjectOf(rate)
  const total = here.at(-1)
  if (!subject || !total || !isAmount(total) || !closing.test(clauseOf(total).trim())) return undefined
  const before = [...earlier, ...here.slice(0, -1)]
    .filter((each) => isAmount(each) && sameKind(each, total) && each.figure.place.block === total.figure.place.block)
    .slice(-mostItems)
  const from = before.findLastIndex((_, index) => index < before.length - 1 && addsUp(total, before.slice(index)))
  const called = from < 0 ? [] : before.slice(from).filter(({ label }) => label.endsWith(subject))
  return called.length === 1
    ? {
        numerator: { name: subject, figure: called[0]!.figure },
        denominator: { name: total.label, figure: total.figure },
      }
    : undefined
}

/** The amounts of a run of shares, each with its own, the first of which names what all of them make. */
function ofNamedBefore({ sentence, rate, here }: RateAt, byRate: ReadonlyMap<number, readonly Claim[]>) {
  if (!bare.test(clauseOf(rate).trim())) return undefined
  const all = sentence.mentions
  const first = firstOfRun(all, here.length)
  const whole = first === undefined ? undefined : fittingOf(all[first]!, byRate)
  if (first === undefined || !whole || whole.numerator.figure !== all[first - 1]?.figure) return undefined
  const items: Mention[] = [all[first - 1]!]
  for (let next = first + 2; isShareOfItsOwn(all, next); next += 2) items.push(all[next - 1]!)
  const numerator = here.at(-1)!
  if (!items.includes(numerator) || !addsUp(whole.denominator, items)) return undefined
  return { numerator: { name: numerator.label, figure: numerator.figure }, denominator: whole.denominator }
}

/** Where the run of amounts with bare shares begins that a share stands in: at the one that names its base. */
function firstOfRun(all: readonly Mention[], at: number): number | undefined {
  for (let next = at; isShareOfItsOwn(all, next); next -= 2)
    if (next >= 3 && named.test(clauseOf(all[next - 2]!).trim()) && isShare(all[next - 2]!)) return next - 2
  return undefined
}

/** An amount, and behind it 「，占P%」. */
function isShareOfItsOwn(all: readonly Mention[], at: number): boolean {
  const [amount, share] = [all[at - 1], all[at]]
  return (
    amount !== undefined &&
    share !== undefined &&
    isAmount(amount) &&
    isShare(share) &&
    bare.test(clauseOf(share).trim())
  )
}

function isShare({ figure: { quantity } }: Mention): boolean {
  return quantity.unit.kind === 'share' && quantity.looseness === 'exact'
}

/** What the one claim that fits a share reads it of. */
function fittingOf(share: Mention, byRate: ReadonlyMap<number, readonly Claim[]>): Terms | undefined {
  const forms = (byRate.get(share.figure.id) ?? []).flatMap(({ form }) => (form.is === 'ratio' ? [form] : []))
  return forms.find((form) => fitsRate(form.rate, form))
}

/** 「…，甲县占P%，乙县占Q%」 by the list of the counties, which the first share is of. */
function ofListBefore({ sentence, rate, here, earlier }: RateAt, byRate: ReadonlyMap<number, readonly Claim[]>) {
  const subject = subjectOf(rate)
  const other = sentence.mentions.find((each) => each !== rate && isShare(each) && subjectOf(each) !== undefined)
  const whole = other && fittingOf(other, byRate)
  if (!subject || !whole || other.figure.printed.replace('.', '').length < 3) return undefined
  const list = [...earlier, ...here].slice(-near).filter((each) => isAmount(each) && each !== other)
  const at = list.findIndex(({ figure }) => figure === whole.numerator.figure)
  const items = at < 0 ? [] : runAround(list, at)
  const called = items.filter(({ label }) => label.endsWith(subject))
  if (items.length < 3 || called.length !== 1 || !addsUp(whole.denominator, items)) return undefined
  return { numerator: { name: subject, figure: called[0]!.figure }, denominator: whole.denominator }
}

function subjectOf(share: Mention): string | undefined {
  return ofItem.exec(clauseOf(share).trim())?.[1]
}

/** The items that one stands in a list with, joined by 、 or ，. */
function runAround(list: readonly Mention[], at: number): readonly Mention[] {
  const follows = (index: number) =>
    list[index] !== undefined &&
    list[index - 1] !== undefined &&
    sameKind(list[index], list[index - 1]!) &&
    /^[、，,和][\p{Script=Han}]{2,10}$/u.test(list[index].lead.trim())
  let [from, to] = [at, at + 1]
  while (follows(from)) from--
  while (follows(to)) to++
  return list.slice(from, to)
}
