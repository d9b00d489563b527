import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'

const sides: readonly (readonly [words: RegExp, side: 'left' | 'right'])[] = [
  [/(?:年初|上年)(?:财政拨款)?结[转余]/, 'left'],
  [/(?:本年|当年|全年|年度)(?:财政拨款)?收入/, 'left'],
  [/(?:本年|当年|全年|年度)(?:财政拨款)?支出/, 'right'],
  [/(?:年末|结转下年|年终)(?:财政拨款)?(?:结[转余])?/, 'right'],
]

/** What else may come in or go out; taken along where it is told. */
const further: readonly (readonly [words: RegExp, side: 'left' | 'right'])[] = [
  [/(?:使用|动用|弥补)[^，,；;]{0,6}结余/, 'left'],
  [/结余分配|交纳所得税|转入[^，,；;]{0,6}基金/, 'right'],
]

/** 「年初结转12.5万元，本年收入3600万元，本年支出3590.5万元，年末结转22万元」 in one sentence (I23): all four stated once. */
export function balances(sentence: Sentence): Claim[] {
  if (!sentence.text.includes('结')) return []
  const amounts = sentence.mentions.filter(
    (each) => each.figure.quantity.unit.kind === 'money' && roleOf(each) === 'plain' && each.depth === 0,
  )
  const called = (words: RegExp) => amounts.filter(({ lead }) => words.test(afterLast(lead, '，,；;')))
  const found = sides.map(([words]) => called(words))
  if (found.some((list) => list.length !== 1)) return []
  const [more, less] = further.map(([words]) => called(words)) as [Mention[], Mention[]]
  const [opening, income, spending, closing] = found.map((list) => list[0]!) as [Mention, Mention, Mention, Mention]
  return [
    {
      rule: 'I23',
      form: {
        is: 'balance',
        left: [opening, income, ...more].map(termOf),
        right: [spending, ...less, closing].map(termOf),
      },
      certain: false,
      because: '还可能有结余分配或使用非财政拨款结余',
      quote: quoteOf(sentence, opening.start, closing.end),
    },
  ]
}
