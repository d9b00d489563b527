import { Big } from 'big.js'
import { compared } from '#domain/arithmetic.ts'
import type { IndicatorEntry } from '#domain/ledger/goal.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { LedgerFinding } from './check-ledger.ts'

const fields: Readonly<Record<string, string>> = { 'ledger.weight': 'weight', 'indicator.unmeasurable': 'target' }

const zero = new Big(0)

/** The field of an indicator a rule of this file speaks of. */
export function fieldOfRule(rule: string): string {
  return fields[rule] ?? 'actual'
}

/** Indicators that cannot be scored or printed: weights, targets, actuals, and evaluated projects without any. */
export function checkIndicators(ledger: Ledger): LedgerFinding[] {
  const { indicators, projects } = ledger
  const withSome = new Set(indicators.map(({ scope }) => (scope === 'department' ? undefined : scope.project)))
  const withoutAny = projects.filter(({ id, evaluated }) => evaluated && !withSome.has(id))
  return [
    ...withoutAny.map(({ name }) => ({
      rule: 'ledger.no-indicator',
      severity: 'error' as const,
      message: `项目「${name}」要自评，但没有绩效指标，请补录`,
      where: 'indicators',
    })),
    ...indicators.flatMap((indicator, index) => ofOne(indicator, index, ledger)),
  ]
}

function ofOne(indicator: IndicatorEntry, index: number, { workRecords, year }: Ledger): LedgerFinding[] {
  const { name, weight, target, sign, actual } = indicator
  const where = `indicators.${index}`
  const fault = (rule: string, severity: LedgerFinding['severity'], message: string): LedgerFinding => ({
    rule,
    severity,
    message,
    where,
    field: fieldOfRule(rule),
  })
  const found: LedgerFinding[] = []
  if (compared(weight, zero) <= 0) found.push(fault('ledger.weight', 'error', `指标「${name}」的分值应大于0`))
  if (sign === '定性' ? target instanceof Big : !(target instanceof Big))
    found.push(
      fault('indicator.unmeasurable', 'error', `指标「${name}」的目标值与「${sign}」不相称：定量写数字，定性写文字`),
    )
  if (!actual) found.push(fault('ledger.no-actual', 'error', `指标「${name}」还没有实际完成值`))
  if (actual?.from !== 'counted') return found
  if (actual.since > actual.until)
    found.push(fault('ledger.period', 'error', `指标「${name}」的起止日期颠倒：${actual.since} 至 ${actual.until}`))
  if (!actual.since.startsWith(`${year}-`) || !actual.until.startsWith(`${year}-`))
    found.push(fault('ledger.period', 'warning', `指标「${name}」的统计期间超出${year}年度`))
  if (!workRecords.some(({ kind }) => kind === actual.kind))
    found.push(fault('ledger.no-record', 'warning', `指标「${name}」绑定的台账里一条记录也没有，还数不出实际完成值`))
  return found
}
