import type { Claim } from '#domain/claim.ts'
import { directionOf, roleOf } from './mention-role.ts'
import type { Mention, Sentence } from './sentences.ts'
import { quoteOf, sameKind, termOf } from './terms.ts'

/**
 * Changes against a base (P03–P05): 「A，比上年B增加D，增长P%」. At least two of base, amount and rate have to be given.
 */
export function changes(sentence: Sentence): Claim[] {
  const claims: Claim[] = []
  let current: Mention | undefined
  let group: Mention[] = []
  const close = () => {
    const claim = current && group.length > 0 ? changeClaim(sentence, current, group) : undefined
    if (claim) claims.push(claim)
    group = []
  }
  for (const mention of sentence.mentions) {
    const role = roleOf(mention)
    if (role === 'base' || role === 'delta' || role === 'change') {
      if (role === 'base' && group.some((each) => roleOf(each) === 'base')) close()
      if (role === 'delta' && group.some((each) => roleOf(each) === 'delta')) close()
      if (role === 'change' && group.some((each) => roleOf(each) === 'change')) close()
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
  }
  close()
  return claims
}

/** 「带动…增长5%」: a rate of something else that has no amount of its own here. */
function other(mention: Mention): boolean {
  return /；|;/.test(mention.lead)
}

function changeClaim(sentence: Sentence, current: Mention, group: readonly Mention[]): Claim | undefined {
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
    certain: true,
    quote: quoteOf(sentence, current.start, known.at(-1)!.end),
  }
}
