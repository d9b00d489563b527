import { Big } from 'big.js'
import fc from 'fast-check'
import type { BaseItem } from '#domain/ledger/base-data.ts'
import type { BudgetLine, Payment, Project } from '#domain/ledger/budget.ts'
import type { Goal } from '#domain/ledger/goal.ts'
import type { Ledger, Section } from '#domain/ledger/ledger.ts'
import type { RulePack } from '#domain/pack.ts'
import type { Outline } from '#domain/report/outline.ts'
import { outlinesOf } from '#operations/packs/load-outlines.ts'
import { packById } from '#operations/packs/load-packs.ts'
import { workKinds } from '#operations/load-work-kinds.ts'
import { type Give, indicatorsOf } from './arbitrary-indicators.ts'
import { departments, places, projectNames } from './names.ts'

/** Money in 元 to the fen: mostly round 百元, as budgets are, sometimes anything. */
const money = (most: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 100, max: Math.floor(most / 100) }).map((n) => new Big(n).times(100)) },
    { weight: 1, arbitrary: fc.integer({ min: 10_000, max: most }).map((n) => new Big(n).times('1.01').round(2)) },
  )

const project = { account: '2010302', nature: 'project' as const, source: 'general-public' as const }
const basic = { account: '2010301', nature: 'basic' as const, source: 'general-public' as const }
const basicEconomics = ['30101', '30102', '30201', '30205', '30211', '30215', '30216', '30217', '30231', '30302']

/** A valid ledger of one department, small, agreeing, of the given rule pack. */
export function arbitraryLedger(pack: string): fc.Arbitrary<Ledger> {
  return fc.gen().map((give) => {
    const year = give(() => fc.integer({ min: 2020, max: 2026 }))
    const place = give(() => fc.constantFrom(...places))
    const department = { id: '001', ...give(() => fc.constantFrom(...departments(place.name))) }
    const units = give(() => fc.integer({ min: 0, max: 2 }))
    const names = give(() => fc.shuffledSubarray([...projectNames], { minLength: 1, maxLength: 3 }))
    const projects: Project[] = names.map((name, index) => ({
      id: `p${index + 1}`,
      name,
      organisation: '001',
      evaluated: index === 0 || give(() => fc.boolean()),
      summary: `用于${name}的日常开展。`,
    }))
    const { budgetLines, payments } = moneyOf(give, projects, year)
    const indicators = indicatorsOf(give, projects, pack)
    const ledger: Ledger = {
      division: place,
      department: { ...department, offices: ['办公室', '业务股', '财务股'], functions: ['承担本行业的管理和服务'] },
      units: Array.from({ length: units }, (_, index) => ({
        id: `001-${index + 1}`,
        name: `${place.name}${['项目事务中心', '信息服务中心'][index] ?? ''}`,
        parent: '001',
      })),
      year,
      pack,
      staffing: [staffLine(give)],
      projects,
      budgetLines,
      payments,
      baseItems: baseItems(give),
      buildings: [],
      savingMeasures: '从严审批公务接待和会议。',
      ...(give(() => fc.boolean()) ? { issueDate: `${year + 1}-03-08` } : {}),
      tasks: tasksOf(give, projects),
      goals: goals(projects),
      indicators,
      workKinds: workKinds(),
      workRecords: workRecords(give, year),
      sections: sections(projects, packById(pack)!),
      papers: [{ id: 'notice', title: '关于开展年度绩效自评工作的通知', number: `某财绩〔${year + 1}〕8号` }],
      monitoring: monitoringOf(give, indicators, year),
      evidence: [],
      openQuestions: [],
    }
    return { ...ledger, ...(give(() => fc.boolean()) ? { paymentPlan: planOf(give) } : {}) }
  })
}

/** 既定支付进度 in hundredths of a percent, in order. */
function planOf(give: Give): Big[] {
  const shares = give(() => fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 12, maxLength: 12 }))
  return shares.toSorted((one, other) => one - other).map((share) => new Big(share).div(100))
}

/** Now and then: what was known at the end of July, of every second indicator. */
function monitoringOf(give: Give, indicators: Ledger['indicators'], year: number): Ledger['monitoring'] {
  if (!give(() => fc.boolean())) return []
  const values = indicators
    .filter((_, index) => index % 2 === 0)
    .map(({ id }, index) => ({
      indicator: id,
      value: '按计划推进',
      expected: '能够完成',
      possibility: index % 3 === 0 ? '有可能' : '确定能',
      ...(index % 3 === 0 ? { causes: ['funds' as const, 'other' as const], reason: '资金下达较晚。' } : {}),
    }))
  const expectedSpending = give(() => fc.boolean())
    ? [give(() => money(9_000_000))].map((amount) => ({
        scope: 'department' as const,
        amount: amount.toFixed(),
        fiscal: amount.times('0.9').round(2).toFixed(),
      }))
    : []
  return [
    {
      until: `${year}-07-31`,
      values,
      expectedSpending,
      causes: '部分任务安排在下半年。',
      measures: '按月调度，确保年内完成。',
    },
  ]
}

function staffLine(give: Give): Ledger['staffing'][number] {
  const administrative = give(() => fc.integer({ min: 5, max: 80 }))
  const fullFunded = give(() => fc.integer({ min: 1, max: 40 }))
  return {
    organisation: '001',
    quotas: [
      { kind: 'administrative', posts: administrative },
      { kind: 'full-funded', posts: fullFunded },
    ],
    onPost: give(() => fc.integer({ min: 3, max: administrative + fullFunded })),
    retired: give(() => fc.integer({ min: 0, max: 60 })),
  }
}

/** Meetings and hotline orders, one record for each or one for many. */
function workRecords(give: Give, year: number): Ledger['workRecords'] {
  const meetings = give(() => fc.integer({ min: 1, max: 30 }))
  const orders = give(() => fc.integer({ min: 1, max: 9000 }))
  return [
    ...Array.from({ length: meetings }, (_, index) => ({
      id: `m${index}`,
      kind: 'meeting',
      organisation: '001',
      date: `${year}-${String((index % 12) + 1).padStart(2, '0')}-08`,
      values: { type: '专题会议', title: `第${index + 1}次专题会议` },
    })),
    {
      id: 'h',
      kind: 'hotline-order',
      organisation: '001',
      date: `${year}-12-31`,
      quantity: orders,
      values: { order: '汇总', status: '办结' },
    },
  ]
}

/** Budget lines, and payments that never exceed them. */
function moneyOf(give: Give, projects: readonly Project[], year: number) {
  const budgetLines: BudgetLine[] = []
  const payments: Payment[] = []
  const add = (line: Omit<BudgetLine, 'key' | 'organisation'>) =>
    budgetLines.push({ key: String(budgetLines.length + 1), organisation: '001', ...line })
  const pay = (payment: Omit<Payment, 'voucher' | 'organisation' | 'date'>) =>
    payments.push({
      voucher: `P${payments.length + 1}`,
      organisation: '001',
      date: `${year}-${give(() => fc.constantFrom('05', '11'))}-30`,
      ...payment,
    })
  let granted = new Big(0)
  for (const economic of give(() => fc.subarray(basicEconomics, { minLength: 4 }))) {
    const amount = give(() => money(3_000_000))
    granted = granted.plus(amount)
    pay({ ...basic, economic, amount })
  }
  const late = give(() => fc.boolean()) ? granted.div(5).round(0) : new Big(0)
  add({ ...basic, kind: 'original', amount: granted.minus(late) })
  if (late.gt(0)) add({ ...basic, kind: 'supplement', amount: late })
  moved(give, add, pay)
  for (const { id } of projects) {
    const amount = give(() => money(2_000_000))
    // One in five is funded only during the year.
    add({
      ...project,
      kind: give(() => fc.integer({ max: 4, min: 0 })) === 0 ? 'supplement' : 'original',
      project: id,
      amount,
    })
    const spent = give(() => fc.constantFrom('1', '1', '0.97', '0.85')) // shares of the budget
    pay({ ...project, economic: '30299', project: id, amount: amount.times(spent).round(2) })
  }
  return { budgetLines, payments }
}

/** Now and then: money of another fund, a carry-over, a cut of what was added or of the budget itself. */
function moved(
  give: Give,
  add: (line: Omit<BudgetLine, 'key' | 'organisation'>) => void,
  pay: (payment: Omit<Payment, 'voucher' | 'organisation' | 'date'>) => void,
): void {
  const amount = give(() => money(400_000))
  const kind = give(() => fc.constantFrom('none', 'government-managed', 'carry-over', 'reduction', 'cut', 'own'))
  if (kind === 'government-managed') {
    add({ ...basic, source: 'government-managed', account: '2120801', kind: 'original', amount })
    pay({ ...basic, source: 'government-managed', account: '2120801', economic: '30201', amount })
  }
  if (kind === 'own') {
    add({ ...basic, source: 'own', kind: 'original', amount })
    pay({ ...basic, source: 'own', economic: '30201', amount })
  }
  if (kind === 'carry-over') {
    add({ ...basic, kind: 'carry-over', amount })
    pay({ ...basic, economic: '30201', amount })
  }
  if (kind === 'cut') {
    add({ ...basic, kind: 'original', amount: amount.times(9) })
    add({ ...basic, kind: 'reduction', amount: amount.times(8) })
    pay({ ...basic, economic: '30201', amount })
  }
  if (kind === 'reduction') {
    add({ ...basic, kind: 'supplement', amount: amount.times(2) })
    add({ ...basic, kind: 'reduction', amount })
    pay({ ...basic, economic: '30201', amount })
  }
}

function baseItems(give: Give): BaseItem[] {
  const item = (of: string, column: BaseItem['column']): BaseItem => ({
    item: of,
    column,
    amount: give(() => money(500_000)),
  })
  const kinds = ['vehicle-purchase', 'vehicle-running', 'abroad', 'reception'].map((kind) => `three-public.${kind}`)
  return [
    ...kinds.flatMap((kind) => [item(kind, 'prior-actual'), item(kind, 'original')]),
    item('project.business', 'prior-actual'),
    item('project.operation', 'prior-actual'),
    item('procurement.total', 'actual'),
  ]
}

/** Now and then main tasks: one with the money of the first project, one with money of its own, one without. */
function tasksOf(give: Give, projects: readonly Project[]): Ledger['tasks'] {
  if (!give(() => fc.boolean())) return []
  const [first] = projects
  const amount = give(() => money(300_000))
  return [
    ...(first ? [{ name: `${first.name}任务`, content: `按计划做好${first.name}。`, projects: [first.id] }] : []),
    { name: '日常运转保障', content: '保障机关日常运转。', amount, fiscal: amount.times('0.8').round(2) },
    ...(give(() => fc.boolean()) ? [{ name: '政策宣传', content: '结合日常工作开展，不另安排经费。' }] : []),
  ]
}

function goals(projects: readonly Project[]): Goal[] {
  return [
    { scope: 'department', term: 'annual', planned: '按计划完成全年重点任务。', achieved: '全年重点任务按计划推进。' },
    ...projects.map(({ id, name }) => ({
      scope: { project: id },
      term: 'annual' as const,
      planned: `按计划完成${name}任务。`,
      achieved: `${name}按计划推进。`,
    })),
  ]
}

/** Chapters of an outline that may not be empty and are the clerk's own. */
const written = ({ chapters }: Outline) => chapters.filter(({ say, required }) => required && say.includes('prose'))

function sections(projects: readonly Project[], pack: RulePack): Section[] {
  const outlines = outlinesOf(pack)
  const words: Record<string, string> = {
    organisation: '责任到股室，按月调度进度。',
    'performance.economy': '全年总支出{{fund.total@actual}}，控制在预算以内。',
    'performance.benefit':
      '服务对象反映良好，办事更加便利。全年召开会议{{count:meeting.total}}，受理热线工单{{count:hotline-order.total}}。',
    'evaluation.purpose': '总结经验，查找不足，改进下一年的预算安排。',
    problems: '预算编制的细化程度有待提高。',
    improvements: '细化预算编制，加强过程监控。',
    'funds.management': '专款专用，单独核算。',
    'performance.efficiency': '各项任务按进度推进。',
    'evaluation.process': '对照绩效目标逐项核对并打分。',
    others: '没有其他需要说明的问题。',
  }
  return [
    ...written(outlines.department).map(({ id, heading }) => ({
      scope: 'department' as const,
      outline: id,
      text: words[id] ?? `${heading}一项已按要求做好。`,
    })),
    ...projects
      .filter(({ evaluated }) => evaluated)
      .flatMap(({ id: project, name }) =>
        written(outlines.project).map(({ id, heading }) => ({
          scope: { project },
          outline: id,
          text: id === 'performance.economy' ? '支出没有突破预算。' : `${name}：${words[id] ?? `${heading}符合要求。`}`,
        })),
      ),
  ]
}
