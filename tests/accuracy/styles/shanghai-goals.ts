import { repeat, sum } from '../relations.ts'
import { type Block, cell, heading, paragraph, table, t } from '../report.ts'
import { shares } from '../world.ts'
import { targetText } from './form-tables.ts'
import { type Style } from './style.ts'

/** 上海 goal form: the table in 元, the sentence above it in 万元. */
export const shanghaiGoals: Style = {
  id: 'shanghai-goals',
  title: '上海项目绩效目标申报表（表以元计，文以万元计）',
  files: ['html', 'xlsx', 'docx'],
  write(world, pen) {
    const project = world.projects[0]!
    const amounts = shares(pen.random, project.initial, 3, world.grain)
    const [whole, year, text] = [pen.yuan(project.initial, ''), pen.yuan(project.initial, ''), pen.wan(project.initial)]
    const parts = amounts.map((amount) => pen.wan(amount))
    sum(text, parts)
    repeat(whole, year, text)
    const names = ['设备购置费', '委托服务费', '宣传培训费']
    const list = pen.list(names.map((name, index) => t`${name}${parts[index]!}`))
    const blocks: Block[] = [
      heading(1, `${world.year}年项目支出绩效目标申报表`),
      paragraph(t`项目资金来源为区级财政，${project.name}项目${world.year}年预算安排${text}，其中：${list}。`),
      table([
        ['项目名称', project.name, '项目类别', '其他一次性项目'],
        ['计划开始日期', `${world.year}-01-01`, '计划完成日期', `${world.year}-12-31`],
        ['项目资金总额（元）', whole, '年度资金申请总额（元）', year],
        ['其中：财政资金', pen.yuan(project.initial, ''), '其中：当年财政拨款', pen.yuan(project.initial, '')],
        ['其他资金', pen.yuan(0, ''), '上年结转资金', pen.yuan(0, '')],
        [cell('一级指标'), cell('二级指标'), cell('三级指标'), cell('指标目标值')],
        ...project.indicators.map((each) => [each.level1, each.level2, each.name, targetText(each)]),
      ]),
      paragraph('注：绩效目标应与资金量相匹配。'),
    ]
    return { name: `${project.name}目标申报表`, blocks }
  },
}
