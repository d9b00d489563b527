import { ratio, repeat } from '../relations.ts'
import { type Block, heading, paragraph, t } from '../report.ts'
import { baseDataTable, points, selfEvaluationTable } from './form-tables.ts'
import {
  basicAndProject,
  basicPassage,
  changePassage,
  leftPassage,
  projectsPassage,
  threePublicPassage,
} from './money-passages.ts'
import { type Style } from './style.ts'
import { closing, organsPassage, staffPassage, unitOf, workPassage } from './work-passages.ts'

/** Starts with the score, then the unit, then the money (湖南 outline B). */
export const hunanOutlineB: Style = {
  id: 'hunan-outline-b',
  title: '湖南单位整体支出绩效自评报告（先报得分）',
  files: ['docx', 'tabbed-text', 'html'],
  write(world, pen) {
    const form = selfEvaluationTable(world, pen)
    const score = points(pen, world.score)
    repeat(score, form.total)
    const grade = world.score >= 9000 ? '优' : '良'
    const spending = basicAndProject(world, pen)
    const again = pen.wan(world.totals.spent)
    repeat(again, spending.total)
    const wayOfChange = changePassage(
      pen,
      again,
      { current: world.totals.spent, base: world.totals.lastYear },
      world.year,
    )
    const control = pen.rate(world.threePublic.actual.reception, world.threePublic.budget.reception)
    const [actual, budget] = [pen.wan(world.threePublic.actual.reception), pen.wan(world.threePublic.budget.reception)]
    ratio(control, actual, budget, 'completion')
    const blocks: Block[] = [
      heading(1, `${unitOf(world)}${world.year}年度部门整体支出绩效自评报告`),
      heading(1, '一、自评得分情况'),
      paragraph(t`经综合评价，我单位${world.year}年度部门整体支出绩效自评得分${score}分，评价等级为“${grade}”。`),
      heading(1, '二、单位基本概况'),
      paragraph(organsPassage(world, pen)),
      paragraph(staffPassage(world, pen).tokens),
      heading(1, '三、部门整体支出管理及使用情况'),
      paragraph(spending.tokens, t`全年支出${again}`, wayOfChange, '。'),
      paragraph(basicPassage(world, pen).tokens),
      paragraph(projectsPassage(world, pen).tokens),
      paragraph(leftPassage(world, pen)),
      paragraph(
        threePublicPassage(pen, world.threePublic.actual, `${world.year}年`).tokens,
        t`公务接待费年初预算${budget}，实际支出${actual}，预算执行率${control}。`,
      ),
      heading(1, '四、部门整体支出绩效情况'),
      paragraph(workPassage(world, pen)),
      ...closing(pen, '五、存在的主要问题', '六、下一步改进措施'),
      heading(1, '附件1 部门整体支出绩效评价基础数据表'),
      baseDataTable(world, pen).block,
      heading(1, '附件2 部门整体支出绩效自评表'),
      form.block,
    ]
    return { name: `${unitOf(world)}${world.year}年度整体支出自评`, blocks }
  },
}
