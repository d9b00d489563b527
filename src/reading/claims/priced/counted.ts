import type { Mention } from '../text/sentences.ts'
import { unitPriceOf } from './unit-prices.ts'

const people = ['人', '名', '位', '人次']
/** The measure words of what a price is for one of, where they are not its own first character. */
const units: Readonly<Record<string, readonly string[]>> = {
  人: people,
  名: people,
  位: people,
  生: people,
  口: ['口', '人'],
  车: ['辆', '台'],
  辆: ['辆', '台'],
  台: ['台', '台套', '辆'],
  套: ['套', '台套'],
  案: ['件', '起', '宗'],
  次: ['次', '人次', '户次', '批次', '车次', '场次'],
  园: ['所', '家', '个'],
  校: ['所', '个'],
  社: ['家', '个'],
  企: ['家', '户', '个'],
  店: ['家', '个'],
  站: ['座', '个', '站'],
  点: ['个', '处'],
  村: ['个', '村'],
  户: ['户', '家'],
  家: ['家', '户', '个'],
  份: ['份', '件'],
  只: ['只', '头', '羽'],
  床: ['张', '床'],
  队: ['支', '个'],
  平方米: ['㎡', '平方米'],
  公里: ['公里', '千米'],
  米: ['米', '延米'],
}
/** 「66支工作队」「36个行政村」: what is counted is named behind its measure word. */
const general = /^(?:个|支|家|名|位|所|座|处|只|条|项)$/
const unreal =
  /(?:差|少|缺|短缺|多|超)[了出]?$|计划|目标|任务|应(?!急)|上年|去年|同期|另|未|超过|不少于|最多|限|预计|预算/

/** Whether a number counts what a price is for one of. */
export function isCountOf(mention: Mention, per: string): boolean {
  const { unit, looseness, value } = mention.figure.quantity
  if (looseness !== 'exact' || value.lte(0) || !/^(?:count|area|weight|length|none)$/.test(unit.kind)) return false
  if (unitPriceOf(mention)) return false
  // 「75万页」: of a measure word nobody knows, the text behind it tells.
  if (unit.kind === 'none') return unit.scale !== '' && mention.after.startsWith(per)
  const names = units[per]
  if (
    names
      ? names.includes(unit.name) && (!general.test(unit.name) || isNamed(mention, per, unit.name))
      : unit.name.startsWith(per)
  )
    return true
  return (
    general.test(unit.name) &&
    (new RegExp(`^[\\p{Script=Han}]{0,4}${per}`, 'u').test(mention.after) ||
      // 「采样断面16个，每个断面」: or before its number.
      (unit.name === '个' && new RegExp(`${per}[\\p{Script=Han}]{0,2}$`, 'u').test(mention.label)))
  )
}

/** 「村」 counted in 「个」 has to be named; people in 「名」 have not. */
function isNamed({ after, label }: Mention, per: string, name: string): boolean {
  if (name !== '个' || per.length !== 1) return true
  return new RegExp(`^[\\p{Script=Han}]{0,4}${per}`, 'u').test(after) || label.includes(per)
}

/** Whether a number was only wanted, or is of another year. */
export function isUnreal({ lead }: Mention): boolean {
  return unreal.test(lead.replace(/^.*[，；。]/u, ''))
}
