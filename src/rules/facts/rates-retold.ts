import { fitsRatio, meets } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import type { Reading } from '#domain/reading.ts'
import { significantDigits } from '#domain/significance.ts'
import { contradiction } from '../claims/contradiction.ts'
import type { Rule, Verdict } from '../rule.ts'
import { type ToldNumber, toldNumbers } from './told-numbers.ts'

/** Amounts of fewer digits are met by chance. */
const fewestDigits = 5
/** So many numbers before a rate of the whole another amount may be the whole. */
const reach = 3
/** Of what a table reckons rates of, as text and head call them. */
const rateWord = /(执行|完成|到位|支出|支付|拨付|使用)(?:率|进度)$/
/** Right before the rate: the word alone, or with what says that it is of the whole amount. */
const plain =
  /^(?:[其即][\p{Script=Han}]{0,2})?(?:部门|单位|项目|资金|总体|整体|综合|全年|年度|本年|财政|预算|[的总])*(?:执行|完成|到位|支出|支付|拨付|使用)(?:率|进度)(?:为|是|达到?|仅为?)?$/u
const other = /年初|上年|去年|同期|比|较|序时|目标|平均|其中/
const ofWhole = /部门|总体|整体|综合/

type TableRate = { readonly word: string; readonly rate: Figure; readonly amount: Figure; readonly base: Figure }

/**
 * A text that gives an amount and right behind it what rate that is gives the rate which a table reckons of the same amount:
 * 「全年实际支出67274.78万元，预算执行率95.68%」 beside a row 70311.39, 67274.78, 95.68. 财预〔2020〕10号: the rate of execution is of
 * the budget of the whole year, not of the one at its beginning.
 */
export const ratesRetold: Rule = {
  id: 'I71.rate',
  title: '正文中一笔金额的比率与表中同一金额的比率一致',
  source: '财预〔2020〕10号：预算执行率=全年执行数÷全年预算数；本系统核对规则（正文与附表一致）',
  judge(reading) {
    const rates = Map.groupBy(ratesOfTables(reading), ({ amount }) => baseValue(amount.quantity).toFixed())
    if (rates.size === 0) return [{ outcome: 'not-applicable' }]
    const told = toldNumbers(reading)
    return told.flatMap((each, at) => judge(each, told.slice(Math.max(0, at - reach), at), rates))
  },
}

function isMore(one: Figure, two: Figure): boolean {
  return one.quantity.unit.kind === 'money' && baseValue(one.quantity).gt(baseValue(two.quantity))
}

/** What tables print as the rate of an amount of money, and reckon right. */
function ratesOfTables({ claims }: Reading): TableRate[] {
  return claims.flatMap(({ rule, form }) => {
    if (!rule.startsWith('table.') || form.is !== 'ratio' || form.also || form.without) return []
    const [, word] = rateWord.exec(form.rate.name) ?? []
    const { figure: amount } = form.numerator
    const isMoney = amount.quantity.unit.kind === 'money' && significantDigits(amount.printed) >= fewestDigits
    const fits = fitsRatio(
      form.rate.figure.quantity,
      intervalOf(amount.quantity),
      intervalOf(form.denominator.figure.quantity),
    )
    return word && isMoney && fits ? [{ word, rate: form.rate.figure, amount, base: form.denominator.figure }] : []
  })
}

/** `earlier`: the numbers before it, the last right before. */
function judge(
  told: ToldNumber,
  earlier: readonly ToldNumber[],
  rates: ReadonlyMap<string, readonly TableRate[]>,
): Verdict[] {
  const { figure, lead } = told
  if (figure.quantity.unit.kind !== 'share' || figure.quantity.looseness !== 'exact' || !plain.test(lead)) return []
  const before = earlier.at(-1)
  if (before?.holder !== told.holder || !told.sentence.startsWith(before.sentence) || other.test(before.lead)) return []
  // 「支出20917万元，其中…项目支出14127万元，总体执行率97.35%」
  if (ofWhole.test(lead) && earlier.some((each) => each.holder === told.holder && isMore(each.figure, before.figure)))
    return []
  const [, word] = /(执行|完成|到位|支出|支付|拨付|使用)(?:率|进度)/.exec(lead) ?? []
  const same = (rates.get(baseValue(before.figure.quantity).toFixed()) ?? []).filter((each) => each.word === word)
  const [first] = same
  if (!first || before.figure.quantity.unit.kind !== 'money') return []
  const own = intervalOf(figure.quantity)
  if (same.some(({ rate }) => meets(own, intervalOf(rate.quantity))))
    return [{ outcome: 'holds', figures: [figure.id, first.rate.id] }]
  if (new Set(same.map(({ rate }) => rate.printed)).size > 1)
    return [{ outcome: 'undetermined', missing: `${before.figure.text}的${word}率是哪一个` }]
  return [mismatch(told, before, first)]
}

function mismatch({ figure, lead }: ToldNumber, before: ToldNumber, { word, rate, base }: TableRate): Verdict {
  const terms = [
    { name: lead, figure },
    { name: '表中', figure: rate },
    { name: '金额', figure: before.figure },
    { name: '表中的分母', figure: base },
  ]
  const because = '表中同一金额的比率是按上下文找到的'
  const claim = {
    rule: 'I71.rate',
    form: { is: 'equal', terms: terms.slice(0, 2) },
    certain: false,
    because,
    ...(word === '执行' ? { firm: true as const } : {}),
    quote: figure.place,
  } as const
  return contradiction(claim, {
    message: `正文写${before.figure.text}的${lead}${figure.text}，表中同一金额按${base.printed}计算是${rate.printed.replace(/%$/, '')}%`,
    expression: `${before.figure.printed} ÷ ${base.printed} = ${rate.printed.replace(/%$/, '')}% ≠ ${figure.text}`,
    terms,
  })
}
