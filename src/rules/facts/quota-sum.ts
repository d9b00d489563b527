import { Big } from 'big.js'
import type { Term } from '#domain/claim.ts'
import type { Fact } from '#domain/fact.ts'
import { baseValue } from '#domain/quantity.ts'
import { judgeSum } from '../claims/judge-sum.ts'
import type { Reading } from '#domain/reading.ts'
import type { Rule, Verdict } from '../rule.ts'
import { cellNumbers } from './told-numbers.ts'

/**
 * The posts the text lists by kind and unit (行政编制, 事业编制, 所属单位编制) add up to the quota in the form (I48).
 * Any choice of the listed posts that gives the quota is accepted: the text may state the total beside its parts.
 */
export const quotaSum: Rule = {
  id: 'I48',
  title: '正文各类编制之和等于基础数据表编制数',
  source: '部门整体支出绩效评价基础数据表填表说明',
  judge(reading) {
    const quotas = reading.facts.filter((fact) => /^staff\.quota/.test(fact.measure))
    const table = quotas.find((fact) => fact.from === 'table' && fact.measure === 'staff.quota')
    const listed = quotas.filter(
      (fact) => fact.from === 'sentence' && fact.figure.place.block !== table?.figure.place.block,
    )
    if (!table && listed.length === 0) return [{ outcome: 'not-applicable' }]
    if (!table || listed.length === 0)
      return [{ outcome: 'undetermined', missing: table ? '正文的编制数' : '基础数据表的编制数' }]
    // Of a list of units it is the first one's.
    if (isOneOfUnits(reading, table)) return [{ outcome: 'undetermined', missing: '基础数据表的编制数' }]
    return [judgeQuota(table, oneParagraph(listed))]
  },
}

/** Whether more numbers stand below it in its column, and are added up there. */
function isOneOfUnits(reading: Reading, { figure }: Fact): boolean {
  const cells = cellNumbers(reading).get(figure.place.block) ?? []
  const own = cells.find((cell) => cell.figure === figure)
  const below = cells.filter((cell) => cell.column === own?.column && cell.figure.place.row! > figure.place.row!)
  return below.length >= 2 && below.some(({ labels }) => labels.some((label) => /^(?:合计|总计|共计)/.test(label)))
}

/** Posts of one paragraph: the profile of the unit states them together. */
function oneParagraph(facts: readonly Fact[]): Fact[] {
  const block = facts[0]!.figure.place.block
  return facts.filter((fact) => fact.figure.place.block === block).slice(0, 8)
}

function judgeQuota(table: Fact, listed: readonly Fact[]): Verdict {
  const wanted = baseValue(table.figure.quantity)
  // The choice of most posts: those it leaves out are not vouched for.
  const fitting = subsets(listed)
    .filter((set) => sumOf(set).eq(wanted))
    .toSorted((left, right) => right.length - left.length)[0]
  const terms = listed.map(termOf)
  if (fitting) return { outcome: 'holds', figures: [table, ...fitting].map((fact) => fact.figure.id) }
  const form = { is: 'sum', total: termOf(table), parts: terms, relation: 'equals' } as const
  return judgeSum(
    { rule: 'I48', form, certain: listed.length > 1, because: '正文可能只写了一部分编制', quote: table.figure.place },
    form,
  )
}

function sumOf(facts: readonly Fact[]): Big {
  return facts.reduce((sum, fact) => sum.plus(baseValue(fact.figure.quantity)), new Big(0))
}

function subsets(facts: readonly Fact[]): Fact[][] {
  return facts
    .reduce<Fact[][]>((sets, fact) => [...sets, ...sets.map((set) => [...set, fact])], [[]])
    .filter((set) => set.length > 0)
}

function termOf(fact: Fact): Term {
  return { name: fact.from === 'table' ? '基础数据表编制数' : '编制', figure: fact.figure }
}
