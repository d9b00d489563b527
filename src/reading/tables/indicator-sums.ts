import type { Claim, Term } from '#domain/claim.ts'
import type { Fact, Figure } from '#domain/fact.ts'
import { points } from '#domain/unit.ts'
import { findNumbers } from '../numbers.ts'
import type { GridRow, Slot } from './grid.ts'
import { compact } from './labels.ts'
import { type IndicatorBlock, type Placed, headingName } from './indicator-block.ts'
import { alignedTo } from './sections.ts'
import { type Sheet, factOf } from './sheet.ts'
import { type Guess, judgeSums, outcomeOf } from './sums.ts'

type Execution = { readonly weight?: Figure; readonly score?: Figure }

/**
 * The arithmetic of a scored form: every score within its weight, the points of a heading are those of its rows,
 * weights add up to the printed total (with the execution row), scores to the total score.
 * Where a row could not be aligned nothing is said of sums.
 */
export function scoreClaims(sheet: Sheet, block: IndicatorBlock, execution: Execution): { claims: Claim[]; facts: Fact[] } {
  const rows = block.placed.filter((placed) => !placed.row.filler)
  const totals = block.totalRow ? totalsOf(sheet, block, block.totalRow) : {}
  const facts = totals.score ? [factOf(sheet, 'score.total', 'none', totals.score)] : []
  const within = rows.flatMap((placed) => withinWeight(sheet, placed))
  if (block.broken) return { claims: within, facts }
  const headings = [...headingClaims(sheet, rows, 'level1', 'I58'), ...headingClaims(sheet, rows, 'level2', 'I59')]
  return { claims: [...within, ...headings, ...totalClaims(sheet, rows, block, totals, execution)], facts }
}

function withinWeight(sheet: Sheet, { row, label, scoreCell }: Placed): Claim[] {
  const quote = label ?? scoreCell
  if (!row.weight || !row.score || !quote) return []
  const name = compact(row.name.text)
  const lesser = { name: `${name}得分`, figure: row.score }
  return [{ rule: 'I56', form: { is: 'at-most', lesser, greater: { name: `${name}分值`, figure: row.weight } }, certain: true, quote: sheet.quote(quote) }]
}

function headingClaims(sheet: Sheet, rows: readonly Placed[], level: 'level1' | 'level2', rule: string): Claim[] {
  const slots = [...new Set(rows.flatMap((placed) => placed[level] ?? []))]
  return slots.flatMap((slot) => {
    const found = findNumbers(slot.cell.text).find((each) => each.unit.name === '分')
    const children = rows.filter((placed) => placed[level] === slot)
    const parts = children.flatMap((placed) => weightTerm(placed))
    if (!found || parts.length === 0 || children.some(lacksWeight)) return []
    const total = { name: headingName(slot.text), figure: sheet.figureWithin(slot, found) }
    return judgeSums(rule, [{ total, parts, missing: 0, quote: sheet.quote(slot) }], 'form')
  })
}

function weightTerm({ row }: Placed): Term[] {
  return row.weight ? [{ name: compact(row.name.text), figure: row.weight }] : []
}

/** A weight cell that begins in this row and shows no number: the sum is unknown. */
function lacksWeight({ row, weightCell }: Placed): boolean {
  return weightCell !== undefined && row.weight === undefined
}

/** The total row's weight and score: under their columns, or the only two numbers it prints, in that order. */
function totalsOf(sheet: Sheet, block: IndicatorBlock, row: GridRow): Execution {
  const { section } = block
  const heads = section.heads.filter((head) => head.key === 'weight' || head.key === 'score')
  const numbers = row.slots.filter((slot) => slot.kind === 'number')
  const aligned = row.width === section.header.width ? alignedTo(sheet.grid, section.header, heads.map((head) => head.slot), row, () => true) : undefined
  const under = (key: string): Slot | undefined => {
    const head = heads.find((each) => each.key === key)
    return head && aligned?.get(head.slot)
  }
  const inColumns = aligned !== undefined && [under('weight'), under('score')].some((slot) => slot?.kind === 'number' && slot.row === row.index)
  const both = heads.length === 2 && numbers.length === 2
  const weightSlot = inColumns ? under('weight') : both ? numbers[0] : undefined
  const scoreSlot = inColumns ? under('score') : both ? numbers[1] : heads.length === 1 && numbers.length === 1 && heads[0]?.key === 'score' ? numbers[0] : undefined
  const weight = weightSlot && weightSlot !== scoreSlot ? sheet.figure(weightSlot, points) : undefined
  const score = sheet.figure(scoreSlot, points)
  return { ...(weight ? { weight } : {}), ...(score ? { score } : {}) }
}

function totalClaims(sheet: Sheet, rows: readonly Placed[], block: IndicatorBlock, totals: Execution, execution: Execution): Claim[] {
  const slot = block.totalRow?.slots.find((each) => each.kind === 'words')
  if (!slot) return []
  const quote = sheet.quote(slot)
  const weights = rows.flatMap(weightTerm)
  const scores = rows.flatMap(({ row }) => (row.score ? [{ name: compact(row.name.text), figure: row.score }] : []))
  const claims: Claim[] = []
  if (totals.weight && weights.length > 0 && !rows.some(lacksWeight)) {
    const total = { name: '分值合计', figure: totals.weight }
    claims.push(...judgeSums('I54', [withExecution(total, weights, '预算执行率分值', execution.weight, quote)], 'form'))
  }
  const scored = rows.every(({ row, scoreCell }) => row.score !== undefined || scoreCell === undefined)
  if (totals.score && scores.length > 0 && scored) {
    const total = { name: '总分', figure: totals.score }
    claims.push(...judgeSums('I55', [withExecution(total, scores, '预算执行率得分', execution.score, quote)], 'form'))
  }
  return claims
}

/** The execution row counts towards the total, unless the total is printed for the indicators alone. */
function withExecution(total: Term, parts: readonly Term[], name: string, figure: Figure | undefined, quote: Guess['quote']): Guess {
  const without: Guess = { total, parts, missing: 0, quote }
  if (!figure) return without
  const all = [{ name, figure }, ...parts]
  return outcomeOf(total, all) !== 'fits' && outcomeOf(total, parts) === 'fits' ? without : { ...without, parts: all }
}
