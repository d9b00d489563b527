import { type Pen } from '../pen.ts'
import { difference, ratio, repeat, sum } from '../relations.ts'
import { type Block, type Num, type Token, cell, heading, joined, paragraph, t, table } from '../report.ts'
import { type FundLine, type World } from '../world.ts'
import { columnSums } from './columns.ts'
import { type Style } from './style.ts'
import { unitOf } from './work-passages.ts'

/** 北京 部门整体绩效评价报告: six decimals, current and cumulative spending, three parts of the score. */
export const beijingDepartment: Style = {
  id: 'beijing-department',
  title: '北京部门整体绩效评价报告',
  files: ['docx', 'html', 'pdf', 'xlsx', 'flat-text', 'tabbed-text'],
  write(world, pen) {
    const score = scoreOf(world, pen)
    const blocks: Block[] = [
      heading(1, `${unitOf(world)}${world.year}年度部门整体绩效评价报告`),
      heading(1, '一、部门概况'),
      heading(2, '（一）机构设置及职责工作任务情况'),
      paragraph(`${unitOf(world)}贯彻落实党中央关于本领域工作的方针政策和决策部署。`),
      heading(2, '（二）部门整体绩效目标设立情况'),
      paragraph('围绕年度重点任务设置整体绩效目标，指标清晰、可衡量。'),
      heading(1, '二、当年预算执行情况'),
      paragraph(executionOf(world, pen)),
      paragraph('表1：当年预算执行情况表                                单位：万元'),
      executionTable(world, pen),
      paragraph('表2：重点项目当年及累计支出情况表（单位：万元）'),
      cumulativeTable(world, pen),
      heading(1, '三、整体绩效目标实现情况'),
      paragraph(score.tokens),
      score.block,
      heading(1, '四、预算管理情况分析'),
      paragraph(assetsOf(world, pen)),
      heading(1, '五、总体评价结论'),
      paragraph(t`部门整体绩效评价综合得分${score.total}，综合评价等级为“${score.grade}”。`),
    ]
    return { name: `${unitOf(world)}部门整体绩效评价报告`, blocks }
  },
}

function executionOf(world: World, pen: Pen): Token[] {
  const { totals, basic, projectTotals, year } = world
  const three = (field: 'full' | 'spent') => {
    const [all, low, high] = [totals, basic, projectTotals].map((line) => pen.wan(line[field], 6)) as [Num, Num, Num]
    sum(all, [low, high])
    return { all, low, high }
  }
  const [full, spent] = [three('full'), three('spent')]
  const rate = pen.rate(totals.spent, totals.full, 2)
  ratio(rate, spent.all, full.all, 'execution')
  return t`${year}年全年预算数为${full.all}，其中，基本支出预算数${full.low}，项目支出预算数${full.high}，其他支出预算数0万元。资金总体支出${spent.all}，其中，基本支出${spent.low}，项目支出${spent.high}，其他支出0万元。预算执行率为${rate}。`
}

function executionTable(world: World, pen: Pen): Block {
  const rowOf = (line: FundLine) => {
    const cells = [line.full, line.spent, line.full - line.spent].map((each) => pen.wanCell(each, 6))
    const rate = pen.rate(line.spent, line.full, 2)
    difference(cells[2]!, cells[0]!, cells[1]!)
    ratio(rate, cells[1]!, cells[0]!, 'execution')
    return { cells, rate }
  }
  const [total, low, high] = [world.totals, world.basic, world.projectTotals].map(rowOf)
  columnSums(total!.cells, [low!.cells, high!.cells])
  return table([
    ['支出类型', '全年预算数', '全年支出数', '结余数', '预算执行率'],
    ['基本支出', ...low!.cells, low!.rate],
    ['项目支出', ...high!.cells, high!.rate],
    ['合计', ...total!.cells, total!.rate],
  ])
}

function cumulativeTable(world: World, pen: Pen): Block {
  const rowOf = (line: FundLine) => {
    const earlier = line.initial
    const amounts = [line.full, line.spent, line.full + earlier, line.spent + earlier]
    const cells = amounts.map((each) => pen.wanCell(each, 6)) as [Num, Num, Num, Num]
    const rates = [pen.rate(line.spent, line.full, 2), pen.rate(amounts[3]!, amounts[2]!, 2)] as const
    ratio(rates[0], cells[1], cells[0], 'execution')
    ratio(rates[1], cells[3], cells[2], 'execution')
    return { cells, shown: [cells[0], cells[1], rates[0], cells[2], cells[3], rates[1]] }
  }
  const rows = world.projects.map(rowOf)
  const total = rowOf(world.projectTotals)
  columnSums(
    total.cells,
    rows.map((row) => row.cells),
  )
  return table([
    [cell('序号', 1, 2), cell('项目名称', 1, 2), cell('当年', 3), cell('累计', 3)],
    ['预算数', '支出数', '执行率', '预算数', '支出数', '执行率'],
    ...rows.map((row, index) => [`${index + 1}`, world.projects[index]!.name, ...row.shown]),
    [cell('合计', 2), ...total.shown],
  ])
}

function scoreOf(world: World, pen: Pen) {
  const { totals, seed } = world
  const full = [20, 60, 20]
  const got = [Math.round((2000 * totals.spent) / totals.full), 5900 - (seed % 8) * 37, 1960 - (seed % 6) * 25]
  const whole = got.reduce((all, each) => all + each, 0)
  const written = (hundredths: number): string => (hundredths / 100).toFixed(2)
  const names = ['当年预算执行情况', '整体绩效目标实现情况', '预算管理情况']
  const [inText, cells] = [
    got.map((each) => pen.bare(written(each), '分')),
    [whole, ...got].map((each) => pen.bare(written(each))),
  ]
  const weights = [100, ...full].map((each) => pen.bare(each))
  sum(cells[0]!, cells.slice(1), 'score')
  sum(weights[0]!, weights.slice(1), 'weight')
  for (const [index, number] of inText.entries()) repeat(number, cells[index + 1]!)
  const total = pen.bare(written(whole), '分')
  repeat(total, cells[0]!)
  const list = names.map((name, index) => t`${name}分值${full[index]!}分，得分${inText[index]!}`)
  return {
    total,
    grade: whole >= 9000 ? '优秀' : '良好',
    tokens: t`评价采用百分制。${joined(list, '；')}。`,
    block: table([
      ['评价内容', '分值', '得分'],
      ...names.map((name, index) => [name, weights[index + 1]!, cells[index + 1]!]),
      ['合计', weights[0]!, cells[0]!],
    ]),
  }
}

function assetsOf(world: World, pen: Pen): Token[] {
  const amounts = [world.basic.wages, world.basic.goods, world.projectTotals.spent]
  const whole = amounts.reduce((all, each) => all + each, 0)
  const [total, ...parts] = [whole, ...amounts].map((each) => pen.wan(each, 6)) as [Num, ...Num[]]
  sum(total, parts)
  return t`资产管理方面，截至${world.year}年12月31日，本部门资产总额${total}，其中：流动资产${parts[0]!}，固定资产净值${parts[1]!}，无形资产净值${parts[2]!}。资产配置合理、使用规范。`
}
