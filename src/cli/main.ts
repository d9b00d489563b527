import { Command, CommanderError } from 'commander'
import { addAccount } from './account.ts'
import { addAudit } from './audit.ts'
import { addCheck } from './check.ts'
import { addCount } from './count.ts'
import { addDb } from './db.ts'
import { addEvidence } from './evidence.ts'
import { addExport } from './export.ts'
import { addImport } from './import.ts'
import { addReport } from './report.ts'
import { addScore } from './score.ts'
import { addServe } from './serve.ts'
import { addTrace } from './trace.ts'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 21)) {
  process.stderr.write(
    `绩衡需要 Node 24.21 以上，当前是 ${process.versions.node}。请先运行 npm ci，再用 npx jiheng 或 npm start。\n`,
  )
  process.exit(2)
}

const program = new Command('jiheng')
program
  .description('绩衡：预算绩效报告的数字核对')
  .helpOption('-h, --help', '显示用法')
  .helpCommand('help [命令]', '显示某个命令的用法')
  .configureHelp({
    styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '[命令]'),
    styleSubcommandTerm: (term) => term.replace('[options]', '[选项]'),
    styleOptionDescription: (text) =>
      text
        .replace(/\(choices: (.*?)(?:, default: (.*?))?\)/s, inBrackets)
        .replace(/\(default: (.*?)\)/s, '（默认 $1）'),
    styleTitle: (title) =>
      title
        .replace('Usage:', '用法：')
        .replace('Options:', '选项：')
        .replace('Commands:', '命令：')
        .replace('Arguments:', '参数：'),
  })
  .configureOutput({ outputError: (text, write) => write(inChinese(text)) })
  .exitOverride()
addAudit(program)
addReport(program)
addCheck(program)
addCount(program)
addScore(program)
addTrace(program)
addImport(program)
addExport(program)
addEvidence(program)
addDb(program)
addAccount(program)
addServe(program)

// A reader that closes the pipe early (head, less) has seen enough: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? 0 : 2
}

function inBrackets(_: string, choices: string, standard?: string): string {
  return `（可选 ${choices.replaceAll('"', '')}${standard ? `；默认 ${standard}` : ''}）`
}

/** The parser's own complaints, in the user's language. */
function inChinese(text: string): string {
  return text
    .replace(/error: unknown option '(.*?)'/, "错误：不认识的选项 '$1'")
    .replace(/error: unknown command '(.*?)'/, "错误：不认识的命令 '$1'")
    .replace(/error: missing required argument '(.*?)'/, "错误：缺少参数 '$1'")
    .replace(/error: required option '(.*?)' not specified/, "错误：缺少选项 '$1'")
    .replace(/error: option '(.*?)' argument missing/, "错误：选项 '$1' 缺少取值")
    .replace(/error: option '(.*?)' argument '(.*?)' is invalid\. (?!Allowed)/, "错误：选项 '$1' 不能取 '$2'。")
    .replace(
      /error: option '(.*?)' argument '(.*?)' is invalid\. Allowed choices are (.*?)\.\n/,
      "错误：选项 '$1' 不能取 '$2'，可选：$3\n",
    )
    .replace(/error: /, '错误：')
    .replace(/\(Did you mean (.*?)\?\)/, '（是不是 $1？）')
}
