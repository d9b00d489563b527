import { type Pen } from '../pen.ts'
import { executionScore, ratio, sum } from '../relations.ts'
import { type Block, type Num, type TableCell, cell, table, t } from '../report.ts'
import { type FundLine, type Indicator, type World, threePublicSum } from '../world.ts'

/** Points as a form prints them: 10, 9.87. */
export function points(pen: Pen, hundredths: number): Num {
  const digits =
    hundredths % 100 === 0 ? String(hundredths / 100) : (hundredths / 100).toFixed(hundredths % 10 === 0 ? 1 : 2)
  return pen.bare(digits)
}

export type FundRow = { initial?: Num; full: Num; spent: Num; rate: Num; score: Num }

/** The row of the whole funds with its rate and 执行率 score (10 points). */
export function fundRow(pen: Pen, line: FundLine, full = 10): FundRow {
  const [initial, whole, spent] = [pen.wanCell(line.initial), pen.wanCell(line.full), pen.wanCell(line.spent)]
  const rate = pen.rate(line.spent, line.full, 2)
  const score = points(pen, Math.round((full * 100 * line.spent) / line.full))
  ratio(rate, spent, whole, 'execution')
  executionScore(score)
  return { initial, full: whole, spent, rate, score }
}

export type IndicatorTable = { rows: TableCell[][]; scores: Num[]; weights: Num[] }

type Columns = { target(each: Indicator): string; actual(each: Indicator): string; withPoints: boolean }

/** Rows 一级|二级|三级|指标值|完成值|分值|得分|原因, level 1 merged. */
export function indicatorRows(pen: Pen, indicators: readonly Indicator[], columns: Columns): IndicatorTable {
  const scores: Num[] = []
  const weights: Num[] = []
  const rows = indicators.map((each, index) => {
    const group = indicators.filter(({ level1 }) => level1 === each.level1)
    const [weight, score] = [points(pen, each.weight * 100), points(pen, each.score)]
    weights.push(weight)
    scores.push(score)
    const isFirst = indicators[index - 1]?.level1 !== each.level1
    const whole = group.reduce((all, { weight }) => all + weight, 0)
    const headed = columns.withPoints ? `${each.level1}（${whole}分）` : each.level1
    const lead = isFirst ? [cell(headed, 1, group.length)] : []
    return [
      ...lead,
      cell(each.level2),
      cell(each.name),
      cell(columns.target(each)),
      cell(columns.actual(each)),
      cell(weight),
      cell(score),
      cell(each.reason),
    ]
  })
  return { rows, scores, weights }
}

export const targetText = (each: Indicator): string =>
  typeof each.target === 'number' ? `${each.sign}${each.target}${each.unit}` : each.target
export const actualText = (each: Indicator): string => `${each.actual}${each.unit}`

/** Σ scores (with the 执行率 row) = 总分, Σ weights = 100. */
export function scoreTotals(
  total: Num,
  whole: Num,
  rows: IndicatorTable,
  execution: readonly [weight: Num, score: Num],
): void {
  sum(total, [...rows.scores, execution[1]], 'score')
  sum(whole, [...rows.weights, execution[0]], 'weight')
}

/** 部门整体支出绩效自评表, national layout with the local two-column block. */
export function selfEvaluationTable(world: World, pen: Pen): { block: Block; total: Num; funds: FundRow } {
  const funds = fundRow(pen, world.totals)
  const ten = pen.bare(10)
  const list = indicatorRows(pen, world.indicators, { target: targetText, actual: actualText, withPoints: true })
  const [whole, total] = [pen.bare(100), points(pen, world.score)]
  scoreTotals(total, whole, list, [ten, funds.score])
  const [left, right] = [pen.wanCell(world.totals.initial), pen.wanCell(world.totals.initial)]
  const sources = world.sources.map((source) => ({ name: source.name, amount: pen.wanCell(source.line.initial) }))
  const [basic, project] = [pen.wanCell(world.basic.initial), pen.wanCell(world.projectTotals.initial)]
  sum(
    left,
    sources.map((source) => source.amount),
    'sources',
  )
  sum(right, [basic, project], 'sources')
  const rights = [t`其中：基本支出：${basic}`, t`项目支出：${project}`]
  const block = table([
    [cell('县级预算部门、单位名称', 2), cell(`${world.county}${world.department}`, 6)],
    [cell('年度预算申请（万元）', 1, 2), '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '自评得分'],
    ['年度资金总额', funds.initial ?? '', funds.full, funds.spent, ten, funds.rate, funds.score],
    [cell(t`按收入性质分：${left}`, 4), cell(t`按支出性质分：${right}`, 4)],
    ...sources.map((source, index) => [
      cell(t`${index === 0 ? '其中：' : ''}${source.name}：${source.amount}`, 4),
      cell(rights[index] ?? '', 4),
    ]),
    ...(sources.length < 2 ? [] : []),
    [cell('年度总体目标'), cell('预期目标', 3), cell('实际完成情况', 4)],
    [cell(''), cell('保障机关正常运转，完成年度各项重点任务。', 3), cell('各项任务按期完成。', 4)],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '自评得分', '偏差原因分析及改进措施'],
    ...list.rows,
    [cell('总分', 5), whole, total, ''],
  ])
  return { block, total, funds }
}

/** 部门整体支出绩效评价基础数据表. */
export function baseDataTable(world: World, pen: Pen): { block: Block; project: Num; goods: Num; reception: Num } {
  const { year, staff, threePublic: three, overhead } = world
  const all = staff.quotas.reduce((whole, each) => whole + each.count, 0)
  const [quota, onPost, control] = [pen.bare(all), pen.bare(staff.onPost), pen.rateCell(staff.onPost, all, 2)]
  ratio(control, onPost, quota, 'staff-control')
  const columns = [three.lastYear, three.budget, three.actual]
  const money = (pick: (items: (typeof columns)[number]) => number): Num[] =>
    columns.map((items) => pen.wanCell(pick(items)))
  const [totals, cars] = [money(threePublicSum), money((items) => items.purchase + items.running)]
  const [bought, run, abroad, reception] = [
    money((i) => i.purchase),
    money((i) => i.running),
    money((i) => i.abroad),
    money((i) => i.reception),
  ]
  for (const index of [0, 1, 2]) {
    sum(totals[index]!, [cars[index]!, abroad[index]!, reception[index]!], 'base.three-public')
    sum(cars[index]!, [bought[index]!, run[index]!], 'base.vehicles')
  }
  const projects = [world.projectTotals.lastYear, world.projectTotals.initial, world.projectTotals.spent]
  const project = projects.map((amount) => pen.wanCell(amount))
  const first = projects.map((amount) => Math.round((amount * 0.4) / world.grain) * world.grain)
  const business = first.map((amount) => pen.wanCell(amount))
  const running = projects.map((amount, index) => pen.wanCell(amount - first[index]!))
  for (const index of [0, 1, 2]) sum(project[index]!, [business[index]!, running[index]!], 'base.project')
  const goods = [overhead.lastYear, overhead.budget, world.basic.goods].map((amount) => pen.wanCell(amount))
  const part = (amounts: readonly number[]): Num[] => amounts.map((amount) => pen.wanCell(amount))
  const parts = [part(overhead.office), part(overhead.utilities), part(overhead.meetings)]
  for (const index of [0, 1, 2])
    sum(
      goods[index]!,
      parts.map((row) => row[index]!),
      'base.overhead',
    )
  const block = table([
    [cell('财政供养人员情况（人）', 1, 2), '编制数', `${year}年实际在职人数`, '控制率'],
    [quota, onPost, control],
    ['经费控制情况（万元）', `${year - 1}年决算数`, `${year}年预算数`, `${year}年决算数`],
    ['三公经费：', ...totals],
    ['1、公务用车购置和维护经费', ...cars],
    ['其中：公车购置', ...bought],
    ['公车运行维护', ...run],
    ['2、出国经费', ...abroad],
    ['3、公务接待', ...reception],
    ['项目支出：', ...project],
    ['1、业务工作经费', ...business],
    ['2、运行维护经费', ...running],
    ['公用经费', ...goods],
    ['其中：办公经费', ...parts[0]!],
    ['水费、电费、差旅费', ...parts[1]!],
    ['会议费、培训费', ...parts[2]!],
    ['政府采购金额', ...pen.say([0, 0, 0], [12, 15, 14]).map((amount) => pen.bare(amount))],
    ['厉行节约保障措施', cell('严格执行中央八项规定，压减一般性支出。', 3)],
  ])
  return { block, project: project[2]!, goods: goods[2]!, reception: reception[2]! }
}
