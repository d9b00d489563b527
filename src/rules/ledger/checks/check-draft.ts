import { Big } from 'big.js'
import type { Severity } from '#domain/finding.ts'
import type { IndicatorEntry, Scope } from '#domain/ledger/goal.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { PackVariant, RulePack } from '#domain/pack.ts'
import { asksMeasure, howToMeasure, isVague, misplaced } from '../../forms/heading-fit.ts'
import { type EarlierActual, unambitious } from './check-ambition.ts'
import { checkIndicators, fieldOfRule } from './check-indicators.ts'
import { headingHint } from './heading-hint.ts'

/** A sentence beside a field of an indicator that is being written. */
export type DraftRemark = {
  readonly rule: string
  readonly severity: Severity
  readonly field: string
  readonly message: string
}
export type DraftSetting = {
  readonly ledger: Ledger
  readonly pack: RulePack
  readonly earlier: readonly EarlierActual[]
}

/** What can be said of one indicator before it is stored: as the ledger's and the forms' rules will say it later. */
export function checkDraft(draft: IndicatorEntry, { ledger, pack, earlier }: DraftSetting): DraftRemark[] {
  const low = unambitious(draft, earlier)
  return [
    ...asEntry(draft, ledger),
    ...measurable(draft),
    ...headings(draft, ledger, pack),
    ...repeated(draft, ledger),
    ...(low === undefined ? [] : [remark('indicator.unambitious', 'warning', 'target', low)]),
  ]
}

function remark(rule: string, severity: Severity, field: string, message: string): DraftRemark {
  return { rule, severity, field, message }
}

/** The ledger's own rules on the one indicator; that it has no actual value yet is no fault of a draft. */
function asEntry(draft: IndicatorEntry, ledger: Ledger): DraftRemark[] {
  return checkIndicators({ ...ledger, projects: [], indicators: [draft] })
    .filter(({ rule }) => rule !== 'ledger.no-actual')
    .map(({ rule, severity, message }) => remark(rule, severity, fieldOfRule(rule), message))
}

/** Heading, target and unit fit each other (财预〔2021〕101号 绩效指标设置要求). */
function measurable({ level1, level2, name, sign, target, unit }: IndicatorEntry): DraftRemark[] {
  const isNumber = typeof target !== 'string'
  const words = isNumber ? target.toFixed() + unit : target
  const wrong = misplaced(level2, name, words)
  const hint = wrong === undefined ? headingHint(level2, name, unit) : undefined
  const heading = level2 || level1
  const isMoney = /元$/.test(unit)
  return [
    ...(wrong ? [remark('I70', 'warning', 'level2', `「${name}」${wrong}`)] : []),
    ...(hint ? [remark('indicator.heading-hint', 'warning', 'level2', hint)] : []),
    ...(!isNumber && asksMeasure(heading) && isVague(level2, target)
      ? [remark('indicator.unmeasurable', 'warning', 'target', `「${target}」没有可以衡量的数值；${howToMeasure}`)]
      : []),
    ...(isNumber && unit.trim() === ''
      ? [remark('indicator.unit', 'warning', 'unit', `指标「${name}」有指标值，没有计量单位，请补填`)]
      : []),
    ...(isNumber && /满意度/.test(heading) && unit.trim() !== '%'
      ? [remark('indicator.unit', 'warning', 'unit', '满意度指标的单位应是%')]
      : []),
    ...(isNumber && /成本/.test(heading) && isMoney && (sign === '≥' || sign === '>')
      ? [remark('indicator.sign', 'warning', 'sign', '成本金额一般写不超过（≤），写成不低于就成了花得越多越好')]
      : []),
  ]
}

/** The level-1 heading is one of the pack's, and its points are not used up. */
function headings(draft: IndicatorEntry, { indicators }: Ledger, pack: RulePack): DraftRemark[] {
  const others = indicators.filter(({ id, scope }) => id !== draft.id && isSame(scope, draft.scope))
  const used = new Set([...others, draft].map(({ level1 }) => level1))
  const variant = variantFor(draft.level1, used, pack)
  if (!variant) {
    const allowed = pack.variants.map((each) => headingsOf(each).join('、')).join('；或')
    const message = `「${draft.level1}」不是「${pack.title}」的一级指标，或不能与已有的并用，应为${allowed}`
    return [remark('indicator.heading', 'error', 'level1', message)]
  }
  const group = variant.groups.find((each) => each.headings.includes(draft.level1))
  if (!group) return []
  const given = [...others, draft]
    .filter(({ level1 }) => group.headings.includes(level1))
    .reduce((sum, { weight }) => sum.plus(weight), new Big(0))
  const left = group.points.minus(given)
  if (left.eq(0)) return []
  const said = `${group.headings.join('和')}合计${given.toFixed()}分，应为${group.points.toFixed()}分`
  return [
    left.lt(0)
      ? remark('indicator.weights', 'warning', 'weight', `${said}，多${left.abs().toFixed()}分`)
      : remark('indicator.weights', 'info', 'weight', `${said}，还有${left.toFixed()}分可分`),
  ]
}

/** The variant all headings in use fit into; of several the one that has no others. */
function variantFor(level1: string, used: ReadonlySet<string>, { variants }: RulePack): PackVariant | undefined {
  const fitting = variants.filter((variant) => {
    const own = headingsOf(variant)
    return own.includes(level1) && [...used].every((heading) => own.includes(heading))
  })
  return fitting.find((variant) => headingsOf(variant).length === used.size) ?? fitting[0]
}

function headingsOf({ groups }: PackVariant): string[] {
  return groups.flatMap((group) => group.headings)
}

function repeated(draft: IndicatorEntry, { indicators }: Ledger): DraftRemark[] {
  const twin = indicators.find(
    ({ id, scope, name }) => id !== draft.id && isSame(scope, draft.scope) && bare(name) === bare(draft.name),
  )
  if (!twin) return []
  return [
    remark('indicator.repeated', 'warning', 'name', `已有同名的指标「${twin.name}」（${twin.id}），请核对是否重复`),
  ]
}

function bare(name: string): string {
  return name.replace(/\s+/g, '')
}

function isSame(one: Scope, other: Scope): boolean {
  if (one === 'department' || other === 'department') return one === other
  return one.project === other.project
}
