import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { wholeOf } from '../sums/grade-counts.ts'
import { roleOf } from '../text/mention-role.ts'
import { fitsRate, isAmount, ratio } from './rate-pairs.ts'
import { carriedTotal } from '../text/sentence-heads.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { amongPair } from './among-pair.ts'
import { sameKind } from '../text/terms.ts'

/** 「占X的P%」: the nearest amount before it, over the amount that X names, that fits, or that the other shares agree on. */
export function shareClaim(
  sentence: Sentence,
  rate: Mention,
  here: readonly Mention[],
  earlier: readonly Mention[],
): Claim | undefined {
  // 「非常满意与满意之和占有效问卷的91%」: of several amounts taken together.
  if (
    /之和|合计|两项|三项|二者|两者/.test(
      rate.lead
        .split(/[，,；;]/)
        .at(-1)
        ?.split('占')[0] ?? '',
    )
  )
    return undefined
  const told = amountBehind(sentence, rate)
  if (told) {
    const [whole, ...others] = here.filter(
      (each) => isAmount(each) && sameKind(each, told) && !amountOf(sentence, each),
    )
    return whole && others.length === 0
      ? ratio(
          sentence,
          rate,
          { numerator: told, denominator: whole },
          'rate.share',
          fitsRate(rate, { numerator: told, denominator: whole }),
        )
      : undefined
  }
  const numerator =
    here.findLast((each) => isAmount(each) && each.depth <= rate.depth) ?? here.findLast((each) => isAmount(each))
  const claim = numerator && shareOf(sentence, rate, numerator, here, earlier)
  return claim?.certain && isNamedOtherwise(rate, numerator!)
    ? { ...claim, certain: false, because: '比率的分子、分母按上下文判断' }
    : claim
}

/** 「公立医院支出占25%，为0.8亿元」: what the share makes is told right behind it. */
function amountBehind({ mentions }: Sentence, rate: Mention): Mention | undefined {
  const next = mentions[mentions.indexOf(rate) + 1]
  const isMade = next && /^[，,（(]\s*(?:即|计|为|约为|金额为?|数额为|折合)(?:约|人民币)?$/.test(next.lead.trim())
  return isMade && isAmount(next) ? next : undefined
}

/** Whether an amount is told as what a share right before it makes. */
function amountOf({ mentions }: Sentence, amount: Mention): boolean {
  const before = mentions[mentions.indexOf(amount) - 1]
  return (
    before !== undefined &&
    before.figure.quantity.unit.kind === 'share' &&
    /^[，,（(]\s*(?:即|计|为|约为|金额)/.test(amount.lead.trim())
  )
}

/** 「其中纯电动672辆、插电式148辆、天然气80辆，新能源车辆占91.11%」: the share has a name that the number before it has not. */
function isNamedOtherwise(rate: Mention, { label }: Mention): boolean {
  const subject = /^([\p{Script=Han}]{3,8})占$/u.exec(afterLast(rate.lead, '，,；;').trim())?.[1]
  if (subject === undefined || /^(?:其中|分别|资金|所?占|该|上述|以上|合计)/.test(subject)) return false
  const pairs = Array.from(subject.slice(1), (_, at) => subject.slice(at, at + 2))
  return !pairs.some((pair) => label.includes(pair))
}

function shareOf(
  sentence: Sentence,
  rate: Mention,
  numerator: Mention,
  here: readonly Mention[],
  earlier: readonly Mention[],
): Claim | undefined {
  if (/[。；;]/.test(rate.lead) && here.indexOf(numerator) !== here.length - 1) return undefined
  const named = baseName(rate)
  if (isOfAnother(rate, numerator)) return undefined
  const among = named === '' ? amongPair(here.filter(isAmount)) : undefined
  if (among) return ratio(sentence, rate, among, 'rate.share', true)
  const behind = namedBehind(sentence, rate, named)
  if (behind && sameKind(behind, numerator))
    return ratio(sentence, rate, { numerator, denominator: behind }, 'rate.share', true)
  return overOneOfThese(sentence, rate, numerator, named, here, earlier)
}

/** Over the amount that X names, that fits, or that the other shares of the sentence are of. */
function overOneOfThese(
  sentence: Sentence,
  rate: Mention,
  numerator: Mention,
  named: string,
  here: readonly Mention[],
  earlier: readonly Mention[],
): Claim | undefined {
  const others = [...earlier.slice(-60), ...here].filter(
    (each) => each !== numerator && sameKind(each, numerator) && isAmount(each),
  )
  const near = others.slice(-12)
  const meant = named.length >= 2 ? near.filter((each) => alike(each.label, named)) : []
  const byName = meant.length > 0 || !planned.test(named) ? meant : near.filter((each) => planned.test(each.lead))
  const fitting =
    (byName.length > 0 ? byName : near).findLast((each) => fitsRate(rate, { numerator, denominator: each })) ??
    others.findLast((each) => byName.length === 0 && agreesWithSeries(sentence, each, named))
  if (fitting) return ratio(sentence, rate, { numerator, denominator: fitting }, 'rate.share', true)
  // 「占任务数的56.4%」「占年初预算的30.1%」: of its own plan, which is not told here.
  if (byName.length === 0 && /任务|目标|计划|预算/.test(named)) return undefined
  const carried = wholeOf(numerator, [...earlier, ...here]) ?? carriedTotal(sentence, earlier, numerator)
  const unfit =
    byName.length > 0
      ? namedBase(byName, here)
      : (listTotal(here, numerator, named) ?? (carried && { denominator: carried, certain: false }))
  return unfit && ratio(sentence, rate, { numerator, denominator: unfit.denominator }, 'rate.share', unfit.certain)
}

/** 「占目标任务的」: of what was planned, whatever it was. */
const planned = /目标|计划|任务/

/** 「…，城关镇占55.7%」: of what its own clause names, and that is not the amount before it. */
function isOfAnother(rate: Mention, { label }: Mention): boolean {
  const parts = rate.lead.split(/[，,；;]/)
  const subject = (parts.at(-1)?.split('占')[0] ?? '').replace(/[“”"‘’「」\s其中分别约各]/g, '')
  return parts.length > 1 && /[乡镇村县市区率]$/.test(subject) && !label.includes(subject) && !subject.includes(label)
}

/** What the share is said to be of: 「占“三公”经费的」 → 三公经费. */
function baseName(rate: Mention): string {
  const clause = afterLast(rate.lead, '，,；;')
  const name = /占(?:了|到|全部|整个)?(.*?)(?:的)?(?:比例|比重|比)?(?:为|达到|达|约|近|超过)*$/
  return name.exec(clause.replace(/[“”"‘’「」]/g, ''))?.[1] ?? ''
}

/** 「占项目支出总额的93.40%（项目支出总额7832.10万元）」: the base follows in a bracket, by its name. */
function namedBehind({ mentions }: Sentence, rate: Mention, named: string): Mention | undefined {
  const next = mentions[mentions.indexOf(rate) + 1]
  if (!next || named.length < 2 || !/^[（(]/.test(rate.after.trim())) return undefined
  return next.label.includes(named.replace(/总额|总量|合计|的/g, '')) ? next : undefined
}

type Unfit = { readonly denominator: Mention; readonly certain: boolean }

/** The last amount of that name: certain where the sentence itself prints it and no other value bears the name. */
function namedBase(byName: readonly Mention[], here: readonly Mention[]): Unfit {
  const denominator = byName.at(-1)!
  const values = new Set(byName.map((each) => each.figure.printed))
  return { denominator, certain: values.size === 1 && here.includes(denominator) }
}

/** The total whose list the amount stands in. */
function listTotal(here: readonly Mention[], numerator: Mention, named: string): Unfit | undefined {
  const denominator = here.find(
    (each) =>
      each !== numerator && sameKind(each, numerator) && isAmount(each) && /其中|包括|：|:|分别/.test(each.after),
  )
  const certain = named === '' || /^(?:总|比|$)|支出|收入|预算|资金|全/.test(named)
  return denominator && { denominator, certain }
}

/** Whether most of the sentence's other shares of what bears this name are shares of this amount. */
function agreesWithSeries(sentence: Sentence, denominator: Mention, named: string): boolean {
  const pairs = sentence.mentions.flatMap((rate, at) => {
    const numerator = sentence.mentions.slice(0, at).findLast(isAmount)
    // A share of 0 % says nothing of what it is a share of.
    return roleOf(rate) === 'share' &&
      isOneName(baseName(rate), named) &&
      !rate.figure.quantity.value.eq(0) &&
      numerator &&
      numerator !== denominator &&
      sameKind(numerator, denominator)
      ? [{ rate, numerator }]
      : []
  })
  const fitting = pairs.filter(({ rate, numerator }) => fitsRate(rate, { numerator, denominator })).length
  const isExact = pairs.every(({ rate }) => rate.figure.quantity.decimals >= 2)
  return (fitting >= 2 && fitting * 2 > pairs.length) || (isExact && pairs.length === 2 && fitting === 1)
}

/** 「占总支出的57.23%」 and 「占42.77%」 may be of one amount, 「占到位资金的」 and 「占总投资的」 are not. */
function isOneName(left: string, right: string): boolean {
  return left === '' || right === '' || left.includes(right) || right.includes(left)
}

function alike(label: string, name: string): boolean {
  const bare = name.replace(/的|总额|总量|总数|合计/g, '')
  if (/^(?:本年|当年|年度|全年|总|项目|部门)*(?:支出|收入|预算|资金|经费|决算)$/.test(bare)) {
    return (
      /^(?:20\d\d年?|年度|年|本年|当年|全年|总|部门|财政拨款|合计|总计|\s)*(?:支出|收入|预算|资金|经费|决算)(?:合计|总计|总额)?$/.test(
        label,
      ) && label.includes(bare.slice(-2))
    )
  }
  return (
    bare.length >= 2 && (label.endsWith(bare) || label.includes(name) || (label.length >= 3 && bare.endsWith(label)))
  )
}
