import type { Claim } from '#domain/claim.ts'
import { baseValue } from '#domain/quantity.ts'
import { addsUp, sumOf } from './adds-up.ts'
import { isListed } from '../text/list-lead.ts'
import { roleOf } from '../text/mention-role.ts'
import { isNear, oneSlipAway } from '../doubts/one-slip-away.ts'
import { unitPriceOf } from '../priced/unit-prices.ts'
import { addsSome } from './named-sums.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { summedUp } from './summed-up.ts'
import { sameKind } from '../text/terms.ts'

const closes = /(?:共计|合计|总计|小计|一共|(?<!公)共(?!同|享|产|性|识|建|治|用|青)|累计)[^，、；]{0,3}$/
const strong = /(?:共计|合计|总计|小计|总[价额量数])[^，、；]{0,4}$/

/** 「收入合计A，其中…；支出合计B」: the other side of the account closes nothing. */
const otherSide = /[；;]\s*(?:本年|全年|年度)?(?:支出|收入)(?:合计|总计)/

/** Totals that close an enumeration: 「甲村12户、乙村30户，共计42户」. The parts stand right before, of the same measure. */
export function closingTotals(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((total, at) => {
    if (
      at < 2 ||
      !(closes.test(total.lead) || isNamedTotal(total, sentence.mentions.slice(0, at))) ||
      otherSide.test(total.lead) ||
      addsSome(total) ||
      roleOf(total) !== 'plain'
    )
      return []
    const parts = run(sentence.mentions.slice(0, at), total)
    // 「管理类34分，得32.63分；…；合计94.34分」: full points stand between those got.
    const got = parts.filter(({ lead, figure }) => figure.quantity.unit.kind === 'score' && /得分?$/.test(lead))
    if (got.length >= 2 && got.length < parts.length) return [summedUp(sentence, total, got, addsUp(total, got))]
    for (let from = 0; from + 2 <= parts.length; from++) {
      const list = parts.slice(from)
      if (addsUp(total, list)) return [summedUp(sentence, total, list, true)]
    }
    const inTurn = listInTurn(sentence.mentions, at)
    if (inTurn.length >= 2 && bare.test(total.lead.trim()) && inTurn.every((each) => sameKind(each, total)))
      return [summedUp(sentence, total, inTurn, addsUp(total, inTurn))]
    const list = ownList(parts)
    const listed =
      list.length >= 2 &&
      !isOfOthers(total, list, sentence.mentions) &&
      !ofTheRest.test(total.lead) &&
      (isDirect(total, list) ||
        (strong.test(total.lead) &&
          // People and things are counted up in one sentence; an amount may have a part in the sentence before.
          (total.figure.quantity.unit.kind === 'count' || isNear(total, list)))) &&
      list
        .slice(1)
        .every((each) => isNext(isDirect(total, list) ? behindNoun(each) : each.lead.trim()) && each.lead.length <= 16)
    return listed ? [summedUp(sentence, total, list, false)] : []
  })
}

/**
 * 「5个行政村、1个社区，共46个村民组」: far from the sum and of a name of its own; 「职工1376人，其中医师412人、…；卫技人员合计1250人」: the list makes
 * another number, told before it, and the total names what it is of.
 */
function isOfOthers(total: Mention, list: readonly Mention[], mentions: readonly Mention[]): boolean {
  if (oneSlipAway(total, list)) return false
  const before = mentions.slice(0, mentions.indexOf(list[0]!))
  const noun = /^[\p{Script=Han}（()）]{2,10}/u.exec(total.after)?.[0]
  const [own, sum] = [baseValue(total.figure.quantity), sumOf(list).high]
  const isFar = own.gt(sum.times(2)) || sum.gt(own.times(2))
  if (noun && isFar && total.figure.quantity.unit.kind === 'count') return true
  return (
    /[；;]/.test(total.lead) &&
    !bare.test(behindNoun(total)) &&
    before.some((each) => sameKind(each, total) && addsUp(each, list))
  )
}

/** 「三项得分依次为8分、6.2分、5分，小计19.2分」: the list that ends right before its total, from the word that opens it. */
function listInTurn(mentions: readonly Mention[], at: number): readonly Mention[] {
  let from = at - 1
  while (from > 0 && isListed(mentions[from]!.lead)) from--
  return /(?:依次|分别)(?:为|是)?$/.test(mentions[from]?.lead.trim() ?? '') ? mentions.slice(from, at) : []
}

/** 「年合同价分别为东片3268.40万元、中片…、西片…，年合同总价9770.00万元」. */
function isNamedTotal({ lead }: Mention, before: readonly Mention[]): boolean {
  return /总[价额量数](?:为|达|是)?$/.test(lead) && before.some((each) => /分别[为是]/.test(each.lead))
}

/** 「其余科目支出合计12457万元」 closes a list with its last part. */
const ofTheRest = /其余|其他|剩余|未|尚/

/** 「事业编制38名，共350名」: nothing but the closing word stands between the list and its total. */
function isDirect(total: Mention, list: readonly Mention[]): boolean {
  return bare.test(behindNoun(total)) && list.every(({ figure }) => figure.quantity.looseness === 'exact')
}
const bare =
  /^[，,；;]?(?:以上|上述)?(?:[两二三四五六](?:项|类|者|次|批|期|方面)|本息|全年|全部|总)?(?:共计|合计|总计|小计|共)(?:有|为|是)?$/

function isNext(lead: string): boolean {
  return /^[、，,；;和及]/.test(lead)
}

/** 「18个行政村、3个社区，共21个」: what the number before counts is named behind it. */
function behindNoun({ lead }: Mention): string {
  return lead.trim().replace(/^[\p{Script=Han}]{1,6}(?=[、，,；;])/u, '')
}

/** The run from where it is opened: 「已评定1689.3公里，其中优等412.6公里、良等836.5公里」. */
function ownList(parts: readonly Mention[]): readonly Mention[] {
  const from = parts.findLastIndex(({ lead }) => /其中|包括|分别|[：:]/.test(lead))
  return from > 0 ? parts.slice(from) : parts
}

/** The unbroken run of plain same-kind numbers before the total; a price is none of what is added up. */
function run(before: readonly Mention[], total: Mention): Mention[] {
  const parts: Mention[] = []
  for (const mention of before.toReversed()) {
    if (unitPriceOf(mention)) continue
    if (!sameKind(mention, total) || roleOf(mention) !== 'plain' || closes.test(mention.lead)) break
    parts.unshift(mention)
  }
  return parts
}
