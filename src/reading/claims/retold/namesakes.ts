const general =
  /^(?:资金|支出|收入|预算|合计|金额|经费|安排|占比|比例|面积|总额|人数|项目|人员|数量|投入|补助|补贴|标准|费用|其他|全年|本年|完成|实际|支付|拨付|下达|到位)*$/
const opening = /^(?:按照?|占|为|将|在|从|较|比|与|和|对|由|以|把|其中|上述|前述|该|这|此|共|的|即)+/
/** One of two that are called alike bears these: then they are two. */
const apart =
  /预算|决算|计划|实际|执行|上年|中央|省|市级|县级|区级|镇级|自筹|配套|第[一二三四五]|[一二三四]期|[一二三四]标|上半年|下半年|男|女|城镇|农村|城市|新增|新建|改建|在职|退休|专任|有效|合格|剩余|未|已|应|结余|财政|政府|基本|项目|人员|公用|调整|追加|首|尾|增|减|其他|主要/

/** Whether two names of numbers are of one thing: the same, or one the end of the other and nothing that tells them apart. */
export function areNamesakes(left: string, right: string): boolean {
  const [one, two] = [left, right].map((name) => name.replace(opening, '').replace(/(?:的|金额|总额|数)$/, ''))
  if (general.test(one!) || general.test(two!)) return false
  if (one === two) return one!.length >= 2
  const [short, long] = one!.length < two!.length ? [one!, two!] : [two!, one!]
  if (short.length < 3 || !long.endsWith(short)) return false
  return !apart.test(long.slice(0, -short.length))
}

const time = /20\d\d年度?|全年|本年度?|当年|年度|累计|总共|共|合计|实际|已|了/g

/** What a name is without the words that any amount of a year may bear: 支出 of 「全年共支出」. */
export function coreOf(name: string): string {
  return name
    .replace(opening, '')
    .replace(time, '')
    .replace(/(?:的|资金|金额|总额|数)+$/, '')
}

/** How many characters the longest stretch has that two names share. */
export function longestShared(one: string, other: string): number {
  let most = 0
  for (let from = 0; from < one.length; from++)
    for (let to = from + most + 1; to <= one.length; to++) {
      if (!other.includes(one.slice(from, to))) break
      most = to - from
    }
  return most
}

/** Whether a name is another one with words left out: 「轮换稻谷」 of 「轮换县级储备稻谷」; both end alike. */
export function isShortened(name: string, full: string): boolean {
  if (name.length < 4 || name.slice(-2) !== full.slice(-2)) return false
  let at = 0
  for (const sign of full) if (sign === name[at]) at++
  return at === name.length
}
