import { z } from 'zod'
import { stateName } from '#operations/compare/ledger-states.ts'
import { ledgerParams, list } from './common.ts'

export type { LedgerComparison } from '#operations/compare/compare-ledgers.ts'
export type { ReportComparison } from '#operations/compare/compare-reports.ts'

/** States of a ledger: now, v1, year:2022. */
const state = z.string().regex(stateName)
export const compareQuery = z.object({ from: state, to: state.default('now') })
export const compareReportParams = ledgerParams.extend({ report: z.string().min(1).max(200) })

const entry = z.record(z.string(), z.unknown())
const keyed = list(z.object({ key: z.string(), entry }))
const field = z.object({ field: z.string(), was: z.unknown().optional(), is: z.unknown().optional() })
export const ledgerComparison = z
  .object({
    from: z.string(),
    to: z.string(),
    lists: list(
      z.object({
        list: z.string(),
        name: z.string(),
        counts: z.object({ same: z.number(), added: z.number(), removed: z.number(), changed: z.number() }),
        added: keyed,
        removed: keyed,
        changed: list(z.object({ key: z.string(), entry, fields: list(field) })),
      }),
    ),
  })
  .meta({
    id: 'LedgerComparison',
    description: '账本的两个状态逐栏比较：新增、删去、更改；计数是全部，条目每类至多500条',
  })

const part = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })
export const reportComparison = z
  .object({
    report: z.string(),
    title: z.string(),
    from: z.string(),
    to: z.string(),
    counts: z.object({ same: z.number(), removed: z.number(), added: z.number(), changed: z.number() }),
    paragraphs: list(z.union([part, z.object({ kind: z.literal('changed'), parts: list(part) })])),
  })
  .meta({ id: 'ReportComparison', description: '同一份材料的两个版本，按印出来的段落比较' })
