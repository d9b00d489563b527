import { Big } from 'big.js'
import type { BudgetLine, Payment, Project } from '#domain/ledger/budget.ts'
import type { IndicatorEntry } from '#domain/ledger/goal.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { knowledge } from '#operations/load-knowledge.ts'
import { workKinds } from '#operations/load-work-kinds.ts'
import { loadBaseRows } from '#operations/reports/load-base-rows.ts'
import { packById } from '#operations/packs/load-packs.ts'
import { countLedger } from '#operations/ledgers/count-ledger.ts'
import { checkLedger } from '#rules/ledger/checks/check-ledger.ts'
import { deriveFacts } from '#rules/ledger/facts/derive-facts.ts'
import { blankLedger } from '#rules/ledger/years/blank-ledger.ts'
import { evaluateLedger } from '#rules/scoring/evaluate-ledger.ts'
import { rowOf, tableHead, timeOf } from './timing.ts'

const projectCount = 50
const indicatorCount = 15
const rounds = 5

/**
 * Facts, checks and scores of a department of 50 projects with 15 indicators each, and of a county of 100 such departments.
 * The growth is taken of processor time, in turns with one department worked out a hundred times: what is collected of
 * its garbage counts on both sides, which a median of single runs leaves out.
 */
export async function benchLedger(): Promise<string> {
  const ledger = departmentLedger('001')
  const county = Array.from({ length: 100 }, (_, index) => departmentLedger(String(index)))
  const one = await timeOf(() => worked(ledger))
  const turns = Array.from({ length: rounds }, () => ({
    often: processorMs(() => county.forEach(() => worked(ledger))),
    all: processorMs(() => county.forEach(worked)),
  }))
  const [often, all] = [middleOf(turns.map((turn) => turn.often)), middleOf(turns.map((turn) => turn.all))]
  const size = `${projectCount} × ${indicatorCount} indicators`
  const ratio = ((all / often) * 100).toFixed(0)
  return [
    '## Facts, checks and scores of a ledger',
    '',
    tableHead,
    rowOf('one department', size, one),
    '',
    '| what | input | processor ms, the middle of the rounds |',
    '|---|---|---|',
    `| one department, 100 times | ${size} | ${often.toFixed(0)} |`,
    `| a county of 100 departments | 100 × ${size} | ${all.toFixed(0)} |`,
    '',
    `100 departments take ${ratio} times one.`,
  ].join('\n')
}

function processorMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)]!
}

function worked(ledger: Ledger): number {
  const counts = countLedger(ledger)
  const book = deriveFacts(ledger, loadBaseRows(), counts)
  const { evaluations } = evaluateLedger(ledger, packById(ledger.pack)!, book, counts)
  return evaluations.length + checkLedger(ledger, knowledge().accounts).length
}

/** A valid ledger; every project has a budget line, ten payments and its indicators. */
export function departmentLedger(id: string): Ledger {
  const line = { organisation: id, source: 'general-public', account: '2010302', nature: 'project' } as const
  const projects: Project[] = Array.from({ length: projectCount }, (_, index) => ({
    id: `p${index}`,
    name: `第${index}号项目`,
    organisation: id,
    evaluated: true,
  }))
  const budgetLines: BudgetLine[] = projects.map((project, index) => ({
    ...line,
    key: String(index),
    kind: 'original',
    project: project.id,
    amount: new Big(100_000),
  }))
  const payments: Payment[] = projects.flatMap((project, index) =>
    Array.from({ length: 10 }, (_, at) => ({
      ...line,
      voucher: `${index}-${at}`,
      date: '2023-06-01',
      economic: '30299',
      project: project.id,
      amount: new Big(9_500),
    })),
  )
  const indicators: IndicatorEntry[] = projects.flatMap(({ id: project }) =>
    Array.from({ length: indicatorCount }, (_, at) => indicatorAt(project, at)),
  )
  return {
    ...blankLedger({
      division: { code: '430922', name: '某县' },
      department: { id, name: `某县第${id}局` },
      units: [],
      year: 2023,
      pack: 'hunan-2023',
    }),
    staffing: [{ organisation: id, quotas: [{ kind: 'administrative', posts: 40 }], onPost: 38, retired: 3 }],
    projects,
    budgetLines,
    payments,
    indicators,
    workKinds: workKinds(),
  }
}

/** Seven of 产出 making 50 points, five of 效益 making 30, three of 满意度 making 10. */
function indicatorAt(project: string, at: number): IndicatorEntry {
  const [level1, weight] =
    at < 7 ? ['产出指标', at === 0 ? 8 : 7] : at < 12 ? ['效益指标', 6] : ['满意度指标', at === 12 ? 4 : 3]
  return {
    id: `${project}-${at}`,
    scope: { project },
    level1: String(level1),
    level2: '数量指标',
    name: `第${at}项`,
    sign: at % 3 === 0 ? '≤' : '≥',
    target: new Big(90),
    unit: '%',
    weight: new Big(weight ?? 0),
    actual: { from: 'entered', value: new Big(85 + at) },
  }
}
