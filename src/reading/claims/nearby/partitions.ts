import { baseValue } from '#domain/quantity.ts'
import type { Mention } from '../text/sentences.ts'
import { isLoose } from '../sums/list-kinds.ts'
import { closedSetOf } from '../sums/closed-sets.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { isFullMark } from '../rates/full-marks.ts'
import { partsCounted } from './closed-totals.ts'
import type { Spot } from './number-line.ts'

/** What takes a total apart in full, told right before its first part: 「按规模分」「由…组成」「具体为」. */
const takesApart =
  /[按从][^，。；]{1,12}(?:划分|分布|分|统计|看|类)|由[^，。；]{0,12}$|由[^，。；]{1,6}组成|各类别?中|分为|等[级次]为|来源[为是：]|构成|组成|分别|具体[为是]/
const within = /([\p{Script=Han}]{1,12})中[，,]/u
const grades = /优|良|中|差|合格|满意/
const kinds = /[类级型]$/
/** What makes up a whole between them, each told once. */
const shares: readonly (readonly RegExp[])[] = [
  [/完成|完工|竣工|已/, /在建|正在|办理中|整改中/, /未/],
  [/行政/, /事业/],
  [/城[市镇]/, /农村|乡村/],
  [/男/, /女/],
  [/集中/, /分散/],
  [/网上|线上/, /窗口|线下|现场/],
  [/国家|中央/, /地方/],
  [/[市省]级|[市省]本级/, /[县区]/],
  [/上半年/, /下半年/],
  [/小学/, /初中|中学/],
  [/以?内/, /以?外/],
  [/新建/, /改建|扩建|续建/],
  [/第一批/, /第二批/],
  [/本级/, /下级|所属|转移/],
]

/** How a list takes its total apart: in so many words, by kinds of one thing, or not told. */
export type Partition = 'told' | 'kin' | undefined

/**
 * Whether the words say that the parts are all there are.
 *
 * between   the text from the total to the first part, where they stand next to each other
 */
export function partitionOf(total: Mention, parts: readonly Spot[], between: string | undefined): Partition {
  const [first] = parts
  const text = between ?? first!.mention.lead
  if (
    /等[^级次]|主要|(?:位列|位居|居)[^，。；]{0,12}前[两三四五六七八九十]|部分(?!组成|构成)|。.*。/.test(text) ||
    isFullMark(first!.mention) ||
    // Of a team the two most telling are named, not all.
    (parts.length === 2 && /(?:组成|构成)，其中/.test(text))
  )
    return undefined
  const labels = parts.map(({ mention }) => mention.label)
  if (isRounded(labels) || takesApart.test(text) || (parts.length >= 3 && isWithin(total, parts, text))) return 'told'
  if (between === undefined) return undefined
  const isKin =
    closedSetOf(labels, total.label) ||
    partsCounted(total) === parts.length ||
    shares.some((set) => set.length === labels.length && set.every((word, at) => word.test(labels[at]!))) ||
    (parts.length >= 3 && (labels.every((label) => kinds.test(label)) || areOfOneKind(labels))) ||
    (parts.length >= 3 && (labels.every((label) => grades.test(label)) || areListedAlike(total, parts))) ||
    areNamedBefore(labels, total)
  return isKin ? 'kin' : undefined
}

/** 「专业公共卫生机构中，…」 takes apart what it names, 「其中，…」 what was told. */
function isWithin(total: Mention, parts: readonly Spot[], text: string): boolean {
  const found = within.exec(text)
  if (!found) return false
  const named = found[1]!
  // 「其中，」 may name the larger kinds alone.
  if (named.endsWith('其')) {
    const mentions = parts.map(({ mention }) => mention)
    return !isLoose(total, mentions)
  }
  return found.index === 0 || named.length < 2 || clauseOf(total).includes(named.slice(-2))
}

/** 「储备规模36000吨，玉米21000吨、水稻9000吨、大豆6000吨」: nothing but names and one mark stands between them. */
function areListedAlike(total: Mention, parts: readonly Spot[]): boolean {
  const whole = baseValue(total.figure.quantity)
  if (
    !/^\p{Script=Han}{0,6}[，：]/u.test(parts[0]!.mention.lead) ||
    parts.some(({ mention }) => baseValue(mention.figure.quantity).gte(whole))
  )
    return false
  const marks = new Set(parts.slice(1).map(({ mention }) => mention.lead.trim()[0]))
  const [mark] = marks
  return (
    marks.size === 1 &&
    (mark === '、' || mark === '，') &&
    parts.every(
      ({ at, mention: { lead, label } }, place) =>
        (place === 0 || at === parts[place - 1]!.at + 1) &&
        lead.trim().replace(place === 0 ? /^\p{Script=Han}*[，：]/u : /^[、，]/, '') === label &&
        label.length <= 14,
    )
  )
}

/** 「走访用人单位、培训机构和见习基地48家，用人单位17家、…」: the total's own clause names each of them. */
function areNamedBefore(labels: readonly string[], { lead }: Mention): boolean {
  return labels.length >= 2 && labels.every((label) => label.length >= 2 && lead.includes(label))
}

/** 「食品类124件、…、其他案件38件」: what the others are is told, too. */
function isRounded(labels: readonly string[]): boolean {
  return labels.length >= 3 && /^(?:其他|其它|其余)|(?:及|和)其[他它余]$/.test(labels.at(-1)!)
}

/** 「雨量站96个、水位站47个、多要素气象站25个」: different things of one word. */
function areOfOneKind(told: readonly string[]): boolean {
  const labels = told.map((label) => label.replace(/的$/, ''))
  const ending = labels[0]?.at(-1)
  return (
    ending !== undefined &&
    !/[金额资费元数为的]/.test(ending) &&
    new Set(labels).size === labels.length &&
    labels.every((label) => label.length >= 2 && label.endsWith(ending))
  )
}
