/** Words of 评价分派. */
export const words = {
  said: (evaluators: number, assigned: number, all: number) =>
    `第三方评价人 ${evaluators} 名；${all} 套材料里 ${assigned} 套已分派。评价人只看得到分派给自己、部门审核过的材料。`,
  nobody: '还没有第三方评价人的账户。请系统管理员在「账户」里新增，角色选第三方评价人。',
  search: '按部门名称查找',
  year: '年度',
  shows: { '': '全部', open: '没有分派的' } as Readonly<Record<string, string>>,
  columns: ['选', '部门', '年度', '进展', '评价人'],
  pick: (department: string, year: number) => `选${department}${year}年`,
  pickAll: '选中列出的全部',
  to: '评价人',
  give: (count: number) => `分派选中的 ${count} 套`,
  given: (name: string, count: number) => `已把 ${count} 套分派给${name}`,
  back: '收回',
  backOf: (name: string, department: string, year: number) => `从${name}收回${department}${year}年`,
  backDone: (name: string) => `已从${name}收回`,
  disabled: '（账户已停用）',
  none: '没有符合的。',
  nobodyYet: '没有分派',
} as const
