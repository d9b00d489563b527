import { Big } from 'big.js'
import type { Cell, Table } from '#domain/document.ts'
import type { Figure } from '#domain/fact.ts'
import { isSlip } from '#domain/slip.ts'
import { slipsOf } from '#domain/slipped-rate.ts'
import { type CellNumber, cellNumbers } from '../facts/told-numbers.ts'
import type { Rule, Verdict } from '../rule.ts'
import { contradiction, figureEvidence } from './indicator-finding.ts'

const weighs = /^(?:分值|权重|满分|标准分|分数)/
const gains = /^(?:得分|自评得?分|评价?得?分|实际得分)(?!率)/
/** Of several columns of points the one that the rate makes. */
const earns = /^预算执行率?得分/
const rated = /(?:^|预算|资金|经费|补助|补贴)(?:执行|支[出付]|兑付)率$/
/** 「≥95%」: points are then reckoned from how much of the target was reached. */
const targeted = /^[≥>＞≧]=?(?!100(?:\.0+)?[%％])\d/
const inProportion = /按比例|折算/
const percentAlone = /^(\d{1,2}(?:\.\d+)?)[%％]$/
const percentTold = /(?<![≥≤<>\d.])(\d{1,2}(?:\.\d+)?)[%％]/g
/** What points may be off where the rate was rounded another way. */
const roundedAway = new Big('0.0051')

/**
 * Points that a row gives by its rate are 分值 × 率: those of 预算执行率, and those it says to be 按比例. Places give full
 * points from some rate on, so of the rest only a slip of the pen is told.
 */
export const pointsByRate: Rule = {
  id: 'I60.rate',
  title: '按比例计分的得分等于分值乘以完成率',
  source: '财预〔2020〕10号：预算执行率得分、定量指标得分按比例计算',
  judge(reading) {
    const verdicts = [...cellNumbers(reading)].flatMap(([block, cells]) => {
      const table = reading.document.blocks[block]
      if (table?.kind !== 'table') return []
      const byRow = Map.groupBy(cells, ({ figure }) => figure.place.row)
      const scores = cells.filter(({ heads }) => heads.some((head) => gains.test(head) || earns.test(head)))
      return scores.flatMap((score) => judgeRow(table, byRow.get(score.figure.place.row) ?? [], score))
    })
    return verdicts.length > 0 ? verdicts : [{ outcome: 'not-applicable' }]
  },
}

/** `cells`: those of the score's row. */
function judgeRow(table: Table, cells: readonly CellNumber[], { figure: score }: CellNumber): Verdict[] {
  const row = table.rows[score.place.row ?? -1] ?? []
  const own = cells.filter(({ figure }) => figure !== score)
  const weight = own.find(({ heads }) => heads.some((head) => weighs.test(head)))?.figure
  const full = weight ? new Big(weight.printed) : pointsInHead(table, score)
  const told = full === undefined ? undefined : (rateOf(row) ?? rateUnderHead(own))
  if (!told || full === undefined) return []
  if (!fitsBelow(new Big(score.printed), full) || fits(full, told.rate, score))
    return [{ outcome: 'holds', figures: [score.id] }]
  const expected = pointsFor(full, told.rate).toFixed(2)
  const rate = own.find(({ figure }) => figure.quantity.unit.kind === 'share' && figure.printed === told.rate)?.figure
  const isMeant = told.proportional || isSlippedScore(score, full, told.rate)
  if (!isMeant) return [{ outcome: 'undetermined', missing: '评分标准' }]
  return [
    contradiction(
      'I60.rate',
      'warning',
      `${told.name}${told.rate}%，分值${full.toFixed()}分，按比例应得${expected}分，表上得${score.printed}分，请核对。`,
      [score, weight, rate].flatMap((each) => (each ? [figureEvidence(each)] : [])),
      { expression: `${full.toFixed()} × ${told.rate}% = ${expected} ≠ ${score.printed}` },
    ),
  ]
}

/** Full points, or none, follow other rules than a proportion. */
function fitsBelow(own: Big, full: Big): boolean {
  return own.gt(0) && own.lt(full)
}

function pointsFor(full: Big, rate: string): Big {
  return full.times(rate).div(100)
}

type Told = { readonly name: string; readonly rate: string; readonly proportional: boolean }

/** The one rate below 100 % by which a row's points are reckoned. */
function rateOf(row: readonly Cell[]): Told | undefined {
  const texts = row.map(({ text }) => text.replace(/\s/g, ''))
  const reason = texts.find((text) => inProportion.test(text))
  const [only, ...others] = reason === undefined ? [] : [...reason.matchAll(percentTold)]
  if (only && others.length === 0) return { name: nameBefore(reason!, only.index), rate: only[1]!, proportional: true }
  const name = texts.find((text) => text.includes('率') && rated.test(text.replace(/[\d.]+[%％]$/, '')))
  if (name === undefined || texts.some((text) => targeted.test(text))) return undefined
  const inName = /([\d.]+)[%％]$/.exec(name)?.[1]
  const alone = texts.flatMap((text) => percentAlone.exec(text)?.[1] ?? [])
  const rate = inName ?? alone.at(-1)
  return rate === undefined || alone.length > 2
    ? undefined
    : { name: name.replace(/[\d.]+[%％]$/, ''), rate, proportional: false }
}

/** 「预算执行得分（10分）」 beside a column of 执行率. */
function pointsInHead({ rows }: Table, { place }: Figure): Big | undefined {
  const column = rows[place.row ?? 0]?.[place.cell ?? 0]?.column
  const over = rows
    .slice(0, place.row)
    .flatMap((cells) => cells.filter((cell) => cell.column === column))
    .findLast(({ text }) => /\p{Script=Han}/u.test(text))
  const points = /^(?:预算)?(?:执行率?)?得分[（(](\d{1,2})分/.exec(over?.text.replace(/\s/g, '') ?? '')?.[1]
  return points === undefined ? undefined : new Big(points)
}

function rateUnderHead(own: readonly CellNumber[]): Told | undefined {
  const rates = own.filter(
    ({ figure, heads }) => /^预?算?(?:执行|支出)率/.test(heads[0] ?? '') && figure.quantity.value.lt(100),
  )
  const [only, ...others] = rates
  return only && others.length === 0
    ? { name: only.heads[0]!, rate: only.figure.printed, proportional: false }
    : undefined
}

function nameBefore(text: string, at: number): string {
  return /[\p{Script=Han}]{2,12}$/u.exec(text.slice(0, at))?.[0] ?? ''
}

function fits(full: Big, rate: string, { printed, quantity }: Figure): boolean {
  const places = rate.split('.')[1]?.length ?? 0
  const ofScore = half(quantity.decimals)
  const slack = (ofScore.gt(roundedAway) ? ofScore : roundedAway).plus(full.times(half(places)).div(100))
  return pointsFor(full, rate).minus(printed).abs().lte(slack)
}

/** Half a unit of the last printed place. */
function half(decimals: number): Big {
  return new Big(10).pow(-decimals).div(2)
}

/** Points told to the hundredth, that one slip of the pen in them or in the rate mends. */
function isSlippedScore(score: Figure, full: Big, rate: string): boolean {
  if (score.quantity.decimals < 2) return false
  const expected = pointsFor(full, rate).toFixed(score.quantity.decimals)
  return (
    isSlip(expected, score.printed) ||
    (rate.replace('.', '').length >= 4 && slipsOf(rate).some((digits) => fits(full, digits, score)))
  )
}
