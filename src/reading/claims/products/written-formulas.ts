import type { Claim } from '#domain/claim.ts'
import type { Unit } from '#domain/unit.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { ratio } from '../rates/rate-pairs.ts'

/** Between two terms of a formula: the name of the second. */
const joined = /^[^，。；：（()=＝÷×]{0,8}?([÷×])\s*(?!100%)[^，。；：（()）=＝÷×]{0,20}$/
const opens = /^[^，。；（(]{0,6}[（(](?:即|按)?[^，。；（()）÷×]{0,24}$/
const closes = /^[^，。；（()）÷×=＝]{0,6}(?:[×xX*＊]\s*100\s*[%％]\s*)?[）)]/
/** Between a formula and what it gives. */
const gives = /^[^，。；（()）÷×=＝]{0,6}(?:[×xX*＊]\s*100\s*[%％]\s*)?(?:[=＝]|[，,]即)\s*$/
/** 「（860人，每人15天，每天50元）」. */
const each = /^[，,]\s*每[\p{Script=Han}]{1,3}(?:每[\p{Script=Han}]{1,2})?$/u
const goesOn = /^\s*[；;]/
const mostFactors = 3

/**
 * What a formula that is written out with its numbers gives: 「执行率95.47%（本年支出2881.93万元÷调整后预算数3018.59万元）」,
 * 「151.20万元（86.4公里×1.75万元/公里）」, 「140人×1000元/人·月×12个月＝168万元」, 「64.50万元（860人，每人15天，每天50元）」.
 */
export function writtenFormulas(sentence: Sentence): Claim[] {
  const { mentions, text } = sentence
  if (!/[÷×]|[，,]\s*每/.test(text)) return []
  return mentions.flatMap((first, at) => {
    const chain = chainFrom(mentions, at)
    const last = chain?.terms.at(-1)
    if (!chain || !last) return []
    const before = mentions[at - 1]
    if (before && opens.test(first.lead) && goesOn.test(last.after)) return groupsOf(sentence, before, at)
    const behind = mentions[at + chain.terms.length]
    const result =
      before && opens.test(first.lead) && closes.test(last.after)
        ? before
        : behind && chain.sign !== 'each' && gives.test(behind.lead)
          ? behind
          : undefined
    const claim = result && claimOf(sentence, result, chain)
    return claim ?? []
  })
}

/** 「6.80万元（困难职工52人，每人1000元；劳模8人，每人2000元）」: so many at one price, so many at another. */
function groupsOf(sentence: Sentence, total: Mention, at: number): Claim[] {
  const { mentions } = sentence
  const chains: Chain[] = []
  for (let next = at; ; next += 2) {
    const chain = chainFrom(mentions, next)
    if (chain?.sign !== 'each' || chain.terms.length !== 2 || !isPriced(chain.terms)) return []
    chains.push(chain)
    if (closes.test(chain.terms[1]!.after)) break
    if (!goesOn.test(chain.terms[1]!.after)) return []
  }
  const isMoney = total.figure.quantity.unit.kind === 'money'
  if (!isMoney || [total, ...chains.flatMap(({ terms }) => terms)].some(isLoose)) return []
  const groups = chains.map(({ terms: [count, price] }) => ({ count: termOf(count!), price: termOf(price!) }))
  return [
    {
      rule: 'product.priced-groups',
      form: { is: 'priced', total: termOf(total), groups },
      certain: false,
      because: '单价、数量按括号里写的计算',
      quote: quoteOf(sentence, total.start, chains.at(-1)!.terms[1]!.end),
    },
  ]
}

function isLoose({ figure }: Mention): boolean {
  return figure.quantity.looseness !== 'exact'
}

type Chain = { readonly sign: '÷' | '×' | 'each'; readonly terms: readonly Mention[] }

/** The terms of a formula that begins with a mention; undefined where none does, or one begins before it. */
function chainFrom(mentions: readonly Mention[], at: number): Chain | undefined {
  const sign = signOf(mentions[at + 1])
  if (!sign || signOf(mentions[at]) !== undefined) return undefined
  const terms = [mentions[at]!]
  for (let next = at + 1; signOf(mentions[next]) === sign; next++) terms.push(mentions[next]!)
  // A formula with other signs behind is more than these terms.
  if (signOf(mentions[at + terms.length]) !== undefined) return undefined
  return terms.length > (sign === '÷' ? 2 : mostFactors) ? undefined : { sign, terms }
}

/** How a term is joined to the one before it. */
function signOf(mention: Mention | undefined): Chain['sign'] | undefined {
  if (!mention) return undefined
  const [, sign] = joined.exec(mention.lead) ?? []
  if (sign === '÷' || sign === '×') return sign
  return each.test(mention.lead) ? 'each' : undefined
}

function claimOf(sentence: Sentence, result: Mention, { sign, terms }: Chain): Claim | undefined {
  const { kind } = result.figure.quantity.unit
  if ([result, ...terms].some(isLoose)) return undefined
  const [first, second] = terms as [Mention, Mention]
  if (sign === '÷' && kind === 'share')
    return sameKind(first, second)
      ? ratio(sentence, result, { numerator: first, denominator: second }, 'rate.of-two-counts', true)
      : undefined
  const [whole, factors] = sign === '÷' ? [first, [result, second]] : [result, terms]
  if (whole.figure.quantity.unit.kind === 'money' ? !isPriced(factors) : sign !== '×' || !isCounted(whole, factors))
    return undefined
  const last = [result, ...terms].toSorted((one, other) => one.end - other.end).at(-1)!
  return {
    rule: 'product.unit-price',
    form: { is: 'product', result: termOf(whole), factors: factors.map(termOf) },
    certain: sign !== 'each',
    ...(sign === 'each' ? { because: '单价、数量按括号里写的计算' } : {}),
    quote: quoteOf(sentence, Math.min(result.start, first.start), last.end),
  }
}

/** One price, and what it is paid for. */
function isPriced(factors: readonly Mention[]): boolean {
  const kinds = factors.map(({ figure }) => figure.quantity.unit.kind)
  return kinds.filter((kind) => kind === 'money').length === 1 && !kinds.includes('share') && !kinds.includes('none')
}

/** 「开放总床日419750天（1150张×365天）」: counts, one of them of what the result is told in. */
function isCounted({ figure: { quantity } }: Mention, factors: readonly Mention[]): boolean {
  const units = [quantity, ...factors.map(({ figure }) => figure.quantity)].map(({ unit }) => unit)
  const isOfResult = ({ name }: Unit) => name === quantity.unit.name || (quantity.unit.name === '人次' && name === '人')
  return (
    units.every(({ kind, name }) => (kind === 'count' || kind === 'time') && name !== '') &&
    units.slice(1).filter(isOfResult).length === 1
  )
}
