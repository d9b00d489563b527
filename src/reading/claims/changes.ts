import type { Claim } from '#domain/claim.ts'
import { intervalOf } from '#domain/quantity.ts'
import { divideIntervals, fitOf, meets, subtractIntervals } from '#domain/arithmetic.ts'
import { directionOf, roleOf } from './mention-role.ts'
import type { Mention, Sentence } from './sentences.ts'
import { quoteOf, sameKind, termOf } from './terms.ts'

/**
 * Changes against a base (P03–P05): 「A，比上年B增加D，增长P%」. At least two of base, amount and rate have to be given.
 */
export function changes(sentence: Sentence): Claim[] {
  const claims: Claim[] = []
  const plain: Mention[] = []
  let current: Mention | undefined
  let group: Mention[] = []
  const close = () => {
    const claim = current && group.length > 0 ? changeClaim(sentence, current, group, plain) : undefined
    if (claim) claims.push(claim)
    group = []
  }
  for (const mention of sentence.mentions) {
    const role = roleOf(mention)
    if (role === 'base' || role === 'delta' || role === 'change') {
      if (role === 'base' && group.some((each) => roleOf(each) === 'base')) close()
      if (role === 'delta' && group.some((each) => roleOf(each) === 'delta')) close()
      if (role === 'change' && group.some((each) => roleOf(each) === 'change')) close()
      if (group.length === 0) current = plain.findLast((each) => each.depth <= mention.depth)
      if (role !== 'change' || !other(mention)) group.push(mention)
      continue
    }
    if (role === 'share' || role === 'ratio' || role === 'other-rate' || role === 'points') continue
    if (role === 'risen' && group.length > 0) {
      current = mention
      continue
    }
    close()
    current = mention
    plain.push(mention)
  }
  close()
  return claims
}

/** 「带动…增长5%」: a rate of something else that has no amount of its own here. */
function other(mention: Mention): boolean {
  return /；|;/.test(mention.lead)
}

function changeClaim(
  sentence: Sentence,
  nearest: Mention,
  group: readonly Mention[],
  plain: readonly Mention[],
): Claim | undefined {
  const candidates = [
    nearest,
    ...plain.filter((each) => each !== nearest && each.start < group[0]!.start && sameKind(each, nearest)),
  ]
  const current =
    candidates.find((each) => fits(each, group)) ?? candidates.find((each) => !/预算/.test(each.label)) ?? nearest
  const base = group.find((each) => roleOf(each) === 'base' && sameKind(each, current))
  const delta = group.find((each) => roleOf(each) === 'delta' && sameKind(each, current))
  const rate = group.find((each) => roleOf(each) === 'change')
  const known = [base, delta, rate].filter((each) => each !== undefined)
  if (known.length < 2) return undefined
  const directed = delta ?? rate
  return {
    rule: 'change.against-base',
    form: {
      is: 'change',
      current: termOf(current),
      ...(base ? { base: termOf(base) } : {}),
      ...(delta ? { delta: termOf(delta) } : {}),
      ...(rate ? { rate: termOf(rate) } : {}),
      direction: directionOf(directed!.lead),
    },
    certain: candidates.length === 1 || current === nearest,
    ...(candidates.length === 1 || current === nearest ? {} : { because: '比较的对象按上下文判断' }),
    quote: quoteOf(sentence, current.start, known.at(-1)!.end),
  }
}

/** Whether the amount a change is told of can be this one. */
function fits(current: Mention, group: readonly Mention[]): boolean {
  const [base, delta, rate] = (['base', 'delta', 'change'] as const).map((role) =>
    group.find((each) => roleOf(each) === role),
  )
  const now = intervalOf(current.figure.quantity)
  const falls = directionOf((delta ?? rate)?.lead ?? '') < 0
  const moved = delta && intervalOf(delta.figure.quantity)
  const prior = base
    ? intervalOf(base.figure.quantity)
    : moved &&
      (falls ? { low: now.low.plus(moved.low), high: now.high.plus(moved.high) } : subtractIntervals(now, moved))
  if (!prior) return false
  const change = falls ? subtractIntervals(prior, now) : subtractIntervals(now, prior)
  if (base && moved && !meets(change, moved)) return false
  const share = rate && divideIntervals(moved ?? change, prior)
  return !rate || (share !== undefined && /fits|truncated/.test(fitOf(rate.figure.quantity, share)))
}
