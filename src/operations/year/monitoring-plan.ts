import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { MonitoringPlan } from '#domain/year/execution.ts'

type Plans = { readonly default: MonitoringPlan; readonly packs: Readonly<Record<string, MonitoringPlan>> }
let plans: Plans | undefined

/** The plan a rule pack watches spending by, or the usual one. Throws when data/monitoring.yaml is missing or malformed. */
export function monitoringPlan(pack: string): MonitoringPlan {
  plans ??= parse(readFileSync(new URL('../../../data/monitoring.yaml', import.meta.url), 'utf8')) as Plans
  return plans.packs[pack] ?? plans.default
}
