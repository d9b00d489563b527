import { addsUp } from './adds-up.ts'
import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'

const total =
  /(?:总分|总得分|总评分|自评得分|综合得分|综合评分|自评总分|评价得分|合计|共计|共得|得分合计|自评分|评分|得分)(?:为|是|共|共计|合计|达|：|:|\s)*$/
const full = /(?:满分|分值|权重|标准分|指标|占|扣)(?:为|是|：|:|\s)*$/
const gained = /(?:得分?|自评得分|评分|自评)(?:为|是|：|:|\s)*$/

/**
 * Scores a sentence adds up (P17): 「产出指标得48分、效益指标得28分…，总分95.67分」.
 * The total is the first or the last score; full marks beside the scores are passed over.
 */
export function scores(sentence: Sentence, previous?: Sentence): Claim[] {
  const mentions = withListBefore(sentence, previous)
  const points = mentions.filter(
    (each) =>
      each.figure.quantity.unit.kind === 'score' && !full.test(clause(each)) && !isFullMark(each) && !isBound(each),
  )
  if (points.length < 3) return []
  const wholes = [points.at(-1)!, points[0]!, ...points.slice(1, -1)].filter((each) => isTotal(each))
  for (const whole of wholes) {
    const rest = points.filter((each) => each !== whole)
    const parts = [rest, rest.filter((each) => gained.test(clause(each)))].find(
      (list) => list.length >= 2 && addsUp(whole, list),
    )
    if (parts) return [claimOf(sentence, whole, parts, true)]
  }
  for (const whole of [points.at(-1)!, points[0]!]) {
    if (!wholes.includes(whole)) continue
    const rest = points.filter((each) => each !== whole)
    const scored = rest.filter((each) => gained.test(clause(each)))
    if (/适用|满分|总分值/.test(clause(whole))) continue
    const isListed = scored.length >= 2 && /^[，,；;：:]\s*其中/.test(whole.after)
    if ((isListed || scored.length >= 3) && isWhole(whole, scored)) return [claimOf(sentence, whole, scored, false)]
  }
  return []
}

/** 「24个项目平均得分93.6分」 is none. */
function isTotal(mention: Mention): boolean {
  return total.test(clause(mention)) && !/平均/.test(clause(mention))
}

/** 「…得19.5分；…得18.9分。合计得分95.2分」: the total alone in a sentence closes the list of the one before. */
function withListBefore(sentence: Sentence, previous: Sentence | undefined): readonly Mention[] {
  const own = sentence.mentions.filter((each) => each.figure.quantity.unit.kind === 'score')
  const closes =
    own.length === 1 && /^\s*(?:合计|总|综合|最终|自评|以上)/.test(sentence.text) && total.test(clause(own[0]!))
  if (closes && previous?.block === sentence.block) return [...previous.mentions, ...own]
  // 「总分为91.6分。其中：…得8.8分，…」: the total stands alone in the sentence before.
  const before = (previous?.mentions ?? []).filter((each) => each.figure.quantity.unit.kind === 'score')
  const opens = /^\s*(?:其中|各|具体)/.test(sentence.text) && before.length > 0 && isTotal(before[0]!)
  return opens ? [before[0]!, ...sentence.mentions] : sentence.mentions
}

/** 「效益类指标得分」 after three others of its kind is one more part, not what they make. */
function isWhole(whole: Mention, parts: readonly Mention[]): boolean {
  return (
    /总|综合|合计|共|自评|评价|^(?:得分|评分)/.test(clause(whole)) || !parts.some((part) => total.test(clause(part)))
  )
}

/** 「过程管理（30分）得27.5分」: what could be had stands in a bracket. */
function isFullMark({ depth, after }: Mention): boolean {
  return depth > 0 && /^[）)]\s*[，,]?(?:自评|实际|评价)?得/.test(after)
}

/** 「90分及以上为优，80—89分为良」: what a grade begins with is no part of a score. */
function isBound({ figure, lead, after }: Mention): boolean {
  return (
    figure.quantity.looseness !== 'exact' ||
    /[—–-]$/.test(lead) ||
    /^[）)]?(?:[及含]|（含）|以[上下]|[—–-]|至|为[优良中差])/.test(after)
  )
}

function clause(mention: Mention): string {
  return afterLast(mention.lead, '，,；;、（(')
}

function claimOf(sentence: Sentence, whole: Mention, parts: readonly Mention[], certain: boolean): Claim {
  return {
    rule: 'sum.scores',
    form: { is: 'sum', total: termOf(whole), parts: parts.map(termOf), relation: 'equals' },
    certain,
    ...(certain ? {} : { because: '得分的组成按上下文判断' }),
    quote: quoteOf(sentence, sentence.mentions[0]!.start, sentence.mentions.at(-1)!.end),
  }
}
