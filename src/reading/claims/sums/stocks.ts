import { meets } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { measuresAlike } from '../changes/compared-pairs.ts'
import { isRestated } from '../rates/rate-pairs.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { sumOf } from './adds-up.ts'
import { flowOf } from './flow-words.ts'

const opening =
  /(?:年初|期初|基础得?分|基本分|初始|原始得?分|日常得?分|日常考核|上年末|去年末|上年底|原[有设定]?|[现共]有|预算|概算|计划|拟|申请|申报|送审|报审|公告|储备|收到|报名|递交|受理|20\d\d年[初末底]|在册|存量|账面|结余|余额|结转)/
/** Points before and behind what was added and taken off: 「基础得分94.5分，加2分，减1.5分，最终得95分」. */
const scored =
  /(?:基础|基本|初[评始]|原始|日常|考核|最终|最后|实际|综合)[\p{Script=Han}]{0,4}(?:得分?|评分|分数?)(?:为|是)?$/u
/** What there is in the end; 「追加后」 ends what was told of moves. */
const closing =
  /(?:年末|期末|年底|月底|截至|目前|现[有存在]?|最终|最后|综合得?评?分|总得?分|仍|尚[有存余]|剩余?|净?剩|实有|实际|有效|调整[后为]|变更后|(?:核|审|调|压|追|增|扣|加|剔)[减增除加]后|后的?(?:全年)?预算|全年预算|预算调整|审定|核定|批复|成交|保留|存[续栏量]|进入|确定)/

/**
 * 「年初在册236人，全年新接收189人，期满解除203人，年末在册222人」「年初预算2450万元，追加186万元、调减58万元，调整后预算2578万元」: what
 * there was and what came is what went and is left. Only where each number of its measure between the first and the last
 * says which way it went.
 */
export function stocks(sentence: Sentence): Claim[] {
  const { mentions } = sentence
  const claims: Claim[] = []
  for (let at = 0; at < mentions.length; at++) {
    const run = runFrom(mentions, at)
    if (!run) continue
    claims.push(claimOf(sentence, run))
    at = mentions.indexOf(run.last) - 1
  }
  return claims
}

type Moved = { readonly mention: Mention; readonly way: 1 | -1 }
type Run = { readonly first: Mention; readonly moved: readonly Moved[]; readonly last: Mention }

function runFrom(mentions: readonly Mention[], at: number): Run | undefined {
  const first = mentions[at]!
  if (!isStock(first) || !opening.test(clauseOf(first)) || flowOf(first) !== undefined) return undefined
  const moved: Moved[] = []
  for (const each of mentions.slice(at + 1)) {
    if (each.depth > first.depth) continue
    if (!measuresAlike(each, first)) {
      // 「原有岗位320个，清退不合格人员28人」: what moved is counted by another word.
      if (each.figure.quantity.unit.kind === first.figure.quantity.unit.kind && flowOf(each) !== undefined)
        return undefined
      continue
    }
    if (each.depth < first.depth || /[；;。]/.test(each.lead) || !isExact(each) || isRestated(each)) return undefined
    // What came less what went, told besides.
    if (moved.length > 0 && /净(?:增|减|调[增减])/.test(clauseOf(each))) continue
    moved.push(...recalled(each, mentions.slice(0, at)))
    const isEnd = moved.length > 0 && closing.test(clauseOf(each)) && isStock(each) && !/其中|占/.test(each.lead)
    if (isEnd && (flowOf(each) === undefined || /后/.test(clauseOf(each)))) return { first, moved, last: each }
    const way = flowOf(each)
    if (way === undefined || /其他|其它/.test(each.lead)) return undefined
    moved.push({ mention: each, way })
  }
  return undefined
}

/** 「当期结余0.45亿元；上年末结余3.17亿元，加上当期结余，年末结余」: what moved was told before, by the one number of that name. */
function recalled({ lead }: Mention, before: readonly Mention[]): readonly Moved[] {
  const [, verb, name] = /^[，,]\s*(加上?|扣除|减去)([\p{Script=Han}]{3,8})[，,]/u.exec(lead) ?? []
  const named = name ? before.filter((each) => clauseOf(each).trim().endsWith(name)) : []
  return named.length === 1 ? [{ mention: named[0]!, way: verb!.startsWith('加') ? 1 : -1 }] : []
}

function isStock(mention: Mention): boolean {
  const { kind } = mention.figure.quantity.unit
  return (
    isExact(mention) &&
    (kind === 'score' ? scored.test(clauseOf(mention)) : !/^(?:share|points|none)$/.test(kind)) &&
    roleOf(mention) !== 'each' &&
    !/同比|上年同期|[比较]|占|其中|每/.test(clauseOf(mention))
  )
}

function isExact({ figure: { quantity } }: Mention): boolean {
  return quantity.looseness === 'exact'
}

function claimOf(sentence: Sentence, { first, moved, last }: Run): Claim {
  const [more, less] = [1, -1].map((way) => moved.flatMap((each) => (each.way === way ? each.mention : []))) as [
    Mention[],
    Mention[],
  ]
  const [left, right] = [
    [first, ...more],
    [...less, last],
  ]
  const certain = meets(sumOf(left), sumOf(right))
  return {
    rule: 'sum.remainder',
    form: { is: 'balance', left: left.map(termOf), right: right.map(termOf) },
    certain,
    ...(certain ? {} : { because: '还可能有未写出的增减' }),
    quote: quoteOf(sentence, first.start, last.end),
  }
}
