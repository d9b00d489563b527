import type { Claim } from '#domain/claim.ts'
import { roleOf } from '../mention-role.ts'
import { closedSetOf } from '../closed-sets.ts'
import { type Equation, chooseEquation } from './choose-equation.ts'
import { chanceOfSlip, digitsTold } from './coincidence.ts'
import { partsCounted } from './closed-totals.ts'
import { closes, groupsOf } from './groups.ts'
import { type Spot, alike, before, behind } from './number-line.ts'
import { sumEquation } from './sum-equation.ts'

const farthest = 30
/** Sentences whose opening amounts a list may belong to. */
const nearTotals = 4
/** What takes a total apart in full: 「按规模分」「由…组成」「评价等级为优的」. */
const partition =
  /按[^，。；]{1,12}(?:划分|分|统计|看|类)|，由|由[^，。；]{0,12}$|各类别?中|分为|等[级次]为|来源[为是：]|构成|组成|分别|具体[为是]/
const grades = /优|良|中|差|合格|满意/

/**
 * A list whose total is told without words that bind the two: 「分四批下达上级资金，第一批1526万元、第二批742.5万元…」 in one
 * paragraph, 「上级资金合计3042.24万元」 in the next.
 */
export function sumsNearby(line: readonly Spot[], isTold: (spot: Spot) => boolean): Claim[] {
  const done = new Set<Spot>()
  return groupsOf(line)
    .toSorted((left, right) => right.length - left.length)
    .flatMap((group) => {
      if (group.filter((each) => isTold(each) || done.has(each)).length * 2 > group.length) return []
      const claim = chooseEquation(equationsOf(line, group), saysOpen(group))
      if (claim) group.forEach((each) => done.add(each))
      return claim ? [claim] : []
    })
}

/** 「甲134.1万元、乙13.4万元等」: not all of its parts are told. */
function saysOpen(group: readonly Spot[]): boolean {
  return /^[\p{Script=Han}]{0,2}等(?![级次])/u.test(group.at(-1)!.mention.after) || /主要/.test(group[0]!.mention.lead)
}

/** The group with the totals it may have, likeliest first; then led by its own total, or without its ends, where that fits. */
function equationsOf(line: readonly Spot[], group: readonly Spot[]): Equation[] {
  const [first, ...rest] = group
  const totals = totalsFor(line, group)
  const whole = totals.flatMap((total) => equation(line, total, group))
  const led = rest.length >= 2 ? equation(line, first!, rest) : []
  const shorter =
    group.length >= 4
      ? [
          sumEquation(first!, group.slice(1, -1)),
          ...[rest, group.slice(0, -1)].flatMap((parts) => totals.map((total) => sumEquation(total, parts))),
        ]
      : []
  return [...whole, ...led, ...shorter]
}

/** Two amounts add up to a third too often to say so, unless they have many digits and stand right behind it. */
function equation(line: readonly Spot[], total: Spot, parts: readonly Spot[]): Equation[] {
  const spots = [total, ...parts]
  const isNext = isNearest(line, total, parts[0]!) && parts[0]!.sentence.block === total.sentence.block
  if (isNext && isPartition(total, parts)) return [sumEquation(total, parts, 0.03, true)]
  if (parts.length === 2 && (digitsTold(spots) < 5 || !(isNext || closes.test(total.mention.lead)))) return []
  return [sumEquation(total, parts, chanceOfSlip(spots))]
}

function isNearest(line: readonly Spot[], total: Spot, first: Spot): boolean {
  return !line
    .slice(total.at + 1, first.at)
    .some((each) => alike(each, total) && each.mention.depth <= first.mention.depth)
}

/** Whether the words say that the parts are all there are. */
function isPartition(total: Spot, parts: readonly Spot[]): boolean {
  const { start, text } = total.sentence
  const [first] = parts
  const between =
    first!.sentence === total.sentence
      ? text.slice(total.mention.end - start, first!.mention.start - start)
      : first!.mention.lead
  if (/等[^级次]|主要|。.*。/.test(between)) return false
  const labels = parts.map(({ mention }) => mention.label)
  return (
    partition.test(between) ||
    closedSetOf(labels, total.mention.label) ||
    // 「两年共安排14300万元，2022年6500万元，2023年7800万元」.
    partsCounted(total.mention) === parts.length ||
    (parts.length >= 3 && labels.every((label) => /[类级型]$/.test(label))) ||
    (parts.length >= 3 && labels.every((label) => grades.test(label)))
  )
}

/** What closes the list behind it, what opens the sentences before it, then any other amount before it. */
function totalsFor(line: readonly Spot[], group: readonly Spot[]): Spot[] {
  const [first, last] = [group[0]!, group.at(-1)!]
  const own = [...behind(line, last), ...line.slice(last.at + 1, last.at + 4)].filter(
    (each) =>
      alike(each, first) &&
      closes.test(each.mention.lead) &&
      // 「以上三类物资共30.74万元」 closes a list of three.
      (partsCounted(each.mention) ?? group.length) === group.length &&
      each.mention.figure.quantity.looseness === 'exact',
  )
  const ahead = before(line, first, farthest, 3).filter(
    (each) =>
      alike(each, first) &&
      each.mention.depth <= first.mention.depth &&
      /plain|risen/.test(roleOf(each.mention)) &&
      each.value > largest(group),
  )
  const heads = ahead.filter(isHead).slice(0, nearTotals)
  const [nearest] = ahead
  const likely = [...own.slice(0, 1), ...(nearest && !heads.includes(nearest) ? [nearest] : []), ...heads]
  return [...new Set([...likely, ...ahead])]
}

function isHead({ mention, sentence }: Spot): boolean {
  const { kind } = mention.figure.quantity.unit
  return sentence.mentions.find(({ figure }) => figure.quantity.unit.kind === kind) === mention
}

function largest(list: readonly Spot[]): number {
  return Math.max(...list.map(({ value }) => value))
}
