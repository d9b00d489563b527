import type { Big } from 'big.js'
import type { Evaluation, ScoredIndicator } from '#domain/evaluation.ts'
import type { Compared } from '#rules/scoring/compare-packs.ts'
import type { LedgerScores } from './score-ledger.ts'

const marks: Record<ScoredIndicator['outcome'], string> = {
  full: '满分',
  partial: '部分',
  zero: '零分',
  undetermined: '未评',
}

/** Totals and grades, one line a form; with `explain` why each point was given or lost and what would have been needed. */
export function scoreLines({ pack, evaluations, diagnoses }: LedgerScores, explain: boolean): string[] {
  const lines = [`规则包：${pack.title}（${pack.id}）`]
  for (const evaluation of evaluations) {
    lines.push('', totalLine(evaluation))
    if (explain) lines.push(...explained(evaluation))
    for (const fault of evaluation.faults) lines.push(`  待补 ${fault}`)
  }
  if (explain && diagnoses.length > 0) {
    lines.push('', '诊断（旧评分表的比率，不进总分）')
    for (const { ratio, value, working } of diagnoses)
      lines.push(`  ${ratio.name} ${value ? `${value.toFixed(2)}%` : '无法判断'}：${working}`)
  }
  return lines
}

function totalLine({ inputs, total, full, grade }: Evaluation): string {
  const who = inputs.entity === '' ? '部门整体' : inputs.entity
  return `${who}：${total ? `${total.toFixed()}分` : '还评不出总分'}（满分${full.toFixed()}分）${grade ?? ''}`
}

function explained({ execution, indicators }: Evaluation): string[] {
  const first = pointLine('预算执行率', execution.points, execution.weight, execution.working, execution)
  return [
    first,
    ...indicators.flatMap(({ input, points, working, outcome, ...rest }) =>
      pointLine(`${marks[outcome]} ${input.level1}/${input.level2}/${input.name}`, points, input.weight, working, rest),
    ),
  ].flat()
}

function pointLine(
  what: string,
  points: Big | undefined,
  weight: Big,
  working: string,
  { needed, remarks }: { readonly needed?: string; readonly remarks: readonly string[] },
): string[] {
  return [
    `  ${what} ${points ? points.toFixed() : '—'}/${weight.toFixed()}：${working}`,
    ...(needed ? [`      要得满分：${needed}`] : []),
    ...remarks.map((remark) => `      说明：${remark}`),
  ]
}

/** Where two packs differ on the same data, and both totals. */
export function comparisonLines(compared: readonly Compared[], left: string, right: string): string[] {
  const shown = (points: Big | undefined) => (points ? points.toFixed() : '评不出')
  return [
    `同一份数据：${left} 对 ${right}`,
    ...compared.map(
      ({ entity, what, left: one, right: other }) =>
        `  ${entity === '' ? '部门整体' : entity} ${what}：${shown(one)} → ${shown(other)}`,
    ),
  ]
}
