import { type Pen } from '../pen.ts'
import { ratio, repeat, sum } from '../relations.ts'
import { type Block, cell, heading, paragraph, table, t } from '../report.ts'
import { type World } from '../world.ts'
import { type Style } from './style.ts'

/** Report of a firm: 决策 过程 产出 效益, scores told in the text and in a table. */
export const thirdPartyEvaluation: Style = {
  id: 'third-party-evaluation',
  title: '第三方机构项目支出绩效评价报告',
  files: ['docx', 'html'],
  write(world, pen) {
    const project = world.projects[0]!
    const [arrived, planned, arrivalRate] = [
      pen.wan(project.arrived),
      pen.wan(project.full),
      pen.rate(project.arrived, project.full),
    ]
    const [spent, received, rate] = [
      pen.wan(project.spent),
      pen.wan(project.arrived),
      pen.rate(project.spent, project.arrived),
    ]
    ratio(arrivalRate, arrived, planned, 'arrival')
    ratio(rate, spent, received, 'execution')
    const result = resultOf(world, pen)
    const blocks: Block[] = [
      heading(1, `${world.county}${world.year}年${project.name}项目支出绩效评价报告`),
      paragraph(`华诚绩评字〔${world.year + 1}〕第${world.docNumber}号`),
      paragraph(
        `受${world.county}财政局委托，我们对${project.name}项目开展了绩效评价，现场核查点位${3 + (world.seed % 9)}个，发放问卷120份，回收有效问卷${100 + (world.seed % 20)}份。`,
      ),
      heading(1, '一、项目基本情况'),
      paragraph(t`项目预算安排${planned}，实际到位${arrived}，资金到位率${arrivalRate}。`),
      heading(1, '二、综合评价结论'),
      paragraph(result.tokens),
      result.block,
      heading(1, '三、指标分析'),
      paragraph(
        t`预算执行率指标：实际支出${spent}，实际到位资金${received}，预算执行率为${rate}，该指标分值5分，得分4.5分。`,
      ),
      heading(1, '四、主要问题'),
      paragraph('一是绩效目标不够细化；二是档案资料归集不够及时。'),
    ]
    return { name: `${project.name}评价报告`, blocks }
  },
}

function resultOf(world: World, pen: Pen) {
  const lost = [world.seed % 3, world.seed % 5, world.seed % 4, world.seed % 2]
  const entries = ['决策', '过程', '产出', '效益'].map((name, index) => ({
    name,
    full: [15, 20, 35, 30][index]!,
    lost: lost[index]!,
  }))
  const rows = entries.map((entry) => {
    const [full, score, rate] = [
      pen.bare(entry.full),
      pen.bare(entry.full - entry.lost),
      pen.rate(entry.full - entry.lost, entry.full, 2),
    ]
    ratio(rate, score, full, 'score-rate')
    return { name: entry.name, full, score, rate }
  })
  const all = entries.reduce((whole, entry) => whole + entry.full - entry.lost, 0)
  const [total, whole, rate, text] = [pen.bare(all), pen.bare(100), pen.rate(all, 100, 2), pen.bare(all)]
  sum(
    total,
    rows.map((row) => row.score),
    'score',
  )
  sum(
    whole,
    rows.map((row) => row.full),
    'weight',
  )
  ratio(rate, total, whole, 'score-rate')
  repeat(text, total)
  const block = table([
    ['一级指标', '分值', '得分', '得分率'],
    ...rows.map((row) => [row.name, row.full, row.score, row.rate]),
    [cell('合计'), whole, total, rate],
  ])
  return {
    tokens: t`经综合评价，该项目综合得分${text}分，绩效等级为“${all >= 90 ? '优' : '良'}”。各指标得分情况见下表。`,
    block,
  }
}
