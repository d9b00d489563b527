import type { Claim } from '#domain/claim.ts'
import { roleOf } from './mention-role.ts'
import type { Mention, Sentence } from './sentences.ts'
import { quoteOf, sameKind, termOf } from './terms.ts'

const initial = /年初/
const added = /(?:追加|调整增加|调增|年中增加|中期调整|追加调整)(?:预算|指标|资金|了|共|数|[:：\s])*$/
const final = /(?:调整后|全年)(?:的)?(?:支出|收入|部门|总)?预算(?:数|总额|为|共|达|合计|[:：\s])*$/

/** The budget after adjustment: 「年初预算A，年中调整增加B，调整后预算数C」 → A + B = C. */
export function adjustedBudget(sentence: Sentence, previous: Sentence | undefined): Claim[] {
  const whole = one(sentence.mentions, final)
  if (!whole) return []
  const near = [...(previous?.block === sentence.block ? previous.mentions : []), ...sentence.mentions]
  const more = one(near, added)
  const first = near.find(
    (each) =>
      each !== more &&
      each !== whole &&
      each.depth === 0 &&
      initial.test(each.lead) &&
      sameKind(each, whole) &&
      isPlain(each),
  )
  if (!more || !first || more.start > whole.start || /其中/.test(more.lead + whole.lead)) return []
  return [
    {
      rule: 'sum.adjusted-budget',
      form: { is: 'sum', total: termOf(whole), parts: [termOf(first), termOf(more)], relation: 'equals' },
      certain: false,
      because: '年中的调整可能没有列全',
      quote: quoteOf(sentence, Math.min(more.start, whole.start), whole.end),
    },
  ]
}

function one(mentions: readonly Mention[], word: RegExp): Mention | undefined {
  const found = mentions.filter(
    (each) =>
      each.depth === 0 &&
      each.figure.quantity.unit.kind === 'money' &&
      word.test(each.lead.split(/[，,；;。]/).at(-1) ?? ''),
  )
  return found.length === 1 ? found[0] : undefined
}

function isPlain(mention: Mention): boolean {
  const role = roleOf(mention)
  return role === 'plain' || role === 'risen'
}
