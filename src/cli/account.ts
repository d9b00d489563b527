import { type Command, Option } from 'commander'
import { type Role, roleNames, roles } from '#domain/accounts/role.ts'

type Options = { division: string; login: string; name: string; role: Role; department?: string }

/** `jiheng account invite`: 0 done, 2 refused with the reason. */
export function addAccount(program: Command): void {
  const account = program
    .command('account')
    .description('账户：第一个系统管理员由这里邀请')
    .helpOption('-h, --help', '显示用法')
    .helpCommand(false)
  const names = roles.map((role) => `${role} ${roleNames[role]}`).join('，')
  account
    .command('invite')
    .description('新增账户或重新邀请，给出设置密码的链接')
    .helpOption('-h, --help', '显示用法')
    .requiredOption('--division <代码>', '地区，例如 430922')
    .requiredOption('--login <登录名>', '小写字母、数字、点、横线')
    .requiredOption('--name <姓名>', '显示的姓名')
    .addOption(new Option('--role <角色>', names).choices([...roles]).default('system-administrator'))
    .option('--department <编码>', '填报人、审核人的部门编码')
    .action(async ({ login, ...wish }: Options) => {
      const { runOnDatabase } = await import('#operations/database/look-after.ts')
      const { inviteByCommand } = await import('#operations/accounts/invite-by-command.ts')
      const { lines, fault } = await runOnDatabase(inviteByCommand({ ...wish, login: login.toLowerCase() }))
      if (lines) process.stdout.write(`${lines.join('\n')}\n`)
      else process.stderr.write(`${fault}\n`)
      process.exitCode = lines ? 0 : 2
    })
}
