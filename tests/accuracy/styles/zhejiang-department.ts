import { type Pen } from '../pen.ts'
import { change, counted, difference, ratio, repeat, sum } from '../relations.ts'
import { type Block, type Num, type Token, heading, joined, paragraph, t, table } from '../report.ts'
import { type ThreePublic, type World, threePublicSum } from '../world.ts'
import { columnSums } from './columns.ts'
import { type Style } from './style.ts'
import { unitOf } from './work-passages.ts'

/** 浙江 部门整体支出绩效自评报告: a narrative by funds, tables under 单位：万元. */
export const zhejiangDepartment: Style = {
  id: 'zhejiang-department',
  title: '浙江部门整体支出绩效自评报告',
  files: ['docx', 'html', 'pdf', 'xlsx', 'flat-text', 'tabbed-text'],
  write(world, pen) {
    const { year } = world
    const projects = projectTable(world, pen)
    const blocks: Block[] = [
      heading(1, `${unitOf(world)}${year}年度部门整体支出绩效自评报告`),
      heading(1, '一、部门基本情况'),
      heading(2, '（一）机构与人员'),
      paragraph(organsOf(world, pen)),
      heading(2, '（二）部门预算安排情况'),
      paragraph(budgetOf(world, pen)),
      heading(1, '二、部门整体支出管理及使用情况'),
      paragraph(spendingOf(world, pen)),
      paragraph(t`项目支出方面，全年项目支出${projects.spent}，具体情况见表1。`),
      paragraph(`表1 ${year}年度项目支出预算执行情况表`),
      paragraph('单位：万元'),
      projects.block,
      heading(1, '三、“三公”经费控制情况'),
      ...threePublicOf(world, pen),
      heading(1, '四、存在的问题和下一步打算'),
      paragraph('一是预算编制精细化程度有待提高；二是绩效运行监控的力度还需加强。'),
    ]
    return { name: `${unitOf(world)}整体支出自评`, blocks }
  },
}

function organsOf(world: World, pen: Pen): Token[] {
  const { organs, units, quotas, onPost } = world.staff
  const [inner, outer] = [pen.count(organs.length, '个'), pen.count(units.length, '家')]
  counted(outer)
  const total = pen.count(
    quotas.reduce((all, each) => all + each.count, 0),
    '人',
  )
  const parts = quotas.map((each) => pen.count(each.count, '人'))
  sum(total, parts, 'staff')
  const list = joined(
    quotas.map((each, index) => t`${each.name}${parts[index]!}`),
    '、',
  )
  return t`根据“三定”方案，本局设有${organs.join('、')}等${inner}职能科室，下属事业单位${outer}，即${units.join('、')}。至${world.year}年末，全局核定编制${total}（${list}），在编在岗${onPost}人。`
}

function budgetOf(world: World, pen: Pen): Token[] {
  const { totals, sources, year } = world
  const initial = pen.wan(totals.initial)
  const parts = sources.map((source) => ({ name: source.name, money: source.line.initial }))
  const amounts = parts.map((part) => pen.wan(part.money))
  sum(initial, amounts, 'sources')
  const list = parts.map((part, index) => {
    const share = pen.rate(part.money, totals.initial, 2)
    ratio(share, amounts[index]!, initial, 'share')
    return t`${part.name}收入${amounts[index]!}，占比${share}`
  })
  const head = t`${year}年我局年初部门预算收入总额${initial}，其中：${joined(list, '；')}。`
  if (totals.added === 0) return head
  const [full, added, rate] = [pen.wan(totals.full), pen.wan(totals.added), pen.rate(totals.added, totals.initial, 2)]
  change({ current: full, base: initial, delta: added, rate })
  return t`${head}预算执行中调整增加${added}，调整后全年预算数为${full}，较年初预算增长${rate}。`
}

function spendingOf(world: World, pen: Pen): Token[] {
  const { totals, basic, projectTotals, year } = world
  const [spent, full, rate] = [pen.wan(totals.spent), pen.wan(totals.full), pen.rate(totals.spent, totals.full, 2)]
  ratio(rate, spent, full, 'execution')
  const amounts = [basic.wages + basic.allowances, basic.goods, projectTotals.spent]
  const parts = amounts.map((amount) => pen.wan(amount))
  const shares = amounts.map((amount) => pen.rate(amount, totals.spent, 2))
  sum(spent, parts)
  for (const [index, share] of shares.entries()) ratio(share, parts[index]!, spent, 'share')
  const names = ['人员支出', '日常公用支出', '项目支出']
  const list = names.map((name, index) => t`${name}${parts[index]!}，占总支出的${shares[index]!}`)
  const left = pen.wan(totals.left)
  difference(left, full, spent)
  return t`${year}年全年预算${full}，实际支出${spent}，预算执行率${rate}，年末结转结余${left}。从支出结构看，${joined(list, '；')}。${lastYearOf(world, pen, spent)}`
}

function lastYearOf(world: World, pen: Pen, spent: Num): Token[] {
  const moved = world.totals.spent - world.totals.lastYear
  if (moved === 0) return []
  const [base, delta] = [pen.wan(world.totals.lastYear), pen.wan(Math.abs(moved))]
  const rate = pen.rate(Math.abs(moved), world.totals.lastYear, 2)
  change({ current: spent, base, delta, rate })
  const [more, grown] = moved > 0 ? ['增加', '同比增长'] : ['减少', '同比下降']
  return t`上年同期支出${base}，本年总支出${spent}，较上年${more}${delta}，${grown}${rate}。`
}

function projectTable(world: World, pen: Pen) {
  const rowOf = (line: { initial: number; added: number; full: number; spent: number }) => {
    const [initial, added, full, spent] = [line.initial, line.added, line.full, line.spent].map((each) =>
      pen.wanCell(each),
    ) as [Num, Num, Num, Num]
    const rate = pen.rateCell(line.spent, line.full, 2)
    sum(full, [initial, added])
    ratio(rate, spent, full, 'execution')
    return { cells: [initial, added, full, spent], rate }
  }
  const total = rowOf(world.projectTotals)
  const rows = world.projects.map(rowOf)
  columnSums(
    total.cells,
    rows.map((row) => row.cells),
  )
  const spent = pen.wan(world.projectTotals.spent)
  repeat(spent, total.cells[3]!)
  const block = table([
    ['序号', '项目名称', '年初预算数', '调整预算数', '全年预算数', '实际支出数', '执行率（%）'],
    ...rows.map((row, index) => [`${index + 1}`, world.projects[index]!.name, ...row.cells, row.rate]),
    ['', '合计', ...total.cells, total.rate],
  ])
  return { block, spent }
}

function threePublicOf(world: World, pen: Pen): Block[] {
  const { lastYear, budget, actual } = world.threePublic
  const rowOf = (name: string, pick: (items: ThreePublic) => number) => {
    const [was, planned, now] = [pick(lastYear), pick(budget), pick(actual)]
    const cells = [was, planned, now, now - was].map((each) => pen.wanCell(each))
    sum(cells[2]!, [cells[0]!, cells[3]!], 'difference')
    return { name, cells }
  }
  const total = rowOf('合计', threePublicSum)
  const parts = [
    rowOf('因公出国（境）费', (items) => items.abroad),
    rowOf('公务接待费', (items) => items.reception),
    rowOf('公务用车购置及运行维护费', (items) => items.purchase + items.running),
  ]
  columnSums(
    total.cells,
    parts.map((part) => part.cells),
  )
  const [all, planned] = [pen.wan(threePublicSum(actual)), pen.wan(threePublicSum(budget))]
  repeat(all, total.cells[2]!)
  repeat(planned, total.cells[1]!)
  return [
    paragraph(t`${world.year}年“三公”经费年初预算${planned}，决算支出${all}，未超预算。`),
    paragraph('单位：万元'),
    table([
      ['项目', '上年决算数', '本年预算数', '本年决算数', '同比增减额'],
      ...[total, ...parts].map((row) => [row.name, ...row.cells]),
    ]),
  ]
}
