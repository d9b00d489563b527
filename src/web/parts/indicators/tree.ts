import { decimalOf, sumOf } from '#domain/decimal-text.ts'
import { usualHeadings } from '#domain/ledger/usual-headings.ts'
import type { PackVariant } from '#domain/pack.ts'
import type { Plain } from '#domain/plain.ts'
import type { EntryLine } from '../../saving/use-entries.ts'

type Variant = Plain<PackVariant>

/** `sum`: of the weights under a heading, points. */
export type SecondLevel = { readonly level2: string; readonly sum: string; readonly lines: readonly EntryLine[] }
/**
 * planned   points the pack gives this heading, or it and `others` together; absent where the pack does not know it
 * reached   what this heading and the others have together
 */
export type FirstLevel = {
  readonly level1: string
  readonly sum: string
  readonly planned?: string
  readonly reached: string
  readonly others: readonly string[]
  readonly groups: readonly SecondLevel[]
}
/** `planned`: points the pack leaves to indicators; `unused`: headings it knows that nothing stands under. */
export type Tree = {
  readonly levels: readonly FirstLevel[]
  readonly sum: string
  readonly planned: string
  readonly unused: readonly string[]
}

/** Indicators under their headings, in the pack's order, with what their weights add up to. */
export function treeOf(lines: readonly EntryLine[], variants: readonly Variant[]): Tree {
  const used = [...new Set(lines.map((line) => textIn(line, 'level1')))]
  const variant = variantFor(used, variants)
  const known = [...new Set(variants.flatMap(({ groups }) => groups.flatMap(({ headings }) => headings)))]
  const order = [...known.filter((heading) => used.includes(heading)), ...used.filter((each) => !known.includes(each))]
  const weightsUnder = (headings: readonly string[]) =>
    weightsOf(lines.filter((line) => headings.includes(textIn(line, 'level1'))))
  const levels = order.map((level1): FirstLevel => {
    const group = variant?.groups.find(({ headings }) => headings.includes(level1))
    return {
      level1,
      sum: weightsUnder([level1]),
      ...(group ? { planned: group.points } : {}),
      reached: weightsUnder(group?.headings ?? [level1]),
      others: group?.headings.filter((each) => each !== level1) ?? [],
      groups: secondLevels(lines.filter((line) => textIn(line, 'level1') === level1)),
    }
  })
  return {
    levels,
    sum: weightsOf(lines),
    planned: sumOf(variant?.groups.map(({ points }) => points) ?? []),
    unused: known.filter((heading) => !used.includes(heading)),
  }
}

/** The variant whose headings are those in use, else the first that has them all, else the first. */
function variantFor(used: readonly string[], variants: readonly Variant[]): Variant | undefined {
  const headingsOf = ({ groups }: Variant) => groups.flatMap(({ headings }) => headings)
  const holding = variants.filter((variant) => used.every((heading) => headingsOf(variant).includes(heading)))
  return holding.find((variant) => headingsOf(variant).length === used.length) ?? holding[0] ?? variants[0]
}

function secondLevels(lines: readonly EntryLine[]): readonly SecondLevel[] {
  return [...Map.groupBy(lines, (line) => textIn(line, 'level2'))].map(([level2, own]) => ({
    level2,
    sum: weightsOf(own),
    lines: own,
  }))
}

function weightsOf(lines: readonly EntryLine[]): string {
  return sumOf(lines.map((line) => decimalOf(textIn(line, 'weight'))))
}

export function textIn({ entry }: Pick<EntryLine, 'entry'>, field: string): string {
  const value = entry[field]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Where an indicator goes: the ids of all in their new order, and its headings. */
export type Placing = { readonly ids: readonly string[]; readonly level1: string; readonly level2: string }

/** One step up (−1) or down (1): past its neighbour, or at the edge into the group beside; nothing where there is none. */
export function steppedBy(tree: Tree, id: string, by: -1 | 1): Placing | undefined {
  const groups = groupsIn(tree)
  const at = groups.findIndex(({ ids }) => ids.includes(id))
  const from = groups[at]
  if (!from) return undefined
  const place = from.ids.indexOf(id)
  if (from.ids[place + by] !== undefined) return placed(tree, id, { ...from, at: place + by })
  const beside = groups[at + by]
  return beside && placed(tree, id, { ...beside, at: by === 1 ? 0 : beside.ids.length })
}

/** Before another indicator, under its headings. */
export function placedBefore(tree: Tree, id: string, other: string): Placing | undefined {
  const group = groupsIn(tree).find(({ ids }) => ids.includes(other))
  if (!group || id === other) return undefined
  const without = group.ids.filter((each) => each !== id)
  return placed(tree, id, { ...group, at: without.indexOf(other) })
}

/** At the end of a group, which may be a new one. */
export function placedUnder(tree: Tree, id: string, level1: string, level2: string): Placing {
  return placed(tree, id, { level1, level2, at: Number.MAX_SAFE_INTEGER })
}

type Group = { readonly level1: string; readonly level2: string; readonly ids: readonly string[] }

function groupsIn({ levels }: Tree): readonly Group[] {
  return levels.flatMap(({ level1, groups }) =>
    groups.map(({ level2, lines }) => ({ level1, level2, ids: lines.map((line) => textIn(line, 'id')) })),
  )
}

function placed(tree: Tree, id: string, to: { level1: string; level2: string; at: number }): Placing {
  const groups = groupsIn(tree).map((group) => ({ ...group, ids: group.ids.filter((each) => each !== id) }))
  const isTarget = (group: Group) => group.level1 === to.level1 && group.level2 === to.level2
  const all = groups.some(isTarget) ? groups : [...groups, { ...to, ids: [] }]
  const ids = all.flatMap((group) => (isTarget(group) ? group.ids.toSpliced(to.at, 0, id) : group.ids))
  return { ids, level1: to.level1, level2: to.level2 }
}

/** The level-2 headings to choose from under a level-1 heading: the usual ones and those in use. */
export function headingsUnder({ levels }: Tree, level1: string): readonly string[] {
  const own = levels.find((each) => each.level1 === level1)?.groups.map(({ level2 }) => level2) ?? []
  return [...new Set([...(usualHeadings[level1] ?? []), ...own])]
}
