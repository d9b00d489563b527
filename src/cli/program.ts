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

/** Does what the words of a command line ask. Afterwards `process.exitCode` says how it went. */
export async function runProgram(words: readonly string[]): Promise<void> {
  try {
    await allCommands().parseAsync(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    process.exitCode = error.exitCode === 0 ? 0 : 2
  }
}

function allCommands(): Command {
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
  return program
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
