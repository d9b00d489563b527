import { clauseOf, fitsRate, isAmount } from './rate-pairs.ts'
import { addsUp } from '../sums/adds-up.ts'
import type { Mention } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

const numerals = '一二三四五六'
const quotes = /[“”"‘’「」]/g

/**
 * The items of a list that a rate counts together: 「前两项合计占」, 「三类资产合计占」 behind three, 「中央和省级资金合计占」 and
 * 「满意率（满意和基本满意）」 by their names, 「优良率」, 「中级以上职称占」 down to the named one. Undefined where the words name none.
 */
export function itemsCounted(rate: Mention, here: readonly Mention[]): readonly Mention[] | undefined {
  const lead = rate.lead.replace(quotes, '').trim()
  const clause = clauseOf({ ...rate, lead: lead.replace(bracketEnd, '') })
  if (!together.test(lead)) return undefined
  const whole = listBefore(here)
  if (whole.length < 2) return undefined
  // 「在岗95人；在编人员中，高级职称16人、…」: a segment has its own list.
  const own = whole.slice(
    Math.max(
      0,
      whole.findLastIndex((each) => /[；。]|中[，,]/.test(each.lead)),
    ),
  )
  const list = own.length >= 2 ? own : whole
  const first = /前([二两三四])[项类个种者]/.exec(clause)?.[1]
  if (first && /占|[率度]/.test(clause)) return atLeastTwo(list.slice(0, countOf(first)))
  const inBracket =
    bracketEnd.exec(lead)?.[1] ??
    (/满意[率度]/.test(clause) ? /^[（(]([^（()）]+)[）)]/.exec(rate.after)?.[1] : undefined)
  if (inBracket && /[率度]/.test(clause)) return ofNames(inBracket.split('占')[0]!, list, clause)
  if (/优良率/.test(clause)) return atLeastTwo(list.filter((each) => /^(?:优秀?|良好?)$/.test(gradeOf(each))))
  const down = /^[，,；;]?(\p{Script=Han}{1,3})及?以上(?:\p{Script=Han}{0,4})占/u.exec(clause)?.[1]
  if (down)
    return atLeastTwo(list.slice(0, list.findIndex(({ label }) => label.replace(/的$/, '').startsWith(down)) + 1))
  const subject = /^(.*?)占/.exec(clause)?.[1]
  if (subject === undefined) return undefined
  const all = /([两二三四五六])(?:[项类种个者]|\p{Script=Han}{2})\p{Script=Han}{0,6}?(?:合计|共计|之和|共)$/u.exec(
    subject,
  )?.[1]
  if (all) return countOf(all) <= whole.length ? atLeastTwo(whole.slice(-countOf(all))) : undefined
  return /[和与及、]/.test(subject) ? ofNames(subject, list, '') : undefined
}

/** One of these stands in what names several. */
const together = /前[二两三四]|满意[率度]|[率度][（(]|优良率|以上|[两二三四五六].*[计和共]占|[和与及、加].*占/
const bracketEnd = /[（(]([^（()）]{2,20})[）)](?:为|达到?|约|是)*$/

function countOf(numeral: string): number {
  return numeral === '两' ? 2 : numerals.indexOf(numeral) + 1
}

function atLeastTwo(items: readonly Mention[]): readonly Mention[] | undefined {
  return items.length >= 2 ? items : undefined
}

/** The run of amounts of one kind that ends before the rate; shares of each may stand between, what sums them up does not. */
function listBefore(here: readonly Mention[]): readonly Mention[] {
  const amounts = here.filter((each) => isAmount(each) && each.figure.quantity.looseness === 'exact')
  const last = amounts.at(-1)
  if (!last) return []
  const from = amounts.findLastIndex((each) => !sameKind(each, last) || each.depth !== last.depth) + 1
  const run = amounts.slice(from)
  // What a list is taken from stands before it: 「有效问卷288份，很满意201份，…」.
  const total = run.findIndex(
    (each, at) => run.length - at > 2 && !/优|满意/.test(each.label) && addsUp(each, run.slice(at + 1)),
  )
  return run.slice(total + 1)
}

function gradeOf({ label }: Mention): string {
  return label
    .replace(quotes, '')
    .replace(/等[次级]|的$/g, '')
    .replace(/^.*[为是]/, '')
}

/** The items that 「甲和乙」 names, each by the end or the beginning of what it is called. */
function ofNames(said: string, list: readonly Mention[], clause: string): readonly Mention[] | undefined {
  const bare = said
    .replace(quotes, '')
    .replace(/^(?:含|包括|其中)/, '')
    .replace(/(?:合计|之和|共计|[两三二四][项类者])+$/, '')
  const names = bare.split(/[和与及、]|加/).map((name) => name.replace(/(?:资金|支出|补助|经费|人数|问卷|的)+$/, ''))
  // 「满意率（含较满意）」
  const all = said.startsWith('含') && /满意[率度]/.test(clause) ? ['满意', ...names] : names
  if (all.length < 2 || all.some((name) => name.length < 1)) return undefined
  const items = all.map((name) => {
    const called = list.filter((each) => isCalled(each, name))
    return called.length === 1 ? called[0] : undefined
  })
  return items.every((each) => each !== undefined) && new Set(items).size === items.length
    ? (items as Mention[])
    : undefined
}

function isCalled({ label }: Mention, name: string): boolean {
  const own = label.replace(quotes, '').replace(/(?:资金|支出|补助|经费|人数|的)+$/, '')
  if (/满意$/.test(name)) return /[^\p{Script=Han}]*((?:很|非常|比较|较|基本|不)?满意)$/u.exec(own)?.[1] === name
  return own === name || (name.length >= 2 && (own.endsWith(name) || own.startsWith(name)))
}

const returned = /(?<!未)(?:收回|回收|有效|接通|实收|返回)|(?:访问|访谈|调查)[^，]{0,6}$/

/** What the items are taken from: the amount the rate names, what the whole list adds up to, or the questionnaires that came back. */
export function baseOf(
  rate: Mention,
  counted: readonly Mention[],
  here: readonly Mention[],
  bases: readonly Mention[],
): Mention | undefined {
  const named = /占([^占，（(）)]{2,}?)(?:的)?(?:比例|比重)?[）)]?(?:为|达到?|约)*$/.exec(
    rate.lead.replace(quotes, ''),
  )?.[1]
  const called = named?.replace(/总额|总数|合计|全部|的|人数|人员$|数$/g, '')
  const byName =
    called === undefined || called.length < 2
      ? []
      : bases.filter(
          ({ label }) =>
            label.endsWith(called) || (label.length >= 2 && (called.endsWith(label) || called.startsWith(label))),
        )
  if (byName.length > 0) return oneValue(byName)
  if (called !== undefined && called.length >= 2) return undefined
  const list = listBefore(here)
  const whole = bases.findLast(
    (each) => list.length >= 2 && counted.every((item) => list.includes(item)) && addsUp(each, list),
  )
  if (whole) return whole
  const shared = bases.find((base) => hasShares(counted, here, base))
  if (shared) return shared
  return counted.every(({ label }) => /满意/.test(label))
    ? bases.findLast((each) => returned.test(clauseOf(each)))
    : undefined
}

/** 「甲45.52亿元，占资产总额的38.01%；乙33.90亿元，占28.30%；…三类合计占」: each is told as a share of the same amount. */
function hasShares(counted: readonly Mention[], here: readonly Mention[], base: Mention): boolean {
  const shares = counted.flatMap((numerator) => {
    const next = here[here.indexOf(numerator) + 1]
    return next?.figure.quantity.unit.kind === 'share' && /占/.test(next.lead) ? [{ next, numerator }] : []
  })
  return shares.length >= 2 && shares.every(({ next, numerator }) => fitsRate(next, { numerator, denominator: base }))
}

/** The last where all print one value. */
function oneValue(mentions: readonly Mention[]): Mention | undefined {
  return new Set(mentions.map(({ figure }) => figure.printed)).size === 1 ? mentions.at(-1) : undefined
}
