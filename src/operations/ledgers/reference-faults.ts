import type { Ledger } from '#domain/ledger/ledger.ts'

type Fault = { readonly path: readonly (string | number)[]; readonly message: string }

/** Entries of a ledger that name something the ledger does not hold, and keys that stand twice. */
export function referenceFaults(ledger: Ledger): Fault[] {
  const organisations = new Set([ledger.department.id, ...ledger.units.map((unit) => unit.id)])
  const projects = new Set(ledger.projects.map((project) => project.id))
  const kinds = new Map(ledger.workKinds.map((kind) => [kind.id, kind]))
  return [
    ...unknownNames(ledger, organisations, projects),
    ...ledger.workRecords.flatMap((record, index) =>
      kinds.has(record.kind)
        ? []
        : [{ path: ['workRecords', index, 'kind'], message: `没有「${record.kind}」这类台账` }],
    ),
    ...countFaults(ledger, kinds),
    ...twice(ledger.budgetLines, 'budgetLines', (line) => line.key, '预算指标行号'),
    ...twice(ledger.payments, 'payments', (payment) => payment.voucher, '凭证号'),
    ...twice(ledger.projects, 'projects', (project) => project.id, '项目编号'),
    ...twice(ledger.tasks, 'tasks', (task) => task.name, '年度主要任务'),
    ...twice(ledger.indicators, 'indicators', (indicator) => indicator.id, '指标编号'),
    ...twice(ledger.workRecords, 'workRecords', (record) => `${record.kind}/${record.id}`, '台账记录编号'),
    ...twice(ledger.baseItems, 'baseItems', (item) => `${item.item}@${item.column}`, '基础数据项'),
    ...twice(ledger.evidence, 'evidence', (evidence) => evidence.id, '佐证材料编号'),
  ]
}

function unknownNames(ledger: Ledger, organisations: ReadonlySet<string>, projects: ReadonlySet<string>): Fault[] {
  const owned = {
    staffing: ledger.staffing,
    projects: ledger.projects,
    budgetLines: ledger.budgetLines,
    payments: ledger.payments,
    workRecords: ledger.workRecords,
  }
  const owners = Object.entries(owned).flatMap(([list, entries]) =>
    entries.flatMap((entry, index) =>
      organisations.has(entry.organisation)
        ? []
        : [{ path: [list, index, 'organisation'], message: `没有编号为「${entry.organisation}」的单位` }],
    ),
  )
  const scoped = { budgetLines: ledger.budgetLines, payments: ledger.payments }
  const funded = Object.entries(scoped).flatMap(([list, entries]) =>
    entries.flatMap((entry, index) =>
      entry.project === undefined || projects.has(entry.project)
        ? []
        : [{ path: [list, index, 'project'], message: `没有编号为「${entry.project}」的项目` }],
    ),
  )
  const aimed = { goals: ledger.goals, indicators: ledger.indicators, sections: ledger.sections }
  const scopes = Object.entries(aimed).flatMap(([list, entries]) =>
    entries.flatMap(({ scope }, index) =>
      scope === 'department' || projects.has(scope.project)
        ? []
        : [{ path: [list, index, 'scope'], message: `没有编号为「${scope.project}」的项目` }],
    ),
  )
  const paidFor = ledger.tasks.flatMap(({ projects: named = [] }, index) =>
    named.flatMap((id, at) =>
      projects.has(id) ? [] : [{ path: ['tasks', index, 'projects', at], message: `没有编号为「${id}」的项目` }],
    ),
  )
  return [...owners, ...funded, ...scopes, ...paidFor]
}

function countFaults(ledger: Ledger, kinds: ReadonlyMap<string, Ledger['workKinds'][number]>): Fault[] {
  return ledger.indicators.flatMap(({ actual }, index) => {
    if (actual?.from !== 'counted') return []
    const path = ['indicators', index, 'actual']
    const kind = kinds.get(actual.kind)
    if (!kind) return [{ path, message: `没有「${actual.kind}」这类台账` }]
    return kind.counts.some((rule) => rule.id === actual.count)
      ? []
      : [{ path, message: `「${kind.name}」台账没有「${actual.count}」这个计数办法` }]
  })
}

function twice<T>(entries: readonly T[], list: string, keyOf: (entry: T) => string, what: string): Fault[] {
  const first = new Map<string, number>()
  return entries.flatMap((entry, index) => {
    const key = keyOf(entry)
    const seen = first.get(key)
    first.set(key, seen ?? index)
    return seen === undefined ? [] : [{ path: [list, index], message: `${what}「${key}」与第 ${seen + 1} 条重复` }]
  })
}
