import { type Grid, type GridRow, type Slot } from './grid.ts'
import { yearIn } from './labels.ts'
import { type ColumnKey, columnKey } from './lexicon.ts'
import { type Head, subHeads } from './sub-heads.ts'

export type SectionKind = 'funds' | 'indicators' | 'staff' | 'control' | 'buildings' | 'goal'
/** A block of a form: its header row and the rows below it, up to the next header. */
export type Section = {
  readonly kind: SectionKind
  readonly header: GridRow
  readonly heads: readonly Head[]
  readonly body: readonly GridRow[]
}

type Labels = ReadonlyMap<string, string>

/** The blocks of a form, in order; none for a table that is no known form. `labels`: heads that packs use besides. */
export function sectionsOf(grid: Grid, labels?: Labels): Section[] {
  const starts = grid.rows.flatMap((row) => {
    // A row of numbers heads nothing.
    if (row.slots.some((slot) => slot.kind === 'number')) return []
    const heads = headsOf(row, labels)
    const kind = kindOf(row, heads)
    if (!kind) return []
    const apart = kind === 'indicators' ? subHeads(grid, row, heads, labels) : undefined
    return [{ row, kind, heads: apart ?? heads, below: row.index + (apart ? 2 : 1) }]
  })
  return starts.map(({ row, heads, kind, below }, index) => {
    const end = starts[index + 1]?.row.index ?? grid.rows.length
    return { kind, header: row, heads, body: grid.rows.slice(below, end) }
  })
}

function headsOf(row: GridRow, labels?: Labels): Head[] {
  return row.slots.map((slot) => ({ slot, key: slot.kind === 'words' ? columnKey(slot.text, labels) : undefined }))
}

const fundKeys: readonly ColumnKey[] = ['original', 'final', 'actual', 'to-date', 'projected', 'rate']

function kindOf(row: GridRow, heads: readonly Head[]): SectionKind | undefined {
  const has = (key: ColumnKey) => heads.some((head) => head.key === key)
  const says = (pattern: RegExp) => row.slots.some((slot) => pattern.test(slot.text))
  const named = has('level3') || has('level2')
  if (named && (has('target') || has('weight') || has('score')) && !has('final') && !has('actual')) return 'indicators'
  if (says(/^编制(?:人)?数$/) && says(/控制率|在职/)) return 'staff'
  if (says(/批复规模|批准规模/) && says(/实际规模/)) return 'buildings'
  if (row.slots.filter((slot) => phaseHead.test(slot.text)).length >= 2 && says(/经费控制情况|经费支出控制/))
    return 'control'
  if (fundKeys.filter(has).length >= 2 && !named && !has('target')) return 'funds'
  if (
    row.slots.length <= 4 &&
    says(/^(?:年度)?(?:预期目标|年初设定目标)/) &&
    says(/^(?:全年)?(?:目标)?实际完成情况|^年度(?:总体)?目标完成情况/)
  )
    return 'goal'
  return undefined
}

/** 「2022年决算数」「2023年预算数」. */
export const phaseHead = /^(20\d{2}年度?|上年|本年)?(?:决算数|预算数|年初预算数|调整预算数|全年预算数)$/

/** The year a phase head names, counting 上年 and 本年 from the report's year. */
export function yearOfHead(text: string, reportYear: number | undefined): number | undefined {
  const named = yearIn(text)
  if (named !== undefined) return named
  if (reportYear === undefined) return undefined
  return text.startsWith('上年') ? reportYear - 1 : reportYear
}

/**
 * The cells of a row under the given heads, or undefined when it is not certain which cell stands where.
 * Rows as wide as the header align by column. In flat text, which loses merged cells, a row aligns from the
 * right when every cell that falls under a number head holds a number or nothing and the cells before are words.
 */
export function alignedTo(
  grid: Grid,
  header: GridRow,
  heads: readonly Slot[],
  row: GridRow,
  numeric: (head: Slot) => boolean,
): Map<Slot, Slot> | undefined {
  const wide = row.width === header.width
  const aligned = new Map<Slot, Slot>()
  const fromEnd = row.width - header.width
  for (const head of heads) {
    const slot = wide ? grid.at(row.index, head.column) : grid.at(row.index, head.column + fromEnd)
    if (!slot && !wide) return undefined
    if (slot) aligned.set(head, slot)
  }
  if (wide) return aligned
  const first = Math.min(...heads.map((head) => head.column)) + fromEnd
  const leading = row.slots.filter((slot) => slot.column < first)
  const fits = [...aligned].every(([head, slot]) => !numeric(head) || slot.kind !== 'words')
  const anchored = [...aligned].some(([head, slot]) => numeric(head) && slot.kind === 'number')
  return fits && anchored && leading.every((slot) => slot.kind === 'words' || slot.kind === 'nothing')
    ? aligned
    : undefined
}
