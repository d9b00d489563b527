import type { Claim } from '#domain/claim.ts'
import { priceInterval } from '#domain/price-interval.ts'
import { unitOf } from '#domain/unit.ts'
import { fitsRounded } from '../rates/averages.ts'
import { roleOf } from '../text/mention-role.ts'
import { isReckonedBy, isWanted, perWordOf } from '../nearby/price-counts.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { makes } from './product-terms.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'

/** Unit price × quantity (P18): 「每村4400元，25个村，共11万元」. A mismatch is only probable: prices often differ by group. */
export function products(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((price, at) => {
    if (roleOf(price) !== 'each' || price.figure.quantity.unit.kind !== 'money') return []
    // 「未超过每辆15万元的控制标准」, 「每笔3万元以下」 are limits.
    if (/^at-/.test(price.figure.quantity.looseness) || /超过|不高于|低于|以内|控制在/.test(price.lead)) return []
    const counted = sentence.mentions.filter((each) => isCount(each, price) && isReckonedBy(each, price))
    const done = counted.filter((each) => !isWanted(each, sentence))
    const counts = done.length > 0 ? done : counted
    const total = totalThatFits(sentence, price, counts) ?? totalFor(sentence, at)
    if (!total || counts.length === 0 || counts.length > 2) return []
    const months = monthsTold(sentence)
    const monthly = months && counts.find((count) => fits(total, price, count, months))
    if (monthly) return [claimOf(sentence, total, price, monthly, months)]
    const fitting = counts.find((count) => fits(total, price, count))
    // A mean rounded to its last place is no mismatch.
    if (!fitting && /均/.test(price.lead) && counts.some((count) => fitsRounded(total, price, count))) return []
    const count = fitting ?? (counts.length === 1 ? counts[0] : undefined)
    if (!count || /每[^，]{0,6}每(?!年)|月|季|天/.test(price.lead.slice(-12))) return []
    // How often a month has to be known.
    if (!fitting && months) return []
    return [claimOf(sentence, total, price, count)]
  })
}

function claimOf(sentence: Sentence, total: Mention, price: Mention, count: Mention, times?: number): Claim {
  return {
    rule: 'product.unit-price',
    form: {
      is: 'product',
      result: termOf(total),
      factors: [termOf(price), termOf(count)],
      ...(times ? { times } : {}),
    },
    certain: false,
    because: '单价可能因对象而不同',
    quote: quoteOf(sentence, price.start, total.end),
  }
}

/** 「每村每月1场、每场补助200元…全年12个月」: so often a year. */
function monthsTold({ text }: Sentence): number | undefined {
  return text.includes('每月') ? Number(/(\d{1,2})个月/.exec(text)?.[1] ?? 12) : undefined
}

/** What a price may be for one of: of measures the very one, for 「每米」 is no price of a 公里. */
function isCount(each: Mention, price: Mention): boolean {
  const { kind, name } = each.figure.quantity.unit
  if (!/^(?:count|area|length|weight)$/.test(kind) || roleOf(each) !== 'plain') return false
  // 「差219万吨，折合每吨2元」: how much there was too little of is not what was paid for.
  if (/(?:差|少|缺|短|多|超)[了出]?$/.test(clauseOf(each))) return false
  const perWord = perWordOf(clauseOf(price).trim())
  return kind === 'count' || perWord === undefined || unitOf(perWord).kind !== kind || perWord === name
}

/** Whichever amount of the sentence the price and a count give. */
function totalThatFits(sentence: Sentence, price: Mention, counts: readonly Mention[]): Mention | undefined {
  return sentence.mentions.find(
    (each) =>
      each !== price && each.figure.quantity.unit.kind === 'money' && counts.some((count) => fits(each, price, count)),
  )
}

/** The amount paid in all: behind the price where words say so, else the one amount before it. */
function totalFor(sentence: Sentence, at: number): Mention | undefined {
  const amounts = (list: readonly Mention[]) =>
    list.filter((each) => each.figure.quantity.unit.kind === 'money' && roleOf(each) === 'plain')
  const behind = amounts(sentence.mentions.slice(at + 1)).find((each) =>
    /共|合计|总计|需|发放|补助|资金|金额|计$/.test(each.lead),
  )
  const ahead = amounts(sentence.mentions.slice(0, at))
  return behind ?? (ahead.length === 1 ? ahead[0] : undefined)
}

function fits(total: Mention, price: Mention, count: Mention, months = 1): boolean {
  return makes(priceInterval(price.label, price.figure.quantity), count.figure, total.figure, months)
}
