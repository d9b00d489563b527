import { fitsRatio } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { intervalOf } from '#domain/quantity.ts'
import type { Bearer } from '../sums/adds-up.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

/** What a rate is made of. */
export type Pair = { readonly numerator: Mention; readonly denominator: Mention }

/** Whether a printed rate fits a pair, rounded or cut off. */
export function fitsRate(
  rate: Bearer,
  { numerator, denominator }: { readonly numerator: Bearer; readonly denominator: Bearer },
): boolean {
  return fitsRatio(rate.figure.quantity, intervalOf(numerator.figure.quantity), intervalOf(denominator.figure.quantity))
}

/** The rates that something was read of, by the ids of their figures. */
export function ratesRead(claims: readonly Claim[]): ReadonlySet<number> {
  return new Set(claims.flatMap(({ form }) => ('rate' in form && form.rate ? [form.rate.figure.id] : [])))
}

/** Whether a mention is an amount or count that can be a term of a rate. */
export function isAmount(mention: Mention): boolean {
  const role = roleOf(mention)
  return (role === 'plain' || role === 'risen') && !isRestated(mention)
}

/** 「4516035.40元，折合451.60万元」: the same amount once more in another unit. */
export function isRestated({ lead }: Mention): boolean {
  return /^[，,（(]\s*(?:折合|约合|合|即)(?:人民币)?$/.test(lead)
}

/** 「尚未使用」「未完工」: what was not done is never what a rate of doing it counts. */
export function isDenied(mention: Mention): boolean {
  return /(?:尚未|还未|仍未|未|没有|剩余|结余|尚余)[^，,；;。]{0,6}$/.test(mention.lead)
}

/** The pair that the wording itself names: the last number with the stem, over the one the clause names or the one before it. */
export function tightPair(pool: readonly Mention[], clause: string, stem: RegExp): Pair | undefined {
  const told = pool.filter((each) => stem.test(afterLast(each.lead, '。；;')) && !isDenied(each))
  // 「应到位2184万元，到位率75%」: what was to be is what the rate is of.
  const numerator = told.findLast((each) => !isDue(each)) ?? told.at(-1)
  if (!numerator) return undefined
  const others = pool.filter(
    (each) =>
      each !== numerator && sameKind(each, numerator) && each.depth <= numerator.depth && !isAlsoDone(each, stem),
  )
  const wanted = /年初/.test(clause) ? /年初|批复|安排|预算/ : /全年|调整/.test(clause) ? /全年|调整/ : undefined
  const named = wanted ? others.filter((each) => wanted.test(each.lead)) : others
  const before = named.filter(
    (each) => each.start < numerator.start || each.figure.place.block < numerator.figure.place.block,
  )
  const denominator =
    before.at(-1) ??
    named.find(isDue) ??
    (/控制率/.test(clause) ? named.find((each) => /预算|安排|批复|编制/.test(each.lead)) : undefined) ??
    // 「实际支出A，实际到位资金B，预算执行率P」: what was spent may be told before what there was.
    (/执行率|支[付出]率|使用率/.test(clause) ? named.find((each) => /到位/.test(clauseOf(each))) : undefined)
  return denominator ? { numerator, denominator } : undefined
}

function isDue(mention: Mention): boolean {
  return /(?:应|计划|目标|任务)[^，]{0,4}$/.test(clauseOf(mention))
}

/** Two amounts that were both carried out, or both arrived, are not one over the other. */
function isAlsoDone(other: Mention, stem: RegExp): boolean {
  const clause = clauseOf(other)
  return (
    stem.test(clause) && bothDone.test(clause) && !/应|(?<!预)计划|目标|任务|预算|总|共|安排|下达|累计/.test(clause)
  )
}
const bothDone = /(?:执行|到位|支出)(?:资金|金额|数|了|[:：])*$/

/** By these words an amount was spent, whatever the budget: 「一般公共预算支出」. */
export const spentOn = /决算|实际|执行|支出(?:合计|总计|总额)?(?:为|是)?$/

/** The words of its own clause before a mention. */
export function clauseOf({ lead }: Pick<Mention, 'lead'>): string {
  return afterLast(lead, '，,；;。')
}

/** The claim that a rate is numerator ÷ denominator; `rivals` are amounts it may have been reckoned from by mistake. */
export function ratio(
  sentence: Sentence,
  rate: Mention,
  pair: Pair,
  rule: string,
  certain: boolean,
  rivals: readonly Mention[] = [],
): Claim {
  return {
    rule,
    form: {
      is: 'ratio',
      rate: termOf(rate),
      numerator: termOf(pair.numerator),
      denominator: termOf(pair.denominator),
      rivals: rivals.map(termOf),
    },
    certain,
    ...(certain ? {} : { because: '比率的分子、分母按上下文判断' }),
    quote: quoteOf(sentence, rate.start, rate.end),
  }
}
