/** Who a person is to the system; each account has one. */
export const roles = [
  'clerk',
  'leader',
  'finance-reviewer',
  'performance-office',
  'evaluator',
  'system-administrator',
  'security-administrator',
  'audit-administrator',
  'public-reader',
] as const
export type Role = (typeof roles)[number]

/** What the pages call each role. */
export const roleNames = {
  clerk: '填报人',
  leader: '审核人',
  'finance-reviewer': '财政审核人',
  'performance-office': '财政绩效股',
  evaluator: '第三方评价人',
  'system-administrator': '系统管理员',
  'security-administrator': '安全管理员',
  'audit-administrator': '审计管理员',
  'public-reader': '公众查阅人',
} as const satisfies Record<Role, string>

/** Roles that work for one department and see nothing of the others. */
export function isOfDepartment(role: Role): boolean {
  return role === 'clerk' || role === 'leader'
}
