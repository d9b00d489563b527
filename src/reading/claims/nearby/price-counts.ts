import { clauseOf } from '../rate-pairs.ts'
import { type Spot, alike, behind, isTerm } from './number-line.ts'

/** What stands for one: 「每公里」「平均每家」「户均」, and measures of each. */
const each =
  /(?:每(平方米|公里|公斤|人次|[\p{Script=Han}])|(人|户|村|亩|车|生|件|案|家|笔|次|均)均|单(车))[\p{Script=Han}、]*$/u
const people = ['人', '名', '位', '人次']
const unitsBy: Readonly<Record<string, readonly string[]>> = {
  人: people,
  名: people,
  位: people,
  生: people,
  车: ['辆', '台'],
  案: ['件', '起', '宗'],
  村: ['个', '个村', '村'],
  个: ['个', '所', '家', '处', '座'],
  月: ['个月', '月'],
  户: ['户', '家'],
  家: ['家', '户', '个'],
  份: ['份', '件', '名', '人'],
}

/** What a price or a mean is for one of: 人 of 「人均」, 公里 of 「每公里」. */
export function perWordOf(clause: string): string | undefined {
  const found = each.exec(clause)
  return found?.[1] ?? found?.[2] ?? found?.[3]
}

/** Whether a number counts what the price is for. */
export function isCounted({ mention, at }: Spot, price: Spot, perWord: string): boolean {
  const { unit } = mention.figure.quantity
  if (/单价$/.test(clauseOf(price.mention).trim())) return at === price.at - 1 && unit.kind === 'count'
  if (perWord === '人' && /(?:岗位|职位|名额)$/.test(mention.label)) return true
  return unitsBy[perWord]?.includes(unit.name) ?? unit.name.startsWith(perWord)
}

/** Whether a total is told in what the price is: 「168人次，平均每批次8人」: what was done so often is counted in the same. */
export function isPricedIn(total: Spot, price: Spot): boolean {
  const [whole, each] = [total, price].map(({ mention }) => mention.figure.quantity.unit)
  return (
    alike(total, price) ||
    (whole!.kind === 'count' &&
      each!.kind === 'count' &&
      /次$/.test(whole!.name) &&
      (each!.name === '次' || whole!.name === `${each!.name}次`))
  )
}

/** 「公用经费372.78万元，按年末在职人数平均，人均2.18万元」: the staff were told where the posts are. */
export function staffNamed(line: readonly Spot[], price: Spot): Spot[] {
  const { sentence, mention } = price
  const word = /按[^，；。]{0,6}(在职|实有|在编|在岗)[^，；。]{0,6}(?:平均|计算|测算)/.exec(
    sentence.text.slice(0, mention.start - sentence.start),
  )?.[1]
  if (!word) return []
  const told = line.filter(
    (each) =>
      people.includes(each.mention.figure.quantity.unit.name) && isTerm(each) && each.mention.label.includes(word),
  )
  return new Set(told.map(({ value }) => value)).size === 1 ? told.slice(0, 1) : []
}

/** The numbers of the sentence behind: 「人均补助标准为89元。按常住人口43.6万人测算，应筹集3880.4万元」. */
export function inNextSentence(line: readonly Spot[], price: Spot): Spot[] {
  let at = price.at + 1
  while (line[at]?.sentence === price.sentence) at++
  const first = line[at]
  return first?.sentence.block === price.sentence.block ? [first, ...behind(line, first)].slice(0, 3) : []
}
