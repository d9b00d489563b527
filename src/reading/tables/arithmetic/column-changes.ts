import type { Claim } from '#domain/claim.ts'
import { fitOf, subtractIntervals } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import type { Body, Line } from '../grids/body.ts'
import type { Column } from '../grids/columns.ts'
import { yearIn } from '../grids/labels.ts'
import type { Sheet } from '../grids/sheet.ts'
import { fits, named, ratioOf } from './row-of-rate.ts'

type Change = {
  readonly current: Figure
  readonly base: Figure
  readonly delta: Figure
  readonly rate?: Figure
  readonly line: Line
}

/** 「增减额」 with the two columns before it: the later year less the earlier, signed. */
export function changeClaims(sheet: Sheet, body: Body, rates: readonly Column[], amounts: readonly Column[]): Claim[] {
  return amounts.flatMap((delta) => {
    if (!/增减|增加额|变动|差额/.test(delta.path.at(-1) ?? '')) return []
    const before = amounts.filter((column) => column.index < delta.index && !/增减/.test(column.head))
    const rate = rates.find((column) => column.index === delta.index + 1 && /增|%|率|幅/.test(column.head))
    const claims = pairsBefore(before, delta).map(([current, base]) =>
      judgeChanges(
        sheet,
        body.lines.flatMap((line) => changeOf(sheet, line, { current, base, delta, rate })),
      ),
    )
    return claims.find((list) => list.length > 0) ?? []
  })
}

/** This year's and last year's column: the two beside the change, or, where another stands between, the two its head means. */
function pairsBefore(before: readonly Column[], delta: Column): [current: Column, base: Column][] {
  const pairs: [Column, Column][] = []
  const [left, right] = before.slice(-2)
  if (!left || !right) return pairs
  const laterFirst = (yearIn(left.head) ?? 0) > (yearIn(right.head) ?? 0) || /本年|本期/.test(left.head)
  pairs.push(laterFirst ? [left, right] : [right, left])
  const base = before.filter((column) => /上年|去年|同期/.test(column.head))
  if (base.length !== 1 || !/同比|上年|增减|变动/.test(delta.path.at(-1) ?? '')) return pairs
  const others = before.filter((column) => column !== base[0] && /本年|本期|决算|实际|支出/.test(column.head))
  for (const current of others.toReversed()) pairs.push([current, base[0]!])
  return pairs
}

function changeOf(
  sheet: Sheet,
  line: Line,
  columns: { current: Column; base: Column; delta: Column; rate: Column | undefined },
): Change[] {
  const current = line.figure(columns.current)
  const base = line.figure(columns.base)
  const delta = line.figure(columns.delta)
  if (!current || !base || !delta) return []
  const ratio = columns.rate && ratioOf(sheet, line, columns.rate, delta, base)
  return [{ current, base, delta, line, ...(ratio ? { rate: ratio.rate } : {}) }]
}

/** Whether the rates beside a change are of it: a column of 完成预算 may stand there as well. */
function areGrowth(changes: readonly Change[]): boolean {
  const rated = changes.flatMap(({ base, delta, rate }) => (rate ? [{ base, delta, rate }] : []))
  const held = rated.filter(({ base, delta, rate }) => fits({ rate, top: delta, bottom: base })).length
  return held * 2 > rated.length
}

function judgeChanges(sheet: Sheet, changes: readonly Change[]): Claim[] {
  const fits = ({ current, base, delta }: Change) =>
    fitOf(delta.quantity, subtractIntervals(intervalOf(current.quantity), intervalOf(base.quantity))) !== 'off'
  const holds = changes.filter(fits).length
  if (holds < 2 || (changes.length - holds) * 3 > Math.max(3, holds)) return []
  const growing = areGrowth(changes)
  return changes.map(({ current, base, delta, rate, line }) => ({
    rule: 'table.change',
    form: {
      is: 'change',
      current: named(line, '本期数', current),
      base: named(line, '上期数', base),
      delta: named(line, '增减额', delta),
      ...(rate && growing ? { rate: named(line, '增减幅度', rate) } : {}),
      direction: 1,
    },
    certain: true,
    quote: sheet.quote(line.label),
  }))
}
