/** Kinds of posts 编制: 行政 · 机关后勤服务 · 参公 · 全额拨款事业 · 差额拨款事业 · 其他. */
export const quotaKinds = [
  'administrative',
  'logistics',
  'civil-servant-managed',
  'full-funded',
  'part-funded',
  'other',
] as const
export type QuotaKind = (typeof quotaKinds)[number]

/**
 * Staff of one organisation at the end of the fiscal year, whole persons.
 *
 * quotas    posts approved 编制数, by kind
 * onPost    在职人员; `including` names a part of them that the report singles out (含核电办8人)
 * retired   退休人员
 */
export type StaffLine = {
  readonly organisation: string
  readonly quotas: readonly { readonly kind: QuotaKind; readonly posts: number }[]
  readonly onPost: number
  readonly including?: readonly { readonly name: string; readonly persons: number }[]
  readonly retired: number
}
