import type { BaseItem, Building } from '#domain/ledger/base-data.ts'
import type { BudgetLine, Payment, Project } from '#domain/ledger/budget.ts'
import { type LedgerList, entryKeys } from '#domain/ledger/entry-keys.ts'
import type { Goal, IndicatorEntry } from '#domain/ledger/goal.ts'
import type { Evidence, MonitoringRound, OpenQuestion, Paper, Section } from '#domain/ledger/ledger.ts'
import type { MainTask } from '#domain/ledger/main-task.ts'
import type { Organisation } from '#domain/ledger/organisation.ts'
import type { StaffLine } from '#domain/ledger/staffing.ts'
import type { WorkKind, WorkRecord } from '#domain/ledger/work-ledger.ts'
import { type Codec, codecs } from './codec.ts'
import { actualCodec, numberOrWordsCodec, overrideCodec, scopeCodec } from './goal-codecs.ts'
import { ledgerTable } from './ledger-table.ts'

const { text, integer, flag, decimal, money, date, list, json } = codecs
/** One of a few words; the table's checks know which. */
const choice = <V extends string>() => text as unknown as Codec<V>

export const paymentTable = ledgerTable<Payment>('payments', '国库支付', entryKeys.payments, {
  voucher: text,
  organisation: text,
  date,
  amount: money,
  source: choice(),
  nature: choice(),
  account: text,
  economic: text,
  project: text,
  payee: text,
  purpose: text,
})

export const workRecordTable = ledgerTable<WorkRecord>('work_records', '业务台账记录', entryKeys.workRecords, {
  id: text,
  kind: text,
  organisation: text,
  date,
  values: json(),
  quantity: integer,
  evidence: list,
})

/** Every list of the ledger and its table; the department stands first among the organisations. */
export const ledgerTables = {
  organisations: ledgerTable<Organisation>('organisations', '单位', entryKeys.organisations, {
    id: text,
    name: text,
    shortName: text,
    parent: text,
    nature: text,
    offices: list,
    functions: list,
  }),
  projects: ledgerTable<Project>('projects', '项目', entryKeys.projects, {
    id: text,
    name: text,
    code: text,
    organisation: text,
    nature: choice(),
    period: text,
    evaluated: flag,
    summary: text,
    arrived: money,
  }),
  staffing: ledgerTable<StaffLine>('staffing', '编制与人员', entryKeys.staffing, {
    organisation: text,
    quotas: json(),
    onPost: integer,
    including: json(),
    retired: integer,
  }),
  budgetLines: ledgerTable<BudgetLine>('budget_lines', '预算指标', entryKeys.budgetLines, {
    key: text,
    organisation: text,
    kind: choice(),
    source: choice(),
    nature: choice(),
    account: text,
    economic: text,
    project: text,
    amount: money,
    document: text,
    date,
    note: text,
  }),
  payments: paymentTable,
  baseItems: ledgerTable<BaseItem>('base_items', '基础数据', entryKeys.baseItems, {
    item: text,
    column: choice(),
    amount: decimal,
  }),
  buildings: ledgerTable<Building>('buildings', '楼堂馆所', entryKeys.buildings, {
    name: text,
    approvedArea: decimal,
    actualArea: decimal,
    budgetedInvestment: money,
    actualInvestment: money,
  }),
  tasks: ledgerTable<MainTask>('main_tasks', '年度主要任务', entryKeys.tasks, {
    name: text,
    content: text,
    projects: list,
    amount: money,
    fiscal: money,
  }),
  goals: ledgerTable<Goal>('goals', '绩效目标', entryKeys.goals, {
    scope: scopeCodec,
    term: choice(),
    planned: text,
    achieved: text,
  }),
  indicators: ledgerTable<IndicatorEntry>('indicators', '绩效指标', entryKeys.indicators, {
    id: text,
    scope: scopeCodec,
    level1: text,
    level2: text,
    name: text,
    sign: choice(),
    target: numberOrWordsCodec,
    unit: text,
    weight: decimal,
    rule: text,
    basis: text,
    explanation: text,
    evidenceRequired: list,
    actual: actualCodec,
    varianceReason: text,
    improvement: text,
    override: overrideCodec,
  }),
  workKinds: ledgerTable<WorkKind>('work_kinds', '业务台账', entryKeys.workKinds, {
    id: text,
    name: text,
    fields: json(),
    key: list,
    counts: json(),
  }),
  workRecords: workRecordTable,
  sections: ledgerTable<Section>('sections', '报告正文', entryKeys.sections, {
    scope: scopeCodec,
    outline: text,
    text,
  }),
  papers: ledgerTable<Paper>('papers', '文件', entryKeys.papers, { id: text, title: text, number: text, date }),
  monitoring: ledgerTable<MonitoringRound>('monitoring', '绩效监控', entryKeys.monitoring, {
    until: date,
    values: json(),
    expectedSpending: json(),
    causes: text,
    measures: text,
  }),
  evidence: ledgerTable<Evidence>('evidence', '佐证材料', entryKeys.evidence, {
    id: text,
    name: text,
    sha256: text,
    size: integer,
    note: text,
    proves: json(),
  }),
  openQuestions: ledgerTable<OpenQuestion>('open_questions', '待定问题', entryKeys.openQuestions, {
    id: text,
    question: text,
    holds: text,
    sources: list,
  }),
} satisfies Record<LedgerList, unknown>

export type { LedgerList } from '#domain/ledger/entry-keys.ts'
