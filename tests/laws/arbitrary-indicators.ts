import { Big } from 'big.js'
import fc from 'fast-check'
import type { Project } from '#domain/ledger/budget.ts'
import type { IndicatorEntry, Scope, Sign } from '#domain/ledger/goal.ts'
import { packById } from '#operations/packs/load-packs.ts'

export type Give = <T>(arb: () => fc.Arbitrary<T>) => T
/** level 2, what is measured, unit, sign */
type Row = readonly [string, string, string, Sign]

const rows: Record<string, readonly Row[]> = {
  成本指标: [
    ['经济成本指标', '项目成本', '万元', '≤'],
    ['社会成本指标', '负面舆情', '次', '≤'],
  ],
  产出指标: [
    ['数量指标', '开展检查', '次', '≥'],
    ['数量指标', '服务对象', '人次', '≥'],
    ['质量指标', '验收合格率', '%', '≥'],
    ['时效指标', '任务按期完成率', '%', '='],
  ],
  效益指标: [
    ['社会效益指标', '惠及群众', '人', '≥'],
    ['经济效益指标', '带动就业', '人', '≥'],
    ['生态效益指标', '污染事故', '起', '≤'],
    ['可持续影响指标', '制度执行率', '%', '≥'],
    ['社会效益指标', '群众办事便利程度', '', '定性'],
  ],
  满意度指标: [['服务对象满意度指标', '服务对象满意度', '%', '≥']],
}

/** Indicators of the department and of each evaluated project; their weights are those of a variant of the pack. */
export function indicatorsOf(give: Give, projects: readonly Project[], packId: string): IndicatorEntry[] {
  const variants = packById(packId)?.variants ?? []
  const scopes: Scope[] = [
    'department',
    ...projects.filter(({ evaluated }) => evaluated).map(({ id }) => ({ project: id })),
  ]
  return scopes.flatMap((scope, at) => {
    const { groups } = give(() => fc.constantFrom(...variants))
    return groups.flatMap(({ headings, points }, group) => {
      // Headings that share points: the last gets ten of them.
      const rest = headings.length > 1 ? points.minus(10 * (headings.length - 1)) : points
      return headings.flatMap((heading, index) =>
        grouped(give, scope, `s${at}g${group}h${index}`, heading, index === 0 ? rest : new Big(10)),
      )
    })
  })
}

function grouped(give: Give, scope: Scope, id: string, level1: string, points: Big): IndicatorEntry[] {
  const known = rows[level1] ?? []
  // Rows of one level-2 heading stand together, as in the official forms.
  const chosen = give(() => fc.subarray([...known], { minLength: 1 })).toSorted((a, b) =>
    a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0,
  )
  const each = points.div(chosen.length).round(1, Big.roundDown)
  return chosen.map((row, index) => {
    const first = points.minus(each.times(chosen.length - 1))
    return indicator(give, scope, `${id}r${index}`, level1, row, index === 0 ? first : each)
  })
}

function indicator(give: Give, scope: Scope, id: string, level1: string, row: Row, weight: Big): IndicatorEntry {
  const [level2, name, unit, sign] = row
  const missed = give(() => fc.integer({ min: 0, max: 4 })) === 0
  const base = { id, scope, level1, level2, name, sign, unit, weight }
  const why = { varianceReason: '下半年任务推迟，没有达到目标。', improvement: '提前安排进度。' }
  if (sign === '定性') {
    const actual = missed ? '部分达成年度指标并具有一定效果' : '达成年度指标'
    return { ...base, target: '较上年明显改善', actual: { from: 'entered', value: actual }, ...(missed ? why : {}) }
  }
  const share = unit === '%'
  const target = share ? give(() => fc.constantFrom(90, 95, 98, 100)) : give(() => fc.integer({ min: 2, max: 900 }))
  const actual = reached(sign, target, share, missed)
  const lost = sign === '≤' ? actual > target : actual < target
  return {
    ...base,
    target: new Big(target),
    actual: { from: 'entered', value: new Big(actual) },
    ...(lost ? why : {}),
  }
}

function reached(sign: Sign, target: number, share: boolean, missed: boolean): number {
  if (sign === '≤') return missed ? Math.ceil(target * 1.1) : Math.floor(target * 0.9)
  if (missed) return Math.max(1, Math.floor(target * 0.9))
  return share ? target : target + Math.floor(target / 10)
}
