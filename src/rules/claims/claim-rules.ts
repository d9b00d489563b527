import type { Claim } from '#domain/claim.ts'
import { onceFor } from '#domain/once-for.ts'
import type { Rule } from '../rule.ts'
import { finestPoints } from './finest-points.ts'
import { judgeClaim } from './judge-claim.ts'
import { claimTitles } from './claim-titles.ts'

/** One rule for each id the claims name; the arithmetic is the same for all of them. */
export function claimRules(claims: readonly Claim[]): Rule[] {
  const ids = new Set([...Object.keys(claimTitles), ...claims.map((claim) => claim.rule)])
  return [...ids].map((id) => ({
    id,
    title: claimTitles[id]?.title ?? id,
    source: claimTitles[id]?.source ?? '本系统核对规则',
    judge: ({ claims: all, figures }) =>
      (claimsById(all).get(id) ?? []).map((claim) => judgeClaim(claim, finestPoints(figures))),
  }))
}

const claimsById = onceFor((claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> =>
  Map.groupBy(claims, ({ rule }) => rule),
)
