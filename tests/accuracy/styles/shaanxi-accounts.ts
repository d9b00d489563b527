import { type Pen } from '../pen.ts'
import { change, ratio, repeat, sum } from '../relations.ts'
import { type Block, type Num, type Token, cell, heading, joined, paragraph, t, table } from '../report.ts'
import { type World, shares, threePublicSum } from '../world.ts'
import { columnSums } from './columns.ts'
import { type Style } from './style.ts'
import { unitOf } from './work-passages.ts'

/** 陕西 部门决算公开: 收入/支出 structure, accounts with 基本/项目 columns, 预算绩效情况说明. */
export const shaanxiAccounts: Style = {
  id: 'shaanxi-accounts',
  title: '陕西部门决算公开及绩效管理情况说明',
  files: ['docx', 'html', 'pdf', 'xlsx', 'flat-text', 'tabbed-text'],
  write(world, pen) {
    const { year } = world
    const blocks: Block[] = [
      heading(1, `${year}年度${unitOf(world)}部门决算`),
      heading(1, '第一部分 部门概况'),
      paragraph(`${unitOf(world)}负责拟订并组织实施本领域发展规划，指导下属单位开展工作。`),
      heading(1, `第二部分 ${year}年度部门决算情况说明`),
      heading(2, '一、收入支出决算总体情况说明'),
      paragraph(overallOf(world, pen)),
      heading(2, '二、收入决算情况说明'),
      paragraph(incomeOf(world, pen)),
      heading(2, '三、支出决算情况说明'),
      paragraph(spendingOf(world, pen)),
      paragraph('支出决算明细表（单位：万元）'),
      accountTable(world, pen),
      heading(2, '四、“三公”经费及会议费、培训费支出决算情况说明'),
      ...threePublicOf(world, pen),
      heading(2, '五、预算绩效情况说明'),
      paragraph(managementOf(world, pen)),
      paragraph(goalsOf(world, pen)),
    ]
    return { name: `${unitOf(world)}${year}年度部门决算`, blocks }
  },
}

function movedFrom(pen: Pen, current: Num, now: number, was: number): Token[] {
  const moved = now - was
  if (moved === 0 || was === 0) return t`，与上年基本一致`
  const [delta, rate] = [pen.wan(Math.abs(moved)), pen.rate(Math.abs(moved), was, 2)]
  change({ current, delta, rate })
  return moved > 0 ? t`，较上年增加${delta}，增长${rate}` : t`，较上年减少${delta}，下降${rate}`
}

function overallOf(world: World, pen: Pen): Token[] {
  const { totals, year } = world
  const [income, spending] = [pen.wan(totals.spent), pen.wan(totals.spent)]
  repeat(income, spending)
  return t`${year}年度收入总计${income}${movedFrom(pen, income, totals.spent, totals.lastYear)}，主要原因是项目资金变化；支出总计${spending}，收支平衡。`
}

function incomeOf(world: World, pen: Pen): Token[] {
  const { sources, totals } = world
  const total = pen.wan(totals.spent)
  const amounts = sources.map((source) => pen.wan(source.line.spent))
  sum(total, amounts, 'sources')
  const list = sources.map((source, index) => {
    const share = pen.rate(source.line.spent, totals.spent, 2)
    ratio(share, amounts[index]!, total, 'share')
    const name = source.name === '其他资金' ? '其他收入' : `${source.name}财政拨款收入`
    return t`${name}${amounts[index]!}，占${share}`
  })
  return t`本年收入合计${total}，其中：${joined(list, '；')}。`
}

function spendingOf(world: World, pen: Pen): Token[] {
  const { totals, basic, projectTotals } = world
  const [total, low, high] = [totals, basic, projectTotals].map((line) => pen.wan(line.spent)) as [Num, Num, Num]
  sum(total, [low, high])
  const rates = [pen.rate(basic.spent, totals.spent, 2), pen.rate(projectTotals.spent, totals.spent, 2)]
  ratio(rates[0]!, low, total, 'share')
  ratio(rates[1]!, high, total, 'share')
  const [people, running] = [pen.wan(basic.wages + basic.allowances), pen.wan(basic.goods)]
  sum(low, [people, running])
  return t`本年支出合计${total}，其中：基本支出${low}，占${rates[0]!}；项目支出${high}，占${rates[1]!}；经营支出0万元，占0%。基本支出中，人员经费支出${people}，公用经费支出${running}。`
}

function accountTable(world: World, pen: Pen): Block {
  const rowOf = (basic: number, project: number) => {
    const cells = [basic + project, basic, project].map((each) => pen.wanCell(each))
    sum(cells[0]!, cells.slice(1))
    return cells
  }
  const rows = world.accounts.map((each) => rowOf(each.basic ? each.spent : 0, each.basic ? 0 : each.spent))
  const total = rowOf(world.basic.spent, world.projectTotals.spent)
  columnSums(total, rows)
  return table([
    [cell('项目', 2), cell('本年支出合计', 1, 2), cell('基本支出', 1, 2), cell('项目支出', 1, 2)],
    ['功能分类科目编码', '科目名称'],
    [cell('合计', 2), ...total],
    ...world.accounts.map((each, index) => [each.code, each.name, ...rows[index]!]),
  ])
}

function threePublicOf(world: World, pen: Pen): Block[] {
  const { budget, actual, lastYear } = world.threePublic
  const [all, plan, was] = [threePublicSum(actual), threePublicSum(budget), threePublicSum(lastYear)]
  const [spent, planned, rate] = [pen.wan(all), pen.wan(plan), pen.rate(all, plan, 2)]
  ratio(rate, spent, planned, 'completion')
  const parts = [actual.reception, actual.running, actual.purchase, actual.abroad]
  const amounts = parts.map((each) => pen.wan(each))
  sum(spent, amounts, 'three-public')
  const names = ['公务接待费', '公务用车运行维护费', '公务用车购置费', '因公出国（境）费用']
  const list = names.map((name, index) => {
    const share = pen.rate(parts[index]!, all, 2)
    if (parts[index]! > 0) ratio(share, amounts[index]!, spent, 'share')
    return t`${name}支出决算${amounts[index]!}，占${share}`
  })
  const guests = 40 + (world.seed % 300)
  return [
    paragraph(
      t`${world.year}年度“三公”经费支出预算为${planned}，支出决算为${spent}，完成预算的${rate}${movedFrom(pen, spent, all, was)}。`,
    ),
    paragraph(t`“三公”经费支出决算中，${joined(list, '；')}。`),
    paragraph(`国内公务接待${3 + (world.seed % 30)}个团组，${guests}人次。`),
  ]
}

function managementOf(world: World, pen: Pen): Token[] {
  const { projects, projectTotals, year } = world
  const one = shares(pen.random, projectTotals.full, 3, world.grain).toSorted((left, right) => right - left)
  const reviewed = one[0]! + one[1]!
  const [money, whole, share] = [
    pen.wan(reviewed),
    pen.wan(projectTotals.full),
    pen.rate(reviewed, projectTotals.full, 2),
  ]
  ratio(share, money, whole, 'share')
  return t`根据预算绩效管理要求，本部门对${year}年度${`${projects.length}`}个一般公共预算项目支出开展绩效自评，涉及预算资金${money}，占部门预算项目支出总额${whole}的${share}。`
}

function goalsOf(world: World, pen: Pen): Token[] {
  const list = world.projects.slice(0, 2).map((project, index) => {
    const [full, spent] = [pen.wan(project.full), pen.wan(project.spent)]
    const rate = pen.rate(project.spent, project.full, 2)
    ratio(rate, spent, full, 'execution')
    return t`${index + 1}.“${project.name}”项目绩效自评综述：根据年初设定的绩效目标，项目自评得分${(project.score / 100).toFixed(2)}分。全年预算数${full}，执行数${spent}，完成预算的${rate}。`
  })
  return joined(list, '')
}
