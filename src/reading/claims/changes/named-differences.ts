import type { Claim } from '#domain/claim.ts'
import { baseValue } from '#domain/quantity.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

type Pair = { readonly minuend: Mention; readonly subtrahend: Mention }

/**
 * By how much two numbers differ, where the words name both and a slip need not tell: posts less staff (空编), what was left
 * after some were taken out (剔除N份后), what did not pass of those that were tried (不合格), what came on top (净增).
 *
 * earlier   the mentions of the part before this sentence
 */
export function namedDifferences(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  const own = earlier.filter(({ figure }) => figure.place.block === sentence.block)
  return sentence.mentions.flatMap((result, at) => {
    if (result.figure.quantity.looseness !== 'exact') return []
    const here = sentence.mentions.slice(0, at).filter((each) => each.depth <= result.depth && sameKind(each, result))
    const pair =
      vacant(result, [...own, ...here]) ?? leftAfter(result, here) ?? failed(result, here) ?? onTop(result, here)
    if (!pair) return []
    const { minuend, subtrahend } = pair
    const from = Math.min(minuend.start, subtrahend.start)
    return [
      {
        rule: 'difference.amounts',
        form: { is: 'difference', result: termOf(result), minuend: termOf(minuend), subtrahend: termOf(subtrahend) },
        certain: false,
        because: '相差的是哪两个数按上下文判断',
        quote: quoteOf(sentence, own.includes(minuend) ? sentence.start : from, result.end),
      },
    ]
  })
}

function only(list: readonly Mention[]): Mention | undefined {
  return new Set(list.map(({ figure }) => figure.printed)).size === 1 ? list[0] : undefined
}

/** 「核定编制136名，其中…。年末实有在职人员127人，其中…，空编9名」. */
function vacant(result: Mention, before: readonly Mention[]): Pair | undefined {
  if (!/^(?:现|目前|共|尚|另有)?(?:空编|缺编|空缺编制|空余编制)$/.test(clauseOf(result).trim())) return undefined
  const told = before.filter((each) => sameKind(each, result))
  const minuend = only(
    told.filter(
      (each) => /编制(?:总?数|总额|人数)?(?:共|为|合计)*$/.test(clauseOf(each)) && !kinds.test(clauseOf(each)),
    ),
  )
  const subtrahend = only(
    told.filter(
      (each) =>
        /(?:实有|在职|在编|在岗)(?:在职|在编)?(?:人员|职工|人数|总数)?(?:共|为|合计)*$/.test(clauseOf(each)) &&
        !kinds.test(clauseOf(each)),
    ),
  )
  if (!subtrahend) return undefined
  // Posts cannot lack less than none: one kind of them stands there, and what sums up the kinds is meant.
  const isBelow = minuend && baseValue(minuend.figure.quantity).lt(baseValue(subtrahend.figure.quantity))
  const posts =
    !minuend || isBelow ? only(told.filter((each) => each.start < subtrahend.start && isSummedUp(each, told))) : minuend
  return posts ? { minuend: posts, subtrahend } : undefined
}

/** 「政法专项编制86名、事业编制12名，合计98名」: posts of all kinds. */
function isSummedUp(each: Mention, told: readonly Mention[]): boolean {
  const before = told[told.indexOf(each) - 1]
  return (
    before !== undefined &&
    /^(?:合计|共计?|总计)(?:为|有)?$/.test(clauseOf(each).trim()) &&
    /编制(?:数|人数)?(?:为)?$/.test(clauseOf(before))
  )
}

const kinds = /行政|政法|专项|事业|参公|工勤|机关|下属|所属|局属|学校|其中/

/** 「收回288份；剔除漏答问卷8份后，有效问卷280份」: the three stand in a row. */
function leftAfter(result: Mention, here: readonly Mention[]): Pair | undefined {
  const [minuend, subtrahend] = here.slice(-2)
  // Of questionnaires another reader tells.
  if (/问卷|样本/.test(clauseOf(result))) return undefined
  const own = result.lead.replace(/^[^\p{Script=Han}]*/u, '').trim()
  if (!minuend || !subtrahend || !sameKind(minuend, subtrahend) || !sameKind(subtrahend, result)) return undefined
  if (!/^(?:的?[\p{Script=Han}]{0,4})后[，,]?[\p{Script=Han}]{2,8}$/u.test(own) || /率|占/.test(own)) return undefined
  return /剔除|扣除/.test(clauseOf(subtrahend)) && !/其中/.test(minuend.lead + subtrahend.lead)
    ? { minuend, subtrahend }
    : undefined
}

/** 「送检水样240份，合格231份，不合格9份」: what did not of those that were. */
function failed(result: Mention, here: readonly Mention[]): Pair | undefined {
  const [minuend, subtrahend] = here.slice(-2)
  const word = /^(?:其余)?[不未]([\p{Script=Han}]{2,4})$/u.exec(clauseOf(result).trim())?.[1]
  if (!word || !minuend || !subtrahend || !sameKind(minuend, subtrahend) || !sameKind(subtrahend, result))
    return undefined
  if (/[；;。]/.test(result.lead + subtrahend.lead) || /其中/.test(result.lead)) return undefined
  return clauseOf(subtrahend)
    .trim()
    .replace(/^[^，]*?其中|已/, '') === word && /^[，,]/.test(subtrahend.lead.trim())
    ? { minuend, subtrahend }
    : undefined
}

/** 「由126家增加到141家，净增15家」. */
function onTop(result: Mention, here: readonly Mention[]): Pair | undefined {
  const [one, two] = here.slice(-2)
  if (!one || !two || !sameKind(one, two) || !sameKind(two, result) || /[；;。]/.test(result.lead + two.lead))
    return undefined
  const word = clauseOf(result).trim()
  if (/^净增加?$/.test(word) && /[由从]/.test(clauseOf(one)) && /[至到]/.test(clauseOf(two)))
    return { minuend: two, subtrahend: one }
  return undefined
}
