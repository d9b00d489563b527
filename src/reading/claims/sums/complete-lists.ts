import type { Claim } from '#domain/claim.ts'
import { meets } from '#domain/arithmetic.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { oneSlipAway, oneSmallSlipAway } from '../doubts/one-slip-away.ts'
import { clause, isItem, kinds, runFrom, stretchBefore } from './list-runs.ts'
import { fitsRate } from '../rates/rate-pairs.ts'
import { addsUp, sumOf } from './adds-up.ts'
import { isSinceThen } from './no-part.ts'
import {
  areComplements,
  areKin,
  areNamed,
  goesOnBehind,
  isSaidComplete,
  isTheRest,
  kindsTold,
  mayBeOpen,
  nothingElse,
  topicOf,
} from './said-complete.ts'

/** Sentences back from the list to what it takes apart. */
const reach = 2
const longestIntro = 60
/** Points may be taken off, or weigh. */
const taken = /扣|失分/

/**
 * Lists that their words say are complete — so many kinds, nothing else, the two halves of a year, what is left — against the
 * number of their kind before them, however far they are apart: 「水库97座。分规模看，大型1座，中型4座，小型92座」. Read last, of
 * numbers nothing else was read of; nothing of their kind may stand between.
 *
 * told   the claims of these sentences; the answer has them, too
 */
export function completeLists(told: readonly Claim[], sentences: readonly Sentence[]): readonly Claim[] {
  const found = sentences.flatMap((sentence, at) => {
    if (sentence.mentions.length < 2) return []
    const before = sentences
      .slice(Math.max(0, at - reach), at)
      .filter(({ block, row, cell }) => block === sentence.block && row === sentence.row && cell === sentence.cell)
    return listsIn(sentence, before)
  })
  return found.reduce<readonly Claim[]>(added, told)
}

type Told = { readonly claim: Claim; readonly sure: boolean }

/** A list takes the place of a doubtful one of its numbers; what adds up, or is a slip of the pen away, stays as it is. */
function added(told: readonly Claim[], { claim, sure }: Told): readonly Claim[] {
  const own = new Set(idsOf(claim))
  if (told.some((each) => isDifferenceOf(each, own) || isWrongRateOf(each, own))) return told
  const rivals = told.filter((each) => idsOf(each).filter((id) => own.has(id)).length >= 2)
  const isPart = (each: Claim) => sure && idsOf(each).every((id) => own.has(id)) && idsOf(each).length < own.size
  return rivals.some((each) => (stands(each) && !isPart(each)) || (each.rule !== claim.rule && isNearly(each)))
    ? told
    : [...told.filter((each) => !rivals.includes(each)), claim]
}

/** A rate of two of the numbers was told that does not fit: that is what is wrong. */
function isWrongRateOf({ form }: Claim, own: ReadonlySet<number>): boolean {
  return (
    form.is === 'ratio' &&
    [form.numerator, form.denominator].every(({ figure }) => own.has(figure.id)) &&
    !fitsRate(form.rate, form)
  )
}

/** What lies between two of the numbers was told, and holds or is a slip away. */
function isDifferenceOf({ form }: Claim, own: ReadonlySet<number>): boolean {
  if (form.is !== 'difference') return false
  const parts = [form.subtrahend, form.result]
  return (
    [form.minuend, ...parts].every(({ figure }) => own.has(figure.id)) &&
    (addsUp(form.minuend, parts) || oneSlipAway(form.minuend, parts) || oneSmallSlipAway(form.minuend, parts))
  )
}

function stands({ form, certain }: Claim): boolean {
  if (form.is !== 'sum' || form.relation !== 'equals') return false
  return addsUp(form.total, form.parts) || (certain && oneSlipAway(form.total, form.parts))
}

/** What tells more of the numbers, 「剩余5个」 for 3个, and is a slip away. */
function isNearly({ form }: Claim): boolean {
  if (form.is !== 'sum') return false
  return oneSlipAway(form.total, form.parts) || oneSmallSlipAway(form.total, form.parts)
}

function idsOf({ form }: Claim): readonly number[] {
  if (form.is !== 'sum') return []
  return [form.total, ...form.parts].map(({ figure }) => figure.id)
}

function listsIn(sentence: Sentence, before: readonly Sentence[]): Told[] {
  const all = [...before, sentence].flatMap(({ mentions }) => mentions)
  const seen = new Set<Mention>()
  return sentence.mentions.flatMap((first) => {
    if (seen.has(first) || !isItem(first)) return []
    const alike = all.filter((each) => sameKind(each, first) && each.depth <= first.depth)
    const list = listFrom(sentence, alike, first)
    if (!list) return []
    for (const each of list.items) seen.add(each)
    return claimOf(sentence, list, alike).map((claim) => ({ claim, sure: list.sure }))
  })
}

/** `sure`: a part of it that adds up by itself is no rival. */
type List = { readonly total: Mention; readonly items: readonly Mention[]; readonly sure: boolean }

function listFrom(sentence: Sentence, alike: readonly Mention[], first: Mention): List | undefined {
  const { text } = sentence.paragraph
  const at = alike.indexOf(first)
  const last = alike[at - 1]
  if (!last) return undefined
  const announced = announcementOf(last, text, first)
  const introduction = introOf(text, Math.max(last.end, sentence.start), first)
  const before = alike.slice(0, announced === undefined ? at : at - 1)
  const run = runFrom(
    text,
    alike.slice(at).filter((each) => each.end <= sentence.end),
  )
  const total = totalBefore(before, introduction)
  if (!total || !isBound(sentence, total, first)) return undefined
  const many = announced ?? kindsTold(introduction)
  const counted = many !== undefined && many >= 2 && run.length >= many ? run.slice(0, many) : undefined
  if (many !== undefined && !counted) return undefined
  const items = counted ? withRest(text, counted, alike) : run
  if (items.length < 2 || !isFit(total, items, text)) return undefined
  return judged({ sentence, alike, total, items, introduction, isCounted: counted !== undefined })
}

type Found = {
  readonly sentence: Sentence
  readonly alike: readonly Mention[]
  readonly total: Mention
  readonly items: readonly Mention[]
  readonly introduction: string
  readonly isCounted: boolean
}

/** The list, if the words say that it is all there is. */
function judged({ sentence, alike, total, items, introduction, isCounted }: Found): List | undefined {
  const { text } = sentence.paragraph
  const [first, last] = [items[0]!, items.at(-1)!]
  const labels = items.map((each) => labelled(text, each, alike[alike.indexOf(each) - 1]))
  const isNamed = areNamed(labels, total.lead)
  if (!isNamed && topicOf(introduction) === undefined && !isFirst(text, total, alike)) return undefined
  const list = text.slice(first.start, last.end).replace(/[（(][^（()）]*[）)]/g, '')
  const tail = text.slice(last.end, sentence.end + 16)
  if (mayBeOpen(isCounted ? '' : introduction.replace(isNamed ? /[内包]?含|包括/ : /^$/, ''), list)) return undefined
  if (goesOnBehind(tail) || (isCounted && /主要|其中|等(?!级)/.test(introduction))) return undefined
  if (isCounted) return { total, items, sure: true }
  // 「一是民生支出…；二是…」: some are heads of others.
  if (/[一二三四]是/.test(list)) return undefined
  // 「一是民生支出…；二是…」: some are heads of others.
  if (/[一二三]是/.test(introduction + text.slice(first.start, sentence.end))) return undefined
  if (!endsThere(text, last, alike, sentence)) return undefined
  if (nothingElse.test(tail.slice(0, 24))) return { total, items, sure: true }
  const isWhole =
    isNamed ||
    isSaidComplete(introduction, labels) ||
    (topicOf(introduction) !== undefined && areKin(labels, total.label)) ||
    isTheRest(stretchBefore(text, last, items.at(-2)), items.length)
  return isWhole ? { total, items, sure: areKin(labels, total.label) || areComplements(labels) } : undefined
}

/** What an item is called: its own words, or those before the number of another kind that it stands behind. */
function labelled(text: string, each: Mention, last: Mention | undefined): string {
  return /\p{Script=Han}{2}/u.test(clause(each))
    ? each.label.replace(/^内?[包]?含/, '')
    : stretchBefore(text, each, last)
}

/** Nothing of its kind stands before it in its sentence. */
function isFirst(text: string, total: Mention, alike: readonly Mention[]): boolean {
  const last = alike[alike.indexOf(total) - 1]
  return last === undefined || /[。！？]/.test(text.slice(last.end, total.start))
}

/** The list stands in the total's sentence, or opens one of its own. */
function isBound(sentence: Sentence, total: Mention, first: Mention): boolean {
  if (total.start >= sentence.start) return true
  return !sentence.mentions.some(
    (each) =>
      each.start < first.start && each.figure.quantity.unit.kind !== 'none' && !/^[、]?$/.test(first.lead.trim()),
  )
}

/** The words before the first item that announce the list. */
function introOf(text: string, from: number, first: Mention): string {
  return text
    .slice(from, first.start)
    .replace(/[（(][^（()）]*[）)]/g, '')
    .slice(-longestIntro)
}

/** 「分布于4个产业：」: a number of the kind itself that counts the items. */
function announcementOf(each: Mention | undefined, text: string, first: Mention): number | undefined {
  if (!each || each.figure.quantity.unit.kind !== 'count' || !/^\d{1,2}$/.test(each.figure.printed)) return undefined
  const between = text.slice(each.end, first.start)
  return /^[\p{Script=Han}]{1,8}[：:]/u.test(between) && /分|[由有为]$|于|共/.test(each.lead)
    ? Number(each.figure.printed)
    : undefined
}

/** The number before, over a list that takes it apart already; the one that the words name, where they do: 「基本支出内，」. */
function totalBefore(before: readonly Mention[], introduction: string): Mention | undefined {
  const topic = topicOf(introduction)
  const named = topic === undefined ? [] : before.filter((each) => clause(each).includes(topic))
  if (topic !== undefined) return named.length === 1 && isTotal(named[0]!) ? named[0] : undefined
  for (let from = before.length - 3; from >= 0; from--) {
    const total = before[from]!
    if (isTotal(total) && addsUp(total, before.slice(from + 1))) return total
  }
  const last = before.at(-1)
  return last && isTotal(last) ? last : undefined
}

function isTotal(mention: Mention): boolean {
  const role = roleOf(mention)
  return (
    (role === 'plain' || role === 'risen' || /均[为是]$/.test(mention.lead.trim())) &&
    mention.figure.quantity.looseness === 'exact' &&
    kinds.test(mention.figure.quantity.unit.kind) &&
    !/每|均(?![为是])|占|同比|[比较]|其中|上年|去年|目标值|标准|满分|最/.test(clause(mention)) &&
    !/最[多少高低大小]/.test(mention.lead) &&
    !/^[/／]/.test(mention.after)
  )
}

/** 「第一批183个，第二批164个，第三批121个，还剩32个」: what is left belongs to it. */
function withRest(text: string, items: readonly Mention[], alike: readonly Mention[]): readonly Mention[] {
  const last = items.at(-1)!
  const next = alike[alike.indexOf(last) + 1]
  return next && isTheRest(stretchBefore(text, next, last), items.length + 1) && roleOf(next) === 'plain'
    ? [...items, next]
    : items
}

/** All but one are less than the whole, and points are all taken off or none. */
function isFit(total: Mention, items: readonly Mention[], text: string): boolean {
  // What has a number of its own in a list is not made up of the items behind it.
  if (/[①-⑳]/.test(total.lead) && items.some(({ lead }) => /[①-⑳]/.test(lead))) return false
  if (items.some((each) => isSinceThen(total, each, text))) return false
  if (isIntake(total) && items.some((each) => /结/.test(clause(each)))) return false
  const whole = baseValue(total.figure.quantity)
  const less = items.filter(({ figure }) => baseValue(figure.quantity).lte(whole))
  if (less.length < items.length - 1 || less.length === 0) return false
  if (total.figure.quantity.unit.kind !== 'score')
    return !items.some((each) => taken.test(clause(each)) !== taken.test(clause(total)))
  return [total, ...items].every((each) => taken.test(clause(each)))
}

/** 「新收案件520件，审结530件，未结90件」: some of those that were closed had come in a year before. */
function isIntake(total: Mention): boolean {
  return /新收|收案|新立案/.test(clause(total))
}

/** Nothing of its kind follows in the sentence but behind a heavier mark. */
function endsThere(text: string, last: Mention, alike: readonly Mention[], sentence: Sentence): boolean {
  const next = alike[alike.indexOf(last) + 1]
  if (!next || next.start >= sentence.end) return true
  return /[；;]/.test(text.slice(last.end, next.start))
}

function claimOf(sentence: Sentence, { total, items }: List, alike: readonly Mention[]): Claim[] {
  const certain = addsUp(total, items)
  if (!certain && isExplained(total, items, alike)) return []
  return [
    {
      rule: 'sum.parts-of-whole',
      form: { is: 'sum', total: termOf(total), parts: items.map(termOf), relation: 'equals' },
      certain,
      ...(certain ? {} : { because: '所列各项按上下文是全部', firm: true as const }),
      quote: quoteOf(sentence, total.start, items.at(-1)!.end),
    },
  ]
}

/** Another number of the kind is what they make, or what they lack. */
function isExplained(total: Mention, items: readonly Mention[], alike: readonly Mention[]): boolean {
  const sum = sumOf(items)
  return alike.some(
    (each) =>
      each !== total &&
      !items.includes(each) &&
      (meets(intervalOf(each.figure.quantity), sum) || addsUp(total, [...items, each])),
  )
}
