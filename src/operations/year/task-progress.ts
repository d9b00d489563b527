import type { Ledger } from '#domain/ledger/ledger.ts'
import { onceFor } from '#domain/once-for.ts'
import { roundLacks } from '#domain/year/round-lacks.ts'
import { evidenceStandings } from '#rules/ledger/checks/evidence-standing.ts'
import { roundProgress } from '#rules/ledger/round-progress.ts'
import { loadBaseRows } from '../reports/load-base-rows.ts'
import type { PreparedReports } from '../reports/prepare-reports.ts'
import { monitoringPlan } from './monitoring-plan.ts'

/**
 * How far the work of a page is, in a sentence: 「完成值 27 / 29，佐证 3 / 4」.
 *
 * begin   what to do first where nothing is there yet; absent where something is
 * lacks   what is still to be brought though no check stops for it; absent where nothing is
 * at      where on the page it is brought, as its address asks for it; absent where that is the page as a whole
 */
export type TaskProgress = {
  readonly page: string
  readonly said: string
  readonly begin?: string
  readonly lacks?: string
  readonly at?: Readonly<Record<string, string>>
}

/** How much of each task of a year is there, counted from the ledger; what is wrong with it is for the checks to say. */
export function taskProgress(ledger: Ledger, prepared: PreparedReports): TaskProgress[] {
  const { budgetLines, payments, projects, workRecords, monitoring } = ledger
  const evaluated = projects.filter((project) => project.evaluated).length
  return [
    { page: 'unit', said: `单位 ${1 + ledger.units.length} 个，基础数据 ${baseRows(ledger, prepared)} 项` },
    {
      page: 'budget',
      said: `预算指标 ${budgetLines.length} 条，支付 ${payments.length} 笔`,
      ...beginning([
        [budgetLines, '先登记年初批复的预算，可以导入'],
        [payments, '登记支付，可以导入国库系统的明细'],
      ]),
    },
    {
      page: 'projects',
      said: `项目 ${projects.length} 个，自评 ${evaluated} 个`,
      ...beginning([[projects, '先登记项目，没有项目支出的不用登记']]),
    },
    {
      page: 'indicators',
      said: indicatorsSaid(ledger),
      ...beginning([[ledger.indicators, '先定指标，可以从指标库选，有去年的账本也可以沿用']]),
    },
    {
      page: 'records',
      said: `台账 ${workRecords.length} 条`,
      ...beginning([[workRecords, '开一次会、发一份文记一条，完成值从这里数']]),
    },
    {
      page: 'monitoring',
      said: monitoring.length > 0 ? `监控 ${monitoring.length} 期` : '还没有监控',
      ...beginning([[monitoring, '选监控到哪一天，增加一期']]),
      ...unexplainedRound(ledger),
    },
    { page: 'evaluation', ...evaluationProgress(ledger, prepared) },
    { page: 'reports', said: chaptersSaid(ledger, prepared) },
  ]
}

/** What to do first about the first of some lists that is empty. */
function beginning(lists: readonly (readonly [list: readonly unknown[], begin: string])[]): { begin?: string } {
  const begin = lists.find(([list]) => list.length === 0)?.[1]
  return begin === undefined ? {} : { begin }
}

function baseRows({ year }: Ledger, { set }: PreparedReports): string {
  const known = new Set(set.facts.map(({ id }) => id))
  const rows = loadBaseRows()
  return outOf(rows.filter(({ item }) => known.has(`${item}||${year}|actual`)).length, rows.length)
}

function indicatorsSaid({ indicators, projects }: Ledger): string {
  const having = new Set(indicators.map(({ scope }) => (scope === 'department' ? '' : scope.project)))
  const entities = ['', ...projects.filter(({ evaluated }) => evaluated).map(({ id }) => id)]
  const bare = entities.filter((entity) => !having.has(entity)).length
  return `指标 ${indicators.length} 项${bare > 0 ? `，${bare} 个评价对象还没有指标` : ''}`
}

function evaluationProgress(ledger: Ledger, { evaluations }: PreparedReports): { said: string; lacks?: string } {
  const inputs = evaluations.flatMap((form) => form.inputs.indicators)
  const known = inputs.filter(({ actual }) => actual !== undefined).length
  // What was counted or paid is proven by its records and vouchers.
  const typed = ledger.indicators.filter(({ actual }) => actual === undefined || actual.from === 'entered')
  const standings = evidenceStandings({ ...ledger, indicators: typed }, () => true)
  const asked = standings.filter(({ outcome }) => outcome !== 'not-required')
  const unproven = asked.filter(({ outcome }) => outcome !== 'enough')
  const proven = `佐证齐的 ${outOf(asked.length - unproven.length, asked.length)} 项`
  return {
    said: `完成值 ${outOf(known, inputs.length)} 项${asked.length > 0 ? `，${proven}` : ''}`,
    ...(unproven.length > 0 ? { lacks: unprovenSaid(unproven) } : {}),
  }
}

const reasonNames = { causes: '偏差原因', measures: '整改措施' }

/** The first round in which something is lit or may not be reached, and why, or what is done about it, is not written. */
const unexplainedRound = onceFor((ledger: Ledger): Pick<TaskProgress, 'lacks' | 'at'> => {
  // Where both are written nothing need be worked out.
  const open = ledger.monitoring.filter(({ causes = '', measures = '' }) => causes === '' || measures === '')
  for (const round of open.toSorted((one, other) => (one.until < other.until ? -1 : 1))) {
    const { until } = round
    const [first, ...others] = roundLacks(round, roundProgress(ledger, until, monitoringPlan(ledger)))
    if (first === undefined) continue
    const names = [first, ...others].map((each) => reasonNames[each]).join('、')
    const lacks = `截至${dayText(until)}的监控有亮灯或可能完不成的，${names}还没有写`
    return { lacks, at: { round: until, at: `${until} ${first}` } }
  }
  return {}
})

/** 2023-07-31 as 2023年7月31日. */
function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** So many names stand in one sentence of the desk. */
const mostNamed = 2

function unprovenSaid(unproven: readonly { readonly name: string }[]): string {
  const names = unproven.slice(0, mostNamed).map(({ name }) => `「${name}」`)
  const all = unproven.length > mostNamed ? `等 ${unproven.length} 项` : ''
  return `${names.join('')}${all}佐证不足，上传佐证材料`
}

function chaptersSaid({ sections }: Ledger, { gaps }: PreparedReports): string {
  const open = gaps.filter(({ chapter }) => chapter !== '自评表').map(({ report, chapter }) => `${report} ${chapter}`)
  const count = new Set(open).size
  return `正文 ${sections.length} 章，${count > 0 ? `${count} 章还要写` : '要写的都写了'}`
}

/** 「27 / 29」, or 「29」 when all are there. */
function outOf(done: number, all: number): string {
  return done === all ? String(all) : `${done} / ${all}`
}
