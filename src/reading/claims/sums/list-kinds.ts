import { Big } from 'big.js'
import type { UnitKind } from '#domain/unit.ts'
import { addIntervals, fitsRatio, meets } from '#domain/arithmetic.ts'
import { addsUp, sumOf } from './adds-up.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { roleOf } from '../text/mention-role.ts'
import { oneSlipAway } from '../doubts/one-slip-away.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

/** 「基本支出1889.12万元，预算1902.35万元，执行率99.30%；其中人员经费1714.26万元，…」: the amount before that the list makes. */
export function otherWhole(
  sentence: Sentence,
  total: Mention,
  from: number,
  list: readonly Mention[],
): Mention | undefined {
  if (list.length < 2) return undefined
  return sentence.mentions.slice(0, from).find(
    (each) =>
      each !== total &&
      roleOf(each) === 'plain' &&
      sameKind(each, total) &&
      addsUp(each, list) &&
      // 「78600万元（7.86亿元）」: the total itself, told more coarsely.
      !addsUp(each, [total]),
  )
}

/** 「存活8944例（上年末8426例，新增762例，死亡244例）」: what went is taken off. */
export function rollsForward({ figure }: Mention, list: readonly Mention[]): boolean {
  const signed = list.map((each) => {
    const value = intervalOf(each.figure.quantity)
    const isLost = /死亡|减少|注销|迁出|转出|退出|核减|调减|支出|报废|处置/.test(each.label)
    return isLost ? { low: value.high.times(-1), high: value.low.times(-1) } : value
  })
  return signed.some(({ high }) => high.lt(0)) && meets(intervalOf(figure.quantity), addIntervals(signed))
}

/** 「毕业生1268人，其中就业486人、升学745人，就业升学率97.08%」: a rate behind the list says how much of the whole it is. */
export function isRateOf(sentence: Sentence, total: Mention, list: readonly Mention[]): boolean {
  const last = list.at(-1)!
  const rate = sentence.mentions[sentence.mentions.indexOf(last) + 1]
  if (rate?.figure.quantity.unit.kind !== 'share') return false
  const whole = intervalOf(total.figure.quantity)
  // 「提案187件，其中会后17件，经审查立案175件，立案率93.58%」: what has a rate of its own is of the whole, not beside the others.
  const isActed = roleOf(rate) === 'ratio' && fitsRatio(rate.figure.quantity, intervalOf(last.figure.quantity), whole)
  return isActed || fitsRatio(rate.figure.quantity, sumOf(list), whole)
}

/** 「查处31351起，包括甲8745起、…、其他17362起，其中非现场19438起」: 其中 is of what the list is of, not of its last part. */
export function isOfWholeList(sentence: Sentence, last: Mention, part: Mention): boolean {
  const own = baseValue(part.figure.quantity)
  return (
    baseValue(last.figure.quantity).lt(own) &&
    /^[、，,]/.test(last.lead.trim()) &&
    sentence.mentions.some(
      (each) => each.start < last.start && sameKind(each, last) && baseValue(each.figure.quantity).gte(own),
    )
  )
}

/** 「大牲畜存栏860头，其中牛610头、驴70头、马180匹」: what is listed may be counted by another word. */
export function mixedList(
  sentence: Sentence,
  total: Mention,
  flat: readonly Mention[],
): readonly Mention[] | undefined {
  const last = flat.at(-1)
  if (!last || total.figure.quantity.unit.kind !== 'count') return undefined
  const list = [...flat]
  for (const each of sentence.mentions.slice(sentence.mentions.indexOf(last) + 1)) {
    const isNext = each.depth === last.depth && /^[、，；和及]/.test(each.lead)
    if (!isNext || each.figure.quantity.unit.kind !== 'count' || roleOf(each) !== 'plain') return undefined
    list.push(each)
    if (list.length >= 3 && addsUp(total, list)) return list
  }
  return undefined
}

/** 「共37户37人，其中农村37人；一档5人、二档20人、三档12人」: who are all of one kind are taken apart by another. */
export function isAllOf(total: Mention, part: Mention, others: readonly Mention[]): boolean {
  const [whole, own] = [total, part].map(({ figure }) => baseValue(figure.quantity))
  return (
    whole!.eq(own!) &&
    ((others.length >= 2 && addsUp(total, others)) || (others.length >= 3 && oneSlipAway(total, others)))
  )
}

/**
 * 「查出违规资金820万元，其中县本级310万元；查出管理不规范资金5600万元，其中县本级4900万元；促进增收45万元」: where things that have a part
 * each are told behind semicolons, what stands behind the next semicolon is another of them.
 */
export function isAmongOthers(sentence: Sentence, total: Mention, part: Mention): boolean {
  const own = /其中[：:]?\s*([^，；：:\d]{2,})$/.exec(part.lead)?.[1]
  return (
    own !== undefined &&
    !/[：:]/.test(part.lead) &&
    sentence.mentions.some(
      (each) => each.end <= total.start && each.depth === part.depth && each.lead.endsWith(`其中${own}`),
    )
  )
}

const quantities: ReadonlySet<UnitKind> = new Set(['count', 'area', 'weight', 'length'])

/** 「卫生技术人员860人，其中医师390人，护士430人」: 其中 may name the larger kinds alone, where no 、 makes one list of them. */
export function isLoose(total: Mention, list: readonly Mention[]): boolean {
  const { kind } = total.figure.quantity.unit
  return quantities.has(kind) && !list.slice(1).every(({ lead }) => /^[、和及]/.test(lead.trim()))
}

/** 「诉求2844件，其中咨询类1246件，占63.7%；求助类567件，占29.0%；其他143件，占7.3%」: shares that make 100% leave nothing out. */
export function sharesAreAll({ mentions }: Sentence, list: readonly Mention[]): boolean {
  if (list.length < 3) return false
  const shares = list.map((each) => mentions[mentions.indexOf(each) + 1])
  if (!shares.every((each) => each !== undefined && roleOf(each) === 'share')) return false
  return meets(
    intervalOf({ ...shares[0]!.figure.quantity, value: new Big(100), decimals: 2 }),
    addIntervals(shares.map((each) => intervalOf(each!.figure.quantity))),
  )
}

/** Every part is told by its 科目. */
export function isByAccount(list: readonly Mention[]): boolean {
  const account = /(?:^|\D)2\d{4}(?:\d{2})?\D|科目$|[（(][类款项][)）]/
  return list.length >= 3 && list.every(({ lead }) => account.test(lead))
}
