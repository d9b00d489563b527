import type { Claim, Term } from '#domain/claim.ts'
import { divideIntervals, fitOf } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import { isSlippedRate } from '#domain/slipped-rate.ts'
import { bareLabel } from '../grids/labels.ts'
import type { Body, Line } from '../grids/body.ts'
import type { Column } from '../grids/columns.ts'
import { columnKey } from '../grids/lexicon.ts'
import { changeClaims } from './column-changes.ts'
import { type Rated, fits, named, ratioOf } from './row-of-rate.ts'
import { differenceClaims, growthClaims } from './column-differences.ts'
import type { Sheet } from '../grids/sheet.ts'

type Ratio = Rated & {
  readonly line: Line
  readonly names: readonly [string, string, string]
}

/**
 * Rate columns held to the columns they are made of: by the letters of a head (「执行率（B/A）」), by its words
 * (执行率 = 执行 ÷ 预算, 占比 = row ÷ 合计), and differences 「增减额」 = this year − last.
 * A rule is claimed only where most rows follow it.
 */
export function columnRates(sheet: Sheet, body: Body): Claim[] {
  // 「执行率」 over 「权重」 and 「得分」: what stands below are points.
  const rates = body.columns.filter(
    (column) => column.role === 'rate' && !/(?:权重|分值|满分|得分)(?:[（(]|$)/.test(column.path.at(-1) ?? ''),
  )
  const amounts = body.columns.filter((column) => column.role === 'amount')
  const weighted = body.columns.filter((column) => column.role === 'amount' || isWeight(column))
  const changes = changeClaims(sheet, body, rates, amounts)
  const made = [
    ...rates.flatMap((rate) => {
      const leaf = rate.path.at(-1) ?? ''
      const byLetters = letterTerms(rate, body.columns)
      if (byLetters) return ratioClaims(sheet, body, rate, byLetters)
      const shares = /占比|比重|比例|占/.test(leaf) ? shareClaims(sheet, body, rate, amounts) : []
      if (shares.length > 0) return shares
      const spent = /执行率|完成率|支付率|支出率|到位率|支出进度|支付进度/.test(leaf)
        ? ratioClaims(sheet, body, rate, spendingTerms(rate, amounts), 'named')
        : []
      return spent.length === 0 && !ofChange.test(leaf) ? votedClaims(sheet, body, rate, weighted) : spent
    }),
    ...changes,
  ]
  return [...made, ...differenceClaims(sheet, body, made), ...growthClaims(sheet, body, made)]
}

/** What changed is read with the column of the change. */
const ofChange = /增|减|升|降|变动|幅/

/** 权重 in points is what a 得分率 is of, though nobody adds it up. */
function isWeight(column: Column): boolean {
  return column.role === 'plain' && /权重|分值|满分/.test(column.path.at(-1) ?? '')
}

type RatioForm = Extract<Claim['form'], { is: 'ratio' }>
type Terms = { readonly top: Column; readonly bottom: Column } | undefined

function letterTerms(rate: Column, columns: readonly Column[]): Terms {
  const formula = /([A-Z])[/÷]([A-Z])/.exec(rate.path.at(-1) ?? '')
  const top = columns.find((column) => column.letter === formula?.[1])
  const bottom = columns.find((column) => column.letter === formula?.[2])
  return formula && top && bottom ? { top, bottom } : undefined
}

/** The nearest columns before the rate that print money spent and money planned. */
function spendingTerms(rate: Column, amounts: readonly Column[]): Terms {
  const before = amounts.filter((column) => column.index < rate.index).toReversed()
  // 「支出资金」 over 「小计」: the words may stand a level up.
  const leaf = (column: Column) => column.path.join('')
  const arrived = /到位/.test(rate.path.at(-1) ?? '')
  const top = before.find(
    (column) =>
      (arrived ? /到位/ : /执行|支出|支付|决算|拨付/).test(leaf(column)) && columnKey(leaf(column)) !== 'final',
  )
  const bottom = before.find(
    (column) => column !== top && /预算|下达|安排|计划|资金总额|应到位|到位/.test(leaf(column)),
  )
  return top && bottom ? { top, bottom } : undefined
}

function ratioClaims(sheet: Sheet, body: Body, rate: Column, terms: Terms, named?: 'named'): Claim[] {
  if (!terms) return []
  const names = [rate, terms.top, terms.bottom].map((column) => bareLabel(column.path.at(-1) ?? '')) as [
    string,
    string,
    string,
  ]
  return judgeRatios(
    sheet,
    body.lines.flatMap((line) => {
      const ratio = ratioOf(sheet, line, rate, line.figure(terms.top), line.figure(terms.bottom))
      return ratio ? [{ ...ratio, line, names }] : []
    }),
    'table.rate',
    named,
  )
}

/**
 * A rate whose head does not say what it is made of (得分率, 完成率 …): the one pair of columns before it that most
 * rows follow. Two rows at least have to show a rate other than 100%, or any two equal columns would do. Where amounts of
 * few digits let several pairs pass, it is the one that fits more rows, and of those the nearest.
 */
function votedClaims(sheet: Sheet, body: Body, rate: Column, amounts: readonly Column[]): Claim[] {
  const before = amounts.filter((column) => column.index < rate.index).slice(-7)
  const choices = before.flatMap((top) =>
    before.filter((bottom) => bottom !== top).map((bottom) => ratioClaims(sheet, body, rate, { top, bottom })),
  )
  const fitting = (claims: readonly Claim[], isTold: (form: RatioForm) => boolean = () => true) =>
    claims.filter(({ form }) => form.is === 'ratio' && isTold(form) && isExact(form)).length
  return (
    choices
      .filter((claims) => fitting(claims, ({ rate }) => !rate.figure.quantity.value.eq(100)) >= 2)
      .toReversed()
      .toSorted((left, right) => right.length - left.length || fitting(right) - fitting(left))[0] ?? []
  )
}

/** 98% of two columns of points a little below a hundred is near to anything. */
function isExact({ rate, numerator, denominator }: RatioForm): boolean {
  const [top, bottom] = [numerator, denominator].map(({ figure }) => intervalOf(figure.quantity))
  const quotient = divideIntervals(top!, bottom!)
  return quotient !== undefined && /fits|truncated/.test(fitOf(rate.figure.quantity, quotient))
}

/** 占比: each row's part of the one row of the whole, in the column before it that its head names or that most rows follow. */
function shareClaims(sheet: Sheet, body: Body, rate: Column, amounts: readonly Column[]): Claim[] {
  const whole = wholeOf(body, rate)
  if (!whole) return []
  const choices = amounts
    .filter((column) => column.index < rate.index)
    .toReversed()
    .map((amount) => sharesIn(sheet, body, rate, amount, whole))
  return choices.toSorted((left, right) => right.length - left.length)[0] ?? []
}

/** The row that is 100 % of itself, else the only total. */
function wholeOf(body: Body, rate: Column): Line | undefined {
  const full = body.lines.filter((line) => line.slot(rate)?.number?.value.eq(100))
  if (full.length === 1) return full[0]
  const totals = body.lines.filter((line) => line.total)
  return totals.length === 1 ? totals[0] : undefined
}

function sharesIn(sheet: Sheet, body: Body, rate: Column, amount: Column, whole: Line): Claim[] {
  const total = whole.figure(amount)
  if (!total) return []
  const names = [bareLabel(rate.path.at(-1) ?? ''), bareLabel(amount.path.at(-1) ?? ''), whole.text] as const
  return judgeRatios(
    sheet,
    body.lines.flatMap((line) => {
      const ratio = ratioOf(sheet, line, rate, line.figure(amount), total)
      return ratio ? [{ ...ratio, line, names }] : []
    }),
    'table.share',
  )
}

/** How many of the ratios fit; 0 as soon as they are too few, unless all have to be tried. Most pairs of columns are none. */
function fittingOf(all: readonly Ratio[], tryAll: boolean): number {
  let missed = 0
  for (const ratio of all) if (!fits(ratio) && areTooFew(all.length - ++missed, all.length) && !tryAll) return 0
  return all.length - missed
}

function areTooFew(holds: number, all: number): boolean {
  return (all - holds) * 3 > Math.max(3, holds)
}

/** `named`: the heads say what the rate is of, so that a table of one row or two needs no other to bear it out. */
function judgeRatios(sheet: Sheet, listed: readonly Ratio[], rule: string, byName?: 'named'): Claim[] {
  // 「2023年比2021年增减」: by how many points a rate changed is no rate of what the amounts changed by.
  const all = listed.filter(({ line }) => !/增减|升降|变动|变化|相差|差额/.test(line.text))
  const few = byName !== undefined && all.length <= 2
  const holds = fittingOf(all, few)
  const alone = few && holds === 0
  if (!alone && (holds === 0 || areTooFew(holds, all.length))) return []
  const ratios = alone ? all.filter(({ rate, top, bottom }) => isSlippedRate(termsOf(rate, top, bottom))) : all
  return ratios.map((ratio) => ({
    rule,
    form: {
      is: 'ratio',
      rate: named(ratio.line, ratio.names[0], ratio.rate),
      numerator: named(ratio.line, ratio.names[1], ratio.top),
      denominator: named(ratio.line, ratio.names[2], ratio.bottom),
    },
    certain: holds >= 2,
    ...(holds >= 2 ? {} : { because: alone ? '表中没有别的行可以佐证这样计算' : '表中只有一行可以佐证这样计算' }),
    quote: sheet.quote(ratio.line.label),
  }))
}

function termsOf(rate: Figure, top: Figure, bottom: Figure) {
  const [own, numerator, denominator] = [rate, top, bottom].map((figure): Term => ({ name: '', figure }))
  return { rate: own!, numerator: numerator!, denominator: denominator! }
}
