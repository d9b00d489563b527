import { type Pen } from '../pen.ts'
import { product, ratio, repeat, sum } from '../relations.ts'
import { type Block, cell, heading, paragraph, table, t } from '../report.ts'
import { type Project, type World } from '../world.ts'
import { actualText, fundRow, indicatorRows, points, scoreTotals, targetText } from './form-tables.ts'
import { type Style } from './style.ts'
import { basisPassage, workPassage } from './work-passages.ts'

/** 转移支付绩效自评报告 with the (A)(B)(B/A) form. */
export const transferPayment: Style = {
  id: 'transfer-payment',
  title: '转移支付资金绩效自评报告',
  files: ['docx', 'html', 'flat-text'],
  write(world, pen) {
    const project = world.projects[0]!
    const form = formOf(world, project, pen)
    const score = points(pen, project.score)
    repeat(score, form.total)
    const blocks: Block[] = [
      heading(1, `${world.county}${world.year}年${project.name}专项资金绩效自评报告`),
      paragraph(basisPassage(world)),
      heading(1, '一、绩效目标分解下达情况'),
      paragraph(arrivalOf(world, project, pen)),
      heading(1, '二、绩效目标完成情况分析'),
      heading(2, '（一）资金投入情况分析'),
      ...fundsOf(project, pen),
      heading(2, '（二）总体绩效目标完成情况分析'),
      paragraph(workPassage(world, pen)),
      heading(2, '（三）绩效指标完成情况分析'),
      paragraph(unitPriceOf(world, pen)),
      ...indicatorLines(project),
      heading(1, '三、偏离绩效目标的原因和下一步改进措施'),
      paragraph(pen.say('无偏离绩效目标情况。', '个别项目受天气影响进度稍慢，下一步将加快实施。')),
      heading(1, '四、绩效自评结果拟应用和公开情况'),
      paragraph(t`经自评，该项目得分${score}分，自评结果将在政府网站公开。`),
      heading(1, '五、其他需要说明的问题'),
      paragraph('无。'),
      heading(1, '附件：转移支付区域（项目）绩效自评表'),
      form.block,
    ]
    return { name: `${world.county}${project.name}绩效自评`, blocks }
  },
}

function arrivalOf(world: World, project: Project, pen: Pen) {
  const [whole, central, local] = [pen.wan(project.full), pen.wan(project.central), pen.wan(project.local)]
  sum(whole, [central, local])
  return pen.say(
    () => t`${world.year}年共下达我县${project.name}资金${whole}，其中：中央资金${central}，省级资金${local}。`,
    () => t`上级下达资金共计${whole}，包括中央财政资金${central}、省级财政资金${local}。`,
  )()
}

function fundsOf(project: Project, pen: Pen): Block[] {
  const [planned, arrived, arrivalRate] = [
    pen.wan(project.full),
    pen.wan(project.arrived),
    pen.rate(project.arrived, project.full),
  ]
  ratio(arrivalRate, arrived, planned, 'arrival')
  const [budget, spent, rate] = [pen.wan(project.full), pen.wan(project.spent), pen.rate(project.spent, project.full)]
  ratio(rate, spent, budget, 'execution')
  return [
    paragraph(
      t`1.项目资金到位情况。${pen.say('应到位资金', '计划下达资金')}${planned}，实际到位${arrived}，资金到位率${arrivalRate}。`,
    ),
    paragraph(
      t`2.项目资金执行情况。全年预算${budget}，${pen.say('实际支出', '全年执行')}${spent}，${pen.say('预算执行率', '执行率', '资金执行率')}${pen.say('', '为', '达')}${rate}。`,
    ),
    paragraph('3.项目资金管理情况。严格执行专项资金管理办法，专款专用，未发现截留、挤占、挪用现象。'),
  ]
}

function unitPriceOf(world: World, pen: Pen) {
  const villages = 8 + (world.seed % 17)
  const each = 2000 + 400 * (world.seed % 9)
  const [price, count, whole] = [pen.bare(each, '元'), pen.count(villages, '个'), pen.wan(each * villages, 2)]
  product(whole, [price, count])
  return t`1.产出指标完成情况分析。按每村${price}的标准，对${count}村给予补助，共计${whole}。`
}

function indicatorLines(project: Project): Block[] {
  return project.indicators.map((each, index) =>
    paragraph(`（${index + 1}）${each.name}：目标值${targetText(each)}，实际完成${actualText(each)}。`),
  )
}

function formOf(world: World, project: Project, pen: Pen) {
  const funds = fundRow(pen, project)
  const [central, local] = [pen.wanCell(project.central), pen.wanCell(project.local)]
  sum(funds.full, [central, local])
  const ten = pen.bare(10)
  const list = indicatorRows(pen, project.indicators, { target: targetText, actual: actualText, withPoints: false })
  const [whole, total] = [pen.bare(100), points(pen, project.score)]
  scoreTotals(total, whole, list, [ten, funds.score])
  const block = table([
    [cell('项目名称', 2), cell(project.name, 6)],
    [
      cell('主管部门', 2),
      cell(world.department, 2),
      cell('实施单位', 2),
      cell(`${world.county}${world.department}`, 2),
    ],
    [
      cell('项目资金（万元）', 2, 4),
      cell(''),
      cell('全年预算数（A）'),
      cell('全年执行数（B）'),
      cell('分值'),
      cell('执行率（B/A）'),
      cell('得分'),
    ],
    ['年度资金总额', funds.full, funds.spent, ten, funds.rate, funds.score],
    ['其中：中央补助', central, '', '—', '', '—'],
    ['地方资金', local, '', '—', '', '—'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '全年实际值', '分值', '得分', '未完成原因和改进措施'],
    ...list.rows,
    [cell('总分', 5), whole, total, ''],
  ])
  return { block, total }
}
