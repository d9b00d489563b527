import type { Claim } from '#domain/claim.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'
import { addsUp } from './adds-up.ts'

/** What could be had and what was got of it, right behind: 「资金管理12分，实得10.6分」「过程（20分）得17.4分」. */
type Pair = { readonly full: Mention; readonly got: Mention }
const gotRight = /^[）)]?\s*[，,]?\s*(?:本次|实际|自评|评价|实|共)?得(?:分)?(?:为)?$/
const noFull = /扣|得|减|加|失|平均|上年|去年|目标/

/**
 * Scores whose full marks make a full mark told in the paragraph make its score: 「过程指标共20分，实得17.4分。资金管理12分，实得10.6分；组织
 * 实施8分，实得6.8分」.
 *
 * sentences   those of a part, in order
 */
export function scoresOfFulls(sentences: readonly Sentence[]): Claim[] {
  const blocks = Map.groupBy(
    sentences.filter(({ text, row }) => row === undefined && text.includes('得')),
    ({ block }) => block,
  )
  return [...blocks.values()].flatMap((own) => {
    const pairs = pairsIn(own.flatMap(({ mentions }) => mentions))
    return pairs.flatMap((whole, at) => {
      const parts = partsAround(pairs, at)
      if (!parts || isFullOnly(whole)) return []
      const sentence = own.find(({ mentions }) => mentions.includes(whole.got))!
      const fits = addsUp(
        whole.got,
        parts.map(({ got }) => got),
      )
      return [
        {
          rule: 'sum.scores',
          form: {
            is: 'sum',
            total: { ...termOf(whole.got), name: whole.full.label },
            parts: parts.map(({ full, got }) => ({ ...termOf(got), name: full.label })),
            relation: 'equals',
          },
          certain: fits,
          ...(fits ? {} : { firm: true as const, because: '各项满分之和正好是总满分' }),
          quote: quoteOf(sentence, whole.got.start, whole.got.end),
        } satisfies Claim,
      ]
    })
  })
}

function pairsIn(mentions: readonly Mention[]): readonly Pair[] {
  return mentions.flatMap((got, at) => {
    const full = mentions[at - 1]
    if (!full || !isScore(full) || !isScore(got) || !gotRight.test(got.lead.trim())) return []
    return noFull.test(clauseOf(full)) ? [] : [{ full, got }]
  })
}

function isScore({ figure: { quantity } }: Mention): boolean {
  return quantity.unit.kind === 'score' && quantity.looseness === 'exact'
}

/** Those right behind a pair, or right before it, whose full marks make its own to the last point. */
function partsAround(pairs: readonly Pair[], at: number): readonly Pair[] | undefined {
  const behind = runMaking(pairs[at]!, pairs.slice(at + 1))
  return behind ?? runMaking(pairs[at]!, pairs.slice(0, at).toReversed())?.toReversed()
}

function runMaking({ full }: Pair, others: readonly Pair[]): readonly Pair[] | undefined {
  const most = full.figure.quantity.value
  let sum = most.times(0)
  for (const [index, each] of others.entries()) {
    sum = sum.plus(each.full.figure.quantity.value)
    if (sum.eq(most)) return index > 0 ? others.slice(0, index + 1) : undefined
    if (sum.gt(most)) return undefined
  }
  return undefined
}

/** Full marks told as such of nothing. */
function isFullOnly({ full, got }: Pair): boolean {
  return full.figure.quantity.value.lt(got.figure.quantity.value)
}
