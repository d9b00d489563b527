import { type Pen } from '../pen.ts'
import { executionScore, product, ratio, repeat, sum } from '../relations.ts'
import { type Block, type Num, cell, heading, paragraph, t, table } from '../report.ts'
import { type Project, type World, shares } from '../world.ts'
import { columnSums } from './columns.ts'
import { points } from './form-tables.ts'
import { type Style } from './style.ts'
import { unitOf } from './work-passages.ts'

/** 河南: 项目绩效目标表 with a break-down of costs, 自评表 with 财政性资金 and 其他资金, and a short text. */
export const henanForm: Style = {
  id: 'henan-form',
  title: '河南项目绩效目标表与自评表',
  files: ['docx', 'xlsx', 'html', 'pdf'],
  write(world, pen) {
    const project = world.projects[0]!
    const costs = costTable(world, project, pen)
    const form = evaluationTable(world, project, pen)
    const score = points(pen, project.score)
    repeat(score, form.total)
    const blocks: Block[] = [
      heading(1, `${world.year}年度${project.name}项目绩效目标及自评情况`),
      heading(2, '一、项目支出测算明细'),
      paragraph('单位：元'),
      costs,
      heading(2, '二、项目支出绩效自评表'),
      paragraph(`部门名称：${unitOf(world)}    单位：万元`),
      form.block,
      heading(2, '三、自评结论'),
      paragraph(
        t`经对照绩效目标逐项自评，该项目自评总分${score}分，绩效等级为“${project.score >= 9000 ? '优' : '良'}”。`,
      ),
      paragraph(moneyOf(project, pen)),
    ]
    return { name: `${project.name}绩效目标及自评`, blocks }
  },
}

function costTable(world: World, project: Project, pen: Pen): Block {
  const names = ['专家咨询费', '会议费', '资料印刷费', '专用材料费']
  const rows = names.map((_, index) => {
    const [price, count] = [100 * (3 + ((world.seed * (index + 3)) % 37)), 4 + ((world.seed + index * 7) % 40)]
    const cells = [pen.bare(price), pen.bare(count), pen.bare((price * count).toFixed(2))] as const
    product(cells[2], [cells[0], cells[1]])
    return { cells, amount: price * count }
  })
  const total = pen.bare(rows.reduce((all, row) => all + row.amount, 0).toFixed(2))
  sum(
    total,
    rows.map((row) => row.cells[2]),
    'column',
  )
  return table([
    ['序号', '支出事项', '单价', '数量', '金额'],
    ...rows.map((row, index) => [`${index + 1}`, names[index]!, ...row.cells]),
    [cell('合计', 4), total],
  ])
}

function evaluationTable(world: World, project: Project, pen: Pen) {
  const funds = fundRows(world, project, pen)
  const scores = project.indicators.map((each) => points(pen, each.score))
  const weights = project.indicators.map((each) => points(pen, each.weight * 100))
  const [whole, total] = [pen.bare(100), points(pen, project.score)]
  sum(total, [...scores, funds.score], 'score')
  sum(whole, [...weights, funds.weight], 'weight')
  const rows = project.indicators.map((each, index) => {
    const same = project.indicators.filter(({ level1 }) => level1 === each.level1).length
    const isFirst = project.indicators[index - 1]?.level1 !== each.level1
    const target = typeof each.target === 'number' ? `${each.sign}${each.target}${each.unit}` : each.target
    return [
      ...(isFirst ? [cell(each.level1, 1, same)] : []),
      each.level2,
      each.name,
      weights[index]!,
      target,
      `${each.actual}${each.unit}`,
      scores[index]!,
    ]
  })
  const block = table([
    ['项目名称', cell(project.name, 6)],
    ...funds.rows,
    ['一级指标', '二级指标', '三级指标', '分值', '年初指标值', '全年完成值', '得分'],
    ...rows,
    ['预算执行率', '', '', funds.weight, '100%', funds.rate, funds.score],
    [cell('总分', 3), whole, '', '', total],
  ])
  return { block, total }
}

function fundRows(world: World, project: Project, pen: Pen) {
  const two = (amounts: readonly number[]): Num[] => amounts.map((each) => pen.wanCell(each))
  const total = two([project.full, project.spent])
  const local = Math.min(project.local, project.spent)
  const [year, rest] = [two([project.central, project.spent - local]), two([project.local, local])]
  columnSums(total, [year, rest])
  const rates = [pen.rate(project.spent, project.full, 2), pen.rate(project.spent, project.full, 2)] as const
  for (const rate of rates) ratio(rate, total[1]!, total[0]!, 'execution')
  const score = points(pen, Math.round((1000 * project.spent) / project.full))
  executionScore(score)
  const split = shares(pen.random, project.central, 2, world.grain).map((each) => pen.wanCell(each))
  sum(year[0]!, split)
  const rows = [
    [cell('项目资金', 1, 6), cell('资金来源', 2), cell('全年预算数', 1), cell('全年执行数', 2), '执行率'],
    [cell('年度资金总额', 2), total[0]!, cell(total[1]!, 2), rates[0]],
    [cell('其中：财政性资金', 2), year[0]!, cell(year[1]!, 2), ''],
    [cell('　　　其中：上级资金', 2), split[0]!, cell('', 2), ''],
    [cell('　　　　　　本级资金', 2), split[1]!, cell('', 2), ''],
    [cell('其他资金', 2), rest[0]!, cell(rest[1]!, 2), ''],
  ]
  return { rows, score, weight: pen.bare(10), rate: rates[1] }
}

function moneyOf(project: Project, pen: Pen) {
  const [full, spent, rate] = [pen.wan(project.full), pen.wan(project.spent), pen.rate(project.spent, project.full, 2)]
  ratio(rate, spent, full, 'execution')
  const [fiscal, other] = [pen.wan(project.central), pen.wan(project.local)]
  sum(full, [fiscal, other])
  return t`项目全年预算安排${full}（其中财政性资金${fiscal}，其他资金${other}），年末实际执行${spent}，执行率${rate}。`
}
