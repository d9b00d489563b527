import type { Claim } from '#domain/claim.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { unitPriceOf } from '../priced/unit-prices.ts'
import { isOneAmount, isSlippedApart } from './one-amount.ts'

/** 「年末在职的57名职工」「计划的12000亩」: by what was done with them. */
const byDeed = /^([\p{Script=Han}“”]{2,12})的$/u
/** Of these only some are meant, or others. */
const other =
  /未|不|其中|另|剩|余|尚|上年|去年|同期|每|均|约|新增|追加|部分|一半|超|相比|较|比|同意|反对|满意|合格|达标|优|增加|减少|以上|以下/
/** That all of them are meant. */
const asWhole = /^[^，；。]{0,10}?(?:全部|全数|悉数|足额|如数|均|都)/u
/** What was done with all of them once and for all. */
const lasting = /覆盖|涉及|惠及|建成|新建|改建|纳入|下达|安排|购置|采购|签约|划定|种植|栽植|在职|在册|兑付/
/** Measure words that count anything: the things have to be named. */
const anything = /^(?:个|家|所|项|条|处|次|件|类|种|座|名|位|人|户)$/
const measured = /^(?:money|count|area|length|weight)$/
/** Sentences before one among which what it tells again stands. */
const farthest = 4

/**
 * A number told again by what was done with what it counts: 「覆盖128个行政村…。覆盖的128个行政村」, 「计划实施面积1.2万亩…，计划的12000亩全部
 * 落实」. Only where one number before can be meant.
 */
export function toldByDeed(sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence, at) =>
    sentence.mentions.flatMap((again) => {
      if (!again.lead.trimEnd().endsWith('的')) return []
      const deed = byDeed.exec(clauseOf(again))?.[1]
      if (deed === undefined || other.test(deed) || !isTelling(again)) return []
      const near = sentences
        .slice(Math.max(0, at - farthest), at + 1)
        .filter(({ block, row, cell }) => block === sentence.block && row === sentence.row && cell === sentence.cell)
      const alike = near
        .flatMap(({ mentions }) => mentions)
        .filter((each) => each.start < again.start && isTelling(each) && areAlike(each, again))
      const [first, ...others] = alike.filter((each) => isOfDeed(each, again, deed.slice(-2)))
      if (!first || others.length > 0 || !isMeant(first, again, deed)) return []
      return [
        {
          rule: 'fact.restated',
          form: { is: 'equal', terms: [first, again].map((each) => ({ ...termOf(each), name: first.label })) },
          certain: false,
          firm: true as const,
          because: '后文所指的前文那个数按上下文判断',
          quote: quoteOf(sentence, again.start, again.end),
        } satisfies Claim,
      ]
    }),
  )
}

function clauseOf({ lead }: Mention): string {
  return lead.replace(/^.*[，；。：]/u, '').trim()
}

function isTelling(mention: Mention): boolean {
  const { unit, looseness } = mention.figure.quantity
  return (
    looseness === 'exact' &&
    measured.test(unit.kind) &&
    /^(?:plain|risen)$/.test(roleOf(mention)) &&
    !unitPriceOf(mention)
  )
}

function areAlike(one: Mention, two: Mention): boolean {
  const [a, b] = [one.figure.quantity.unit, two.figure.quantity.unit]
  return sameKind(one, two) || (a.kind === b.kind && /^(?:length|weight)$/.test(a.kind))
}

/** Whether a number is told of the same deed, and of the same things where its measure word counts anything. */
function isOfDeed(first: Mention, again: Mention, deed: string): boolean {
  const clause = clauseOf(first)
  if (!clause.includes(deed) || other.test(clause.replace(deed, ''))) return false
  return !anything.test(again.figure.quantity.unit.name) || sharesThing(first, again)
}

/** 「在职职工57人」 and 「57名职工」, 「128个行政村」 twice. */
function sharesThing(first: Mention, again: Mention): boolean {
  const thing = thingBehind(again)
  return (
    thing.length >= 2 && (thingBehind(first).startsWith(thing.slice(0, 2)) || first.label.includes(thing.slice(0, 2)))
  )
}

function thingBehind({ after }: Mention): string {
  return /^[\p{Script=Han}]*/u.exec(after)![0]
}

/** All of them, whatever is printed within reason; of others only a slip of the pen is told. */
function isMeant(first: Mention, again: Mention, deed: string): boolean {
  if (asWhole.test(again.after)) return isOneAmount(first.figure, again.figure)
  return lasting.test(deed) && isSlippedApart(first.figure, again.figure)
}
