import { type Pen } from '../pen.ts'
import { ratio, sum } from '../relations.ts'
import { type Block, type Num, cell, heading, paragraph, table, t } from '../report.ts'
import { type World, threePublicSum } from '../world.ts'
import { basicPassage, incomePassage } from './money-passages.ts'
import { type Style } from './style.ts'
import { organsPassage, staffPassage, unitOf } from './work-passages.ts'

/** Fill-in form with a rubric of 投入, 过程, 产出及效率 and worked rates. */
export const yueyangRubric: Style = {
  id: 'yueyang-rubric',
  title: '部门整体支出绩效评价评分表（投入、过程、产出及效率）',
  files: ['docx', 'html', 'xlsx'],
  write(world, pen) {
    const rubric = rubricOf(world, pen)
    const blocks: Block[] = [
      heading(1, `${world.year}年度部门整体支出绩效评价自评报告`),
      paragraph(`部门名称：${unitOf(world)}　预算编码：${100_000 + world.seed}　评价方式：部门自评`),
      heading(1, '一、部门概况'),
      paragraph(organsPassage(world, pen)),
      paragraph(staffPassage(world, pen).tokens),
      heading(1, '二、预算执行'),
      paragraph(incomePassage(world, pen).tokens),
      paragraph(basicPassage(world, pen).tokens),
      ...ratesOf(world, pen),
      heading(1, '三、评分表'),
      rubric,
    ]
    return { name: `${unitOf(world)}评分表`, blocks }
  },
}

/** 在职人员控制率, 三公控制率, 公用控制率 with both terms written out. */
function ratesOf(world: World, pen: Pen): Block[] {
  const { staff, threePublic, overhead } = world
  const all = staff.quotas.reduce((whole, each) => whole + each.count, 0)
  const [onPost, quota, control] = [pen.count(staff.onPost, '人'), pen.count(all, '人'), pen.rate(staff.onPost, all)]
  ratio(control, onPost, quota, 'staff-control')
  const [spent, planned] = [threePublicSum(threePublic.actual), threePublicSum(threePublic.budget)]
  const [actual, budget, rate] = [pen.wan(spent), pen.wan(planned), pen.rate(spent, planned)]
  ratio(rate, actual, budget, 'control')
  const [used, given, share] = [
    pen.wan(world.basic.goods),
    pen.wan(overhead.budget),
    pen.rate(world.basic.goods, overhead.budget),
  ]
  ratio(share, used, given, 'control')
  return [
    paragraph(t`1.在职人员控制率：在职人员数${onPost}/编制数${quota}×100%=${control}。`),
    paragraph(t`2.“三公经费”控制率=“三公经费”实际支出数${actual}/“三公经费”预算安排数${budget}×100%=${rate}。`),
    paragraph(t`3.公用经费控制率：公用经费实际支出${used}，预算安排${given}，公用经费控制率为${share}。`),
  ]
}

function rubricOf(world: World, pen: Pen): Block {
  const entries = [
    ['投入', '预算配置', '在职人员控制率', 5],
    ['投入', '预算配置', '“三公经费”变动率', 5],
    ['过程', '预算执行', '预算完成率', 10],
    ['过程', '预算执行', '预算控制率', 10],
    ['过程', '预算管理', '公用经费控制率', 20],
    ['过程', '预算管理', '资金使用合规性', 20],
    ['产出及效率', '职责履行', '重点工作实际完成率', 10],
    ['产出及效率', '履职效益', '社会公众满意度', 20],
  ] as const
  const weights: Num[] = entries.map((entry) => pen.bare(entry[3]))
  const lost = entries.map((_, index) => ((world.seed + index) % 3 === 0 ? 1 : 0))
  const scores = entries.map((entry, index) => pen.bare(entry[3] - lost[index]!))
  const total = pen.bare(100 - lost.reduce<number>((all, each) => all + each, 0))
  const whole = pen.bare(100)
  sum(total, scores, 'score')
  sum(whole, weights, 'weight')
  return table([
    ['一级指标', '二级指标', '三级指标', '分值', '评价标准', '得分'],
    ...entries.map((entry, index) => [
      entry[0],
      entry[1],
      entry[2],
      weights[index]!,
      '达到标准计满分，每超过一个百分点扣0.5分，扣完为止。',
      scores[index]!,
    ]),
    [cell('合计', 3), whole, '', total],
  ])
}
