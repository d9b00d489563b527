import type { Claim, Term } from '#domain/claim.ts'
import type { Fact, Figure, Phase } from '#domain/fact.ts'
import { type Unit, percent, points } from '#domain/unit.ts'
import { findNumbers } from '../../numbers.ts'
import type { GridRow, Slot } from '../grids/grid.ts'
import { bareLabel } from '../grids/labels.ts'
import { type ColumnKey, fundSource } from '../grids/lexicon.ts'
import { rateUnit } from '../grids/rate-unit.ts'
import { type Section, alignedTo } from '../grids/sections.ts'
import { type Sheet, type Yield, factOf } from '../grids/sheet.ts'
import { sideStart } from './sides-block.ts'
import { sourceSums } from './source-sums.ts'
import { unitInText } from '../grids/unit-in-text.ts'

/** A row of the funds block: a source of money and its numbers by column. */
export type FundRow = {
  readonly source: string
  readonly name: string
  readonly label: Slot
  cell(key: ColumnKey): Slot | undefined
  figure(key: ColumnKey): Figure | undefined
}

/** What the funds block gives beyond its facts: the execution row's weight and score, which the totals of the form include. */
export type FundYield = Yield & {
  readonly rows: readonly FundRow[]
  readonly unit: Unit | undefined
  readonly execution: { readonly weight?: Figure; readonly score?: Figure }
}

const phases: readonly [ColumnKey, Phase][] = [
  ['original', 'original'],
  ['final', 'final'],
  ['sum', 'final'],
  ['actual', 'actual'],
  ['to-date', 'to-date'],
]
const moneyKeys: readonly ColumnKey[] = ['original', 'final', 'sum', 'actual', 'to-date', 'projected']

/** Reads the funds block 「项目资金（万元）」 of a self-evaluation, monitoring or goal form. */
export function readFunds(sheet: Sheet, section: Section): FundYield {
  const unit =
    section.header.slots.map((slot) => unitInText(slot.text)).find((each) => each?.kind === 'money') ??
    unitBeside(section) ??
    sheet.unit
  const end = section.body.findIndex((row) => row.slots.some((slot) => sideStart.test(slot.text)))
  const body = end < 0 ? section.body : section.body.slice(0, end)
  const rows = body.flatMap((row) => fundRow(sheet, section, row, unit) ?? [])
  const known = new Set(rows.map((row) => row.label.row))
  const strange = body.some((row) => !known.has(row.index) && row.slots.some((slot) => slot.number ?? slot.cell.unread))
  const total = rows.find((row) => row.source === 'fund.total') ?? (rows.length === 1 ? rows[0] : undefined)
  const weight = total && (total.figure('weight') ?? headPoints(sheet, section))
  const score = total?.figure('score')
  return {
    facts: [
      ...rows.flatMap((row) => fundFacts(sheet, row)),
      ...(score ? [factOf(sheet, 'score.execution', 'none', score)] : []),
    ],
    claims: [
      ...rows.flatMap((row) => rowClaims(sheet, section, row, row === total)),
      ...rows.flatMap((row) => projectedClaims(sheet, row)),
      ...(total ? scoreClaims(sheet, total, weight, score) : []),
      ...sourceSums(sheet, rows, moneyKeys, strange),
    ],
    indicators: [],
    rows,
    unit,
    execution: { ...(weight ? { weight } : {}), ...(score ? { score } : {}) },
  }
}

/** 「年度预算申请（万元）」 beside the rows, where the format keeps merged cells apart from the header row. */
function unitBeside(section: Section): Unit | undefined {
  const first = section.body[0]?.slots[0]
  return first ? unitInText(first.text) : undefined
}

function fundRow(sheet: Sheet, section: Section, row: GridRow, unit: Unit | undefined): FundRow | undefined {
  const heads = section.heads.filter((head) => head.key && head.key !== 'measure-word').map((head) => head.slot)
  const aligned = alignedTo(
    sheet.grid,
    section.header,
    heads,
    row,
    (head) => section.heads.find((each) => each.slot === head)?.key !== 'reason',
  )
  if (!aligned) return undefined
  const byKey = new Map(
    section.heads.flatMap((head) =>
      head.key && aligned.has(head.slot) ? [[head.key, aligned.get(head.slot)!] as const] : [],
    ),
  )
  const values = [...aligned.values()]
  const label = row.slots.findLast((slot) => slot.kind === 'words' && !values.includes(slot) && fundSource(slot.text))
  const source = label && fundSource(label.text)
  if (!label || !source) return undefined
  // 「100.00%」 under 全年执行数: the cells have shifted against their heads.
  if (moneyKeys.some((key) => byKey.get(key)?.number?.unit.kind === 'share')) return undefined
  const unitFor = (key: ColumnKey) =>
    moneyKeys.includes(key) ? (headUnit(section, key) ?? unit) : /rate$/.test(key) ? percent : points
  return {
    source: source.id,
    name: bareLabel(label.text),
    label,
    cell: (key) => byKey.get(key),
    figure: (key) => sheet.figure(byKey.get(key), unitFor(key)) ?? twinFigure(sheet, byKey, key),
  }
}

/** 「95.30% / 9.53」 under 「执行率及得分」: rate and score in one cell. */
function twinFigure(sheet: Sheet, byKey: ReadonlyMap<ColumnKey, Slot>, key: ColumnKey): Figure | undefined {
  const slot = byKey.get('rate') ?? byKey.get('score')
  if (!slot || (key !== 'rate' && key !== 'score')) return undefined
  if (!/^\s*[\d.]+\s*[%％]\s*[/／、]\s*[\d.]+分?\s*$/.test(slot.cell.text)) return undefined
  const [rate, score] = findNumbers(slot.cell.text)
  if (key === 'rate') return rate && sheet.figureWithin(slot, rate)
  return score && sheet.figureWithin(slot, { ...score, unit: points })
}

function headUnit(section: Section, key: ColumnKey): Unit | undefined {
  const head = section.heads.find((each) => each.key === key)
  return head && unitInText(head.slot.text)
}

/** 「得分（20分×执行率）」「预算执行情况（10分）」: the points of the execution row where no column prints them. */
function headPoints(sheet: Sheet, section: Section): Figure | undefined {
  for (const slot of section.header.slots) {
    if (!/得分|执行情况/.test(slot.text)) continue
    const found = findNumbers(slot.cell.text).find((each) => each.unit.name === '分')
    if (found) return sheet.figureWithin(slot, found)
  }
  return undefined
}

function fundFacts(sheet: Sheet, row: FundRow): Fact[] {
  const facts = phases.flatMap(([key, phase]) => {
    if (key === 'sum' && row.cell('final')) return []
    const figure = row.figure(key)
    return figure ? [factOf(sheet, row.source, phase, figure)] : []
  })
  const rate = row.source === 'fund.total' && !row.cell('to-date') ? rateOf(sheet, row)?.figure : undefined
  return rate ? [...facts, factOf(sheet, 'execution.rate', 'actual', rate)] : facts
}

function term(name: string, figure: Figure): Term {
  return { name, figure }
}

/** The printed rate; a bare 0.95 is read as a fraction or as percent, whichever its terms make likely. */
function rateOf(sheet: Sheet, row: FundRow): Term | undefined {
  const slot = row.cell('rate')
  if (!slot?.number) return undefined
  const top = row.figure('actual') ?? row.figure('to-date')
  const bottom = row.figure('final') ?? row.figure('sum') ?? row.figure('original')
  const figure = sheet.figure(slot, rateUnit(slot.number, top, bottom))
  return figure && term(`${row.name}执行率`, figure)
}

function rowClaims(sheet: Sheet, section: Section, row: FundRow, isTotal: boolean): Claim[] {
  const quote = sheet.quote(row.label)
  const actual = row.figure('actual')
  const toDate = row.figure('to-date')
  const original = row.figure('original')
  const final = row.figure('final') ?? row.figure('sum')
  const claims: Claim[] = []
  if (actual && final) {
    const lesser = term(`${row.name}全年执行数`, actual)
    claims.push({
      rule: 'I02',
      form: { is: 'at-most', lesser, greater: term(`${row.name}全年预算数`, final) },
      certain: true,
      quote,
    })
  }
  const rate = rateOf(sheet, row)
  const spent = actual ?? toDate
  const base = final ?? original
  if (!rate || !spent || !base || base.quantity.value.eq(0)) return claims
  const numerator = term(`${row.name}${actual ? '全年执行数' : '执行数'}`, spent)
  const denominator = term(`${row.name}${final ? '全年预算数' : '年初预算数'}`, base)
  const rivals =
    final && original && isTotal
      ? { rivals: [term(`${row.name}年初预算数`, original)] }
      : final && original
        ? { rivals: [term('年初预算数', original)] }
        : {}
  const certain = Boolean(final) || Boolean(toDate && !section.heads.some((head) => head.key === 'final'))
  const because = certain ? {} : { because: '表中只有年初预算数，没有全年预算数' }
  claims.push({
    rule: 'I28',
    form: { is: 'ratio', rate, numerator, denominator, ...rivals },
    certain,
    ...because,
    quote,
  })
  return claims
}

/** 全年预计执行率 = 全年预计执行数 ÷ what is budgeted. */
function projectedClaims(sheet: Sheet, row: FundRow): Claim[] {
  const [top, bottom] = [row.figure('projected'), row.figure('final') ?? row.figure('original')]
  const rate = row.figure('projected-rate')
  if (!top || !bottom || !rate || rate.quantity.unit.kind !== 'share' || bottom.quantity.value.eq(0)) return []
  const form = {
    is: 'ratio',
    rate: term(`${row.name}全年预计执行率`, rate),
    numerator: term(`${row.name}全年预计执行数`, top),
    denominator: term(`${row.name}${row.figure('final') ? '全年预算数' : '年初预算数'}`, bottom),
  } as const
  return [{ rule: 'I28', form, certain: true, quote: sheet.quote(row.label) }]
}

function scoreClaims(sheet: Sheet, total: FundRow, weight: Figure | undefined, score: Figure | undefined): Claim[] {
  const rate = rateOf(sheet, total)
  if (!weight || !score) return []
  const quote = sheet.quote(total.label)
  const full = term('预算执行率分值', weight)
  const earned = term('预算执行率得分', score)
  const within: Claim = { rule: 'I56', form: { is: 'at-most', lesser: earned, greater: full }, certain: true, quote }
  if (!rate) return [within]
  return [within, { rule: 'I30', form: { is: 'score', score: earned, full, rate }, certain: true, quote }]
}
