import { ratio, sum } from '../relations.ts'
import { type Block, type Num, cell, heading, paragraph, table, t } from '../report.ts'
import { type Style } from './style.ts'
import { targetText } from './form-tables.ts'

/** 绩效运行监控表 of January to July: figures of part of a year. */
export const monitoringTable: Style = {
  id: 'monitoring-table',
  title: '项目支出绩效运行监控表',
  files: ['xlsx', 'docx', 'html'],
  write(world, pen) {
    const project = world.projects[0]!
    const split = (amount: number): [number, number] => [
      amount - Math.floor(amount / 5 / world.grain) * world.grain,
      Math.floor(amount / 5 / world.grain) * world.grain,
    ]
    const sofar = Math.floor((project.initial * 0.6) / world.grain) * world.grain
    const columns = [project.initial, sofar, project.initial]
    const wholes = columns.map((amount) => pen.wanCell(amount))
    const parts = columns.map((amount) => split(amount).map((each) => pen.wanCell(each)))
    for (const index of [0, 1, 2]) sum(wholes[index]!, parts[index]!, 'sources')
    const rate = pen.rate(sofar, project.initial, 2)
    ratio(rate, wholes[1]!, wholes[0]!, 'execution')
    const row = (which: number): Num[] => parts.map((each) => each[which]!)
    const [own, other] = [row(0), row(1)]
    const blocks: Block[] = [
      heading(1, `项目支出绩效目标执行监控表`),
      paragraph(`（${world.year}年度1-7月）`),
      table([
        [cell('项目名称', 2), cell(project.name, 5)],
        [cell('项目资金（万元）', 1, 4), '', '年初预算数', '1-7月执行数', '1-7月执行率', cell('全年预计执行数', 2)],
        ['年度资金总额', wholes[0]!, wholes[1]!, rate, cell(wholes[2]!, 2)],
        ['其中：本年财政拨款', own[0]!, own[1]!, '', cell(own[2]!, 2)],
        ['其他资金', other[0]!, other[1]!, '', cell(other[2]!, 2)],
        ['一级指标', '二级指标', '三级指标', '年度指标值', '1-7月执行情况', '全年预计完成情况', '完成目标可能性'],
        ...project.indicators.map((each) => [
          each.level1,
          each.level2,
          each.name,
          targetText(each),
          '按计划推进',
          targetText(each),
          '确定能',
        ]),
      ]),
      paragraph(t`注：1-7月执行数截至${world.year}年7月31日，支付进度${pen.loosely(57, '%')}为序时参考，不作考核。`),
    ]
    return { name: `${project.name}监控表`, blocks }
  },
}
