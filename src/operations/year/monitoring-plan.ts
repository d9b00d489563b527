import { readFileSync } from 'node:fs'
import { Big } from 'big.js'
import { parse } from 'yaml'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { MonitoringPlan } from '#domain/year/execution.ts'

type Written = Omit<MonitoringPlan, 'curve' | 'own'> & { readonly curve: readonly number[] }
type Plans = { readonly default: Written; readonly packs: Readonly<Record<string, Written>> }
let plans: Plans | undefined

/**
 * How a ledger is watched: by its rule pack's plan or the usual one, its spending by its department's own 既定支付进度 where
 * there is one. Throws when data/monitoring.yaml is missing or malformed.
 */
export function monitoringPlan({ pack, paymentPlan }: Pick<Ledger, 'pack' | 'paymentPlan'>): MonitoringPlan {
  plans ??= parse(readFileSync(new URL('../../../data/monitoring.yaml', import.meta.url), 'utf8')) as Plans
  const { curve, ...rest } = plans.packs[pack] ?? plans.default
  return { ...rest, curve: curve.map((share) => new Big(share)), ...(paymentPlan ? { own: paymentPlan } : {}) }
}
