import type { PlannedBy, ReferenceKind } from '#domain/year/payment-plan.ts'

/** By what planned progress goes. */
export const plannedByNames: Readonly<Record<PlannedBy, string>> = {
  own: '既定支付进度（部门自定）',
  even: '序时进度',
  pack: '规则包的支付进度',
}

/** The same where room is short: the head of a column, the legend of a picture. */
export const plannedByHeads: Readonly<Record<PlannedBy, string>> = {
  own: '计划（部门自定）',
  even: '计划（序时进度）',
  pack: '计划（规则包）',
}

/** 2022、2020、2019年, or 2020—2022年 where no year is left out; the latest comes first. */
function yearsText(years: readonly number[]): string {
  const [last = 0, first = last] = [years[0], years.at(-1)]
  if (years.length > 1 && last - first === years.length - 1) return `${first}—${last}年`
  return `${years.toReversed().join('、')}年`
}

const references: Readonly<Record<ReferenceKind, (years: readonly number[]) => string>> = {
  'last-year': (years) => `${yearsText(years)}实际支付进度`,
  mean: (years) => `${yearsText(years)}平均`,
  'last-plan': (years) => `${yearsText(years)}自定的进度`,
}

/** Words of 既定支付进度. */
export const words = {
  title: '既定支付进度',
  summary: (by: PlannedBy) => `计划进度：${plannedByNames[by]}`,
  about: (by: PlannedBy) =>
    `到每月月底应支付到全年预算的百分之几，部门申报整体目标时自定；填齐 12 个月就存下，支出进度和红黄绿灯都按它。没有自定的按${plannedByNames[by]}。`,
  month: (month: number) => `${month}月`,
  monthNamed: (month: number) => `${month}月底应支付（%）`,
  fill: '参照着填：',
  even: plannedByNames.even,
  curve: plannedByNames.pack,
  reference: (kind: ReferenceKind, years: readonly number[]) => references[kind](years),
  noReference: '上年的账本里没有逐月的支付，不能参照上年。',
  none: (by: PlannedBy) => `不自定，改按${plannedByNames[by]}`,
  missing: (count: number) => `还有 ${count} 个月没有填，填齐就存下；现在仍按原来的进度`,
  mend: '没有存：',
  unsaved: '填的还没有存',
  store: '存下',
  stored: '填的都存下了',
  notSet: '没有自定',
  theirs: (who: string, shares: string) => `${who}刚改成：${shares}`,
  theirsNone: (who: string) => `${who}刚改成不自定`,
  someone: '别人',
} as const
