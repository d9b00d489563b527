import type { ProgressWarning } from './execution.ts'

/** The word for a target that will be reached without doubt. */
export const surePossibility = '确定能'

export const roundReasons = ['causes', 'measures'] as const
/** What a round explains: why the plan is not kept, what is done about it. */
export type RoundReason = (typeof roundReasons)[number]

type Lit = { readonly warning?: ProgressWarning | undefined }
type Told = { readonly [reason in RoundReason]?: unknown } & {
  readonly values: readonly { readonly possibility?: string | undefined }[]
}

/** What of a round is still to be explained: where something is lit or may not be reached, both are asked for. */
export function roundLacks(
  round: Told,
  progress: (Lit & { readonly indicators: readonly Lit[] }) | undefined,
): readonly RoundReason[] {
  const lacking = roundReasons.filter((reason) => (round[reason] ?? '') === '')
  const isDoubted = round.values.some(({ possibility = surePossibility }) => possibility !== surePossibility)
  const isLit = [progress, ...(progress?.indicators ?? [])].some(
    (each) => each?.warning === 'red' || each?.warning === 'yellow',
  )
  return isDoubted || isLit ? lacking : []
}
