import type { Figure } from '#domain/fact.ts'
import type { Reading } from '#domain/reading.ts'
import { isSlip } from '#domain/slip.ts'
import { judgeEqual } from '../claims/judge-simple.ts'
import type { Verdict } from '../rule.ts'
import { type ToldNumber, cellNumbers, inUnitOf, toldNumbers } from './told-numbers.ts'

/** The rule under which slipped repeats are told. */
export const slippedRepeatRule = 'fact.retold'
/** Whose words may name a number: those right before and behind it. */
const wordsBefore = 24
const wordsBehind = 8
const wideBefore = 48
const elsewhen = /上年|去年|同期|以前年度|[比较][\p{Script=Han}]{0,12}$|增加|减少|增长|下降/u
/** What both of two or neither has to be: of the year before, of its beginning, planned, left. */
const kinds = [
  /上年|去年|同期/,
  /年初|期初|上年末|原有/,
  /预算|概算/,
  /计划|目标|任务/,
  /结余|剩余|结转|未/,
  /控制价|限价/,
]
/** 「病房10360平方米…十层，每层1036平方米」: what each of ten has is a tenth. */
const tens = /(?<![\d.])100*(?![\d.])|[十百](?![一二三四五六七八九十])/
const ofEach = /(?:每\p{Script=Han}{1,4}|均\p{Script=Han}{0,3}|单价)$/u
const general = new Set(
  '支出 资金 预算 金额 万元 全年 年度 项目 实际 完成 其中 合计 共计 分别 安排 下达 到位 累计 年末 人员 单位 情况 工作 元的 年的 达到 我县 全县 全市 全区 本年 总额 投入 补助 财政 主要 用于 比例 执行 绩效 指标 目标'.split(
    ' ',
  ),
)

/**
 * A number with the words that may name it.
 *
 * words  those right before and behind it, or those of its row and column
 * wide   those of its sentence and of the one before
 * before what stands before it
 */
type Named = {
  readonly figure: Figure
  readonly words: () => string
  readonly wide: () => string
  readonly before: () => string
  readonly told?: ToldNumber
}

/**
 * A number that nothing bears out, that stands nowhere else, and is one slip of the pen away from one told elsewhere of
 * the same thing: 「到12月底支出24,234.00万元」 where the table has 24,243.00. A warning: many digits and common words make
 * chance unlikely, no more. Of two cells neither is held against the other: their heads are no words of their own.
 *
 * vouched    the figures that a rule vouched for
 * isSettled  whether a rule did, or found a figure wrong, already
 */
export function slippedRepeats(
  reading: Reading,
  vouched: ReadonlySet<number>,
  isSettled: (figure: Figure) => boolean,
): Verdict[] {
  const numbers = named(reading)
  const byLength = Map.groupBy(numbers, ({ figure }) => figure.printed.length)
  const byDigits = Map.groupBy(numbers, ({ figure }) => digitsOf(figure.printed))
  return numbers.flatMap((own) => {
    const { figure } = own
    if (isSettled(figure) || !mayBeRepeat(own)) return []
    const like = new Set([
      ...(byLength.get(figure.printed.length) ?? []),
      ...(byDigits.get(digitsOf(figure.printed)) ?? []),
    ])
    const slips = [...like].filter(
      (other) => other.figure !== figure && isSlippedRepeat(own, other, vouched.has(other.figure.id)),
    )
    if (slips.length === 0 || isToldAgain(figure, numbers)) return []
    const values = new Set(slips.map((other) => other.figure.printed))
    return values.size === 1 ? [verdictOf(own, slips[0]!.figure)] : []
  })
}

function named(reading: Reading): Named[] {
  const inText = toldNumbers(reading).map((told) => ({
    figure: told.figure,
    words: () => `${told.sentence.slice(-wordsBefore)} ${told.tail.slice(0, wordsBehind)}`,
    wide: () => `${told.before.slice(-wideBefore)} ${told.tail}`,
    before: () => told.sentence,
    told,
  }))
  const inCells = [...cellNumbers(reading).values()].flat().map((cell) => {
    const words = () => [...cell.labels, ...cell.heads].join(' ')
    return { figure: cell.figure, words, wide: words, before: words }
  })
  return [...inText, ...inCells]
}

function mayBeRepeat({ figure, before }: Named): boolean {
  const { unit, looseness } = figure.quantity
  return (
    looseness === 'exact' &&
    /^(?:money|count|area|length|weight|share|score)$/.test(unit.kind) &&
    digitsIn(figure.printed) >= 3 &&
    !elsewhen.test(before().slice(-12))
  )
}

/** Zeros at the end of whole numbers tell nothing: 24243.00 has five digits, 92.70 four. */
function digitsIn(printed: string): number {
  return /\.0*[1-9]/.test(printed) ? printed.replace(/[-.]/g, '').replace(/^0+/, '').length : digitsOf(printed).length
}

function digitsOf(printed: string): string {
  return printed.replace(/[-.]/g, '').replace(/^0+|0+$/g, '')
}

function isToldAgain(figure: Figure, numbers: readonly Named[]): boolean {
  return numbers.some(
    (other) => other.figure !== figure && Number(inUnitOf(figure, other.figure) ?? NaN) === Number(figure.printed),
  )
}

function isSlippedRepeat(own: Named, other: Named, isVouched: boolean): boolean {
  const { figure } = own
  if (!own.told && !other.told) return false
  const value = inUnitOf(figure, other.figure)
  if (value === undefined || !isSlip(figure.printed, value)) return false
  const isShift = digitsOf(value) === digitsOf(figure.printed)
  if (isShift ? other.figure.quantity.unit.kind !== figure.quantity.unit.kind : value.length !== figure.printed.length)
    return false
  const isBeside = own.told !== undefined && other.told?.holder === own.told.holder
  // Numbers of one sentence are alike and two: 「应收水费38.52万元，实收38.02万元」.
  if (isBeside && inOneSentence(own.told!.sentence, other.told!.sentence)) return false
  const [words, others] = [own.words(), other.words()]
  if (kinds.some((each) => each.test(words) !== each.test(others))) return false
  if (areOfTwoYears(own.before(), other.before())) return false
  if (isShift && ofEach.test(own.before()) !== ofEach.test(other.before()) && tens.test(own.wide() + other.wide()))
    return false
  const digits = Math.min(digitsIn(figure.printed), digitsIn(value))
  const isSwap = isShift || [...value].toSorted().join('') === [...figure.printed].toSorted().join('')
  const shared = sharedPairs(words, others)
  if (/share|score/.test(figure.quantity.unit.kind) && !(isSwap && digits >= 4 && shared >= 2)) return false
  // Digits that are the same but for their order, or the point, are so by chance far more seldom.
  const wide = isSwap && digits >= 4 && shared < 2 ? sharedPairs(own.wide(), other.wide()) : shared
  if (isSwap) return digits >= 5 ? wide >= 1 : wide >= 2 && (digits === 4 || isBeside)
  // Budget and spending of one thing lie one digit apart often enough.
  return digits >= 6 ? shared >= 1 || isVouched : digits === 5 && shared >= (isVouched ? 1 : 2)
}

/** Whether the years told last before two numbers differ: 「2022年支出2365.92万元。2023年支出2366.92万元」. */
function areOfTwoYears(one: string, two: string): boolean {
  const [year, other] = [one, two].map((words) => /.*(20\d\d)年/su.exec(words)?.[1])
  return year !== undefined && other !== undefined && year !== other
}

/** Whether what stands before two numbers of one paragraph is of one sentence, parted by semicolons or not. */
function inOneSentence(one: string, two: string): boolean {
  return one.startsWith(two.slice(0, 12)) || two.startsWith(one.slice(0, 12))
}

/** How many pairs of characters both have, but for those that any number may have. */
function sharedPairs(one: string, two: string): number {
  const found = new Set<string>()
  for (let at = 0; at + 1 < one.length; at++) {
    const pair = one.slice(at, at + 2)
    if (/^\p{Script=Han}{2}$/u.test(pair) && !general.has(pair) && two.includes(pair)) found.add(pair)
  }
  return found.size
}

function verdictOf({ figure, told, words }: Named, other: Figure): Verdict {
  const bare = other.quantity.unit.kind === 'none'
  const twin = bare
    ? { ...other, quantity: { ...other.quantity, unit: figure.quantity.unit }, unit: figure.unit }
    : other
  const name = told?.lead ?? words()
  const terms = [figure, twin].map((each) => ({ name, figure: each }))
  const form = { is: 'equal', terms } as const
  const because = '两处只差一处笔误，所指是否同一个数请看上下文'
  return judgeEqual({ rule: slippedRepeatRule, form, certain: false, because, quote: figure.place }, form)
}
