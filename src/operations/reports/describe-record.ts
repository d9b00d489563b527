import type { Ledger } from '#domain/ledger/ledger.ts'
import { onceFor } from '#domain/once-for.ts'
import { loadBaseRows } from './load-base-rows.ts'
import { recordIndex } from './record-index.ts'

const budgetKinds = {
  original: '年初批复',
  supplement: '追加',
  reduction: '追减',
  transfer: '调剂',
  'carry-over': '上年结转',
}
const columns = { 'prior-actual': '上年决算', original: '本年预算', actual: '本年决算' }

/**
 * A row of the ledger as a person finds it again, by its key in LedgerFact.records: 'budget:3' →
 * 「预算指标第3号 年初批复 2010302 落实政府工作报告 130.00万元」. The payee is never named.
 */
export function describeRecord(ledger: Ledger, key: string): string {
  const said = saidOf(ledger)
  const before = said.get(key)
  if (before !== undefined) return before
  const [list = '', ...rest] = key.split(':')
  const id = rest.join(':')
  const described = describers[list]?.(ledger, id) ?? `账本里已没有这一条（${key}）`
  said.set(key, described)
  return described
}

/** Many numbers of a report rest on the same rows. */
const saidOf = onceFor((_ledger: Ledger) => new Map<string, string>())

type Describe = (ledger: Ledger, id: string) => string | undefined

const describers: Record<string, Describe> = {
  budget: (ledger, id) => {
    const line = recordIndex(ledger).budgetLines.get(id)
    if (!line) return undefined
    const paper = line.document ? `，${line.document}` : ''
    return `预算指标第${id}号 ${budgetKinds[line.kind]} ${line.account}${projectOf(ledger, line.project)} ${inWan(line.amount)}${paper}`
  },
  payment: (ledger, id) => {
    const payment = recordIndex(ledger).payments.get(id)
    if (!payment) return undefined
    const purpose = payment.purpose ? `，${payment.purpose}` : ''
    return `支付凭证${id} ${payment.date} ${payment.account}/${payment.economic}${projectOf(ledger, payment.project)} ${inWan(payment.amount)}${purpose}`
  },
  staffing: (ledger, id) => {
    const name = nameOf(ledger, id)
    return name && `${name}的人员编制登记`
  },
  base: (ledger, id) => {
    const [item, column = 'actual'] = id.split('@')
    const found = ledger.baseItems.find((one) => one.item === item && one.column === column)
    const zh = loadBaseRows().find((row) => row.item === item)?.zh ?? item
    return found && `基础数据「${zh}」${columns[column as keyof typeof columns]} ${inWan(found.amount)}`
  },
  project: (ledger, id) => {
    const project = ledger.projects.find((one) => one.id === id)
    return project && `项目「${project.name}」的登记`
  },
  organisation: (ledger, id) => {
    const name = nameOf(ledger, id)
    return name && `${name}的机构登记`
  },
  task: (ledger, id) => ledger.tasks.find(({ name }) => name === id) && `年度主要任务「${id}」的登记`,
  monitoring: (ledger, id) => ledger.monitoring.find(({ until }) => until === id) && `截至${id}的绩效监控登记`,
  paper: (ledger, id) => {
    const paper = ledger.papers.find((one) => one.id === id)
    return paper && `文件《${paper.title}》${paper.number ?? ''}`
  },
  evidence: (ledger, id) => {
    const file = ledger.evidence.find((one) => one.id === id)
    return file && `佐证材料「${file.name}」`
  },
  building: (ledger, id) => ledger.buildings.find(({ name }) => name === id) && `楼堂馆所「${id}」`,
  indicator: (ledger, id) => {
    const indicator = ledger.indicators.find((one) => one.id === id)
    return indicator && `指标「${indicator.name}」的登记`
  },
  work: (ledger, id) => {
    const [kind = ''] = id.split('/')
    const found = recordIndex(ledger).workRecords.get(id)
    const name = ledger.workKinds.find((one) => one.id === kind)?.name ?? kind
    if (!found) return undefined
    const what = found.values['title'] ?? Object.values(found.values)[0] ?? ''
    const many = found.quantity && found.quantity > 1 ? `（汇总${found.quantity}条）` : ''
    return `${name}台账 ${found.id} ${found.date} ${what}${many}`
  },
}

function nameOf({ department, units }: Ledger, id: string): string | undefined {
  return [department, ...units].find((one) => one.id === id)?.name
}

function projectOf({ projects }: Ledger, id: string | undefined): string {
  const name = projects.find((one) => one.id === id)?.name
  return name ? ` ${name}` : ''
}

function inWan(yuan: { div: (by: number) => { toFixed: (decimals?: number) => string } }): string {
  return `${yuan.div(10_000).toFixed()}万元`
}
