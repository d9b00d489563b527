import { ratio, sum } from '../relations.ts'
import { type Block, cell, heading, paragraph, table, t } from '../report.ts'
import { actualText, fundRow, points, targetText } from './form-tables.ts'
import { type Style } from './style.ts'

/** 湖北 form: 预算执行 20 points, (A) (B) (B/A); no narrative but the notes. */
export const hubeiForm: Style = {
  id: 'hubei-form',
  title: '湖北项目自评表',
  files: ['docx', 'xlsx', 'html'],
  write(world, pen) {
    const project = world.projects[0]!
    const funds = fundRow(pen, project, 20)
    const execution = Number(funds.score.digits) * 100
    const scores = project.indicators.map((each) => points(pen, Math.round((each.score * 8) / 9)))
    const earned = scores.reduce((all, score) => all + Math.round(Number(score.digits) * 100), execution)
    const total = points(pen, earned)
    sum(total, [...scores, funds.score], 'score')
    const [text, budget, rate] = [pen.wan(project.spent), pen.wan(project.full), pen.rate(project.spent, project.full)]
    ratio(rate, text, budget, 'execution')
    const rows = project.indicators.map((each, index) => [
      each.level1,
      each.level2,
      each.name,
      targetText(each),
      actualText(each),
      scores[index]!,
    ])
    const blocks: Block[] = [
      heading(1, `${world.year}年度${project.name}项目自评表`),
      paragraph(
        `单位名称：${world.county}${world.department}　　填报日期：${world.year + 1}年3月${1 + (world.seed % 28)}日`,
      ),
      table([
        [cell('项目名称'), cell(project.name, 5)],
        [cell('项目类别'), cell('1、部门预算项目 ☑　2、省直专项 □　3、转移支付项目 □', 5)],
        [
          cell('预算执行情况（万元）（20分）', 1, 2),
          cell(''),
          '预算数（A）',
          '执行数（B）',
          '执行率（B/A）',
          '得分（20分*执行率）',
        ],
        ['年度财政资金总额', funds.full, funds.spent, funds.rate, funds.score],
        ['一级指标', '二级指标', '三级指标', '年初目标值（A）', '实际完成值（B）', '得分'],
        ...rows,
        [cell('总分', 5), total],
        [cell('偏差大或目标未完成原因分析'), cell('无', 5)],
        [cell('改进措施及结果应用方案'), cell('继续加强项目管理。', 5)],
      ]),
      paragraph(
        t`备注：1.预算执行情况口径：预算数为调整后财政资金总额${budget}，执行数${text}，执行率${rate}。2.定性指标完成情况分为达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档，分别按照100-80%（含80%）、80-50%（含50%）、50-0%合理确定分值。`,
      ),
    ]
    return { name: `${project.name}自评表`, blocks }
  },
}
