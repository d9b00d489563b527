import type { Claim } from '#domain/claim.ts'
import { isListed } from '../text/list-lead.ts'
import { roleOf } from '../text/mention-role.ts'
import { type Equation, chooseEquation } from './choose-equation.ts'
import { chanceOfSlip, digitsTold } from './coincidence.ts'
import { areLevels, namesItsPart } from '../sums/open-lists.ts'
import { partsCounted } from './closed-totals.ts'
import { closes, groupsOf, textBetween, weightBetween } from './groups.ts'
import { type Spot, alike, before, behind, isTerm } from './number-line.ts'
import { partitionOf } from './partitions.ts'
import { addsUp } from '../sums/adds-up.ts'
import { isTheRest } from '../sums/said-complete.ts'
import { sumEquation } from './sum-equation.ts'

const farthest = 30
/** Sentences whose opening amounts a list may belong to. */
const nearTotals = 4
/**
 * A list whose total is told without words that bind the two: 「分四批下达上级资金，第一批1526万元、第二批742.5万元…」 in one
 * paragraph, 「上级资金合计3042.24万元」 in the next.
 */
export function sumsNearby(line: readonly Spot[], isTold: (spot: Spot) => boolean): Claim[] {
  const done = new Set<Spot>()
  return groupsOf(line)
    .map((group) => withRest(line, group))
    .toSorted((left, right) => right.length - left.length)
    .flatMap((group) => {
      if (areLevels(group.map(({ mention }) => mention))) return []
      if (group.filter((each) => isTold(each) || done.has(each)).length * 2 > group.length) return []
      const found = chooseEquation(equationsOf(line, group), saysOpen(group))
      const claim =
        found &&
        !found.certain &&
        (isCountedOtherwise(line, group) ||
          isToldByShare(group) ||
          group.some(isOfEach) ||
          isOfPart(line, group, found))
          ? undefined
          : found
      if (claim) group.forEach((each) => done.add(each))
      return claim ? [claim] : []
    })
}

/** 「10个没有报表，6个未报备，3个触发回购，本金2350万元；剩下5个未见异常」: what is left belongs to them, whatever stands between. */
function withRest(line: readonly Spot[], group: readonly Spot[]): readonly Spot[] {
  const [first, last] = [group[0]!, group.at(-1)!]
  const next = behind(line, last).find((each) => alike(each, first))
  const isRest = next !== undefined && group.length > 1 && isTheRest(next.mention.lead, group.length + 1)
  return isRest && isTerm(next) && next.mention.depth === first.mention.depth ? [...group, next] : group
}

/** 「甲134.1万元、乙13.4万元等」: not all of its parts are told. */
function saysOpen(group: readonly Spot[]): boolean {
  return (
    /^[\p{Script=Han}]{0,2}等(?![级次])/u.test(group.at(-1)!.mention.after) ||
    /主要|重点[^，。；]{0,10}，其中/.test(group[0]!.mention.lead)
  )
}

/** 「回收101份…：“及时”83家、“基本及时”12家、“不及时”6家」: all of them are told in another unit. */
function isCountedOtherwise(line: readonly Spot[], group: readonly Spot[]): boolean {
  const [first] = group
  if (first!.mention.figure.quantity.unit.kind !== 'count') return false
  const parts = group.map(({ mention }) => mention)
  return before(line, first!, 6, 0).some(
    (each) => each.mention.figure.quantity.unit.kind === 'count' && !alike(each, first!) && addsUp(each.mention, parts),
  )
}

/** 「经济效益、社会效益各15分」: it counts once for each that is named. */
function isOfEach({ mention }: Spot): boolean {
  return /各(?:为|占|计|得|有)?$/.test(mention.lead.trim())
}

/** 「新增债务42.7亿元（一般债务1亿元、专项债务41.7亿元）…各批41.7亿元」: the list makes a part that was told beside its total. */
function isOfPart(line: readonly Spot[], group: readonly Spot[], { form }: Claim): boolean {
  const total = form.is === 'sum' ? line.find(({ mention }) => mention.figure === form.total.figure) : undefined
  if (!total) return false
  const parts = group.map(({ mention }) => mention)
  return behind(line, total).some(
    (each) =>
      each.at < group[0]!.at &&
      each.mention.depth > total.mention.depth &&
      alike(each, total) &&
      addsUp(each.mention, parts),
  )
}

/** 「其中债券占66.33%，资本金4900万元占25%，其余1700万元」: a part is told by its share alone. */
function isToldByShare(group: readonly Spot[]): boolean {
  return group.some(({ sentence: { mentions }, mention }) => {
    const share = mentions[mentions.indexOf(mention) - 1]
    return share !== undefined && namesItsPart(share)
  })
}

/** The group with the totals it may have, likeliest first; then led by its own total, or without its ends, where that fits. */
function equationsOf(line: readonly Spot[], group: readonly Spot[]): Equation[] {
  const [first, ...rest] = group
  const elder = elderOf(line, group)
  const totals = elder ? [elder] : totalsFor(line, group)
  const whole = totals.flatMap((total, rank) => equation(line, total, group, rank))
  const led = rest.length >= 2 ? equation(line, first!, rest) : []
  const begun = beginnings(line, group)
  // 「行政10件，与上年持平。刑事79件，…」: the first of a list may stand in a sentence of its own.
  const ahead = before(line, first!, 3, 0).find((each) => alike(each, first!) && isTerm(each))
  const longer = ahead && rest.length >= 2 ? totals.map((total) => sumEquation(total, [ahead, ...group])) : []
  const shorter =
    group.length >= 4 && digitsTold(group) >= 4
      ? [
          sumEquation(first!, group.slice(1, -1)),
          ...[rest, group.slice(0, -1)].flatMap((parts) => totals.map((total) => sumEquation(total, parts))),
        ]
      : []
  return [...longer, ...whole, ...whole.flatMap((each) => each.anyhow ?? []), ...begun, ...led, ...shorter]
}

/** 「城市6.5万起；县城6.9万起；农村7万起」: what stands before a list like one of its items is its total, or it is no list. */
function elderOf(line: readonly Spot[], [first, second]: readonly Spot[]): Spot | undefined {
  const last = before(line, first!, 3, 0).find((each) => alike(each, first!))
  const isJoined =
    last?.sentence === first!.sentence &&
    roleOf(last.mention) === 'plain' &&
    last.mention.depth === first!.mention.depth &&
    !/其中|分别|包括|由|[：:]|中[，,]|按/.test(textBetween(last, first!))
  return isJoined && second && weightBetween(last, first!) === weightBetween(first!, second) ? last : undefined
}

/** 「核定编制34名，国家编制15名，地方编制19名，在岗32人」: what a list begins with may be all there is of its total. */
function beginnings(line: readonly Spot[], [total, ...rest]: readonly Spot[]): Equation[] {
  if (isItem(line, total!, rest[0]!)) return []
  return rest.slice(2).flatMap((_, more) => {
    const parts = rest.slice(0, more + 2)
    const isKin = partitionOf(total!.mention, parts, between(total!, parts[0]!)) === 'kin'
    return isKin && !areAllAlike([total!, ...parts, rest[parts.length]]) ? equation(line, total!, parts) : []
  })
}

/** 「甲镇接待游客6.1万人次；乙园接待游客3.7万人次；…；己馆接待游客1.5万人次」: where the list goes on so, its first is one of its items. */
function areAllAlike(spots: readonly (Spot | undefined)[]): boolean {
  const ends = new Set(spots.map((each) => each?.mention.label.slice(-3)))
  return ends.size === 1 && ([...ends][0]?.length ?? 0) === 3
}

/** 「公办幼儿园2所，民办幼儿园4所，小学3所，初中1所」: what stands between two others of a list is no total. */
function isItem(line: readonly Spot[], { at, sentence, mention }: Spot, next: Spot): boolean {
  const last = line[at - 1]
  return (
    last?.sentence === sentence &&
    alike(last, next) &&
    mention.lead.length <= 14 &&
    /^[，、；]/.test(mention.lead) &&
    mention.lead[0] === next.mention.lead[0]
  )
}

/** As many totals a list that is told to be complete may be of. */
const mostWholes = 4

/** Two amounts add up to a third too often to say so, unless they have many digits and stand right behind it. */
function equation(line: readonly Spot[], total: Spot, parts: readonly Spot[], rank = 0): SumEquation[] {
  const spots = [total, ...parts]
  if (isClosedBefore(line, total, parts[0]!)) return []
  if (isInTurn(line, parts)) return [sumEquation(total, parts)]
  const isNext = isNearest(line, total, parts[0]!) && parts[0]!.sentence.block === total.sentence.block
  const partition = partitionOf(total.mention, parts, isNext ? between(total, parts[0]!) : undefined)
  const isTold = partition === 'told' && rank < mostWholes && total.at < parts[0]!.at
  if ((partition && isNext) || isTold)
    return [
      {
        ...sumEquation(total, parts, Math.min(0.01, chanceOfSlip(spots)), 'small'),
        anyhow: isNext && isTold ? [almost(total, parts)] : [],
      },
    ]
  if (parts.length === 2 && (digitsTold(spots) < 5 || !(isNext || closes.test(total.mention.lead)))) return []
  return [sumEquation(total, parts, chanceOfSlip(spots))]
}

/** 「行政编制14名，事业编制11名，合计25名；实有行政13人、事业11人」: it sums up what stands before it, not what is told behind. */
function isClosedBefore(line: readonly Spot[], total: Spot, first: Spot): boolean {
  if (total.at > first.at || !closes.test(total.mention.lead) || !/[；;。]/.test(textBetween(total, first)))
    return false
  const own = before(line, total, 6, 0).filter((each) => alike(each, total))
  return [2, 3, 4].some(
    (many) =>
      own.length >= many &&
      addsUp(
        total.mention,
        own.slice(0, many).map(({ mention }) => mention),
      ),
  )
}

/** 「博士9人、硕士46人，目标分别为10人、40人」: each is told of one of as many named right before, not of a whole. */
function isInTurn(line: readonly Spot[], group: readonly Spot[]): boolean {
  const [first] = group
  const named = before(line, first!, group.length, 0)
  return (
    /(?:分别|依次)[为是有]?$/.test(first!.mention.lead.trim()) &&
    named.length === group.length &&
    isListed(named[0]!.mention.lead) &&
    named.every((each) => each.sentence === first!.sentence && alike(each, first!))
  )
}

type SumEquation = Equation & { readonly anyhow?: readonly Equation[] }

/** A list told to be complete, right behind its total, that misses it by no more than a part may be wrong. */
function almost(total: Spot, parts: readonly Spot[]): Equation {
  return sumEquation(total, parts, 0.01, 'near')
}

function between(total: Spot, first: Spot): string {
  const { start, text } = total.sentence
  return first.sentence === total.sentence
    ? text.slice(total.mention.end - start, first.mention.start - start)
    : first.mention.lead
}

function isNearest(line: readonly Spot[], total: Spot, first: Spot): boolean {
  return !line
    .slice(total.at + 1, first.at)
    .some((each) => alike(each, total) && each.mention.depth <= first.mention.depth)
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
      each.value > largest(group) &&
      !(isAccount(each) && group.some(isAccount)) &&
      !isCoarse(each, group),
  )
  const heads = ahead.filter(isHead).slice(0, nearTotals)
  const [nearest] = ahead
  const likely = [...own.slice(0, 1), ...(nearest && !heads.includes(nearest) ? [nearest] : []), ...heads]
  return [...new Set([...likely, ...ahead])]
}

/** Accounts of the budget's expenditure that lie beside each other: none is part of another. Source: 政府收支分类科目. */
const accounts =
  /(?:公共服务|公共安全|国防|教育|科学技术|文化(?:旅游)?(?:体育)?与传媒|社会保障和就业|卫生(?:健康|与计划生育)?|(?:节能|环境)?环保|环境保护|城乡社区(?:事务)?|农林水(?:事务)?|交通运输|住房保障|资源勘探[\p{Script=Han}]*|商业服务业等?|金融|粮油物资储备|债务付息)支出$/u

function isAccount({ mention }: Spot): boolean {
  return accounts.test(mention.label)
}

/** 「1.4亿元」 swallows what the parts may have wrong. */
function isCoarse(total: Spot, group: readonly Spot[]): boolean {
  return total.slack > 20 * Math.max(...group.map(({ slack }) => slack)) && total.slack > total.value * 0.002
}

function isHead({ mention, sentence }: Spot): boolean {
  const { kind } = mention.figure.quantity.unit
  return sentence.mentions.find(({ figure }) => figure.quantity.unit.kind === kind) === mention
}

function largest(list: readonly Spot[]): number {
  return Math.max(...list.map(({ value }) => value))
}
