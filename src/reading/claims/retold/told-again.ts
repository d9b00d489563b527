import { meets } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { intervalOf } from '#domain/quantity.ts'
import { unitFactor } from '#domain/unit.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { unitPriceOf } from '../priced/unit-prices.ts'
import { areNamesakes, coreOf, isShortened, longestShared } from './namesakes.ts'
import { isSlippedApart } from './one-amount.ts'

/** Papers that show once more what was told. */
const papers =
  /凭证|发票|票据|票面|清单|回单|账[簿面户务]|明细|协议|银行|流水|收据|[出入领]库单|记录|台账|卡片|结算单|验收单|相符|一致|吻合|对账/
/** 「将450万元全额拨付」「全部186人」「在288份有效问卷中」: nothing but the number says what is meant. */
const bare =
  /^(?:(?:而|并|且|但|现)*(?:全部|所有|这|该|此|上述|以上|前述|在|从|以|对|按|用|分配|当年|本次|的)*|[\p{Script=Han}\d]{0,14}[将把])$/u
const asWhole =
  /^的?(?:[\p{Script=Han}]{0,8}?中(?!央|心|标|小|医|型|学|级|低)|[\p{Script=Han}]{0,8}(?:全[部额数线程段域]|足额|悉数|如数|均|都|由|用于|已|按|分))/u
const unlike = /每|均|下降|增长|提高|增加|减少|另|[一二三四]季度|上半年|下半年|[-—至]\d+月/
/** What both or neither of two have to bear to be one. */
const markers = [/上年|去年|同期|以前年度/, /目标|计划|任务|拟/, /预算|概算/, /应(?!急)|需/, /未|剩余|结余|尚/, /调整/]
/** Sentences in which a number is told again. */
const reach = 4
const fewestDigits = 2

/**
 * A number told again in its paragraph under the same name, by papers in another unit, or by nothing but itself, one slip
 * of the pen away: 「管道全长28.4千米…管道总长计24800米」, 「回收有效问卷288份。在298份有效问卷中」.
 */
export function toldAgain(sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence, at) =>
    sentence.mentions.flatMap((again) => {
      if (!isTelling(again)) return []
      const near = sentences
        .slice(Math.max(0, at - reach), at + 1)
        .filter(({ block, row, cell }) => block === sentence.block && row === sentence.row && cell === sentence.cell)
      const all = near.flatMap(({ mentions }) => mentions).filter((each) => areAlike(each, again))
      const others = all.filter(
        (each) =>
          each.start < again.start &&
          isTelling(each) &&
          !isItemBeside(sentence, each, again) &&
          isToldAgain(each, again) &&
          yearOf(sentence.paragraph.text, each) === yearOf(sentence.paragraph.text, again),
      )
      const [first] = others
      if (!first || others.length > 1 || (isElsewhere(again, all) && isElsewhere(first, all))) return []
      const terms = [first, again].map((each) => ({ ...termOf(each), name: first.label }))
      return [
        {
          rule: 'fact.retold',
          form: { is: 'equal', terms },
          certain: false,
          because: '两处只差一处笔误，所指是否同一个数请看上下文',
          quote: quoteOf(sentence, again.start, again.end),
        } satisfies Claim,
      ]
    }),
  )
}

/**
 * 「甲类4个，安排资金618万元；乙类3个，安排资金518万元」「满意212份、较满意221份」: two items of one sentence. 「编制90名（行政34名），在职86人（行政
 * 43人）」: brackets behind two heads.
 */
function isItemBeside({ start, end, paragraph }: Sentence, one: Mention, again: Mention): boolean {
  if (one.start < start || again.end > end) return false
  const between = paragraph.text.slice(one.end, again.start)
  if (one.depth > 0 && one.depth === again.depth && /[）)][^（()）]*[^（()）\s][（(]/.test(between)) return true
  return /[；;]/.test(between) || (/^[、，,]/.test(between) && !pointsBack(again) && nameOf(one) !== nameOf(again))
}

/** 「按合同价1268万元的一定比例」, 「入库单记载平板电脑280台」. */
function pointsBack(again: Mention): boolean {
  return isBare(again) || papers.test(again.lead) || /^[按以从将对该此]/.test(nameOf(again))
}

/** What stands right before a number, behind the last number and the last sign. */
function nameOf(mention: Mention): string {
  return clauseOf(mention).replace(/^.*[、,\d]/u, '')
}

function isTelling(mention: Mention): boolean {
  const { unit, looseness } = mention.figure.quantity
  const role = roleOf(mention)
  return (
    /^(?:money|count|length|weight|area)$/.test(unit.kind) &&
    looseness === 'exact' &&
    /^(?:plain|risen|base)$/.test(role) &&
    digitsOf(mention) >= fewestDigits &&
    !unlike.test(clauseOf(mention)) &&
    !unitPriceOf(mention)
  )
}

/** The last year told before a number. */
function yearOf(text: string, { start }: Mention): string | undefined {
  return /.*(20\d\d)年/su.exec(text.slice(0, start))?.[1]
}

function clauseOf({ lead }: Mention): string {
  return lead.replace(/^.*[，；。：]/u, '').trim()
}

/** Zeros that end it tell nothing where one digit stands before them, or behind the point. */
function digitsOf({ figure: { printed } }: Mention): number {
  const digits = printed.replace('.', '').replace(/^0+/, '')
  const told = digits.replace(/0+$/, '').length
  return told < fewestDigits || printed.includes('.') ? told : digits.length
}

function areAlike(one: Mention, two: Mention): boolean {
  const [a, b] = [one.figure.quantity.unit, two.figure.quantity.unit]
  return sameKind(one, two) || (a.kind === b.kind && /^(?:length|weight)$/.test(a.kind))
}

function isToldAgain(first: Mention, again: Mention): boolean {
  if (!isSlippedApart(first.figure, again.figure)) return false
  if (markers.some((each) => each.test(clauseOf(first)) !== each.test(clauseOf(again))) && !isBare(again)) return false
  const isLong = Math.min(digitsOf(first), digitsOf(again)) > fewestDigits
  if (
    areInTwoUnits(first, again) &&
    (papers.test(again.lead) ||
      longestShared(first.label, again.label) >= 4 ||
      (isLong && isShortened(again.label, first.label)))
  )
    return true
  if (isLong && papers.test(again.lead) && longestShared(first.label, again.label) >= 3) return true
  if (isBare(again)) return isLong || isNamedBehind(first, again)
  // A name that stands farther before is that of a list.
  if (![first, again].every(({ lead, label }) => lead.includes(label.slice(-2)))) return false
  return mayBeOne(first, again) && (areNamesakes(first.label, again.label) || isSameCore(first, again))
}

/** What was planned of a thing and what it cost lie a digit apart often enough: amounts need more digits, or two swapped. */
function mayBeOne(first: Mention, again: Mention): boolean {
  const digits = Math.min(digitsOf(first), digitsOf(again))
  if (first.figure.quantity.unit.kind !== 'money') return digits > fewestDigits
  const [one, two] = [first, again].map(({ figure }) => [...figure.printed].toSorted().join(''))
  return digits >= 5 || (digits === 4 && one === two)
}

/** 「全年共支出386.5万元」 and 「全年支出368.5万元」: words that any amount may bear, but digits that few do. */
function isSameCore(first: Mention, again: Mention): boolean {
  const core = coreOf(first.label)
  return core.length >= 2 && core === coreOf(again.label)
}

function areInTwoUnits({ figure: one }: Mention, { figure: two }: Mention): boolean {
  return !unitFactor(one.quantity.unit).eq(unitFactor(two.quantity.unit))
}

function isBare(mention: Mention): boolean {
  return bare.test(clauseOf(mention)) && asWhole.test(mention.after)
}

/** 「有效问卷288份」 and 「288份有效问卷中」 */
function isNamedBehind({ label, after: behind }: Mention, { after }: Mention): boolean {
  const noun = /^的?([\p{Script=Han}]{2,8}?)(?:中|全|足|悉|如|均|都|由|已|按|分)/u.exec(after)?.[1]
  return noun !== undefined && (label.endsWith(noun) || behind.startsWith(noun))
}

/** Whether a number stands once more: what equals another one is told of that. */
function isElsewhere(mention: Mention, all: readonly Mention[]): boolean {
  const own = intervalOf(mention.figure.quantity)
  return all.some((each) => each !== mention && meets(own, intervalOf(each.figure.quantity)))
}
