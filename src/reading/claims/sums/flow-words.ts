import { clauseOf } from '../rates/rate-pairs.ts'
import type { Mention } from '../text/sentences.ts'

const comes =
  /新增|追加|调增|[核审]增|增[加补设配收发]|扩[建充]|递补|补[充录选]|(?:新|重新)[接收招购建设开办入受成立签]|接收|转入|调入|购[置入]|录[用入]|招[聘录]|纳入|迁入|划入|入[库职]|出生|引进|恢复|(?:本年|当年|全年)?收入$|加上|上年结转$|(?<![增追参附叠强])加(?:分|了)?$|新购|(?:采|收)购$|捐入|受赠/
const goes =
  /解除|减少|(?<![增])减(?:分|了)?$|扣分?$|[核审]减|[调压追缩削]减|扣[减除]|剔除|取消|退[出休回役]|关[停闭]|撤[销并减]|合并|注销|拆除|报废|核销|处置|调[出离]|转出|辞[职退]|死亡|去世|终止|停[用办产]|淘汰|否决|流标|废标|作废|不合格|退还|划出|迁出|出库|领用|调拨|[使支发借]用$|发放$|分发|配发|下拨|售出|报损|损耗|消耗|偿还|归还|清退|结清|放弃|毕业|流失|期满|销号|办结|缺[考席]|退回|驳回|不符合|未通过|脱贫|迁移|离[职任]|(?:本年|当年|全年)?支出$/
const open = /约|左右|等$|比|较|同比|占|每/

/** Whether a number tells what came (1) or went (−1); the words may stand behind it: 「2家因涉诉被取消资格」. */
export function flowOf(mention: Mention): 1 | -1 | undefined {
  const before = clauseOf(mention).trim()
  if (open.test(before)) return undefined
  const own = wayIn(before)
  if (own) return /其中/.test(before) && own > 0 ? undefined : own
  const behind = /^[\p{Script=Han}“”]{0,30}/u.exec(mention.after)?.[0] ?? ''
  return /因|被|未/.test(behind) ? wayIn(behind) : undefined
}

/** What is said last, where both are: 「撤并后新设」. */
function wayIn(words: string): 1 | -1 | undefined {
  const [more, less] = [comes, goes].map((way) => lastOf(words, way))
  if (more === less) return undefined
  return more! > less! ? 1 : -1
}

function lastOf(words: string, way: RegExp): number {
  let [last, from] = [-1, 0]
  for (let found = way.exec(words); found; found = way.exec(words.slice(from))) {
    last = from + found.index
    from = last + found[0].length
  }
  return last
}
