import type { Claim } from '#domain/claim.ts'
import { addsUp } from '../sums/adds-up.ts'
import { directionOf, roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

const moved = /(?:调整|追加|调增|调减|追减|新增|净增)(?:增加|减少|预算|安排|资金|了|共|约)*\s*$/
const after = /(?:调整后|变动后|追加后)[^，,；;。]*$/
const initial = /年初[^，,；;。]*(?:预算|批复)/
const since = /(?:较|比|与)年初[^，,；;。]*$/

/**
 * 「年初预算A。执行中调整增加D，调整后预算B，较年初预算增长P」: A ± D = B, and P is D over A. The initial budget may
 * stand in a sentence before.
 */
export function adjustedBudgets(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  const money = sentence.mentions.filter(({ figure }) => figure.quantity.unit.kind === 'money')
  const final = money.find((each) => after.test(each.lead) && roleOf(each) === 'plain')
  const deltas = final ? money.filter((each) => each.start < final.start && moved.test(each.lead)) : []
  const [delta, ...others] = deltas
  // Both 追加 and 追减: what is left of them is not printed.
  if (!final || !delta || others.length > 0) return []
  const base = [...earlier.slice(-10), ...money].findLast(
    (each) => each !== delta && each !== final && initial.test(each.lead) && each.depth === 0 && sameKind(each, final),
  )
  if (!base) return []
  const between = money.filter(
    (each) =>
      each !== delta && each.start < final.start && (each.start > base.start || !sentence.mentions.includes(base)),
  )
  if (between.some(({ lead }) => /[调追]|[核压]减|收回/.test(lead))) return []
  const falls = /减/.test(moved.exec(delta.lead)?.[0] ?? '')
  const [total, part] = falls ? [base, final] : [final, base]
  const fits = addsUp(total, [part, delta])
  const doubt = { certain: fits, ...(fits ? {} : { because: '年初预算数按上下文判断' }) }
  const rate = sentence.mentions.find(
    (each) => each.start > final.start && roleOf(each) === 'change' && since.test(each.lead),
  )
  const quote = quoteOf(sentence, delta.start, final.end)
  return [
    {
      rule: 'sum.remainder',
      form: { is: 'sum', total: termOf(total), parts: [termOf(part), termOf(delta)], relation: 'equals' },
      ...doubt,
      quote,
    },
    ...(rate ? [rateClaim({ current: final, base, rate }, doubt, quote)] : []),
  ]
}

function rateClaim(
  { current, base, rate }: { current: Mention; base: Mention; rate: Mention },
  doubt: Pick<Claim, 'certain' | 'because'>,
  quote: Claim['quote'],
): Claim {
  const form = {
    is: 'change',
    current: termOf(current),
    base: termOf(base),
    rate: termOf(rate),
    direction: directionOf(rate.lead),
  } as const
  return { rule: 'change.against-base', form, ...doubt, quote }
}
