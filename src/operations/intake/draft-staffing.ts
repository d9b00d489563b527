import type { QuotaKind, StaffLine } from '#domain/ledger/staffing.ts'
import { type Intake, assume, take } from './intake.ts'

const kinds: readonly [measure: string, kind: QuotaKind, what: string][] = [
  ['staff.quota-administrative', 'administrative', '行政编制'],
]

/** Posts by kind as far as the report tells them apart; what is left of the printed total stands under 其他. */
export function draftStaffing(intake: Intake, organisation: string): StaffLine[] {
  const path = 'staffing.0'
  const count = (measure: string, what: string) =>
    take(intake, { measures: [measure], phases: ['none'] }, path, what)
      ?.round(0)
      .toNumber()
  const quotas = kinds.flatMap(([measure, kind, what]) => {
    const posts = count(measure, what)
    return posts === undefined ? [] : [{ kind, posts }]
  })
  const total = count('staff.quota', '编制数')
  const known = quotas.reduce((sum, { posts }) => sum + posts, 0)
  const rest = (total ?? known) - known
  if (rest > 0) assume(intake, path, '其他编制（编制总数减去已知各类）', `${rest}人`)
  const onPost = count('staff.on-post', '在职人数')
  const retired = count('staff.retired', '退休人数')
  if (total === undefined && onPost === undefined) return []
  return [
    {
      organisation,
      quotas: rest > 0 ? [...quotas, { kind: 'other', posts: rest }] : quotas,
      onPost: onPost ?? 0,
      retired: retired ?? 0,
    },
  ]
}
