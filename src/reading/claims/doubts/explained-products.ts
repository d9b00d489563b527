import type { Claim, ClaimForm } from '#domain/claim.ts'
import { addIntervals, meets, multiplyIntervals } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { priceInterval } from '#domain/price-interval.ts'
import { baseValue, intervalOf, timesOf } from '#domain/quantity.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { roleOf } from '../text/mention-role.ts'
import { isDoubtfulProduct, makes } from '../products/product-terms.ts'
import { isOfOtherNumbers } from './products-of-others.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

type Product = Extract<ClaimForm, { is: 'product' }>

/** Totals and prices of fewer digits are met by chance. */
const fewestDigits = 2

/**
 * Drops doubtful products that other numbers of the sentence explain: the total is the same price times the number right
 * before it (「9个社区，每站2.80万元，共25.20万元；更新亭36座」), or what price and count make is told beside it
 * (「按日均488班、全年365天计算，计划178120班，实际发车176413班」).
 */
export function withoutExplainedProducts(claims: readonly Claim[], sentences: readonly Sentence[]): readonly Claim[] {
  const doubtful = new Set(
    claims.filter((claim) => (isDoubtfulProduct(claim) || isOffItsPrice(claim)) && !isOfPointsBefore(claim)),
  )
  if (doubtful.size === 0) return claims
  const explained = new Set([...doubtful].flatMap((claim) => explainedIn(claim, sentences)))
  return claims.filter(
    (claim) => claim.form.is !== 'product' || !doubtful.has(claim) || !explained.has(claim.form.result.figure),
  )
}

/** A product that holds as rounded, but not with the price laid down. */
function isOffItsPrice({ form, certain }: Claim): boolean {
  if (form.is !== 'product' || certain || form.factors.length !== 2) return false
  const [price, count] = form.factors as [Product['result'], Product['result']]
  return !makes(priceInterval(price.name, price.figure.quantity), count.figure, form.result.figure, form.times)
}

/** 「扣1分，…；扣1.5分，系3家…，每家扣0.5分」: told in a row; a few points more are met by chance. */
function isOfPointsBefore({ form, firm }: Claim): boolean {
  if (form.is !== 'product' || !firm || form.result.figure.quantity.unit.kind !== 'score') return false
  return form.factors[0]!.figure.place.start > form.result.figure.place.start
}

/** The total of a product, if its sentence explains it. */
function explainedIn({ form, rule }: Claim, sentences: readonly Sentence[]): readonly Figure[] {
  if (form.is !== 'product' || form.factors.length !== 2) return []
  const { block, start } = form.result.figure.place
  const own = sentences.find(
    (each) => each.block === block && each.start <= start && start < each.start + each.text.length,
  )
  if (own === undefined) return []
  const around = mentionsAround(form, sentences)
  const price = around.find(({ figure }) => figure === form.factors[0]!.figure)
  const isExplained =
    isExplainedBy(form, rule, own.mentions) || (rule === 'product.unit-price' && isOfOtherNumbers(form, price, around))
  return isExplained ? [form.result.figure] : []
}

/** The numbers from the first sentence that tells a product to the last, in one paragraph. */
function mentionsAround({ result, factors }: Product, sentences: readonly Sentence[]): readonly Mention[] {
  const figures = new Set([result, ...factors].map(({ figure }) => figure))
  const told = sentences.map(({ mentions }) => mentions.some(({ figure }) => figures.has(figure)))
  const run = sentences.slice(told.indexOf(true), told.lastIndexOf(true) + 1)
  return run.filter(({ block }) => block === result.figure.place.block).flatMap(({ mentions }) => mentions)
}

function isExplainedBy({ result, factors, times = 1 }: Product, rule: string, mentions: readonly Mention[]): boolean {
  const [price, count] = factors as [Product['result'], Product['result']]
  const [total, each] = [result.figure, price.figure]
  if (total.printed.replace(/\D|0+$/g, '').length < fewestDigits) return false
  const at = mentions.findIndex(({ figure }) => figure === total)
  const told = intervalOf(each.quantity)
  const others = mentions.filter(({ figure }) => figure !== total && figure !== each && figure !== count.figure)
  const before = mentions
    .slice(
      0,
      mentions.findIndex(({ figure }) => figure === each),
    )
    .findLast(({ figure }) => figure.quantity.unit.kind === 'count')
  return (
    // A mean fits a number that it was divided by in error as well.
    (rule !== 'product.average' &&
      before !== undefined &&
      before.figure !== count.figure &&
      baseValue(before.figure.quantity).gt(1) &&
      makes(told, before.figure, total, times)) ||
    others.some((other) => sameKind(other, mentions[at]!) && makes(told, count.figure, other.figure, times)) ||
    isOfMore(total, each, mentions)
  )
}

/** Amounts that a total takes in besides what was paid at a price. */
const mostOthers = 3

/** 「共60.21万元，其中购置2辆，平均每辆17.64万元；运行维护费24.93万元」: the total is of what else was paid, too. */
function isOfMore(total: Figure, price: Figure, mentions: readonly Mention[]): boolean {
  const like = mentions.find(({ figure }) => figure === total)
  if (!like || !/共|合计|总计/.test(clauseOf(like))) return false
  const counts = mentions.filter(({ figure }) => figure.quantity.unit.kind === 'count')
  const others = mentions.filter(
    (each) => each !== like && each.figure !== price && sameKind(each, like) && roleOf(each) !== 'each',
  )
  const runs = others.flatMap((_, from) =>
    Array.from({ length: Math.min(mostOthers, others.length - from) }, (_, more) =>
      others.slice(from, from + more + 1),
    ),
  )
  return counts.some(({ figure }) =>
    runs.some((run) =>
      meets(
        intervalOf(total.quantity),
        addIntervals([
          multiplyIntervals(intervalOf(price.quantity), timesOf(figure.quantity)),
          ...run.map((each) => intervalOf(each.figure.quantity)),
        ]),
      ),
    ),
  )
}
