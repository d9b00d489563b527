import type { Mention } from '../text/sentences.ts'

/** planned: 「完成计划的」, of the plan told with what was done. */
export type Named = { readonly subject: string; readonly base: string; readonly planned?: boolean }

/** What a rate says it is of, and what it counts: before 「的」, or in a bracket beside it. */
export function baseNameIn(clause: string, after: string): Named | undefined {
  const bracket =
    /[（(](?:以|按)?([^（()）]{2,16}?)(?:作?为(?:基数|分母|基准|基础|底数?)|计算|测算)[）)](?:为|约)?$/.exec(
      clause.trim(),
    )?.[1]
  const behind = /^[（(](?:以|按)([^（()）]{2,16}?)(?:作?为(?:基数|分母|基准|基础|底数?)|计算|测算)/.exec(after)?.[1]
  const formula =
    /[（(]([\p{Script=Han}“”]{2,14})(?:[÷/]|占)([\p{Script=Han}“”]{2,14}?)(?:的(?:比例|比重))?[）)](?:为|约|达到?)?$/u.exec(
      clause.trim(),
    )
  if (formula) return { subject: core(formula[1]!), base: core(formula[2]!) }
  // 「支出进度（占累计下达数）为」
  const beside = /[（(]占([^（()）]{2,16}?)(?:的(?:比例|比重))?[）)](?:为|约|达到?)?$/.exec(clause.trim())?.[1]
  const told = bracket ?? behind ?? beside ?? /^[（(]占([^（()）]{2,16}?)(?:的(?:比例|比重))?[）)]/.exec(after)?.[1]
  if (told) return { subject: '', base: core(told) }
  const planned =
    /^(?:为|完成|相当于)((?:全年|年初|年度|本年|调整后)?(?:预算|计划|目标|任务)(?:数|任务|目标)?)的$/.exec(
      clause.trim(),
    )?.[1]
  if (planned) return { subject: '', base: core(planned), planned: true }
  const share = /^(.*?)占([^占]{2,}?)(?:的)?(?:比例|比重|比)?(?:为|达到?|约|近|[：:])*$/.exec(clause.trim())
  return share ? { subject: core(share[1]!), base: core(share[2]!) } : undefined
}

/** A name without what makes no difference: 「立案数」 is 立案, 「全部项目支出总额」 is 项目支出. */
export function core(name: string): string {
  return name
    .replace(/[“”"‘’「」\s的]|其中|分别|[（(]|[）)]/g, '')
    .replace(/^(?:全部|所有|整个|原|了|到(?![位账])|全[县市区州旗])/, '')
    .replace(/人口$/, '人')
    .replace(/(?:总额|总量|总数|合计|总计|金额|人数|户数|资金额|份数)$|(?<=.{2})[数额]$/, '')
}

/** Whether an amount bears a name: 「其中基本支出」 is 基本支出, 「收回有效问卷」 is 有效问卷. */
export function isCalled({ label }: Mention, base: string): boolean {
  const own = core(label)
  return own.length >= 2 && (own.endsWith(base) || (own.length >= 3 && base.endsWith(own)) || isBegun(own, base))
}

/** 「累计下达预算」 is what was 累计下达. */
function isBegun(own: string, base: string): boolean {
  return base.length >= 4 && /^(?:预算|资金|数|额|支出|投资)+$/.test(own.slice(base.length)) && own.startsWith(base)
}

const spendings =
  /(?<![\p{Script=Han}])(?:全部|总|全年|本年|当年|财政|部门|整体|的)*(支出|收入)(?:总额|合计|总计|决算)?$/u

/** 「占全部支出的」 is of all that was spent, no part of it: 支出; undefined where a part is named. */
export function wholeAccount(name: string): string | undefined {
  return /全部|总|全年|本年|当年|整体/.test(name) ? spendings.exec(name)?.[1] : undefined
}

/** Whether an amount is all that was spent, or came in, by its name. */
export function isWholeAccount({ label, lead }: Mention, account: string): boolean {
  const name = label.replace(/^20\d\d年度?/, '').replace(/(?:实际|累计|完成|决算|实现)/g, '')
  return !/其中|[、]/.test(lead) && spendings.exec(name)?.[1] === account && /[全总本当部整实累完决]/.test(label)
}
