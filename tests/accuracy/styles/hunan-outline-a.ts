import { type Pen } from '../pen.ts'
import { ratio, repeat } from '../relations.ts'
import { type Block, type Num, heading, paragraph, t } from '../report.ts'
import { type Project, type World } from '../world.ts'
import { baseDataTable, points, selfEvaluationTable } from './form-tables.ts'
import { accountsPassage, basicPassage, incomePassage, projectsPassage, threePublicPassage } from './money-passages.ts'
import { type Style } from './style.ts'
import {
  basisPassage,
  closing,
  dutiesPassage,
  organsPassage,
  staffPassage,
  unitOf,
  workPassage,
} from './work-passages.ts'

/** Overall report, base table, form and the project reports in one file (湖南 county). */
export const hunanOutlineA: Style = {
  id: 'hunan-outline-a',
  title: '湖南县级部门整体支出绩效报告（含基础数据表、自评表、项目报告）',
  files: ['flat-text', 'docx', 'flat-text', 'html'],
  write(world, pen) {
    const form = selfEvaluationTable(world, pen)
    const base = baseDataTable(world, pen)
    const score = points(pen, world.score)
    repeat(score, form.total)
    const blocks: Block[] = [
      heading(1, `${world.year}年部门整体支出绩效报告`),
      ...overview(world, pen, { project: base.project, reception: base.reception }),
      heading(1, '五、绩效评价工作开展情况'),
      paragraph(t`成立绩效评价小组，一是查阅资料。二是核对数据。三是实地查看。自评结果为${score}分。`),
      ...closing(pen, '六、存在的主要问题', '七、改进措施'),
      paragraph(`${world.county}${world.year}年度部门整体支出绩效评价`),
      paragraph('基础数据表'),
      base.block,
      paragraph(
        '说明：“项目支出”需要填报基本支出以外的所有项目支出情况，“公用经费”填报基本支出中的一般商品和服务支出。',
      ),
      heading(1, `${world.county}${world.year}年度部门整体支出绩效自评表`),
      form.block,
      ...world.projects.flatMap((project) => projectReport(world, pen, project)),
    ]
    return { name: `${unitOf(world)}${world.year}年绩效报告`, blocks }
  },
}

type Cells = { project: Num; reception: Num }

function overview(world: World, pen: Pen, cells: Cells): Block[] {
  const [income, accounts, projects] = [
    incomePassage(world, pen),
    accountsPassage(world, pen),
    projectsPassage(world, pen),
  ]
  const budget = threePublicPassage(pen, world.threePublic.actual, `${world.year}年决算`)
  repeat(projects.total, cells.project)
  repeat(budget.reception, cells.reception)
  const rate = pen.rate(world.totals.spent, world.totals.full, 2)
  ratio(rate, accounts.total, income.full, 'execution')
  return [
    heading(1, '一、部门概况'),
    heading(2, '（一）部门基本情况'),
    paragraph(organsPassage(world, pen), staffPassage(world, pen).tokens),
    ...dutiesPassage(pen),
    heading(2, '（二）部门整体支出情况'),
    paragraph(income.tokens),
    paragraph(accounts.tokens),
    paragraph(t`预算完成率${rate}。`),
    heading(2, '（三）绩效目标设立情况'),
    paragraph('紧紧围绕县委、县政府决策部署，扎实做好各项工作。'),
    heading(1, '二、部门整体支出情况'),
    heading(2, '（一）基本支出'),
    paragraph(basicPassage(world, pen).tokens, budget.tokens),
    heading(2, '（二）项目支出'),
    paragraph(projects.tokens),
    heading(1, '三、项目组织实施情况'),
    paragraph('项目管理实行申请审批，资金实行国库集中支付。'),
    heading(1, '四、部门整体支出绩效情况'),
    heading(2, '（一）经济性分析'),
    paragraph('支出总额控制在预算总额内。'),
    heading(2, '（二）效益性分析'),
    paragraph(workPassage(world, pen)),
  ]
}

/** One project's report as the county form has it. */
function projectReport(world: World, pen: Pen, project: Project): Block[] {
  const [full, spent] = [pen.wan(project.full), pen.wan(project.spent)]
  const rate = pen.rate(project.spent, project.full)
  ratio(rate, spent, full, 'execution')
  return [
    heading(1, `${world.year}年度${project.name}项目支出绩效评价报告`),
    paragraph(basisPassage(world)),
    heading(1, '一、项目概况'),
    paragraph(`保障${project.name}工作顺利开展，促进公共服务水平提升。`),
    heading(1, '二、项目资金使用及管理情况分析'),
    paragraph(t`至${world.year}年12月31日，县财政局安排财政资金${full}，资金已全部到位。`),
    paragraph(t`${world.year}年${project.name}经费总共支出${spent}，预算执行率${rate}，项目资金无截留、挪用的现象。`),
    heading(1, '三、项目绩效情况分析'),
    paragraph('预算安排的经费保障了项目的顺利开展。'),
    heading(1, '四、其他需要说明的问题'),
    paragraph('无'),
  ]
}
