import { isFullMark } from '../rates/full-marks.ts'
import type { Mention } from '../text/sentences.ts'
import { roleOf } from '../text/mention-role.ts'
import { type Spot, alike, isInOtherUnit } from './number-line.ts'

/** Words that make a number the end of a list, not one of its items. */
export const closes =
  /(?:共计|合计|总计|一共|累计|之和|总得?分|综合得分|(?<!公)共(?!同|享|产|性|识|建|治|用|青))[^，、；]{0,6}$/
const nests = /其中|包括|包含/
const opens = /其中|分别|包括|：|:|[，；]?按[^，。；]{1,10}[看分]|由|中[，,]/

/**
 * The lists that the numbers of each sentence may be: runs of one kind whose items are parted by no heavier mark than the
 * first two are. Rates, changes and counts of another kind may stand between them.
 */
export function groupsOf(line: readonly Spot[]): Spot[][] {
  return runsOf(line).flatMap((run) => {
    const gaps = run.slice(1).map((each, at) => weightBetween(run[at]!, each))
    return run.flatMap((each, from) => {
      const base = gaps[from]
      const isStart =
        from === 0 ||
        (from === 1 && !isListed(run[0]!)) ||
        (gaps[from - 1] ?? 0) > (base ?? 0) ||
        opens.test(each.mention.lead)
      if (base === undefined || !isStart) return []
      const stop = gaps.findIndex((gap, at) => at > from && gap > base)
      return [run.slice(from, stop < 0 ? undefined : stop + 1)]
    })
  })
}

/** 「重点支出中，其中：教育12.5亿元」: the first of a list is no total of the others. */
function isListed({ mention: { lead } }: Spot): boolean {
  return /其中[：:]?[^，；。]*$/.test(lead)
}

/** Plain amounts of one kind in a sentence, none of them a total that closes those before it. */
function runsOf(line: readonly Spot[]): Spot[][] {
  const runs: Spot[][] = []
  for (const own of Map.groupBy(line, ({ sentence }) => sentence).values()) {
    let open: Spot[] = []
    for (const ofOneUnit of byUnit(own)) {
      for (const spot of ofOneUnit) {
        const { quantity } = spot.mention.figure
        if (
          isFullMark(spot.mention) ||
          isBaseOfRate(spot.mention) ||
          isHeldAgainst(spot.mention) ||
          isInOtherUnit(line, spot)
        )
          continue
        if (open[0] && spot.mention.depth > open[0].mention.depth) continue
        const role = isOfYears(spot, own) ? 'plain' : roleOf(spot.mention)
        if (role === 'change' || role === 'delta' || role === 'base' || role === 'each') continue
        // What stands in a bracket is no list with what follows it.
        if (open[0] && spot.mention.depth < open[0].mention.depth) {
          runs.push(open)
          open = []
        }
        const ends = role !== 'plain' || quantity.looseness !== 'exact'
        if (ends || (open.length > 0 && (closes.test(spot.mention.lead) || nests.test(spot.mention.lead)))) {
          runs.push(open)
          open = []
        }
        if (!ends) open.push(spot)
      }
      runs.push(open)
      open = []
    }
  }
  return runs.filter((run) => run.length >= 2)
}

/** 「完成2800套任务的94.29%」: what a rate is told of. */
function isBaseOfRate({ lead, after }: Mention): boolean {
  return /(?:占|为|完成|达到?|相当于)[^，；。]{0,12}$/.test(lead) && /^[）)]?[\p{Script=Han}]{0,6}的$/u.test(after)
}

/** 「支出1.64亿元超过到位的1.20亿元，多出的0.44亿元」: what an item is held against, and how far it lies off. */
function isHeldAgainst({ lead }: Mention): boolean {
  return /^(?:[，,]?[^，；。]{0,4})(?:超过|超出|低于|高于|少于|多于)[^，；。]{2,12}$|^[，,]\s*[多少超]出?的$/.test(lead)
}

/** The numbers of a sentence by what they count: 「学校126所，小学84所、初中42所；学生38650人，小学生25840人，…」 has two lists. */
function byUnit(own: readonly Spot[]): Spot[][] {
  const units: Spot[][] = []
  for (const spot of own) {
    const { kind, name } = spot.mention.figure.quantity.unit
    // How many times as much as something, or how old: none of it adds up.
    if (/^(?:share|points|none)$/.test(kind) || /^[倍岁度成]$/.test(name)) continue
    const like = units.find(([first]) => alike(first!, spot))
    if (like) like.push(spot)
    else units.push([spot])
  }
  return units
}

/** 「2022年6500万元，2023年7800万元」: amounts of years in a row, not one compared with another. */
function isOfYears({ mention }: Spot, own: readonly Spot[]): boolean {
  const years = ofYear.exec(mention.lead)
  return (
    years !== null &&
    own.some((each) => each.mention !== mention && (ofYear.exec(each.mention.lead)?.[1] ?? years[1]) !== years[1])
  )
}
const ofYear = /^[，；、：（]\s*(20\d\d)年[^，；、比较]{0,6}$/

const marks = ['、', '，', '；', '。']

/** What a sentence says between two of its numbers. */
export function textBetween(one: Spot, two: Spot): string {
  const { start, text } = one.sentence
  return text.slice(one.mention.end - start, two.mention.start - start)
}

/** The heaviest mark between two numbers: 和 and 、 weigh least. */
export function weightBetween(one: Spot, two: Spot): number {
  const between = textBetween(one, two)
  return Math.max(0, ...marks.map((mark, weight) => (between.includes(mark) ? weight : 0)))
}
