import { Big } from 'big.js'
import fc from 'fast-check'
import type { Project } from '#domain/ledger/budget.ts'
import type { IndicatorEntry, Scope } from '#domain/ledger/goal.ts'

type Give = <T>(arb: () => fc.Arbitrary<T>) => T
/** level 1, level 2, what is counted, unit */
type Row = readonly [string, string, string, string]

const outputs: readonly Row[] = [
  ['产出指标', '数量指标', '开展检查', '次'],
  ['产出指标', '数量指标', '服务对象', '人次'],
  ['产出指标', '质量指标', '验收合格率', '%'],
  ['产出指标', '时效指标', '任务按期完成率', '%'],
]
const benefits: readonly Row[] = [
  ['效益指标', '社会效益指标', '惠及群众', '人'],
  ['效益指标', '经济效益指标', '带动就业', '人'],
  ['效益指标', '可持续影响指标', '制度执行率', '%'],
]
const satisfaction: Row = ['满意度指标', '服务对象满意度指标', '服务对象满意度', '%']

/** Indicators of the department and of each evaluated project whose weights sum to 50, 30 and 10 points. */
export function indicatorsOf(give: Give, projects: readonly Project[], _year: number, _pack: string): IndicatorEntry[] {
  const scopes: Scope[] = [
    'department',
    ...projects.filter(({ evaluated }) => evaluated).map(({ id }) => ({ project: id })),
  ]
  return scopes.flatMap((scope, at) => [
    ...grouped(give, scope, `s${at}a`, outputs, 50),
    ...grouped(give, scope, `s${at}b`, benefits, 30),
    ...grouped(give, scope, `s${at}c`, [satisfaction], 10),
  ])
}

function grouped(give: Give, scope: Scope, id: string, rows: readonly Row[], points: number): IndicatorEntry[] {
  const chosen = rows.length === 1 ? [...rows] : give(() => fc.subarray([...rows], { minLength: 1 }))
  const each = new Big(points).div(chosen.length).round(1, Big.roundDown)
  return chosen.map((row, index) => {
    const rest = new Big(points).minus(each.times(chosen.length - 1))
    return indicator(give, scope, `${id}${index}`, row, index === 0 ? rest : each)
  })
}

function indicator(give: Give, scope: Scope, id: string, row: Row, weight: Big): IndicatorEntry {
  const [level1, level2, name, unit] = row
  const share = unit === '%'
  const target = share ? give(() => fc.constantFrom(90, 95, 98, 100)) : give(() => fc.integer({ min: 2, max: 900 }))
  const missed = give(() => fc.integer({ min: 0, max: 5 })) === 0
  const reached = missed ? Math.max(1, Math.floor(target * 0.9)) : share ? target : target + Math.floor(target / 10)
  return {
    id,
    scope,
    level1,
    level2,
    name,
    sign: '≥',
    target: new Big(target),
    unit,
    weight,
    actual: { from: 'entered', value: new Big(reached) },
    ...(reached < target ? { varianceReason: '下半年任务推迟，完成数低于目标。', improvement: '提前安排进度。' } : {}),
  }
}
