import type { Claim } from '#domain/claim.ts'

/**
 * Whether points that were got are added up to points there were to get: 「…各占10分，合计30分，分别得9分、8.5分」「履职效能40分得
 * 37.2分，…四部分满分合计100分」.
 */
export function isFullOfGot({ form }: Claim): boolean {
  if (form.is !== 'sum' || form.total.figure.quantity.unit.kind !== 'score') return false
  return /满分|分值|权重|各[占计]/.test(form.total.name) && form.parts.some(({ name }) => /得|扣/.test(name))
}
