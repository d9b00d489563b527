import type { Claim } from '#domain/claim.ts'

/**
 * Sets that the budget law and the accounts define as exhaustive: what they list adds up to their whole.
 * Each member is told by any of its words. Source: 政府收支分类科目; 三公经费口径; 部门预算编制口径.
 */
const sets: readonly (readonly RegExp[])[] = [
  [/基本支出/, /项目支出/],
  [/人员经费|人员支出/, /公用经费|公用支出/],
  [/工资福利/, /商品和?服务|商品服务/, /对个人和?家庭/],
  [/年初|上年结转/, /追加|调整|追减/],
  [/一般公共预算/, /政府性基金/, /国有资本/],
  [/出国|出境/, /公务用车|公车/, /接待/],
  [/购置/, /运行|维护/],
  [/行政编制|参公编制|政法(?:专项)?编制/, /事业编制/],
  [/男/, /女/],
  [/货物/, /工程/, /服务/],
  [/中央/, /省/, /市|县|区/],
  [/财政拨款/, /其他收入|事业收入|经营收入/],
]

/** Whether the labels name every member of a known closed set, and the total none of them alone: 「购置及运行维护费」 is of both. */
export function closedSetOf(labels: readonly string[], total: string): boolean {
  return closedSetsOf(labels, total).length > 0
}

/** The closed sets that labels name every member of. */
export function closedSetsOf(labels: readonly string[], total: string): readonly (readonly RegExp[])[] {
  const all = labels.join('\n')
  return sets.filter(
    (set) =>
      set.every((member) => member.test(all)) && (/合计|总/.test(total) || namedIn(set, total) % set.length === 0),
  )
}

/** A certain sum of a closed set's own members and no others is firm: what they make is laid down, however much it is off. */
export function firmIfClosed(claim: Claim): Claim {
  const { form, certain } = claim
  if (!certain || form.is !== 'sum' || form.relation !== 'equals') return claim
  const sets = closedSetsOf(
    form.parts.map(({ name }) => name),
    form.total.name,
  )
  return sets.some((set) => set.length === form.parts.length) ? { ...claim, firm: true } : claim
}

function namedIn(set: readonly RegExp[], text: string): number {
  return set.filter((member) => member.test(text)).length
}
