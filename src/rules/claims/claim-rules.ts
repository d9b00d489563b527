import type { Claim } from '#domain/claim.ts'
import type { Rule } from '../rule.ts'
import { judgeClaim } from './judge-claim.ts'
import { claimTitles } from './claim-titles.ts'

/** One rule for each id the claims name; the arithmetic is the same for all of them. */
export function claimRules(claims: readonly Claim[]): Rule[] {
  const ids = new Set([...Object.keys(claimTitles), ...claims.map((claim) => claim.rule)])
  return [...ids].map((id) => ({
    id,
    title: claimTitles[id]?.title ?? id,
    source: claimTitles[id]?.source ?? '本系统核对规则',
    judge: (reading) => reading.claims.filter((claim) => claim.rule === id).map(judgeClaim),
  }))
}
