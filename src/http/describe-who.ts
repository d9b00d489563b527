import { isAllowed, isPermission } from '#domain/accounts/permission.ts'
import { roleNames, roles } from '#domain/accounts/role.ts'
import type { Access } from './access.ts'

/** Who may call a route, as the access it declares says it. */
export function saysWho(access: Access | undefined): { readonly description?: string; readonly security?: [] } {
  if (access === undefined) return {}
  if (access === 'anyone') return { description: '谁都可以，不用登录。', security: [] }
  if (access === 'signed-in') return { description: '登录以后谁都可以。' }
  const wanted = access === 'local' ? ['audit.use' as const] : [access].flat().filter(isPermission)
  const may = roles.filter((role) => wanted.some((permission) => isAllowed(role, permission)))
  const named = `可以用的角色：${may.map((role) => roleNames[role]).join('、')}。`
  return { description: access === 'local' ? `${named}只供本机使用时，不登录也可以。` : named }
}
