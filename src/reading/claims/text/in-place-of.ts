import type { Claim } from '#domain/claim.ts'

/**
 * What was told, with what was found in place of what says the same number of it.
 *
 * resultOf   the id of the figure that a claim says something of; undefined: it stands beside whatever was found
 */
export function inPlaceOf(
  told: readonly Claim[],
  found: readonly Claim[],
  resultOf: (claim: Claim) => number | undefined,
): readonly Claim[] {
  if (found.length === 0) return told
  const results = new Set(found.map(resultOf))
  return [...told.filter((claim) => resultOf(claim) === undefined || !results.has(resultOf(claim))), ...found]
}
