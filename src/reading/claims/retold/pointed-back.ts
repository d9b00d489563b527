import type { Claim } from '#domain/claim.ts'
import { baseValue } from '#domain/quantity.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { unitPriceOf } from '../priced/unit-prices.ts'
import { isOneAmount } from './one-amount.ts'

/** 「上述资金3256000元」「该批复总投资2680万元」「这738万元」 */
const pointing =
  /(上述|前述|前文所述|上文所述|上列|(?<!\p{Script=Han})以上|该(?:笔|项|批|部分)?|[这此](?:笔|项|批|部分)?)([\p{Script=Han}（）“”]{0,12}?)(?:共计|合计|总计|为|共|计|的|总额)*$/u
/** 「折合789亩的上述新增耕地」 */
const pointingBehind =
  /^(?:的)?(?:上述|前述|该[笔项批]?)([\p{Script=Han}]{2,10}?)(?=已|均|全|由|中|都|共|[^\p{Script=Han}]|$)/u
/** Names that anything told before may be called by. */
const general =
  /^(?:全部|财政|专项|补[助贴]|奖补|拨付)*(?:资金|款项|经费|金额|款|费用|支出|补[助贴]|投入|收入|人员|人|对象|群众|户)?$/
/** What is told of that what stands before has none of, and what is a sum of several. */
const other =
  /实际|已|未|剩|余|其中|中|另|各|[两二三四五六七八]项|(?<!新)增|减|超|完成|占|应|平均|每|均|同期|上年|去年|目标|计划|扣|之外|以外|到|相关|类似/
/** Measure words that count anything: the things have to be named. */
const anything = /^(?:个|家|所|项|条|处|次|件|类|种|座)$/
/** Sentences before one among which what it points to stands. */
const farthest = 3

/**
 * A number that words point back to: 「批复总投资2680万元…该批复总投资2680万元」, 「培训医生186人。…上述186人全部合格」, be it in another
 * unit. Only where one amount before can be meant.
 */
export function pointedBack(sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence, at) =>
    sentence.mentions.flatMap((again) => {
      const noun = nounPointed(again)
      if (noun === undefined || roleOf(again) === 'delta' || !isExact(again) || unitPriceOf(again)) return []
      const first = meant(again, noun, sentences.slice(Math.max(0, at - farthest), at + 1))
      // 「低于该群体补贴标准1200元；…该群体补贴标准为1500元」: each points to its own.
      if (first && nounPointed(first) !== undefined) return []
      if (!first || !isOneAmount(first.figure, again.figure) || areApart(sentence, first, again)) return []
      const terms = [first, again].map((each) => ({ ...termOf(each), name: first.label || again.label }))
      return [
        {
          rule: 'fact.restated',
          form: { is: 'equal', terms },
          certain: false,
          firm: true as const,
          because: '后文所指的前文那个数按上下文判断',
          quote: quoteOf(sentence, again.start, again.end),
        } satisfies Claim,
      ]
    }),
  )
}

/** 「该项目118.00万元扣除上述111.78万元之后的6.22万元」: what lies between the two is told beside, so they are two. */
function areApart({ mentions }: Sentence, first: Mention, again: Mention): boolean {
  const [more, less] = [first, again].map(({ figure }) => baseValue(figure.quantity))
  const gap = more!.minus(less!).abs()
  return mentions.some((each) => sameKind(each, again) && gap.gt(0) && baseValue(each.figure.quantity).eq(gap))
}

/** What is pointed to: its name, '' where only the number is; undefined where nothing is. */
function nounPointed({ lead, after }: Mention): string | undefined {
  const clause = lead.replace(/^.*[，；。：]/u, '').trim()
  const noun = pointing.exec(clause)?.[2] ?? pointingBehind.exec(after)?.[1]
  return noun === undefined || other.test(noun) || other.test(pointing.exec(clause)?.[0] ?? '') ? undefined : noun
}

function isExact({ figure: { quantity } }: Mention): boolean {
  return quantity.looseness === 'exact' && /^(?:money|count|area|length|weight|time)$/.test(quantity.unit.kind)
}

/** The one number before that can be meant: of those that bear the name, else of those of the nearest sentence. */
function meant(again: Mention, noun: string, sentences: readonly Sentence[]): Mention | undefined {
  const own = sentences.at(-1)!
  const here = sentences.filter(({ block, row, cell }) => block === own.block && row === own.row && cell === own.cell)
  const alike = here
    .flatMap(({ mentions }) => mentions)
    .filter((each) => each.start < again.start && areAlike(each, again) && isExact(each) && !unitPriceOf(each))
  const isNamed = !general.test(noun)
  if (!isNamed && anything.test(again.figure.quantity.unit.name)) {
    // 「兑付86家企业…。这86家获得兑付的企业」
    const thing = thingOf(again)
    return thing ? onlyOne(alike.filter(({ after }) => after.startsWith(thing))) : undefined
  }
  const named = isNamed ? alike.filter(({ label, after }) => bearsName(label, noun) || after.startsWith(noun)) : alike
  return onlyOne(named)
}

/** What is counted, as it is named behind. */
function thingOf({ after }: Mention): string | undefined {
  return /^(?:[\p{Script=Han}]{1,10}的)?([\p{Script=Han}]{2,6}?)(?:中|全|均|都|已|[，。；、]|$)/u.exec(after)?.[1]
}

function areAlike(one: Mention, two: Mention): boolean {
  const [a, b] = [one.figure.quantity.unit, two.figure.quantity.unit]
  return sameKind(one, two) || (a.kind === b.kind && /^(?:length|weight)$/.test(a.kind))
}

/** Both names end alike: 「批复总投资」 and 「项目总投资」, 「新增耕地」 and 「新增耕地面积」. */
function bearsName(label: string, noun: string): boolean {
  const [one, two] = [label, noun].map((name) => name.replace(/(?:面积|资金|总额|的)$/, ''))
  const least = Math.min(3, one!.length, two!.length)
  return least >= 2 && (one!.endsWith(two!.slice(-least)) || one!.includes(two!))
}

function onlyOne(found: readonly Mention[]): Mention | undefined {
  const [first] = found
  return first && found.length === 1 ? first : undefined
}
