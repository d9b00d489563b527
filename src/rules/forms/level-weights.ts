import { Big } from 'big.js'
import type { Knowledge } from '#domain/knowledge.ts'
import { type PackVariant, packBasis } from '#domain/pack.ts'
import type { IndicatorRow, Reading } from '#domain/reading.ts'
import type { Rule, Verdict } from '../rule.ts'
import { byForm, contradiction, figureEvidence, filledIndicators } from './indicator-finding.ts'

/**
 * The points of each level-1 heading and of the execution rate are those the rule pack gives them. A form whose points do
 * not make 100 is I54's business. The ministry lets special cases adjust level-1 points: a pack nobody asked for only
 * gives a remark.
 */
export const levelWeights: Rule = {
  id: 'form.level-weights',
  title: '各一级指标和预算执行率的分值应与规则包一致',
  source: '各地规则包（data/packs）：一级指标分值；财预〔2020〕10号允许特殊情况调整',
  judge: (reading, knowledge) =>
    byForm(filledIndicators(reading).filter((row) => row.score)).map((rows) => judgeForm(rows, reading, knowledge)),
}

function judgeForm(rows: readonly IndicatorRow[], reading: Reading, { pack }: Knowledge): Verdict {
  if (!pack) return { outcome: 'undetermined', missing: '文件没有写明地区和年度，不知道用哪个规则包' }
  const points = pointsByHeading(rows)
  const execution = executionWeight(rows, reading)
  if (!points || !execution) return { outcome: 'undetermined', missing: '有的指标没有分值，或没有预算执行率的分值' }
  const total = [...points.values()].reduce((sum, each) => sum.plus(each), execution)
  if (!total.eq(100)) return { outcome: 'not-applicable' }
  const { variants, execution: due } = pack.pack
  const fits = execution.eq(due.weight) && variants.some((variant) => fitsVariant(points, variant))
  const evidence = rows.flatMap((row) => (row.weight ? [figureEvidence(row.weight)] : []))
  if (fits) return { outcome: 'holds', figures: rows.flatMap((row) => row.weight?.id ?? []) }
  const printed = [...points].map(([heading, each]) => `${heading}${each.toFixed()}分`).join('、')
  const expected = variants.map(({ title, groups }) => `${title}为${groups.map(groupWords).join('、')}`).join('；')
  const message = `表上预算执行率${execution.toFixed()}分、${printed}，与规则包的分值不一致：预算执行率${due.weight.toFixed()}分，${expected}。财政部门另有批复的可以不改。（依据：${packBasis(pack)}）`
  return contradiction('form.level-weights', pack.by === 'asked' ? 'warning' : 'info', message, evidence)
}

/** Points by level-1 heading in the packs' words: 「服务对象满意度指标」 is 满意度指标; undefined where some have none. */
function pointsByHeading(rows: readonly IndicatorRow[]): ReadonlyMap<string, Big> | undefined {
  const points = new Map<string, Big>()
  for (const { group, weight } of rows) {
    const word = /成本|产出|效益|满意度/.exec(group[0])?.[0]
    if (!word || !weight) return undefined
    points.set(`${word}指标`, (points.get(`${word}指标`) ?? new Big(0)).plus(weight.quantity.value))
  }
  return points
}

/** The full mark of the execution rate in the same table, as the claim over its points names it. */
function executionWeight(rows: readonly IndicatorRow[], reading: Reading): Big | undefined {
  const full = reading.claims.flatMap(({ form }) =>
    form.is === 'score' && form.full.figure.place.part === rows[0]?.part ? [form.full.figure.quantity.value] : [],
  )
  return full.every((each) => each.eq(full[0]!)) ? full[0] : undefined
}

function fitsVariant(points: ReadonlyMap<string, Big>, { groups }: PackVariant): boolean {
  const known = new Set(groups.flatMap(({ headings }) => headings))
  if ([...points.keys()].some((heading) => !known.has(heading))) return false
  return groups.every((group) =>
    group.headings.reduce((sum, heading) => sum.plus(points.get(heading) ?? 0), new Big(0)).eq(group.points),
  )
}

function groupWords({ headings, points }: PackVariant['groups'][number]): string {
  return `${headings.join('与')}${points.toFixed()}分`
}
