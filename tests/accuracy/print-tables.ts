import { type Examination } from './examine.ts'

export type Tally = {
  reports: number
  withError: number
  withWarning: number
  changed: number
  shown: number
  pointed: number
}

export function tallyOf(examinations: readonly Examination[]): Tally {
  const trials = examinations.flatMap((each) => each.trials)
  const accused = (severity: string): number =>
    examinations.filter((each) => each.accusations.some((one) => one.severity === severity)).length
  return {
    reports: examinations.length,
    withError: accused('error'),
    withWarning: accused('warning'),
    changed: trials.length,
    shown: trials.filter((trial) => trial.shown).length,
    pointed: trials.filter((trial) => trial.pointed).length,
  }
}

/** Prints recall and false accusations: whole, by style, by file kind, by relation. */
export function printTables(examinations: readonly Examination[], heldOut: ReadonlySet<string>): void {
  const tuned = examinations.filter(({ style }) => !heldOut.has(style))
  const apart = examinations.filter(({ style }) => heldOut.has(style))
  console.log('可调样式：'.padEnd(28) + lineOf(tallyOf(tuned)))
  if (apart.length > 0) console.log('留出样式：'.padEnd(28) + lineOf(tallyOf(apart)))
  for (const [name, group] of Map.groupBy(examinations, ({ style }) => style))
    console.log(`  ${name}`.padEnd(30) + lineOf(tallyOf(group)))
  for (const [name, group] of Map.groupBy(tuned, ({ file }) => file))
    console.log(`  文件 ${name}`.padEnd(28) + lineOf(tallyOf(group)))
  for (const [name, trials] of Map.groupBy(
    examinations.flatMap((each) => each.trials),
    ({ edit }) => edit,
  ))
    console.log(`  改法 ${name}`.padEnd(30) + shareOf(trials))
  const relations = Map.groupBy(
    tuned.flatMap(({ trials }) => trials),
    ({ relation }) => relation,
  )
  for (const [name, trials] of [...relations].toSorted(([left], [right]) => left.localeCompare(right))) {
    console.log(`  关系 ${name}`.padEnd(30) + shareOf(trials))
  }
}

function shareOf(trials: Examination['trials']): string {
  const shown = trials.filter((trial) => trial.shown).length
  return `${shown}/${trials.length} = ${percent(shown, trials.length)}`
}

function lineOf(tally: Tally): string {
  const { reports, withError, withWarning, changed, shown, pointed } = tally
  return `报告 ${reports}，误报错误 ${withError}，误报警告 ${withWarning}；改动 ${changed}，发现 ${shown} = ${percent(shown, changed)}，指到 ${percent(pointed, changed)}`
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`
}
