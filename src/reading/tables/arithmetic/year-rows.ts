import { divideIntervals, fitOf, meets, subtractIntervals } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import { percent } from '#domain/unit.ts'
import type { Body, Line } from '../grids/body.ts'
import type { Column } from '../grids/columns.ts'
import type { Sheet } from '../grids/sheet.ts'

/** A row of a year, and the row of the year before it. */
type Step = { readonly now: Line; readonly prior: Line; readonly year: number }

/**
 * Tables with a row for each year: 「比上年增长」 beside an amount is that amount over the row of the year before, and
 * what one row leaves (年末结转) the next one begins with (上年结转). Claimed only where most rows follow it.
 */
export function yearRows(sheet: Sheet, body: Body): Claim[] {
  const steps = stepsOf(body)
  if (steps.length < 2) return []
  return [...growth(sheet, body, steps), ...carried(sheet, body, steps)]
}

function stepsOf({ lines }: Body): Step[] {
  const years = new Map(
    lines.flatMap((line) => {
      const year = /^(20\d\d)年?度?$/.exec(line.row.slots[0]?.text.trim() ?? '')?.[1]
      return year ? [[Number(year), line] as const] : []
    }),
  )
  return [...years].flatMap(([year, now]) => {
    const prior = years.get(year - 1)
    return prior ? [{ now, prior, year }] : []
  })
}

function growth(sheet: Sheet, { columns }: Body, steps: readonly Step[]): Claim[] {
  return columns.flatMap((rate) => {
    const amount = columns.find((column) => column.index === rate.index - 1 && column.role === 'amount')
    if (!amount || !/(?:比上年|较上年|同比|^)(?:增长|增幅|增速|增减)/.test(rate.path.at(-1) ?? '')) return []
    const rows = steps.flatMap((step) => {
      const [current, base] = [step.now.figure(amount), step.prior.figure(amount)]
      const slot = step.now.slot(rate)
      const printed = sheet.figure(slot, slot?.number?.unit.name === '' ? percent : (slot?.number?.unit ?? percent))
      return current && base && printed?.quantity.unit.kind === 'share' ? [{ ...step, current, base, printed }] : []
    })
    if (!isRule(rows, ({ current, base, printed }) => grows(current, base, printed))) return []
    return rows.map(({ current, base, printed, year, now }): Claim => ({
      rule: 'table.change',
      form: {
        is: 'change',
        current: { name: `${year}年${nameOf(amount)}`, figure: current },
        base: { name: `${year - 1}年${nameOf(amount)}`, figure: base },
        rate: { name: `${year}年${nameOf(rate)}`, figure: printed },
        direction: 1,
      },
      certain: true,
      quote: sheet.quote(now.label),
    }))
  })
}

function carried(sheet: Sheet, { columns }: Body, steps: readonly Step[]): Claim[] {
  const amounts = columns.filter(({ role }) => role === 'amount')
  const closing = amounts.filter(({ head }) => /(?:年末|期末)(?:结转|结余|余额)|结转下年/.test(head))
  const opening = amounts.filter(({ head }) => /(?:上年|年初|期初)(?:结转|结余|余额)/.test(head))
  const [left, begins] = [closing[0], opening[0]]
  if (!left || !begins || closing.length > 1 || opening.length > 1) return []
  const rows = steps.flatMap((step) => {
    const [before, after] = [step.prior.figure(left), step.now.figure(begins)]
    return before && after ? [{ ...step, before, after }] : []
  })
  if (!isRule(rows, ({ before, after }) => meets(intervalOf(before.quantity), intervalOf(after.quantity)))) return []
  return rows.map(({ before, after, year, now }): Claim => {
    const terms = [
      { name: `${year - 1}年${nameOf(left)}`, figure: before },
      { name: `${year}年${nameOf(begins)}`, figure: after },
    ]
    return { rule: 'table.carried-over', form: { is: 'equal', terms }, certain: true, quote: sheet.quote(now.label) }
  })
}

function grows(current: Figure, base: Figure, rate: Figure): boolean {
  const [now, prior] = [intervalOf(current.quantity), intervalOf(base.quantity)]
  const share = divideIntervals(subtractIntervals(now, prior), prior)
  return share !== undefined && fitOf(rate.quantity, share) !== 'off'
}

/** At least two rows follow it, and no more than one in four does not. */
function isRule<T>(rows: readonly T[], holds: (row: T) => boolean): boolean {
  const held = rows.filter(holds).length
  return held >= 2 && (rows.length - held) * 3 <= Math.max(3, held)
}

function nameOf({ path }: Column): string {
  return (path.at(-1) ?? '').replace(/[（(].*$/, '')
}
