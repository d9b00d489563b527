import type { Big } from 'big.js'
import type { Sign } from './ledger/goal.ts'
import type { PackSource } from './pack.ts'

/**
 * Indicators ready to be taken into a ledger 指标库: data (data/indicator-library), versioned with its sources.
 *
 * kind      共性 for everyone, or 行业 for one sector
 * version   when this edition was put together from its sources, YYYY-MM
 */
export type IndicatorLibrary = {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly kind: 'common' | 'sector'
  readonly sector?: string
  readonly sources: readonly PackSource[]
  readonly indicators: readonly LibraryIndicator[]
}

/**
 * scopes     whose form it stands on: a department's, a project's
 * group      what kind of project it is for: 会议类
 * target     where the source sets one; else the department does
 * formula    how the actual value is worked out, in words
 * basis      指标值设定依据
 */
export type LibraryIndicator = {
  readonly id: string
  readonly scopes: readonly ('department' | 'project')[]
  readonly group?: string
  readonly level1: string
  readonly level2: string
  readonly name: string
  readonly sign: Sign
  readonly unit: string
  readonly target?: Big | string
  readonly explanation: string
  readonly formula?: string
  readonly evidenceRequired?: readonly string[]
  readonly basis?: string
}
