import { executionRateOf } from './execution.ts'
import { type Block, heading, paragraph, t } from '../report.ts'
import {
  accountsPassage,
  basicAndProject,
  incomePassage,
  projectsPassage,
  threePublicPassage,
  completionPassage,
} from './money-passages.ts'
import { threePublicSum } from '../world.ts'
import { type Style } from './style.ts'
import { closing, dutiesPassage, organsPassage, staffPassage, unitOf, workPassage } from './work-passages.ts'

/** 广东 department narrative without any table. */
export const guangdongDepartment: Style = {
  id: 'guangdong-department',
  title: '广东部门整体支出绩效自评报告（纯文字）',
  files: ['docx', 'flat-text', 'html'],
  write(world, pen) {
    const { budget, actual } = world.threePublic
    const blocks: Block[] = [
      heading(1, `${world.year}年度${unitOf(world)}部门整体支出绩效自评报告`),
      heading(1, '一、部门基本情况'),
      paragraph('（一）部门职能。'),
      ...dutiesPassage(pen),
      paragraph('（二）机构及人员。', organsPassage(world, pen), staffPassage(world, pen).tokens),
      paragraph('（三）年度总体工作和重点任务。', workPassage(world, pen)),
      paragraph(t`（四）部门整体支出情况。`, incomePassage(world, pen).tokens, basicAndProject(world, pen).tokens),
      paragraph(accountsPassage(world, pen).tokens),
      heading(1, '二、绩效自评情况'),
      paragraph('（一）预算执行。', executionRateOf(world.totals, pen)),
      paragraph(projectsPassage(world, pen).tokens),
      paragraph(
        completionPassage(pen, '“三公”经费', threePublicSum(budget), threePublicSum(actual)),
        threePublicPassage(pen, actual, '全年').tokens,
      ),
      ...closing(pen, '三、存在问题', '四、改进措施'),
    ]
    return { name: `${unitOf(world)}自评报告`, blocks }
  },
}
