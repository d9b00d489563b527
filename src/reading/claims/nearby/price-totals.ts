import type { Price } from './price-counts.ts'
import { type Spot, alike, before, isTerm } from './number-line.ts'

const farthest = 60
const blocks = 12
/** Names that many amounts bear. */
const general = /^(?:资金|支出|收入|预算|合计|金额|经费|投入|补助|补贴|费用|成本|造价|投资|标准|总额)$/
const deeds =
  /^(?:全年|共|已|累计|当年|实际|本年)*(?:完成|实施|新增|新建|开展|组织|运营|管理|涉及|购置|举办|补助|选派)?/

/**
 * Amounts told farther before a mean, by their names: its own (「人均公用经费」 of 「公用经费」), that of what is counted
 * (「完成敬老院改造6所，平均每所」 of 「敬老院改造786.40万元」), the sentence's own beginning, or its paragraph's heading.
 */
export function totalsNamed(line: readonly Spot[], price: Price, counts: readonly Spot[]): Spot[] {
  const names = namesOf(price, counts)
  if (names.length === 0) return []
  return before(line, price.spot, farthest, blocks).filter(
    (each) =>
      alike(each, price.spot) &&
      isTerm(each) &&
      each.mention.label.length >= 3 &&
      names.some((name) => bearsName(each.mention.label, name)),
  )
}

/** What the total may be called; each of three characters at least. */
function namesOf({ spot, core }: Price, counts: readonly Spot[]): string[] {
  const { sentence } = spot
  const counted = counts
    .filter((each) => each.sentence === sentence)
    .map(({ mention }) => mention.label.replace(deeds, ''))
  const { text } = sentence.paragraph
  const heading = /^[（(]?[一二三四五六七八九十\d]*[）).．、\s]*([\p{Script=Han}]{3,12})[。：]/u.exec(text)?.[1]
  const subject = /^([\p{Script=Han}]{3,10}?)(?:占|按|支出)/u.exec(sentence.text)?.[1]
  return [core, ...counted, heading, subject].filter(
    (name): name is string => name !== undefined && name.length >= 3 && !general.test(name),
  )
}

function bearsName(label: string, name: string): boolean {
  const own = label.replace(/(?:支出|经费|资金|补助)$/, '')
  return label.endsWith(name) || (own.length >= 3 && own === name.replace(/(?:支出|经费|资金|补助)$/, ''))
}
