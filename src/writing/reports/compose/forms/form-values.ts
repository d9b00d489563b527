import type { Project } from '#domain/ledger/budget.ts'
import type { IndicatorEntry } from '#domain/ledger/goal.ts'
import type { MonitoringRound } from '#domain/ledger/ledger.ts'
import type { EvaluatedForm } from '#domain/report/evaluated-form.ts'
import { type Setting, factOf } from '../setting.ts'
import { printedDate } from '../attachments.ts'
import { accountValues } from './account-values.ts'
import type { Piece, Values } from './fill-template.ts'
import { periodOf } from './monitored-period.ts'
import { isInDoubt } from './monitored-values.ts'

/** What a form is about: the department, or one project; `evaluated` where it has indicators, `round` where it is a monitoring form. */
export type FormOf = {
  readonly project?: Project
  readonly evaluated?: EvaluatedForm
  readonly round?: MonitoringRound
}

const natures = { new: '新增', continued: '延续' }

/** What the names in a layout stand for: 'department', 'goal.annual', or a number of the ledger 'fund.total@original'. */
export function formValues(setting: Setting, of: FormOf): Values {
  const words = wordsOf(setting, of)
  const accounts = accountValues(setting, of)
  const scores: Record<string, Piece | undefined> = {
    'execution.weight': of.evaluated?.execution?.weight,
    'execution.score': of.evaluated?.execution?.score,
    full: of.evaluated?.full,
    total: of.evaluated?.total,
  }
  return (name) => {
    const account = accounts[name]?.filter((run) => run !== '')
    if (account) return account.length > 0 ? account : undefined
    const said = name.includes('@') ? numberOf(setting, of, name) : (scores[name] ?? words[name])
    return said === undefined || said === '' ? undefined : [said]
  }
}

/**
 * 'fund.total@to-date' is of the round's day, 'three-public.total@prior-actual' 上年决算, '@applied' what the goals were set
 * for; a project's 年度资金总额 is its own money.
 */
function numberOf(setting: Setting, of: FormOf, name: string): Piece | undefined {
  const { project, round } = of
  const [measure = '', asked = ''] = name.split('@')
  const phase = asked === 'applied' ? appliedPhase(setting, of) : asked
  const ownMeasure = project && measure === 'fund.total' ? 'project.funds' : measure
  const day = (phase === 'to-date' || phase === 'forecast') && round ? `${phase}.${round.until}` : phase
  const entity = project?.name ?? ''
  if (phase === 'prior-actual')
    return factOf(setting, { measure: ownMeasure, phase: 'actual', entity, year: setting.ledger.year - 1 })
  return factOf(setting, { measure: ownMeasure, phase: day, entity })
}

/** Goals are set for the money applied for: 年初预算, or what was added during the year where nothing was granted before. */
function appliedPhase(setting: Setting, { project }: FormOf): string {
  const of = { measure: project ? 'project.funds' : 'fund.total', entity: project?.name ?? '' }
  const [original, final] = [factOf(setting, { ...of, phase: 'original' }), factOf(setting, { ...of, phase: 'final' })]
  return original?.quantity.value.eq(0) && final?.quantity.value.gt(0) ? 'final' : 'original'
}

function wordsOf({ ledger }: Setting, { project, round }: FormOf): Record<string, string | undefined> {
  const { department, division, units, year } = ledger
  const goal = (term: 'annual' | 'medium') =>
    ledger.goals.find(
      (one) =>
        one.term === term && (one.scope === 'department' ? project === undefined : one.scope.project === project?.id),
    )
  const hasTasks = project === undefined && ledger.tasks.length > 0
  return {
    year: String(year),
    'last-year': String(year - 1),
    division: division.name,
    department: department.name,
    project: project?.name,
    'coded-project': project && (project.code === undefined ? project.name : `${project.code}-${project.name}`),
    'tick.continued': project?.nature === 'continued' ? '√' : undefined,
    'tick.new': project?.nature === 'new' ? '√' : undefined,
    issued: ledger.issueDate && printedDate(ledger.issueDate),
    unit: [department, ...units].find(({ id }) => id === project?.organisation)?.name ?? department.name,
    nature: project?.nature && natures[project.nature],
    term: project?.period,
    tasks: hasTasks ? '有' : undefined,
    'without-tasks': hasTasks ? undefined : '无',
    functions: department.functions?.join('；'),
    'goal.annual': goal('annual')?.planned,
    'goal.medium': goal('medium')?.planned,
    'goal.achieved': goal('annual')?.achieved,
    period: round && periodOf(round.until),
    'saving-measures': ledger.savingMeasures,
    ...accountOf(ledger.indicators, project, round),
  }
}

/**
 * Why targets are missed and what is done, of the round: in a project's form where one of its own indicators is behind. What
 * holds the department up is not told of a project that goes as planned.
 */
function accountOf(
  indicators: readonly IndicatorEntry[],
  project: Project | undefined,
  round: MonitoringRound | undefined,
): Record<string, string | undefined> {
  const own = new Set(
    indicators.flatMap(({ id, scope }) => (scope !== 'department' && scope.project === project?.id ? [id] : [])),
  )
  const isBehind = round?.values.some((seen) => own.has(seen.indicator) && isInDoubt(seen)) ?? false
  return project === undefined || isBehind ? { causes: round?.causes, measures: round?.measures } : {}
}
