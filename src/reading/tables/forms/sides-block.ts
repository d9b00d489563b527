import type { Claim, Term } from '#domain/claim.ts'
import type { Fact, Figure, Phase } from '#domain/fact.ts'
import type { Unit } from '#domain/unit.ts'
import { findNumbers } from '../../numbers.ts'
import type { FundRow } from './fund-block.ts'
import type { GridRow, Slot } from '../grids/grid.ts'
import { bareLabel, compact } from '../grids/labels.ts'
import { type Section } from '../grids/sections.ts'
import { type Sheet, type Yield, factOf, nothingRead } from '../grids/sheet.ts'
import { type Guess, judgeSums, outcomeOf } from '../arithmetic/sums.ts'

/** Where the two break-downs of the yearly funds begin. */
export const sideStart = /^(?:其中:)?按(?:收入|支出)性质分/

type Entry = { readonly key: string; readonly slot: Slot; readonly term: Term }

const income: Record<string, RegExp> = {
  'fund.general-public-budget': /^一般公共预算(?:拨款|财政拨款)?$/,
  'fund.government-managed': /^政府性基金(?:预算)?(?:拨款)?$/,
  'fund.special-account':
    /^(?:纳入)?(?:财政)?专户(?:管理)?的?(?:非税收入)?(?:拨款|资金)?$|^纳入专户管理的非税收入拨款$/,
  'fund.state-capital': /^国有资本经营预算(?:拨款)?$/,
  'fund.carried-over': /^(?:上年|以前年度|年初)?(?:财政拨款)?结[转余](?:[和及]?结[转余])?(?:资金)?$/,
  'fund.other': /^其他(?:资金|收入)$/,
}
const spending: Record<string, RegExp> = { 'spending.basic': /^基本支出$/, 'spending.project': /^项目支出$/ }
const totals: Record<string, RegExp> = { income: /^按收入性质分$/, spending: /^按支出性质分$/ }
const patterns = Object.entries({ ...totals, ...income, ...spending })

/**
 * Reads 「按收入性质分」 and 「按支出性质分」, whose values stand in the label cells (「基本支出：663.06」) or beside them.
 * Each side is the sum of its rows, both sides are equal, and equal to the original or the final budget.
 */
export function readSides(sheet: Sheet, section: Section, funds: readonly FundRow[], unit: Unit | undefined): Yield {
  const from = section.body.findIndex((row) => row.slots.some((slot) => sideStart.test(slot.text)))
  if (from < 0) return nothingRead
  const body = section.body.slice(from)
  const entries = body.flatMap((row) => entriesOf(sheet, row, unit))
  const strange = body.some(isStrange)
  const find = (key: string) => entries.find((entry) => entry.key === key)
  const left = find('income')
  const right = find('spending')
  const total = funds.find((row) => row.source === 'fund.total')
  return {
    facts: sideFacts(sheet, entries, left ?? right, total),
    claims: [
      ...(left
        ? sideSum(
            sheet,
            left,
            entries.filter((entry) => entry.key in income),
            strange ? undefined : 'fund.other',
          )
        : []),
      ...(right
        ? sideSum(
            sheet,
            right,
            entries.filter((entry) => entry.key in spending),
            strange ? undefined : 'spending.project',
          )
        : []),
      ...sameTotal(sheet, left, right, total),
    ],
    indicators: [],
  }
}

function entriesOf(sheet: Sheet, row: GridRow, unit: Unit | undefined): Entry[] {
  return row.slots.flatMap((slot, index) => {
    if (slot.kind !== 'words') return []
    const beside = row.slots[index + 1]
    const key = keyOf(slot.text)
    if (key && beside?.kind === 'number') {
      const figure = sheet.figure(beside, unit)
      return figure ? [{ key, slot, term: { name: bareLabel(slot.text), figure } }] : []
    }
    return inlineEntries(sheet, slot, unit)
  })
}

/** 「其中：一般公共预算：969.06」, one or several lines in one cell. */
function inlineEntries(sheet: Sheet, slot: Slot, unit: Unit | undefined): Entry[] {
  const { text } = slot.cell
  return findNumbers(text).flatMap((found) => {
    const ahead = text.slice(0, found.start)
    const label = compact(ahead.split(/[\n；;]/).findLast((line) => line.trim() !== '') ?? '')
    const key = keyOf(label.replace(/(?:[\d.,]+(?:万元|元)?),?/g, ''))
    const name = bareLabel(label)
    return key ? [{ key, slot, term: { name, figure: sheet.figureWithin(slot, found, unit) } }] : []
  })
}

const anyPattern = new RegExp(patterns.map(([, pattern]) => pattern.source).join('|'))

function keyOf(label: string): string | undefined {
  const bare = bareLabel(label)
  return !anyPattern.test(bare) ? undefined : patterns.find(([, pattern]) => pattern.test(bare))?.[0]
}

/** A source of a name nobody knows, with its number: what is known may not be all of the total. */
function isStrange({ slots }: GridRow): boolean {
  return slots.some(({ kind, text }, index) => kind === 'words' && slots[index + 1]?.kind === 'number' && !keyOf(text))
}

/** `last`: the row that closes a full list, none where the list may go on. */
function sideSum(sheet: Sheet, total: Entry, parts: readonly Entry[], last: string | undefined): Claim[] {
  if (new Set(parts.map((part) => part.key)).size !== parts.length || parts.length < 2) return []
  const guess: Guess = {
    total: total.term,
    parts: parts.map((part) => part.term),
    missing: 0,
    quote: sheet.quote(total.slot),
  }
  return judgeSums('I08', [guess], parts.some((part) => part.key === last) ? 'form' : 'open')
}

function sameTotal(
  sheet: Sheet,
  left: Entry | undefined,
  right: Entry | undefined,
  total: FundRow | undefined,
): Claim[] {
  if (!left) return []
  const quote = sheet.quote(left.slot)
  const claims: Claim[] = right
    ? [{ rule: 'I08', form: { is: 'equal', terms: [left.term, right.term] }, certain: true, quote }]
    : []
  const original = total?.figure('original')
  const final = total?.figure('final')
  if (!original && !final) return claims
  const basis = basisOf(left.term.figure, total) === 'final' ? final : (original ?? final)
  const because = '按性质分的合计应等于年初预算数或全年预算数，这里两者都不等'
  const known = basisOf(left.term.figure, total) !== undefined
  const other = { name: basis === final ? '年度资金总额（全年预算数）' : '年度资金总额（年初预算数）', figure: basis! }
  return [
    ...claims,
    {
      rule: 'I08',
      form: { is: 'equal', terms: [left.term, other] },
      certain: known,
      ...(known ? {} : { because }),
      quote,
    },
  ]
}

/** Which column the break-down splits: the form does not say, so its total must. */
function basisOf(figure: Figure, total: FundRow | undefined): Phase | undefined {
  const same = (key: 'original' | 'final') => {
    const other = total?.figure(key)
    return other && outcomeOf({ name: '', figure }, [{ name: '', figure: other }]) === 'fits'
  }
  if (same('original')) return 'original'
  return same('final') ? 'final' : undefined
}

function sideFacts(
  sheet: Sheet,
  entries: readonly Entry[],
  total: Entry | undefined,
  funds: FundRow | undefined,
): Fact[] {
  const phase = total && basisOf(total.term.figure, funds)
  if (!phase) return []
  return entries
    .filter((entry) => !(entry.key in totals))
    .map((entry) => factOf(sheet, entry.key, phase, entry.term.figure))
}
