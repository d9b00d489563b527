import type { LedgerList } from '../ledger/entry-keys.ts'
import { quotaNames } from '../ledger/choice-names.ts'
import { columnTitles } from './column-titles.ts'

const lists = {
  organisations: '单位',
  projects: '项目',
  staffing: '编制与人员',
  budgetLines: '预算指标',
  payments: '国库支付',
  baseItems: '基础数据',
  buildings: '楼堂馆所',
  tasks: '年度主要任务',
  goals: '绩效目标',
  indicators: '绩效指标',
  workKinds: '台账种类',
  workRecords: '业务台账',
  sections: '报告正文',
  papers: '文件',
  monitoring: '绩效监控',
  evidence: '佐证材料',
  openQuestions: '待定问题',
} as const satisfies Record<LedgerList, string>

/** Fields that no table has a column for. */
const others: Readonly<Record<string, string>> = {
  id: '编号',
  pack: '评分规则',
  savingMeasures: '厉行节约的措施',
  issueDate: '成文日期',
  paymentPlan: '既定支付进度',
  quotas: '编制',
  values: '内容',
  amount: '金额',
  planned: '年度目标',
  achieved: '完成情况',
  level1: '一级指标',
  level2: '二级指标',
  name: '名称',
  sign: '方向',
  target: '目标值',
  unit: '单位',
  weight: '分值',
  rule: '评分规则',
  basis: '设定依据',
  explanation: '指标解释',
  evidenceRequired: '要求的佐证',
  actual: '实际完成值',
  varianceReason: '偏差原因',
  improvement: '改进措施',
  override: '手工评分',
  text: '正文',
  causes: '偏差原因',
  measures: '整改措施',
  fields: '栏目',
  counts: '统计',
  key: '判重栏目',
  scope: '范围',
  date: '日期',
  quantity: '数量',
  evidence: '佐证',
  keys: '先后',
  item: '项目',
  column: '哪一栏',
  term: '期限',
  targetNumber: '目标值',
  targetWords: '目标值',
  from: '来历',
  since: '从哪天',
  count: '台账统计',
  measure: '口径',
  phase: '口径的阶段',
  actualFrom: '完成值的来历',
  actualNumber: '实际完成值',
  actualWords: '实际完成值',
  actualEvidence: '完成值的佐证',
  actualKind: '台账',
  actualCount: '台账统计',
  actualSince: '从哪天',
  actualUntil: '到哪天',
  actualMeasure: '口径',
  actualPhase: '口径的阶段',
  overridePoints: '手工评分',
  overrideReason: '手工评分的理由',
  kind: '种类',
  organisation: '单位',
  outline: '章节',
  until: '监控到哪天',
  expectedSpending: '预计全年支出',
  sha256: '校验码',
  size: '大小（字节）',
  note: '备注',
  proves: '佐证什么',
  question: '问题',
  holds: '现按什么登记',
  sources: '各处怎么写',
  posts: '编制数',
  persons: '人数',
  label: '叫法',
  indicator: '指标',
  value: '值',
  possibility: '完成目标可能性',
  expected: '预计完成',
  reason: '原因说明',
  type: '类型',
  required: '必填',
  options: '选项',
  how: '怎么数',
  field: '哪一栏',
  points: '分',
  action: '做了什么',
  entry: '登记',
}

export function listName(list: LedgerList): string {
  return lists[list]
}

/** How the log names the entries of a list that is called so: 国库支付 is 'payments:'. Undefined for any other word. */
export function logNameOf(called: string): string | undefined {
  const list = Object.entries(lists).find(([, name]) => name === called)?.[0]
  return list && `${list.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}:`
}

/** Whether a word names a list of the ledger. */
export function isList(name: string): name is LedgerList {
  return Object.hasOwn(lists, name)
}

/** What the column of a list is called that shows a field by itself, if any does. */
export function columnTitle(list: LedgerList, field: string): string | undefined {
  const titles: Readonly<Record<string, string>> = list in columnTitles ? columnTitles[list as TableList] : {}
  return titles[field]
}

type TableList = keyof typeof columnTitles

/** What a person calls a field of a list, of no list: of the ledger itself; the posts of a kind are 'quotas.administrative'. */
export function fieldName(list: LedgerList | undefined, field: string): string {
  if (!list) return others[field] ?? field
  if (list === 'indicators' && field === 'until') return others['actualUntil'] ?? field
  const [whole, part] = field.split('.')
  if (list === 'staffing' && whole === 'quotas' && part) return quotaNames[part as keyof typeof quotaNames]
  return columnTitle(list, field) ?? others[field] ?? field
}
