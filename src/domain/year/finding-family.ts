/** What a finding is about, told apart as a reader of many sets does. */
export const findingFamilies = ['money', 'staff', 'indicators', 'records', 'figures', 'wording', 'gaps'] as const
export type FindingFamily = (typeof findingFamilies)[number]

/** Findings of one set and family: how many are errors, how many warnings. */
export type FamilyCount = { readonly family: FindingFamily; readonly errors: number; readonly warnings: number }

/** Rule ids by family, as docs/identities.md orders them: I01–I29 funds, I30–I59 scores and staff, I60–I79 forms. */
const idsOf: readonly (readonly [FindingFamily, RegExp])[] = [
  ['records', /^ledger\.(?:no-record|repeated-record|out-of-period)$/],
  ['indicators', /^(?:indicator|score|form)\.|^ledger\.(?:weight|no-indicator|no-actual|period)$|^I(?:3[0-2]|[67]\d)/],
  ['money', /^ledger\.|^goal\.funds$|^I[0-2]\d/],
  ['staff', /^I(?:3[3-9]|[45]\d)/],
  ['wording', /^(?:wording|number|heading|ordinals|section)\.|^I[89]\d/],
]

/** The family of a rule by its id; what only holds numbers against each other is `figures`. */
export function familyOf(rule: string): FindingFamily {
  return idsOf.find(([, ids]) => ids.test(rule))?.[0] ?? 'figures'
}

/**
 * Findings counted by family, in the order of the families; those without an error or a warning are left out.
 *
 * gaps   chapters still empty and numbers nothing backs, each an error before a set is handed in
 */
export function countFamilies(
  found: readonly { readonly rule: string; readonly severity: string }[],
  gaps: number,
): FamilyCount[] {
  const byFamily = Map.groupBy(found, ({ rule }) => familyOf(rule))
  const count = (family: FindingFamily, wanted: string) =>
    (byFamily.get(family) ?? []).filter(({ severity }) => severity === wanted).length
  return findingFamilies
    .map((family) => ({
      family,
      errors: count(family, 'error') + (family === 'gaps' ? gaps : 0),
      warnings: count(family, 'warning'),
    }))
    .filter(({ errors, warnings }) => errors + warnings > 0)
}
