import { type Role, isOfDepartment, roleNames } from '#domain/accounts/role.ts'
import { listAccounts } from '#storage/accounts/accounts.ts'
import type { DatabaseCommand } from '../database/look-after.ts'
import { Refused } from '../refused.ts'
import { inviteAgain, inviteNew } from './invite.ts'
import { listDivisions } from './list-divisions.ts'

/** Whom to invite; `department` of a clerk or leader. */
export type InviteWish = {
  readonly division: string
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly department?: string
}

/**
 * Makes an account, or opens the one there is anew, and gives the link that sets its password: the way to a first
 * system administrator. Whoever may run it on the machine may read its database anyway.
 */
export function inviteByCommand(wish: InviteWish): DatabaseCommand {
  return async (database) => {
    const { division, login, role, department } = wish
    if (isOfDepartment(role) !== (department !== undefined))
      throw new Refused(
        'request-invalid',
        `${roleNames[role]}${isOfDepartment(role) ? '要用 --department 写明部门' : '不属于哪个部门，请去掉 --department'}。`,
      )
    if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(login))
      throw new Refused('request-invalid', `登录名“${login}”不合规格，请用小写字母、数字、点、横线，2 到 40 位。`)
    if (!(await listDivisions(database)).some((each) => each.division === division))
      throw new Refused('ledger-missing', `还没有地区 ${division} 的账本，请先用 jiheng import 存入一本。`)
    const isThere = (await listAccounts(database, division)).some((each) => each.login === login)
    const invited = isThere
      ? await inviteAgain(database, division, login, '命令行')
      : await inviteNew(database, wish, '命令行')
    return [
      `${isThere ? '已重新邀请' : '已新增'}${invited.account.name}（${roleNames[invited.account.role]}，登录名 ${login}）。`,
      `打开网页，地址后面接上这一段，7 天内设置密码：#/invitation/${invited.invitation}`,
    ]
  }
}
