import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { ReportSet } from '#domain/report/printed-report.ts'
import { type PackageFormat, packageFormats } from '#operations/reports/package-formats.ts'
import { ledgerArgument } from './ledger-argument.ts'
import { progressBar } from './progress-bar.ts'
import { refused } from './refused.ts'

type Options = { out: string; format: string; pack?: string }

/** `jiheng report LEDGER`: 0 written, 1 written with gaps to fill, 2 nothing usable. */
export function addReport(program: Command): void {
  program
    .command('report')
    .description('由账本生成全套报告和表格')
    .helpOption('-h, --help', '显示用法')
    .argument('<账本>', '账本文件（yaml 或 json），或数据库里的账本：430922/001/2023')
    .option('--out <文件夹>', '写到哪个文件夹', '绩效报告')
    .option('--format <格式>', '要哪些格式，用逗号隔开', packageFormats.join(','))
    .option('--pack <规则包>', '按哪个规则包评分；不写用账本写明的')
    .action(async (path: string, options: Options) => {
      process.exitCode = await runReport(path, options)
    })
}

function isFormat(text: string): text is PackageFormat {
  return packageFormats.some((format) => format === text)
}

async function runReport(path: string, { out, format: wanted, pack: id }: Options): Promise<number> {
  const named = wanted.split(/[,，]/).map((each) => each.trim())
  const unknown = named.find((each) => !isFormat(each))
  if (unknown !== undefined) return refused(`没有「${unknown}」这种格式，可选 ${packageFormats.join('、')}。`)
  const ledger = await ledgerArgument(path)
  if (!ledger) return 2
  const { packById, rulePacks } = await import('#operations/packs/load-packs.ts')
  const pack = id === undefined ? undefined : packById(id)
  if (id !== undefined && !pack)
    return refused(
      `没有规则包「${id}」，可选：${rulePacks()
        .map((each) => each.id)
        .join('、')}。`,
    )
  const { prepareReports, withoutForm } = await import('#operations/reports/prepare-reports.ts')
  const { set, gaps, questions } = prepareReports(ledger, pack)
  const whole = await writeAll(set, named.filter(isFormat), out)
  if (whole === undefined) return 2
  if (gaps.length > 0) process.stderr.write(`报送前还要补 ${gaps.length} 处：\n`)
  for (const { report, chapter, message } of gaps)
    process.stderr.write(`  【${report}】${chapter === '' ? '' : `${chapter}：`}${message}\n`)
  for (const { question, holds } of questions) process.stderr.write(`待定 ${question}；现按「${holds}」处理\n`)
  for (const remark of withoutForm(ledger, pack)) process.stderr.write(`说明 ${remark}\n`)
  return whole ? (gaps.length > 0 ? 1 : 0) : 2
}

/** Writes the package with its progress; false where it was cancelled, undefined where the folder can't be written to. */
async function writeAll(set: ReportSet, format: readonly PackageFormat[], out: string): Promise<boolean | undefined> {
  const { packageSize, writePackage } = await import('#operations/reports/write-package.ts')
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  const bar = await progressBar('生成 {bar} {value}/{total}')
  bar?.start(packageSize(set, format), 0)
  const written: string[] = []
  try {
    await mkdir(out, { recursive: true })
    for await (const { name, bytes } of writePackage(set, format, stop.signal)) {
      await writeFile(join(out, name), bytes)
      written.push(name)
      bar?.update(written.length)
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    bar?.stop()
    refused(`写不到 ${out}：${String(error.code)}。请检查权限和磁盘空间，或换一个 --out。`)
    return undefined
  }
  bar?.stop()
  process.stdout.write(`${written.map((name) => join(out, name)).join('\n')}\n`)
  if (stop.signal.aborted) process.stderr.write(`已取消，写好了上面 ${written.length} 个文件。\n`)
  return !stop.signal.aborted
}
