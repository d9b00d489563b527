import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, Option } from 'commander'

type Options = { table?: string; format: 'yaml' | 'xlsx' | 'csv'; out: string; blank?: boolean; payees?: boolean }

/** `jiheng export LEDGER`: 0 written, 2 nothing usable. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('导出：账本文件，或各张表格和空白模板（改过可以再导入）')
    .helpOption('-h, --help', '显示用法')
    .argument('<账本>', '数据库里的账本 430922/001/2023，或账本文件')
    .option('--table <表名>', '只要哪张表；不写是全部')
    .addOption(new Option('--format <格式>', '格式').choices(['yaml', 'xlsx', 'csv']).default('yaml'))
    .option('--blank', '只要空白模板（xlsx，--format csv 的是 csv）')
    .option('--payees', '连收款人一起导出（默认不导出）')
    .option('--out <文件夹>', '写到哪个文件夹', '账本导出')
    .action(async (path: string, options: Options) => {
      process.exitCode = await runExport(path, options)
    })
}

async function runExport(
  path: string,
  { table, format, out, blank = false, payees = false }: Options,
): Promise<number> {
  const { ledgerArgument } = await import('./ledger-argument.ts')
  const ledger = await ledgerArgument(path)
  if (!ledger) return 2
  const { exportLedger } = await import('#operations/imports/export-ledger.ts')
  const { files, fault } = await exportLedger(ledger, { format, blank, payees, table })
  if (!files) {
    process.stderr.write(`${fault}\n`)
    return 2
  }
  try {
    await mkdir(out, { recursive: true })
    for (const { name, bytes } of files) {
      await writeFile(join(out, name), bytes)
      process.stdout.write(`${join(out, name)}\n`)
    }
  } catch (error) {
    process.stderr.write(
      `写不到 ${out}：${String((error as { code?: string }).code)}。请检查权限和磁盘空间，或换一个 --out。\n`,
    )
    return 2
  }
  return 0
}
