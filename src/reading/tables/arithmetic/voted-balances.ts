import { addIntervals, fitOf, subtractIntervals } from '#domain/arithmetic.ts'
import type { Claim, Term } from '#domain/claim.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import type { Body, Line } from '../grids/body.ts'
import type { Column } from '../grids/columns.ts'
import { bareLabel } from '../grids/labels.ts'
import type { Sheet } from '../grids/sheet.ts'

/** A row in which all columns of a balance print a number. */
type Sample = { readonly line: Line; readonly left: readonly Figure[]; readonly right: readonly Figure[] }
type Balance = { readonly left: readonly Column[]; readonly right: readonly Column[] }

const mostColumns = 9
const fewestTelling = 3
const because = '表中其余各行都是这样相加相等'

/**
 * Columns whose heads do not say how they hang together: the balances of three or four columns (审定 = 送审 − 核减, 合同价 +
 * 变更 = 结算价 + 扣款) that nearly all rows follow. Columns that mostly print the same say nothing of each other.
 *
 * made   what is claimed already; the same numbers are not claimed twice
 */
export function votedBalances(sheet: Sheet, body: Body, made: readonly Claim[]): Claim[] {
  const columns = distinct(
    body,
    body.columns.filter((column) => column.role === 'amount'),
  )
  if (columns.length < 3 || columns.length > mostColumns || body.lines.length < fewestTelling) return []
  const known = new Set(made.map((claim) => keyOf(figuresOf(claim))))
  const taken: Balance[] = []
  return balancesOf(columns).flatMap((balance) => {
    if (taken.some((other) => columnsOf(other).every((column) => columnsOf(balance).includes(column)))) return []
    const samples = samplesOf(body, balance)
    const held = samples.filter(holds)
    const telling = held.filter(isTelling).length
    const fails = samples.length - held.length
    if (telling < fewestTelling || fails > 1 || fails * 4 > held.length) return []
    taken.push(balance)
    return samples
      .filter(({ left, right }) => !known.has(keyOf([...left, ...right])))
      .map((sample) => claimOf(sheet, balance, sample))
  })
}

function claimOf(sheet: Sheet, { left, right }: Balance, sample: Sample): Claim {
  const terms = (columns: readonly Column[], figures: readonly Figure[]) =>
    figures.map((figure, at): Term => ({ name: `${sample.line.text}${headOf(columns[at])}`, figure }))
  const [one, two] = [terms(left, sample.left), terms(right, sample.right)]
  const only = one.length === 1 ? one[0] : undefined
  const form = only
    ? ({ is: 'sum', total: only, parts: two, relation: 'equals' } as const)
    : ({ is: 'balance', left: one, right: two } as const)
  return { rule: 'table.balance', form, certain: false, because, quote: sheet.quote(sample.line.label) }
}

function headOf(column: Column | undefined): string {
  return bareLabel(column?.path.at(-1) ?? '')
}

/** Columns that print another number than every other one in more than half of the rows. */
function distinct(body: Body, columns: readonly Column[]): Column[] {
  return columns.filter((column) =>
    columns.every((other) => {
      if (other === column) return true
      const both = body.lines.flatMap((line) => {
        const [one, two] = [line.figure(column), line.figure(other)]
        return one && two ? [one.quantity.value.eq(two.quantity.value)] : []
      })
      return both.filter(Boolean).length * 2 < Math.max(1, both.length)
    }),
  )
}

/** Every way to set one column against two or three, or two against two; the shorter ones first. */
function balancesOf(columns: readonly Column[]): Balance[] {
  const pairs = columns.flatMap((one, at) => columns.slice(at + 1).map((two) => [one, two] as const))
  const without = (some: readonly Column[]) => columns.filter((column) => !some.includes(column))
  const triples = pairs.flatMap((right) => without(right).map((whole) => ({ left: [whole], right })))
  const fours = pairs.flatMap((pair) =>
    pairs
      .filter((other) => !other.some((column) => pair.includes(column)))
      .filter((other) => columns.indexOf(pair[0]) < columns.indexOf(other[0]))
      .map((other) => ({ left: pair, right: other })),
  )
  const threeParts = columns.flatMap((whole) => {
    const rest = without([whole])
    return rest.flatMap((one, at) =>
      rest
        .slice(at + 1)
        .flatMap((two, next) =>
          rest.slice(at + next + 2).map((three) => ({ left: [whole], right: [one, two, three] })),
        ),
    )
  })
  return [...triples, ...threeParts, ...fours].filter((balance) => hasOneUnit(balance))
}

function columnsOf({ left, right }: Balance): Column[] {
  return [...left, ...right]
}

function hasOneUnit(balance: Balance): boolean {
  const units = columnsOf(balance).map(({ unit }) => (unit ? `${unit.kind}|${unit.name}` : ''))
  return new Set(units).size === 1
}

function samplesOf({ lines }: Body, { left, right }: Balance): Sample[] {
  return lines.flatMap((line) => {
    const figures = (columns: readonly Column[]) => columns.flatMap((column) => line.figure(column) ?? [])
    const [one, two] = [figures(left), figures(right)]
    if (one.length !== left.length || two.length !== right.length || !line.part) return []
    return [{ line, left: one, right: two }]
  })
}

/** Left = right: the first term of the left is what the right leaves beside the others. */
function holds({ left, right }: Sample): boolean {
  const [first, ...others] = left
  if (!first) return false
  const whole = addIntervals(right.map(({ quantity }) => intervalOf(quantity)))
  const rest = others.reduce((left, { quantity }) => subtractIntervals(left, intervalOf(quantity)), whole)
  return fitOf(first.quantity, rest) !== 'off'
}

/** Numbers of three digits or more, none of them 0, do not add up by chance. */
function isTelling({ left, right }: Sample): boolean {
  const all = [...left, ...right]
  return (
    all.every(({ quantity }) => !quantity.value.eq(0)) &&
    all.filter(({ printed }) => printed.replace(/\D/g, '').length >= 3).length * 2 > all.length
  )
}

function keyOf(figures: readonly Figure[]): string {
  return figures
    .map(({ id }) => id)
    .toSorted((left, right) => left - right)
    .join(' ')
}

function figuresOf({ form }: Claim): Figure[] {
  if (form.is === 'sum') return [form.total, ...form.parts].map(({ figure }) => figure)
  if (form.is === 'difference') return [form.result, form.minuend, form.subtrahend].map(({ figure }) => figure)
  if (form.is !== 'change') return []
  return [form.current, form.base, form.delta].flatMap((term) => (term ? [term.figure] : []))
}
