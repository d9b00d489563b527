import { type Pen } from '../pen.ts'
import { executionScore, ratio, repeat, sum } from '../relations.ts'
import { type Block, type Num, type Token, cell, heading, paragraph, t, table } from '../report.ts'
import { type Project, type World } from '../world.ts'
import { columnSums } from './columns.ts'
import { points } from './form-tables.ts'
import { type Style } from './style.ts'
import { unitOf } from './work-passages.ts'

/** 山东: a summary of the self-evaluated projects and one 自评表 a project, funds by source in rows. */
export const shandongForm: Style = {
  id: 'shandong-form',
  title: '山东项目支出绩效自评表及汇总表',
  files: ['docx', 'html', 'pdf', 'xlsx', 'flat-text', 'tabbed-text'],
  write(world, pen) {
    const summary = summaryOf(world, pen)
    const blocks: Block[] = [
      heading(1, `${unitOf(world)}${world.year}年度项目支出绩效自评情况`),
      paragraph(summary.tokens),
      heading(2, `附件1 ${world.year}年度项目支出绩效自评结果汇总表`),
      paragraph(`填报单位：${unitOf(world)}          金额单位：万元`),
      summary.block,
      ...world.projects
        .slice(0, 2)
        .flatMap((project, index) => [
          heading(2, `附件2-${index + 1} 项目支出绩效自评表`),
          paragraph(`（${world.year}年度）`),
          formOf(world, project, pen),
        ]),
    ]
    return { name: `${unitOf(world)}项目自评表`, blocks }
  },
}

function summaryOf(world: World, pen: Pen): { tokens: Token[]; block: Block } {
  const { projects, projectTotals, year } = world
  const rows = projects.map((project) => lineOf(pen, project.full, project.spent))
  const total = lineOf(pen, projectTotals.full, projectTotals.spent)
  columnSums(
    total.cells,
    rows.map((row) => row.cells),
  )
  const grades = projects.map((project) => (project.score >= 9000 ? '优' : '良'))
  const best = grades.filter((grade) => grade === '优').length
  const counts = [projects.length, best, projects.length - best].map((each) => pen.count(each, '个'))
  const [all, first, second] = counts as [Num, Num, Num]
  sum(all, [first, second], 'counts')
  const [money, spent] = [pen.wan(projectTotals.full), pen.wan(projectTotals.spent)]
  repeat(money, total.cells[0]!)
  repeat(spent, total.cells[1]!)
  const share = pen.rate(best, projects.length, 2)
  ratio(share, first, all, 'share')
  return {
    tokens: t`${year}年度，我单位纳入绩效自评的项目共${all}，涉及预算资金${money}，实际支出${spent}，自评覆盖率达到100%。自评结果为“优”的${first}，占${share}；自评结果为“良”的${second}。`,
    block: table([
      ['序号', '项目名称', '全年预算数', '全年执行数', '预算执行率', '自评得分', '自评等次'],
      ...rows.map((row, index) => [
        `${index + 1}`,
        projects[index]!.name,
        ...row.cells,
        row.rate,
        points(pen, projects[index]!.score),
        grades[index]!,
      ]),
      [cell('合计', 2), ...total.cells, total.rate, '—', '—'],
    ]),
  }
}

function lineOf(pen: Pen, full: number, spent: number) {
  const cells = [pen.wanCell(full), pen.wanCell(spent)]
  const rate = pen.rate(spent, full, 2)
  ratio(rate, cells[1]!, cells[0]!, 'execution')
  return { cells, rate }
}

function formOf(world: World, project: Project, pen: Pen): Block {
  const funds = fundRows(world, project, pen)
  const scores = project.indicators.map((each) => points(pen, each.score))
  const weights = project.indicators.map((each) => points(pen, each.weight * 100))
  const [whole, total] = [pen.bare(100), points(pen, project.score)]
  sum(total, [...scores, funds.score], 'score')
  sum(whole, [...weights, funds.weight], 'weight')
  const rows = project.indicators.map((each, index) => {
    const before = project.indicators[index - 1]
    const same = project.indicators.filter(({ level1 }) => level1 === each.level1).length
    const like = project.indicators.filter(({ level1, level2 }) => level1 === each.level1 && level2 === each.level2)
    const first = before?.level1 === each.level1 ? [] : [cell(each.level1, 1, same)]
    const second =
      before?.level1 === each.level1 && before.level2 === each.level2 ? [] : [cell(each.level2, 1, like.length)]
    const target = typeof each.target === 'number' ? `${each.sign}${each.target}${each.unit}` : each.target
    return [
      ...first,
      ...second,
      each.name,
      target,
      `${each.actual}${each.unit}`,
      weights[index]!,
      scores[index]!,
      each.reason || '无',
    ]
  })
  return table([
    ['项目名称', cell(project.name, 7)],
    ['主管部门', cell(unitOf(world), 3), '实施单位', cell(unitOf(world), 3)],
    ...funds.rows,
    [cell('年度总体目标', 1, 2), cell('预期目标', 3), cell('实际完成情况', 4)],
    [cell('完成年度建设任务，提升服务水平。', 3), cell('已全部完成。', 4)],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '自评得分', '偏差原因分析及改进措施'],
    ...rows,
    [cell('总分', 5), whole, total, ''],
  ])
}

function fundRows(world: World, project: Project, pen: Pen) {
  const three = (amounts: readonly number[]): Num[] => amounts.map((each) => pen.wanCell(each))
  const grants = three([project.initial, project.central, project.spent - Math.min(project.local, project.spent)])
  const other = three([0, project.local, Math.min(project.local, project.spent)])
  const total = three([project.initial, project.full, project.spent])
  columnSums(total, [grants, other])
  const [rate, score, weight] = [
    pen.rate(project.spent, project.full, 2),
    points(pen, Math.round((1000 * project.spent) / project.full)),
    pen.bare(10),
  ]
  ratio(rate, total[2]!, total[1]!, 'execution')
  executionScore(score)
  const rows = [
    [
      cell('项目预算执行情况（万元）', 1, 4),
      '',
      '年初预算数（A）',
      '全年预算数（B）',
      '全年执行数（C）',
      '分值',
      '执行率（C/B）',
      '得分',
    ],
    ['年度资金总额', ...total, weight, rate, score],
    ['其中：当年财政拨款', ...grants, '—', '—', '—'],
    ['其他资金', ...other, '—', '—', '—'],
  ]
  return { rows, score, weight }
}
