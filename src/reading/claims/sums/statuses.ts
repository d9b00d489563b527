import type { Claim } from '#domain/claim.ts'
import type { Document, Part } from '#domain/document.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'

const income = /收入$|收入合计$|收入总计$|总收入$|财政收入$/
/** 「加上转移性收入」「上级补助收入」: what is added is not all that came in. */
const added = /^加|转移性|补助|转贷|债务|债券|上年|调入/
/** 「本级收入118210万元，加上级补助298650万元…」: the first of several that make the whole. */
const addedBehind = /^[，,、]?(?:加上?|再加)/
const spending = /支出$|支出合计$|支出总计$|总支出$/
const balanced =
  /收支平衡(?!情况|状况|表|分析|关系|计划|方案)|收支相抵(?![，,]?(?:后|年末|年终|本年)?[^，。]{0,6}(?:结[余转]|剩余|余额|差额|缺口|不足|亏损|亏空|盈余|赤字|短缺|净))/

/**
 * Status words held against the numbers they sum up (P19, I86): 收支平衡 → 收入 = 支出.
 * Only where the part states exactly one of each.
 */
export function statuses(document: Document, part: Part, sentences: readonly Sentence[]): Claim[] {
  const claims: Claim[] = []
  for (let block = part.from; block < part.to; block++) {
    const paragraph = document.blocks[block]
    if (paragraph?.kind !== 'paragraph' || !balanced.test(paragraph.text) || part.kind === 'project-report') continue
    const before = sentences.filter((sentence) => sentence.block <= block && sentence.block >= block - 6)
    const incomes = totalsOf(before, income)
    const spent = totalsOf(before, spending)
    const last = before.at(-1)
    if (incomes.length !== 1 || spent.length !== 1 || !last) continue
    // 总收入 is balanced by 总支出, what a year's 支出 was by no more than its 收入.
    if (inAll(incomes[0]!) !== inAll(spent[0]!)) continue
    claims.push({
      rule: 'I86',
      form: { is: 'equal', terms: [termOf(incomes[0]!), termOf(spent[0]!)] },
      certain: true,
      quote: quoteOf(last, incomes[0]!.start, spent[0]!.end),
    })
  }
  return claims
}

function inAll({ label, lead }: Mention): boolean {
  return /总/.test(label) || /总计|总额/.test(lead)
}

/** Behind other numbers of its sentence only a 总计 or 合计 is the whole. */
function wholly(label: RegExp): RegExp {
  return label === income
    ? /[，；;]\s*(?:20\d\d年度?|本年)?收入(?:总计|合计)为?$/
    : /[，；;]\s*(?:20\d\d年度?|本年)?支出(?:总计|合计)为?$/
}

function totalsOf(sentences: readonly Sentence[], label: RegExp): Mention[] {
  return sentences.flatMap((sentence) => {
    const first = sentence.mentions.find((each, at) =>
      at === 0 ? label.test(each.label) && !added.test(each.label) : wholly(label).test(each.lead),
    )
    const isMore =
      first !== undefined && addedBehind.test(sentence.mentions[sentence.mentions.indexOf(first) + 1]?.lead ?? '')
    return first && !isMore && first.figure.quantity.unit.kind === 'money' && roleOf(first) === 'plain' ? [first] : []
  })
}
