import type { Claim } from '#domain/claim.ts'
import type { Fact } from '#domain/fact.ts'
import type { Unit } from '#domain/unit.ts'
import { judgeSums } from '../arithmetic/sums.ts'
import type { Slot } from '../grids/grid.ts'
import { bareLabel } from '../grids/labels.ts'
import { fundSource, fundSources } from '../grids/lexicon.ts'
import { type Sheet, type Yield, factOf, nothingRead } from '../grids/sheet.ts'
import { unitInText } from '../grids/unit-in-text.ts'

const nature: readonly [RegExp, string][] = [
  [/^基本支出$/, 'spending.basic'],
  [/^项目支出$/, 'spending.project'],
]

/**
 * The yearly money a goal form asks for, a label and its number in the next cell: 年度资金总额 | 30.00, 其中：财政拨款 | 30.00.
 * Read only where one 年度资金总额 is printed: other forms print money of several years under the same words. It is what
 * was asked for, not what was granted: never certain.
 */
export function readGoalFunds(sheet: Sheet): Yield {
  const { grid } = sheet
  if (grid.part.kind !== 'goal-form') return nothingRead
  const unit = grid.rows
    .flatMap((row) => row.slots)
    .map(({ text }) => unitInText(text))
    .find((each) => each?.kind === 'money')
  const pairs = grid.rows.flatMap(({ slots }) =>
    slots.flatMap((slot, at): Pair[] => {
      const [measure, value] = [measureOf(slot), slots[at + 1]]
      return measure && value?.kind === 'number' ? [{ measure, label: bareLabel(slot.text), value }] : []
    }),
  )
  if (!unit || pairs.filter(({ measure }) => measure === 'fund.total').length !== 1) return nothingRead
  if (!pairs.some(({ label }) => label === '年度资金总额')) return nothingRead
  // 财政拨款 under 中期资金总额 and again under 年度资金总额: which is the year's is not certain.
  const once = pairs.filter(({ measure }) => pairs.filter((pair) => pair.measure === measure).length === 1)
  const facts = once.flatMap(({ measure, value }): Fact[] => {
    const figure = sheet.figure(value, unit)
    return figure ? [factOf(sheet, measure, 'original', figure, sheet.year, false)] : []
  })
  return { ...nothingRead, facts, claims: fundSums(sheet, once, unit) }
}

const ofTotal = fundSources.filter(({ within }) => within === 'fund.total').map(({ id }) => id)
const natures = nature.map(([, id]) => id)

/** The year's money is what its sources come to, and what 基本支出 and 项目支出 do, where all of them are printed. */
function fundSums(sheet: Sheet, pairs: readonly Pair[], unit: Unit): Claim[] {
  const total = pairs.find(({ measure }) => measure === 'fund.total')
  const of = (measures: readonly string[]) => pairs.filter(({ measure }) => measures.includes(measure))
  const sums = [
    // Where 财政拨款 is told by its budgets only, on two sides of the form, its own reader adds them up.
    ['I07', of(ofTotal), ['fund.appropriation', 'fund.other']],
    ['I08', of(natures), natures],
  ] as const
  return sums.flatMap(([rule, parts, needed]) => {
    if (!total || !needed.every((one) => parts.some(({ measure }) => measure === one))) return []
    const [whole, ...terms] = [total, ...parts].map(({ label, value }) => {
      const figure = sheet.figure(value, unit)
      return figure && { name: label, figure }
    })
    if (!whole || terms.some((term) => term === undefined)) return []
    const known = terms.flatMap((term) => term ?? [])
    return judgeSums(rule, [{ total: whole, parts: known, missing: 0, quote: sheet.quote(total.value) }], 'form')
  })
}

type Pair = { readonly measure: string; readonly label: string; readonly value: Slot }

function measureOf(slot: Slot): string | undefined {
  if (slot.kind !== 'words') return undefined
  const label = bareLabel(slot.text)
  return nature.find(([pattern]) => pattern.test(label))?.[1] ?? fundSource(slot.text)?.id
}
