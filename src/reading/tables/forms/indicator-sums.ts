import type { Claim, Term } from '#domain/claim.ts'
import type { Fact, Figure } from '#domain/fact.ts'
import { points } from '#domain/unit.ts'
import { findNumbers } from '../../numbers.ts'
import type { GridRow, Slot } from '../grids/grid.ts'
import { compact } from '../grids/labels.ts'
import { type IndicatorBlock, type Placed, headingName, keyedHeads } from './indicator-block.ts'
import { otherScores } from './other-scores.ts'
import { alignedTo } from '../grids/sections.ts'
import { type Sheet, factOf } from '../grids/sheet.ts'
import { type Guess, judgeSums, outcomeOf } from '../arithmetic/sums.ts'

type Execution = { readonly weight?: Figure; readonly score?: Figure }

/**
 * The arithmetic of a scored form: every score within its weight, the points of a heading are those of its rows,
 * weights add up to the printed total (with the execution row), scores to the total score.
 * Where a row could not be aligned nothing is said of sums.
 */
export function scoreClaims(
  sheet: Sheet,
  block: IndicatorBlock,
  execution: Execution,
): { claims: Claim[]; facts: Fact[] } {
  const rows = block.placed.filter((placed) => !placed.row.filler)
  const totals = block.totalRow ? totalsOf(sheet, block, block.totalRow) : {}
  const facts = totals.score ? [factOf(sheet, 'score.total', 'none', totals.score)] : []
  const within = [
    ...rows.flatMap((placed) => withinWeight(sheet, placed)),
    ...otherScores(sheet, block, execution.score !== undefined),
  ]
  if (block.broken) return { claims: within, facts }
  const headings = [
    ...placedRight(sheet, headingClaims(sheet, rows, 'level1', 'I58')),
    ...placedRight(sheet, headingClaims(sheet, rows, 'level2', 'I59')),
  ]
  return { claims: [...within, ...headings, ...totalClaims(sheet, rows, block, totals, execution)], facts }
}

function withinWeight(sheet: Sheet, { row, label, scoreCell }: Placed): Claim[] {
  const quote = label ?? scoreCell
  if (!row.weight || !row.score || !quote) return []
  const name = compact(row.name.text)
  const lesser = { name: `${name}得分`, figure: row.score }
  return [
    {
      rule: 'I56',
      form: { is: 'at-most', lesser, greater: { name: `${name}分值`, figure: row.weight } },
      certain: true,
      quote: sheet.quote(quote),
    },
  ]
}

function headingClaims(sheet: Sheet, rows: readonly Placed[], level: 'level1' | 'level2', rule: string): Claim[] {
  return headed(rows, level).flatMap(({ slot, children }) => {
    // 「合计（含资金执行率10分，得9.77分）」 heads no indicators.
    if (/^(?:合计|总计|总分)/.test(slot.text)) return []
    const found = findNumbers(slot.cell.text).find((each) => each.unit.name === '分')
    const parts = children.flatMap((placed) => weightTerm(placed))
    if (!found || parts.length === 0 || children.some(lacksWeight)) return []
    const total = { name: headingName(slot.text), figure: sheet.figureWithin(slot, found) }
    return judgeSums(rule, [{ total, parts, missing: 0, quote: sheet.quote(slot) }], 'form')
  })
}

/**
 * A pdf tells only where a merged heading stands: where several of a form don't fit their rows, the rows were taken for those of their
 * neighbours, and nothing is said of these headings.
 */
function placedRight({ grid }: Sheet, claims: readonly Claim[]): readonly Claim[] {
  if (!grid.pdf) return claims
  const fits = ({ form }: Claim) => form.is === 'sum' && outcomeOf(form.total, form.parts) === 'fits'
  const fitting = claims.filter(fits)
  return claims.length - fitting.length > 1 ? fitting : claims
}

type Headed = { readonly slot: Slot; readonly children: Placed[] }

/** The rows under each heading; one that is printed anew in every row, where others merge its cells, heads all of them. */
function headed(rows: readonly Placed[], level: 'level1' | 'level2'): readonly Headed[] {
  const found: Headed[] = []
  for (const placed of rows) {
    const slot = placed[level]
    if (!slot) continue
    const last = found.at(-1)
    const isSame = last !== undefined && (last.slot === slot || isPrintedAnew(last, placed, slot, level))
    if (isSame) last.children.push(placed)
    else found.push({ slot, children: [placed] })
  }
  return found
}

function isPrintedAnew({ slot, children }: Headed, placed: Placed, next: Slot, level: 'level1' | 'level2'): boolean {
  const before = children.at(-1)!
  return (
    next.text === slot.text &&
    next.row === before[level]!.row + 1 &&
    (level === 'level1' || placed.level1?.text === before.level1?.text)
  )
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
  const { weight, score } = totalCells(sheet, block, row)
  const full = weight && weight !== score ? sheet.figure(weight, points) : undefined
  const earned = sheet.figure(score, points)
  return { ...(full ? { weight: full } : {}), ...(earned ? { score: earned } : {}) }
}

type TotalCells = { readonly weight?: Slot | undefined; readonly score?: Slot | undefined }

function totalCells(sheet: Sheet, block: IndicatorBlock, row: GridRow): TotalCells {
  const keyed = keyedHeads(block.section)
  const heads = [keyed.get('weight'), keyed.get('score')]
  const printed = heads.filter((head) => head !== undefined)
  const { header } = block.section
  const aligned = row.width === header.width ? alignedTo(sheet.grid, header, printed, row, () => true) : undefined
  const [weight, score] = heads.map((head) => head && aligned?.get(head))
  const isOwn = (slot: Slot | undefined) => slot?.kind === 'number' && slot.row === row.index
  const numbers = row.slots.filter((slot) => slot.kind === 'number')
  // Saved as text, the merged cell of 「总分」 may leave the two numbers one column too far.
  const isShifted = printed.length === 2 && numbers.length === 2 && !(isOwn(weight) && isOwn(score))
  if (!isShifted && (isOwn(weight) || isOwn(score))) return { weight, score }
  if (isShifted) return { weight: numbers[0], score: numbers[1] }
  return numbers.length === 1 && !heads[0] ? { score: numbers[0] } : {}
}

function totalClaims(
  sheet: Sheet,
  rows: readonly Placed[],
  block: IndicatorBlock,
  totals: Execution,
  execution: Execution,
): Claim[] {
  const slot = block.totalRow?.slots.find((each) => each.kind === 'words')
  if (!slot) return []
  const quote = sheet.quote(slot)
  const weights = rows.flatMap(weightTerm)
  const scores = rows.flatMap(({ row }) => (row.score ? [{ name: compact(row.name.text), figure: row.score }] : []))
  if (missesExecution(totals, weights, scores, execution)) return []
  const counted = countsExecution(rows, totals) ?? (exceedsAll(weights, scores, execution) ? true : undefined)
  const named = (name: string, figure: Figure | undefined) => figure && { name, figure }
  const claims: Claim[] = []
  if (totals.weight && weights.length > 0 && !rows.some(lacksWeight)) {
    const total = { name: '分值合计', figure: totals.weight }
    claims.push(
      ...judgeSums(
        'I54',
        [withExecution(total, weights, named('预算执行率分值', execution.weight), counted, quote)],
        'form',
      ),
    )
  }
  const scored = rows.every(({ row, scoreCell }) => row.score !== undefined || scoreCell === undefined)
  const total = totals.score && { name: '总分', figure: totals.score }
  if (total && scores.length > 0 && scored && !isUnread(execution, total, scores)) {
    claims.push(
      ...judgeSums(
        'I55',
        [withExecution(total, scores, named('预算执行率得分', execution.score), counted, quote)],
        'form',
      ),
    )
  }
  return claims
}

/**
 * The execution row counts towards the total, unless the indicators list it themselves
 * or the total is printed for the indicators alone (90, or without a weight: where only that adds up).
 */
function withExecution(
  total: Term,
  parts: readonly Term[],
  execution: Term | undefined,
  counted: boolean | undefined,
  quote: Guess['quote'],
): Guess {
  const without: Guess = { total, parts, missing: 0, quote }
  if (!execution || counted === false) return without
  const all = [execution, ...parts]
  const alone = counted === undefined && outcomeOf(total, all) !== 'fits' && outcomeOf(total, parts) === 'fits'
  return alone ? without : { ...without, parts: all }
}

/** An execution row that stands elsewhere or was not read: the rows fall short by just its points (10, 湖北 20). */
function missesExecution(
  totals: Execution,
  weights: readonly Term[],
  scores: readonly Term[],
  execution: Execution,
): boolean {
  const gap = (total: Figure | undefined, parts: readonly Term[]) =>
    total && parts.reduce((rest, part) => rest.minus(part.figure.quantity.value), total.quantity.value)
  if (execution.weight || execution.score) return false
  const weight = gap(totals.weight, weights)
  if (totals.weight) return totals.weight.quantity.value.eq(100) && Boolean(weight?.eq(10) || weight?.eq(20))
  const score = gap(totals.score, scores)
  return score !== undefined && score.gt(0) && score.lte(20)
}

/** The execution row is there, but what it got was not read: 「98.00% 9.80」 in one cell. */
function isUnread({ weight, score }: Execution, total: Term, scores: readonly Term[]): boolean {
  return weight !== undefined && score === undefined && outcomeOf(total, scores) !== 'fits'
}

/**
 * A form without a column of weights whose rows earn more than the execution row leaves of a hundred: one of them is
 * wrong, and its total is not printed for the rows alone though they happen to add up to it.
 */
function exceedsAll(weights: readonly Term[], scores: readonly Term[], { score }: Execution): boolean {
  if (weights.length > 0 || !score) return false
  return scores.reduce((sum, { figure }) => sum.plus(figure.quantity.value), score.quantity.value).gt(100)
}

/** Whether the printed total of weights includes the execution row; undefined where no weight is printed. */
function countsExecution(rows: readonly Placed[], totals: Execution): boolean | undefined {
  // 制度执行率 or 政府采购执行率 is an indicator like any other: only the rate of the budget stands for the execution row.
  if (rows.some(({ row }) => /^(?:年度|全年)?(?:预算|资金|支出|经费)*执行率/.test(row.name.text.replace(/\s+/g, ''))))
    return false
  return totals.weight && totals.weight.quantity.value.gte(100)
}
