import { type Pen } from '../pen.ts'
import { repeat, sum } from '../relations.ts'
import { type Block, type Num, cell, heading, paragraph, table, t } from '../report.ts'
import { type FundLine, type Project, type World } from '../world.ts'
import { fundRow, points, scoreTotals } from './form-tables.ts'
import { basicAndProject, basicPassage, incomePassage, leftPassage } from './money-passages.ts'
import { type Style } from './style.ts'
import { closing, organsPassage, staffPassage, unitOf, workPassage } from './work-passages.ts'

/** 四川 form with 指标性质, 度量单位 and 权重, appended to the narrative of the accounts. */
export const sichuanForm: Style = {
  id: 'sichuan-form',
  title: '四川部门整体绩效分析报告与项目绩效自评表',
  files: ['docx', 'html', 'xlsx'],
  write(world, pen) {
    const project = world.projects[0]!
    const form = formOf(world, project, pen)
    const score = points(pen, project.score)
    repeat(score, form.total)
    const blocks: Block[] = [
      heading(1, `${unitOf(world)}${world.year}年部门整体绩效评价报告`),
      heading(1, '一、部门概况'),
      paragraph('（一）机构组成。', organsPassage(world, pen)),
      paragraph('（二）人员概况。', staffPassage(world, pen).tokens),
      heading(1, '二、部门资金收支情况'),
      paragraph('（一）收入情况。', incomePassage(world, pen).tokens),
      paragraph('（二）支出情况。', basicAndProject(world, pen).tokens),
      paragraph(basicPassage(world, pen).tokens),
      paragraph('（三）结余分配和结转结余情况。', leftPassage(world, pen)),
      heading(1, '三、部门整体绩效分析'),
      paragraph(workPassage(world, pen)),
      ...closing(pen, '四、评价结论及存在问题', '五、改进建议'),
      paragraph('附件2'),
      heading(1, `${world.year}年度项目支出绩效自评表`),
      paragraph('单位：万元'),
      form.block,
      paragraph(t`评价结论：该项目自评得分${score}分，资金使用规范，目标基本实现。`),
    ]
    return { name: `${unitOf(world)}整体绩效`, blocks }
  },
}

function sourceRow(pen: Pen, name: string, line: FundLine): { row: (string | Num)[]; amounts: Num[] } {
  const amounts = [line.initial, line.full, line.spent].map((amount) => pen.wanCell(amount))
  return { row: [name, ...amounts, '', '/', '/', '/'], amounts }
}

function formOf(world: World, project: Project, pen: Pen): { block: Block; total: Num } {
  const funds = fundRow(pen, project)
  const none: FundLine = { initial: 0, added: 0, full: 0, spent: 0 }
  const [own, other] = [sourceRow(pen, '其中：财政资金', project), sourceRow(pen, '其他资金', none)]
  const wholes = [funds.initial!, funds.full, funds.spent]
  for (const index of [0, 1, 2]) sum(wholes[index]!, [own.amounts[index]!, other.amounts[index]!], 'sources')
  const ten = pen.bare(10)
  const weights = project.indicators.map((each) => pen.bare(each.weight))
  const scores = project.indicators.map((each) => points(pen, each.score))
  const [whole, total] = [pen.bare(100), points(pen, project.score)]
  scoreTotals(total, whole, { rows: [], scores, weights }, [ten, funds.score])
  const rows = project.indicators.map((each, index) => [
    each.level1,
    each.level2,
    each.name,
    each.sign,
    String(each.target),
    each.unit,
    String(each.actual),
    weights[index]!,
    scores[index]!,
    each.reason,
  ])
  const block = table([
    [cell('项目名称', 2), cell(`51000021R${String(world.seed).padStart(12, '0')}-${project.name}`, 8)],
    [
      cell('预算执行情况（10分）', 2, 4),
      '',
      '年初预算',
      '调整后预算数',
      '预算执行数',
      '预算执行率',
      '权重',
      '得分',
      '原因',
    ],
    ['总额', ...wholes, funds.rate, ten, funds.score, project.spent * 10 < project.full * 9 ? '部分项目待验收' : ''],
    own.row,
    other.row,
    ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '完成值', '权重', '得分', '未完成原因分析'],
    ...rows,
    [cell('合计', 7), whole, total, ''],
  ])
  return { block, total }
}
