import type { Knowledge } from '#domain/knowledge.ts'
import { packBasis } from '#domain/pack.ts'
import type { Verdict } from '../rule.ts'

/** A verdict that rests on the rule pack: a contradiction says which pack that is; without a pack it stays as it is. */
export function restingOnPack(verdict: Verdict, { pack }: Knowledge): Verdict {
  if (verdict.outcome !== 'contradiction' || !pack) return verdict
  const { finding } = verdict
  return {
    outcome: 'contradiction',
    finding: { ...finding, message: `${finding.message}（依据：${packBasis(pack)}）` },
  }
}
