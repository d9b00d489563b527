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
const elsewhen = /上年|去年|同期|以前年度|[比较][\p{Script=Han}]{0,12}$|增加|减少|增长|下降/u
/** What both of two or neither has to be: of the year before, of its beginning, planned, left. */
const kinds = [/上年|去年|同期/, /年初|期初|上年末|原有/, /预算|概算/, /计划|目标|任务/, /结余|剩余|结转|未/]
const general = new Set(
  '支出 资金 预算 金额 万元 全年 年度 项目 实际 完成 其中 合计 共计 分别 安排 下达 到位 累计 年末 人员 单位 情况 工作 元的 年的 达到 我县 全县 全市 全区 本年 总额 投入 补助 财政 主要 用于 比例 执行 绩效 指标 目标'.split(
    ' ',
  ),
)

/** A number with the words that may name it. */
type Named = { readonly figure: Figure; readonly words: () => string; readonly told?: ToldNumber }

/**
 * A number of the text that nothing bears out, that stands nowhere else, and is one slip of the pen away from one told
 * elsewhere of the same thing: 「到12月底支出24,234.00万元」 where the table has 24,243.00. A warning: many digits and common
 * words make chance unlikely, no more.
 *
 * isSettled   whether a rule vouched for a figure, or found it wrong, already
 */
export function slippedRepeats(reading: Reading, isSettled: (figure: Figure) => boolean): Verdict[] {
  const numbers = named(reading)
  const byLength = Map.groupBy(numbers, ({ figure }) => figure.printed.length)
  return toldNumbers(reading).flatMap((told) => {
    const { figure } = told
    if (isSettled(figure) || !mayBeRepeat(told)) return []
    const like = (byLength.get(figure.printed.length) ?? []).filter((other) => other.figure !== figure)
    const slips = like.filter((other) => isSlippedRepeat(told, other))
    if (slips.length === 0 || isToldAgain(figure, numbers)) return []
    const values = new Set(slips.map((other) => other.figure.printed))
    return values.size === 1 ? [verdictOf(told, slips[0]!.figure)] : []
  })
}

function named(reading: Reading): Named[] {
  const inText = toldNumbers(reading).map((told) => ({
    figure: told.figure,
    words: () => wordsOf(told),
    told,
  }))
  const inCells = [...cellNumbers(reading).values()].flat().map((cell) => ({
    figure: cell.figure,
    words: () => [...cell.labels, ...cell.heads].join(' '),
  }))
  return [...inText, ...inCells]
}

function wordsOf({ sentence, tail }: ToldNumber): string {
  return `${sentence.slice(-wordsBefore)} ${tail.slice(0, wordsBehind)}`
}

function mayBeRepeat({ figure, sentence }: ToldNumber): boolean {
  const { unit, looseness } = figure.quantity
  return (
    looseness === 'exact' &&
    /^(?:money|count|area|length|weight|share|score)$/.test(unit.kind) &&
    digitsIn(figure.printed) >= 3 &&
    !elsewhen.test(sentence.slice(-12))
  )
}

/** Zeros at the end tell nothing: 24243.00 has five digits. */
function digitsIn(printed: string): number {
  const [whole = '', decimals = ''] = printed.replace('-', '').split('.')
  const told = decimals.replace(/0+$/, '')
  return (told === '' ? whole.replace(/0+$/, '') : `${whole}${told}`).replace(/^0+/, '').length
}

function isToldAgain(figure: Figure, numbers: readonly Named[]): boolean {
  return numbers.some(
    (other) => other.figure !== figure && Number(inUnitOf(figure, other.figure) ?? NaN) === Number(figure.printed),
  )
}

function isSlippedRepeat(told: ToldNumber, other: Named): boolean {
  const { figure, holder, sentence } = told
  const value = inUnitOf(figure, other.figure)
  if (value === undefined || value.length !== figure.printed.length || !isSlip(figure.printed, value)) return false
  const isBeside = other.told?.holder === holder
  // Numbers of one sentence are alike and two: 「应收水费38.52万元，实收38.02万元」.
  if (isBeside && inOneSentence(sentence, other.told!.sentence)) return false
  const [own, words] = [wordsOf(told), other.words()]
  if (kinds.some((each) => each.test(own) !== each.test(words))) return false
  if (areOfTwoYears(sentence, other.told?.sentence ?? words)) return false
  const digits = Math.min(digitsIn(figure.printed), digitsIn(value))
  const isSwap = [...value].toSorted().join('') === [...figure.printed].toSorted().join('')
  const shared = sharedPairs(own, words)
  if (/share|score/.test(figure.quantity.unit.kind) && !(isSwap && digits >= 4 && shared >= 2)) return false
  if (isSwap) return digits >= 5 ? shared >= 1 : shared >= 2 && (digits === 4 || isBeside)
  // Budget and spending of one thing lie one digit apart often enough.
  return digits >= 6 ? shared >= 1 : digits === 5 && shared >= 2
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

function verdictOf(told: ToldNumber, other: Figure): Verdict {
  const bare = other.quantity.unit.kind === 'none'
  const twin = bare
    ? { ...other, quantity: { ...other.quantity, unit: told.figure.quantity.unit }, unit: told.figure.unit }
    : other
  const terms = [told.figure, twin].map((figure) => ({ name: told.lead, figure }))
  const form = { is: 'equal', terms } as const
  const because = '两处只差一处笔误，所指是否同一个数请看上下文'
  return judgeEqual({ rule: slippedRepeatRule, form, certain: false, because, quote: told.figure.place }, form)
}
