import type { Sign } from '#domain/ledger/goal.ts'
import type { Column } from '../grid/column.ts'
import { words as all } from '../words/goals.ts'
import { lines } from './columns.ts'

const words = all.indicators.columns
const signs: readonly Sign[] = ['≥', '>', '=', '≤', '<', '定性']

export const indicatorColumns: readonly Column[] = [
  { field: 'level1', title: words.level1, kind: 'text', required: true, width: 120 },
  { field: 'level2', title: words.level2, kind: 'text', required: true, width: 130 },
  { field: 'name', title: words.name, kind: 'text', required: true, width: 240 },
  {
    field: 'sign',
    title: words.sign,
    kind: 'choice',
    choices: signs.map((sign) => ({ value: sign, label: sign })),
    required: true,
    width: 80,
  },
  { field: 'target', title: words.target, kind: 'text', required: true, width: 120 },
  { field: 'unit', title: words.unit, kind: 'text', width: 80, set: (_, value) => ({ unit: value ?? '' }) },
  { field: 'weight', title: words.weight, kind: 'number', required: true, width: 80 },
  { field: 'basis', title: words.basis, kind: 'long' },
  { field: 'rule', title: words.rule, kind: 'text', width: 160 },
  lines('evidenceRequired', words.evidenceRequired),
]
