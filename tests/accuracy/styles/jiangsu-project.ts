import { type Pen } from '../pen.ts'
import { difference, product, ratio, repeat, sum } from '../relations.ts'
import { type Block, type Num, type Token, heading, joined, paragraph, t, table } from '../report.ts'
import { type World, shares } from '../world.ts'
import { columnSums } from './columns.ts'
import { type Style } from './style.ts'

/** 江苏 项目支出绩效自评报告: spaces around numbers, sub-projects in a table, a survey, scores by 决策/过程/产出/效益. */
export const jiangsuProject: Style = {
  id: 'jiangsu-project',
  title: '江苏项目支出绩效自评报告',
  files: ['docx', 'html', 'pdf', 'xlsx', 'flat-text', 'tabbed-text'],
  write(world, pen) {
    const project = world.projects[0]!
    const score = scoresOf(world, pen)
    const blocks: Block[] = [
      heading(1, `${world.county}${project.name}项目${world.year}年度绩效自评报告`),
      heading(1, '一、项目概况'),
      heading(2, '1.项目背景'),
      paragraph(`为贯彻落实省委、省政府决策部署，${world.county}${world.department}组织实施${project.name}项目。`),
      heading(2, '2.资金投入和使用情况'),
      paragraph(fundsOf(world, pen)),
      ...itemTable(world, pen),
      heading(1, '二、绩效自评工作开展情况'),
      paragraph(surveyOf(world, pen)),
      heading(1, '三、综合评价情况及结论'),
      paragraph(score.tokens),
      score.block,
      heading(1, '四、主要绩效'),
      paragraph(trainingOf(world, pen)),
      paragraph(doneOf(world, pen)),
      heading(1, '五、存在问题及建议'),
      paragraph('项目绩效目标设置不够细化，建议加强前期论证。'),
    ]
    return { name: `${project.name}绩效自评`, blocks }
  },
}

/** 「 1286.05 万元」 as typed with spaces. */
function spaced(number: Num): Num {
  return { ...number, before: ` ${number.before}`, after: `${number.after} ` }
}

function fundsOf(world: World, pen: Pen): Token[] {
  const project = world.projects[0]!
  const [full, central, local, arrived, spent, left] = [
    project.full,
    project.central,
    project.local,
    project.arrived,
    project.spent,
    project.full - project.spent,
  ].map((each) => spaced(pen.wan(each))) as [Num, Num, Num, Num, Num, Num]
  sum(full, [central, local])
  const [arrival, used] = [pen.rate(project.arrived, project.full), pen.rate(project.spent, project.arrived)]
  ratio(arrival, arrived, full, 'arrival')
  ratio(used, spent, arrived, 'execution')
  difference(left, arrived, spent)
  return t`${world.year} 年度该项目安排预算资金${full}，资金来源为：省级专项资金${central}，市县配套资金${local}。截至 ${world.year} 年 12 月 31 日，实际到位资金${arrived}，资金到位率${arrival}；累计支出${spent}，预算执行率${used}，结余资金${left}，已按规定交回财政。`
}

function itemTable(world: World, pen: Pen): Block[] {
  const project = world.projects[0]!
  const names = ['设备购置', '委托业务费', '劳务及专家评审费', '宣传培训费']
  const planned = shares(pen.random, project.full, 4, world.grain)
  const used = project.spent / project.full
  const later = planned.slice(1).map((amount) => Math.floor((amount * used) / world.grain) * world.grain)
  const spent = [project.spent - later.reduce((all, each) => all + each, 0), ...later]
  const rows = names.map((_, index) => rowOf(pen, planned[index]!, spent[index]!))
  const total = rowOf(pen, project.full, project.spent)
  columnSums(
    total.cells,
    rows.map((row) => row.cells),
  )
  return [
    paragraph('表1 项目资金预算安排及使用情况表（单位：万元）'),
    table([
      ['序号', '支出内容', '预算金额', '实际支出', '结余', '执行率'],
      ...rows.map((row, index) => [`${index + 1}`, names[index]!, ...row.cells, row.rate]),
      ['合 计', '', ...total.cells, total.rate],
    ]),
  ]
}

function rowOf(pen: Pen, planned: number, spent: number) {
  const cells = [planned, spent, planned - spent].map((each) => pen.wanCell(each))
  const rate = pen.rate(spent, planned, 2)
  ratio(rate, cells[1]!, cells[0]!, 'execution')
  difference(cells[2]!, cells[0]!, cells[1]!)
  return { cells, rate }
}

function surveyOf(world: World, pen: Pen): Token[] {
  const sent = 120 + (world.seed % 7) * 20
  const back = sent - 3 - (world.seed % 11)
  const valid = back - (world.seed % 4)
  const happy = Math.floor(valid * 0.7)
  const content = valid - happy - 5
  const counts = [sent, back, valid, happy, content, 5].map((each) => spaced(pen.count(each, '份')))
  const [handed, returned, good, first, second, third] = counts as [Num, Num, Num, Num, Num, Num]
  const rates = [pen.rate(back, sent, 2), pen.rate(valid, back, 2), pen.rate(happy + content, valid, 2)]
  ratio(rates[0]!, returned, handed, 'count-rate')
  ratio(rates[1]!, good, returned, 'count-rate')
  sum(good, [first, second, third], 'counts')
  return t`评价组面向服务对象发放调查问卷${handed}，收回${returned}，回收率${rates[0]!}；其中有效问卷${good}，有效率${rates[1]!}。有效问卷中，选择“非常满意”的${first}，“比较满意”的${second}，“不满意”的${third}。`
}

function scoresOf(world: World, pen: Pen) {
  const full = [20, 20, 30, 30]
  const lost = [world.seed % 3, world.seed % 4, world.seed % 5, world.seed % 2].map((each) => each * 50)
  const names = ['决策', '过程', '产出', '效益']
  const written = (hundredths: number): string => (hundredths / 100).toFixed(2)
  const got = full.map((points, index) => points * 100 - lost[index]!)
  const all = got.reduce((whole, each) => whole + each, 0)
  const [inText, inTable] = [
    [all, ...got].map((each) => pen.bare(written(each), '分')),
    [all, ...got].map((each) => pen.bare(written(each))),
  ]
  sum(inText[0]!, inText.slice(1), 'score')
  sum(inTable[0]!, inTable.slice(1), 'score')
  for (const [index, number] of inText.entries()) repeat(number, inTable[index]!)
  const weights = [100, ...full].map((each) => pen.bare(each))
  sum(weights[0]!, weights.slice(1), 'weight')
  const rates = [all, ...got].map((each, index) => pen.rate(each, [100, ...full][index]! * 100, 2))
  for (const [index, rate] of rates.entries()) ratio(rate, inTable[index]!, weights[index]!, 'score-rate')
  const list = names.map((name, index) => t`${name}类指标得分${inText[index + 1]!}`)
  const rowAt = (name: string, index: number) => [name, weights[index]!, inTable[index]!, rates[index]!]
  return {
    tokens: t`对照绩效评价指标体系，本项目综合得分${inText[0]!}，评价等级为“${all >= 9000 ? '优' : '良'}”。其中，${joined(list, '，')}。`,
    block: table([
      ['一级指标', '权重', '得分', '得分率'],
      ...names.map((name, index) => rowAt(name, index + 1)),
      rowAt('总计', 0),
    ]),
  }
}

function trainingOf(world: World, pen: Pen): Token[] {
  const each = 20 + (world.seed % 60)
  const times = world.work.trainings
  const [sessions, heads, mean] = [pen.count(times, '期'), pen.count(each * times, '人次'), pen.count(each, '人次')]
  product(heads, [sessions, mean])
  return t`全年举办业务培训班${sessions}，平均每期培训${mean}，共培训${heads}，学员考核合格率 100%。`
}

function doneOf(world: World, pen: Pen): Token[] {
  const { accepted, closed } = world.work
  const [planned, done, rate] = [pen.count(accepted, '户'), pen.count(closed, '户'), pen.rate(closed, accepted)]
  ratio(rate, done, planned, 'count-rate')
  const some = joined(
    world.towns.slice(0, 3).map((town) => t`${town.name}`),
    '、',
  )
  return t`项目计划服务经营主体${planned}，实际完成${done}，完成率为${rate}。走访${some}等3个乡镇，群众反映良好。`
}
