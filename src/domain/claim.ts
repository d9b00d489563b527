import type { Place } from './document.ts'
import type { Figure } from './fact.ts'

/** A figure with what the document calls it: { name: '基本支出', figure: 863.46万元 }. */
export type Term = { readonly name: string; readonly figure: Figure }

/**
 * Something a document says about its own numbers that arithmetic can hold against it:
 * a total and its parts (in a sentence or a table), a rate and its two terms, a change against a base …
 *
 * rule      id of the catalogue rule it falls under: 'sum.parts-of-whole', 'I42' …
 * certain   the binding rests on fixed wording or a recognised form; otherwise a mismatch is at most a warning
 * because   where not certain: why the mismatch is only probable, in Chinese
 * firm      though not certain, no other numbers can be meant by the words: a mismatch of any size is told
 * quote     the sentence or row it was read from
 */
export type Claim = {
  readonly rule: string
  readonly form: ClaimForm
  readonly certain: boolean
  readonly because?: string
  readonly firm?: true
  readonly quote: Place
}

/** So many of something at one price. */
export type PricedGroup = { readonly price: Term; readonly count: Term }

export type ClaimForm =
  /** total = Σ parts ('equals'), or total ≥ Σ parts where the list is open ('covers': 其中, 主要, 等). */
  | {
      readonly is: 'sum'
      readonly total: Term
      readonly parts: readonly Term[]
      readonly relation: 'equals' | 'covers'
    }
  /** Σ left = Σ right (年初结转 + 收入 = 支出 + 年末结转). */
  | { readonly is: 'balance'; readonly left: readonly Term[]; readonly right: readonly Term[] }
  /**
   * rate = numerator ÷ denominator; `also`: amounts that are added to the numerator (满意 and 基本满意), `without`: one that is
   * taken off it (合格率 of all there were without the 不合格).
   */
  | {
      readonly is: 'ratio'
      readonly rate: Term
      readonly numerator: Term
      readonly also?: readonly Term[]
      readonly without?: Term
      readonly denominator: Term
      readonly rivals?: readonly Term[]
    }
  /** current − base = direction × delta, and direction × delta ÷ base = rate; any of base, delta, rate may be absent. */
  | {
      readonly is: 'change'
      readonly current: Term
      readonly base?: Term
      readonly delta?: Term
      readonly rate?: Term
      readonly direction: 1 | -1 | 0
    }
  /** current = base × (1 + direction × rate)^years: growth a year over several years. */
  | {
      readonly is: 'compound'
      readonly current: Term
      readonly base: Term
      readonly rate: Term
      readonly years: number
      readonly direction: 1 | -1
    }
  /**
   * result = Π factors (每村4400元 × 25个村), `times` so often where months are not printed (每月600元 for a year: 12), or what
   * else `timesUnit` names;
   * `rival`: another number that makes it fit in place of the result or of the last factor.
   */
  | {
      readonly is: 'product'
      readonly result: Term
      readonly factors: readonly Term[]
      readonly times?: number
      readonly timesUnit?: string
      readonly rival?: Term
    }
  /** total = Σ price × count, all of it `times` so often (months): 「120口，每口6000元；80口，每口7500元，合计132万元」. */
  | {
      readonly is: 'priced'
      readonly total: Term
      readonly groups: readonly PricedGroup[]
      readonly often?: Term
      readonly times?: number
      readonly timesUnit?: string
    }
  /** result = minuend − subtrahend. */
  | { readonly is: 'difference'; readonly result: Term; readonly minuend: Term; readonly subtrahend: Term }
  /** The text announces a number of things and lists them. */
  | { readonly is: 'count'; readonly announced: Term; readonly names: readonly string[] }
  /** The same number stated in several places; `said`: the words that tell that two are the same: 「与上年持平」. */
  | { readonly is: 'equal'; readonly terms: readonly Term[]; readonly said?: string }
  /**
   * lesser ≤ greater (得分 ≤ 分值, 部分 ≤ 整体), or `times` the lesser (2: 「翻了一番」; 0.5: 「超过一半」);
   * `said`: the words that tell so: 「超额完成」; `strict`: that the two are equal, to the last digit, is against them, too.
   */
  | {
      readonly is: 'at-most'
      readonly lesser: Term
      readonly greater: Term
      readonly times?: number
      readonly said?: string
      readonly strict?: true
    }
  /** mean = Σ parts ÷ how many there are; with `weights`, one for each part: Σ part × weight ÷ Σ weights. */
  | { readonly is: 'mean'; readonly mean: Term; readonly parts: readonly Term[]; readonly weights?: readonly Term[] }
  /** score = min(full, full × rate) (预算执行率得分). */
  | { readonly is: 'score'; readonly score: Term; readonly full: Term; readonly rate: Term }
