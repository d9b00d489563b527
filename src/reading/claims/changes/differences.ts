import type { Claim } from '#domain/claim.ts'
import { addsUp } from '../sums/adds-up.ts'
import { clauseOf, isAmount } from '../rates/rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

/** What either pair is told by. */
const basis = /预算|目标|计划|任务/
const overBudget = /(?:决算|支出|执行|完成)数?(大于|高于|多于|超过|小于|低于|少于)(?:年初|全年|调整)?预算数?$/
const budget = /预算(?:数|安排)?(?:为|是|[:：])?$/
const spent = /(?:决算|支出|执行)(?:数|金额)?(?:为|是|[:：])?$/
const against = /[较比与](?:年初|年度|全年|既定)?(?:目标|计划|任务)[^，；]{0,4}$/
const byHowMuch = /^(少|低|多|超额完成|超出?|超过|高)(?:出|了)?$/

/**
 * By how much one number of a sentence is more than another, where the words name both: 「年初预算A，支出决算B，…决算数大于
 * 预算数D」 「完成4536次，较目标4800次少264次」, and what an account's balance is made of: 「资产A，负债B，净资产C」.
 */
export function differences(sentence: Sentence): Claim[] {
  if (!basis.test(sentence.text)) return balanceSheet(sentence)
  return sentence.mentions
    .flatMap((result, at) => {
      const before = sentence.mentions.slice(0, at)
      const pair = overItsBudget(before, result) ?? offItsTarget(before, result)
      return pair ? [claimOf(sentence, result, pair)] : []
    })
    .concat(balanceSheet(sentence))
}

type Pair = { readonly minuend: Mention; readonly subtrahend: Mention }

function overItsBudget(before: readonly Mention[], result: Mention): Pair | undefined {
  const word = overBudget.exec(clauseOf(result))?.[1]
  if (!word) return undefined
  const [planned, ...plans] = before.filter((each) => like(each, result) && budget.test(clauseOf(each)))
  const [used, ...uses] = before.filter((each) => like(each, result) && spent.test(clauseOf(each)))
  if (!planned || !used || plans.length + uses.length > 0) return undefined
  return /[大高多超]/.test(word) ? { minuend: used, subtrahend: planned } : { minuend: planned, subtrahend: used }
}

function offItsTarget(before: readonly Mention[], result: Mention): Pair | undefined {
  const word = byHowMuch.exec(result.lead.trim())?.[1]
  const [last, target] = before.slice(-2)
  if (!word || !last || !target || !like(last, result) || !sameKind(target, result) || !against.test(clauseOf(target)))
    return undefined
  const pairWith = (done: Mention): Pair =>
    /[少低]/.test(word) ? { minuend: target, subtrahend: done } : { minuend: done, subtrahend: target }
  // 「新增412人，其中甲161人、乙251人，比计划380人多32人」: of the whole, not of its last part.
  const pairs = before
    .slice(0, -1)
    .filter((done) => like(done, result))
    .map(pairWith)
  const fitting = pairs.findLast(({ minuend, subtrahend }) => addsUp(minuend, [subtrahend, result]))
  return fitting ?? (last.lead.startsWith('、') ? undefined : pairWith(last))
}

function like(each: Mention, result: Mention): boolean {
  return sameKind(each, result) && isAmount(each) && each.depth <= result.depth
}

function claimOf(sentence: Sentence, result: Mention, { minuend, subtrahend }: Pair): Claim {
  return {
    rule: 'difference.amounts',
    form: { is: 'difference', result: termOf(result), minuend: termOf(minuend), subtrahend: termOf(subtrahend) },
    certain: true,
    quote: quoteOf(sentence, Math.min(minuend.start, subtrahend.start), result.end),
  }
}

/** 资产 = 负债 + 净资产 (所有者权益), each told once in a sentence. */
function balanceSheet(sentence: Sentence): Claim[] {
  if (!sentence.text.includes('负债')) return []
  const told = (words: RegExp) =>
    sentence.mentions.filter(
      (each) => each.figure.quantity.unit.kind === 'money' && isAmount(each) && words.test(clauseOf(each)),
    )
  const [assets, debts, equity] = [
    told(/(?:^|[^净定])资产(?:总额|总计|合计)?(?:为|达|达到)?$/),
    told(/负债(?:总额|总计|合计)?(?:为|达|达到)?$/),
    told(/(?:净资产|所有者权益)(?:总额|总计|合计)?(?:为|达|达到)?$/),
  ]
  if (assets.length !== 1 || debts.length !== 1 || equity.length !== 1) return []
  return [
    {
      rule: 'sum.parts-of-whole',
      form: { is: 'sum', total: termOf(assets[0]!), parts: [debts[0]!, equity[0]!].map(termOf), relation: 'equals' },
      certain: true,
      quote: quoteOf(sentence, assets[0]!.start, equity[0]!.end),
    },
  ]
}
