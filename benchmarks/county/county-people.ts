import type { Role } from '#domain/accounts/role.ts'

/**
 * Who asks in the measurements beside the clerk of each department: somebody for every read route. `invited` never takes
 * the invitation up.
 */
export const people = {
  finance: { name: '财政绩效股', role: 'performance-office' },
  system: { name: '系统管理员', role: 'system-administrator' },
  security: { name: '安全管理员', role: 'security-administrator' },
  log: { name: '审计管理员', role: 'audit-administrator' },
  public: { name: '公众查阅人', role: 'public-reader' },
  invited: { name: '财政审核人', role: 'finance-reviewer' },
} as const satisfies Record<string, { readonly name: string; readonly role: Role; readonly department?: string }>

export type Login = keyof typeof people
const password = 'Bi-jiao-2023'

/** The token of a department's clerk or leader who has been signed in all along; 43 letters, as all have. */
export const departmentToken = (role: string, department: string) => `${role}-${department}`.padEnd(43, '-')
/** The same in SQL, for an account `a`. */
export const departmentTokenSql = `rpad(a.role || '-' || a.department, 43, '-')`

/** The cookies of those who took their invitation up. */
export async function signInAll(
  url: string,
  invitations: Readonly<Record<string, string>>,
): Promise<Readonly<Record<Login, string>>> {
  const post = (path: string, body: object) =>
    fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const cookies: Record<string, string> = {}
  for (const login of Object.keys(people)) {
    if (login === 'invited') continue
    await post('api/invitations', { invitation: invitations[login], password })
    const answer = await post('api/session', { division: '430922', login, password })
    cookies[login] = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  }
  return cookies as Record<Login, string>
}
