import { statesSame } from '#domain/arithmetic.ts'
import { type Fact, factKey } from '#domain/fact.ts'
import type { Measure } from '#domain/knowledge.ts'
import { judgeEqual } from '../claims/judge-simple.ts'
import type { Rule, Verdict } from '../rule.ts'
import { withAddedMoney } from './added-money.ts'
import { factsOf } from './facts-by-measure.ts'
import { measuresById } from './measures-by-id.ts'

/**
 * The same measure of the same entity, year and phase has one value wherever it is stated (I46, I49, I65, I71).
 * Posts (编制) are listed by unit and kind and have a rule of their own.
 * An error where every statement of it is certain; else a warning.
 */
export const repeatedFacts: Rule = {
  id: 'fact.repeated',
  title: '同一口径、同一年度的数字在各处一致',
  source: '本系统核对规则（正文与附表一致）',
  judge(reading, knowledge) {
    const names = measuresById(knowledge.measures)
    const meant = reading.facts.filter((fact) => factsOf(reading, fact.measure).length > 1 && isMeant(fact, names))
    const finer = finerLists(reading.facts)
    const groups = Map.groupBy(withAddedMoney(reading, meant), (fact) =>
      fact.measure === 'fund.other' ? `${factKey(fact)} ${finer.has(fact.figure.place.block)}` : factKey(fact),
    )
    return [...groups.values()].filter((group) => group.length > 1).map((group) => judgeGroup(group, names))
  },
}

/** The tables that name 单位资金 or 专户 beside 其他资金: it is less there than where all but 财政拨款 is 其他资金. */
function finerLists(facts: readonly Fact[]): ReadonlySet<number> {
  const finer = facts.filter(({ measure }) => measure === 'fund.unit' || measure === 'fund.special-account')
  return new Set(finer.map(({ figure }) => figure.place.block))
}

/**
 * Whether a fact says which number of its kind it is; an amount without a phase may be budget or spending, and 财政拨款支出
 * under the head of one budget is of that budget.
 */
function isMeant(fact: Fact, names: ReadonlyMap<string, Measure>): boolean {
  if (/^(?:count:|account:|staff\.quota|spending\.appropriation)/.test(fact.measure)) return false
  return fact.phase !== 'none' || names.get(fact.measure)?.unit !== 'money' || fact.measure.startsWith('project.')
}

function judgeGroup(group: readonly Fact[], names: ReadonlyMap<string, Measure>): Verdict {
  const first = group[0]!
  const odd = group.find((fact) => !statesSame(fact.figure.quantity, first.figure.quantity))
  if (!odd) return { outcome: 'holds', figures: group.map((fact) => fact.figure.id) }
  const name = `${first.year ?? ''}年${phaseWord(first)}${names.get(first.measure)?.zh ?? sources[first.measure] ?? first.measure}`
  const shown = [first, odd, ...group.filter((fact) => fact !== first && fact !== odd)]
  if (!(first.certain || odd.certain)) return { outcome: 'undetermined', missing: `${name}两处的口径` }
  const certain =
    first.certain && odd.certain && (first.from !== odd.from || first.figure.place.part !== odd.figure.place.part)
  const terms = shown.map((fact) => ({ name, figure: fact.figure }))
  const form = { is: 'equal', terms } as const
  return judgeEqual(
    { rule: 'fact.repeated', form, certain, because: '两处的口径可能不同', quote: first.figure.place },
    form,
  )
}

/** Sources of funds as forms name them; they are no measures that a text is searched for. */
const sources: Readonly<Record<string, string>> = {
  'fund.appropriation': '财政拨款',
  'fund.carry-over': '上年结转资金',
  'fund.central': '中央资金',
  'fund.local': '地方资金',
  'fund.provincial': '省级资金',
  'fund.city': '市级资金',
  'fund.county': '县（区）级资金',
  'fund.general-public-budget': '一般公共预算拨款',
  'fund.government-managed': '政府性基金拨款',
  'fund.state-capital': '国有资本经营预算拨款',
  'fund.special-account': '财政专户管理资金',
  'fund.unit': '单位资金',
  'fund.other': '其他资金',
}

function phaseWord(fact: Fact): string {
  return {
    original: '年初预算',
    final: '全年预算',
    actual: '决算（执行）',
    adjustment: '',
    target: '目标',
    'to-date': '截至期',
    none: '',
  }[fact.phase]
}
