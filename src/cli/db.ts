import type { Command } from 'commander'
import type { DatabaseCommand } from '#operations/database/look-after.ts'
import { progressBar } from './progress-bar.ts'

/** `jiheng db …`: 0 done, 2 refused with the reason. */
export function addDb(program: Command): void {
  const db = program
    .command('db')
    .description('数据库：升级、备份、恢复、查看（DATABASE_URL 指定服务器，不指定时用自带的）')
    .helpOption('-h, --help', '显示用法')
    .helpCommand(false)
  const add = (name: string, description: string) =>
    db.command(name).description(description).helpOption('-h, --help', '显示用法')
  add('migrate', '把数据库结构升到这个版本').action(() => run(({ migrateOnly }) => migrateOnly))
  add('list', '列出存着的账本').action(() => run(({ listed }) => listed))
  add('verify', '核对变更记录有没有被改动').action(() => run(({ verified }) => verified))
  add('backup', '把全部数据写进一个文件')
    .argument('<文件>', '备份文件，例如 绩衡备份.gz')
    .action((path: string) =>
      run(
        ({ backUp }) =>
          (database, onTable) =>
            backUp(database, path, onTable),
      ),
    )
  add('restore', '把备份恢复到空的数据库')
    .argument('<文件>', '备份文件')
    .action((path: string) =>
      run(
        ({ restore }) =>
          (database, onTable) =>
            restore(database, path, onTable),
      ),
    )
}

type Commands = typeof import('#operations/database/look-after.ts')

async function run(choose: (commands: Commands) => DatabaseCommand): Promise<void> {
  const commands = await import('#operations/database/look-after.ts')
  const bar = await progressBar('{bar} {value}/{total} {table}')
  bar?.start(commands.tableCount, 0, { table: '' })
  const { lines, fault } = await commands.runOnDatabase(choose(commands), (table) => bar?.increment({ table }))
  bar?.stop()
  if (lines) process.stdout.write(`${lines.join('\n')}\n`)
  else process.stderr.write(`${fault}\n`)
  process.exitCode = lines ? 0 : 2
}
