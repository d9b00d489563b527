import type { Claim } from '#domain/claim.ts'
import { roleOf } from '../text/mention-role.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { addsSome } from '../sums/named-sums.ts'
import type { Mention } from '../text/sentences.ts'
import { isFullMark } from '../rates/full-marks.ts'
import { chooseEquation } from './choose-equation.ts'
import { chanceOfSlip } from './coincidence.ts'
import { type Spot, alike, before, isInOtherUnit } from './number-line.ts'
import { sumEquation } from './sum-equation.ts'

const numbers: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 }
/** 「两项合计」「三类共」「两年累计」: how many parts the total has. */
const ofSoMany =
  /(?<!第|[一二三四五][级类批][、和及至])([两二三四五六])(?:项|类|者|级|年|批|部分|段|地|次|个|方面|家|块|笔|季度|渠道)[^，。；）]{0,10}$/
const adds = /(?<![增追附参])加上?(?!强|快|大|密|班|工)/
const closing = /(?:合计|累计|共计|总计|总共|共|达到?|之和)[^，。；、]{0,12}$/

/** How many parts the words before a total say that it has. */
export function partsCounted(total: Mention): number | undefined {
  const [words, told] = ofSoMany.exec(clauseOf(total)) ?? []
  return words === undefined || told === undefined || isOrdinal(words, clauseOf(total)) ? undefined : numbers[told]
}

/** 「二批项目覆盖」「三级医院」: one of several, where nothing is said to be added up. */
function isOrdinal(words: string, clause: string): boolean {
  const isOneOf = /^二(?!者)/.test(words) || (/^[三四五六][级批]/.test(words) && clause.trimStart().startsWith(words))
  return isOneOf && !/共|计|达|和/.test(words)
}

/**
 * A total that says it sums up what was told before: 「两项合计减少预算安排13277万元」 two amounts of other clauses, 「加上以前年度已
 * 印发的19个，现行有效的制度达到26个」 the last two.
 */
export function closedTotal(line: readonly Spot[], total: Spot): Claim | undefined {
  const { mention } = total
  // 「前两项合计」 names the first of a list.
  if (mention.figure.quantity.looseness !== 'exact' || addsSome(mention)) return undefined
  const told = partsCounted(mention)
  const [last] = before(line, total, 1, 0)
  const isAdded = last !== undefined && adds.test(last.mention.lead) && alike(last, total)
  // 「合计12798户22222人」: the word stands before the first of two.
  const clause = clauseOf(mention.lead === '' && last ? last.mention : mention)
  if (!told && !isAdded && !closing.test(clause)) return undefined
  const parts = before(line, total, 16, 1).filter(
    (each) =>
      alikeLoosely(each, total) &&
      each.mention.depth >= mention.depth &&
      /plain|risen/.test(roleOf(each.mention)) &&
      !isFullMark(each.mention) &&
      !isInOtherUnit(line, each) &&
      each.mention.figure.quantity.looseness === 'exact',
  )
  const listed = countedIn(total)
  const sizes = told ? [told] : [...new Set([...listed, 2, 3])]
  return chooseEquation(
    sizes.flatMap((size) =>
      // 「甲42318人，乙18754人，丙10142人。甲乙两类合计61072人」: others may stand between.
      [0, 1, 2].flatMap((from) => {
        const list = parts.slice(from, from + size).toReversed()
        if (list.length < size || (from > 0 && !told)) return []
        const isFirst = from === 0 && (told !== undefined || isAdded || listed.includes(size))
        return [
          sumEquation(total, list, isFirst ? 0.02 : chanceOfSlip([total, ...list]) * 4, isFirst ? 'small' : undefined),
        ]
      }),
    ),
  )
}

/** 「四个季度分别为…，累计186家次」. */
function countedIn({ sentence, mention }: Spot): number[] {
  const told = /([四五六])(?:个)?(?:季度|批|类|级|项|部分|方面|地)/.exec(
    sentence.text.slice(0, mention.start - sentence.start),
  )?.[1]
  return told ? [numbers[told]!] : []
}

/** 「四个季度分别为52家、47家…，累计参会186家次」. */
function alikeLoosely(one: Spot, two: Spot): boolean {
  const [left, right] = [one, two].map(({ mention }) => mention.figure.quantity.unit)
  return (
    alike(one, two) ||
    (left!.kind === 'count' &&
      right!.kind === 'count' &&
      left!.name.replace(/次$/, '') === right!.name.replace(/次$/, ''))
  )
}
