import { type Pen } from '../pen.ts'
import { counted, difference, ratio, sum } from '../relations.ts'
import { type Block, heading, paragraph, t } from '../report.ts'
import { type World } from '../world.ts'
import { executionRateOf } from './execution.ts'
import { type Style } from './style.ts'
import { unitOf, workPassage } from './work-passages.ts'

/** 云南 project narrative: all projects of a unit one after another. */
export const yunnanProject: Style = {
  id: 'yunnan-project',
  title: '云南年度项目支出绩效单位自评报告',
  files: ['docx', 'html', 'tabbed-text'],
  write(world, pen) {
    const blocks: Block[] = [
      heading(1, `${unitOf(world)}${world.year}年度项目支出绩效自评报告`),
      heading(1, '一、项目基本情况'),
      paragraph(overviewOf(world, pen)),
      ...world.projects.map((project, index) =>
        paragraph(
          t`（${index + 1}）${project.name}。`,
          executionRateOf(project, pen),
          '项目按计划实施，达到预期目标。',
        ),
      ),
      heading(1, '二、自评工作开展情况'),
      paragraph('（一）前期准备。成立绩效自评工作组。（二）组织过程。收集资料、核实数据、形成结论。'),
      heading(1, '三、绩效实现情况分析'),
      paragraph(workPassage(world, pen)),
      paragraph(leftOf(world, pen)),
      heading(1, '四、其他需说明的情况'),
      paragraph('无。'),
    ]
    return { name: `${unitOf(world)}项目自评`, blocks }
  },
}

function overviewOf(world: World, pen: Pen) {
  const { projectTotals, projects } = world
  const [count, full, initial] = [
    pen.count(projects.length, '个'),
    pen.wan(projectTotals.full),
    pen.wan(projectTotals.initial),
  ]
  const [added, names] = [pen.wan(projectTotals.added), projects.map((project) => project.name).join('、')]
  counted(count)
  sum(full, [initial, added])
  return t`${world.year}年，我单位实施项目共${count}，分别为${names}。项目预算${full}，其中年初批复${initial}，年中追加${added}。`
}

function leftOf(world: World, pen: Pen) {
  const { full, spent } = world.projectTotals
  const [arrived, used, left, rate] = [pen.wan(full), pen.wan(spent), pen.wan(full - spent), pen.rate(spent, full)]
  difference(left, arrived, used)
  ratio(rate, used, arrived, 'execution')
  return t`项目资金实际到位${arrived}，实际支出${used}，结余${left}，资金使用率${rate}。`
}
