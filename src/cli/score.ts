import { readFile, writeFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import type { RulePack } from '#domain/pack.ts'
import { ledgerArgument } from './ledger-argument.ts'
import { refused } from './refused.ts'

type Options = {
  pack?: string
  compare?: string
  explain?: boolean
  format: 'text' | 'json'
  save?: string
  replay?: boolean
}

/** `jiheng score LEDGER`: 0 scored, 1 something could not be scored or needs mending, 2 unusable. */
export function addScore(program: Command): void {
  program
    .command('score')
    .description('按规则包评分：部门整体和各项目的得分、等级。退出码 0 都评出了，1 有评不出或要补的，2 用不了')
    .helpOption('-h, --help', '显示用法')
    .argument('<账本>', '账本文件、数据库里的账本 430922/001/2023，或保存的评分（与 --replay 同用）')
    .option('--pack <规则包>', '用哪个规则包；不写用账本写明的')
    .option('--compare <规则包>', '同一份数据再按另一个规则包评，列出不同')
    .option('--explain', '逐项说明为什么得分、失分，要得满分还差什么')
    .addOption(new Option('--format <格式>', '输出格式').choices(['text', 'json']).default('text', '文字'))
    .option('--save <文件>', '把评分连同规则包和数据保存下来，以后可以重算')
    .option('--replay', '重算保存的评分，核对与当时一样')
    .action(async (path: string, options: Options) => {
      process.exitCode = options.replay ? await replay(path) : await runScore(path, options)
    })
}

async function runScore(path: string, options: Options): Promise<number> {
  const ledger = await ledgerArgument(path)
  if (!ledger) return 2
  const { packById, rulePacks } = await import('#operations/packs/load-packs.ts')
  const { packOf } = await import('#operations/reports/prepare-reports.ts')
  const { compareScores, scoreLedger } = await import('#operations/scores/score-ledger.ts')
  const faultsUnder = (of: typeof ledger, by: RulePack) =>
    scoreLedger(of, by).evaluations.flatMap(({ faults }) => faults.map((fault) => `  ${by.title}：${fault}`))
  const { comparisonLines, scoreLines } = await import('#operations/scores/describe-scores.ts')
  const [pack, other] = [options.pack, options.compare].map((id) => (id === undefined ? undefined : packById(id)))
  for (const [id, found] of [
    [options.pack, pack],
    [options.compare, other],
  ] as const)
    if (id !== undefined && !found)
      return refused(
        `没有规则包「${id}」，可选：${rulePacks()
          .map((each) => each.id)
          .join('、')}。`,
      )
  const scores = scoreLedger(ledger, pack ?? packOf(ledger))
  const compared = other ? compareScores(scores, other) : undefined
  const saved = await save(scores, options.save)
  if (!saved) return 2
  if (options.format === 'json') process.stdout.write(`${JSON.stringify({ version: 1, ...scores, compared })}\n`)
  else {
    const lines = scoreLines(scores, options.explain ?? false)
    if (compared && other)
      lines.push('', ...comparisonLines(compared, scores.pack.title, other.title), ...faultsUnder(ledger, other))
    process.stdout.write(`${lines.join('\n')}\n`)
  }
  return scores.evaluations.every(({ total, faults }) => total && faults.length === 0) ? 0 : 1
}

async function save(
  scores: Parameters<typeof import('#operations/scores/stored-evaluation.ts').storeScores>[0],
  path: string | undefined,
): Promise<boolean> {
  if (path === undefined) return true
  const { storeScores } = await import('#operations/scores/stored-evaluation.ts')
  try {
    await writeFile(path, storeScores(scores), { flag: 'wx' })
    return true
  } catch (error) {
    const { code } = error as { code?: string }
    refused(code === 'EEXIST' ? `${path} 已经有了，请换一个名字。` : `写不到 ${path}（${String(code)}）。`)
    return false
  }
}

async function replay(path: string): Promise<number> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return refused(`${path}：找不到文件，或没有读取的权限。`)
  const { replayScores } = await import('#operations/scores/stored-evaluation.ts')
  const replayed = replayScores(text)
  if (!replayed.forms) return refused(`${path}：${replayed.fault}。`)
  for (const { entity, given, again, same, unlike = [] } of replayed.forms) {
    const name = entity === '' ? '部门整体' : entity
    const lines = [
      `${name}：当时 ${given ?? '评不出'}，重算 ${again ?? '评不出'}，${same ? '一样' : '不一样'}`,
      ...unlike,
    ]
    process.stdout.write(`${lines.join('\n  ')}\n`)
  }
  if (replayed.changedSince) process.stdout.write(`现在的规则包与当时的「${replayed.pack}」不同，以上按当时的重算。\n`)
  if (replayed.formulas !== replayed.formulasNow)
    process.stdout.write(`以上按当时的第${replayed.formulas}版计分办法重算，现在用第${replayed.formulasNow}版。\n`)
  return replayed.forms.every(({ same }) => same) ? 0 : 1
}
