import { type Scale, type Unit, points, unitOf } from '#domain/unit.ts'

const names =
  '亿元|百万元|万元|千元|元|%|％|㎡|m²|m2|平方米|亩|公里|人次|人|个|件|分|户|家|辆|台|套|吨|天|项|次|栋|座|处|所|场|期|份|册|条'
const bracketed = new RegExp(String.raw`[（(][^（()）]{0,8}?(万?(?:${names}))[)）]`)
const announced = new RegExp(String.raw`(?:单位|计量单位)[:：]?[（(]?(?:人民币)?(${names})`)
const bare = new RegExp(String.raw`^(${names})$`)
const scaled = /^(亿|百万|万|千)?(元)$/

/** 「元/吨」 */
const price = /^[^/／]{1,3}[/／][^/／]{1,3}$/
const several = /单位[:：](?:人民币)?([^（()）。；;\s]{2,30})/
/**
 * The unit that a head, label or caption names for the numbers under it: 「金额（万元）」「单位：万元」「(㎡)」; undefined when it names
 * none. Of several it is that of money, 「单位：个、万元、分」: what is counted and points are told by the heads of their columns.
 */
export function unitInText(text: string): Unit | undefined {
  const [money, ...others] = unitsListed(text).filter((each) => scaled.test(each))
  if (money !== undefined) return others.length === 0 ? namedUnit(money) : undefined
  const found = bracketed.exec(text)?.[1] ?? announced.exec(text)?.[1]
  return found ? namedUnit(found) : undefined
}

/** The units a caption lists, none where it lists but one or something else. */
function unitsListed(text: string): readonly string[] {
  const list = several.exec(text)?.[1]?.split(/[、，,和及]/) ?? []
  const isList =
    list.length >= 2 &&
    list.every((each) => bare.test(each.replace(/^万(?!元)/, '')) || each === '倍' || price.test(each))
  return isList ? list : []
}

/** The unit a cell of a 「计量单位」 column prints: 万元, %, 个. */
export function namedUnit(text: string): Unit {
  const money = scaled.exec(text)
  if (money) return unitOf('元', (money[1] ?? '') as Scale)
  const many = /^万(?!元)(.+)$/.exec(text)?.[1]
  if (many) return unitOf(/^(?:m²|m2|平方米)$/.test(many) ? '㎡' : many, '万')
  if (text === '％') return unitOf('%')
  if (/^(m²|m2|平方米)$/.test(text)) return unitOf('㎡')
  return unitOf(bare.test(text) ? text : text.slice(0, 6))
}

const counted = /(户|村|人|次|个|件|台|套|辆|场|期|篇|处|座|所|项|宗|头|只|组|栋|项目)数$/

/** Heads of columns that count people without saying 人: 「编制数」「退休人员」「年末实有」「调出」. */
const ofPeople = /(?:编制数?|(?:在职|在编|在岗|实有|离休|退休|编外|聘用|供养)(?:人员|用工)?|调入|调出)$/

/** The unit of a head that says what it counts: 「受益户数」 counts 户. */
export function countedUnit(head: string): Unit | undefined {
  if (ofPeople.test(head)) return unitOf('人')
  const word = /人次$/.test(head) ? '人次' : counted.exec(head)?.[1]
  return word ? unitOf(word === '项目' ? '个' : word) : undefined
}

const scored =
  /^(?:指标|标准|权重|满分|自评|实际|复核|核查|评价|专家|综合)?(?:分值|权重分?|满分|得分|分数|评分|扣分|自评分|复核分)$/

/** Points under a head that says so: 「权重分」「得分」 print 15 for exactly 15 points. */
export function scoredUnit(head: string): Unit | undefined {
  return scored.test(head) ? points : undefined
}

/** The money of a price head: 「补助标准（元/人）」 is in 元. */
export function priceUnit(head: string): Unit | undefined {
  const word = /[（(](亿元|万元|千元|元)[/／每]/.exec(head)?.[1]
  return word ? namedUnit(word) : unitInText(head)
}
