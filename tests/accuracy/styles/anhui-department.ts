import { type Pen } from '../pen.ts'
import { change, counted, difference, ratio, repeat, sum } from '../relations.ts'
import { type Block, type Num, type Token, cell, heading, joined, paragraph, t, table } from '../report.ts'
import { type World } from '../world.ts'
import { columnSums } from './columns.ts'
import { type Style } from './style.ts'
import { unitOf } from './work-passages.ts'

/** 安徽 部门整体支出绩效评价报告: funds by use in 元 and 万元, quarterly progress, inspections, a score sheet by 二级指标. */
export const anhuiDepartment: Style = {
  id: 'anhui-department',
  title: '安徽部门整体支出绩效评价报告',
  files: ['docx', 'html', 'pdf', 'tabbed-text'],
  write(world, pen) {
    const score = scoreSheet(world, pen)
    const blocks: Block[] = [
      heading(1, `${unitOf(world)}${world.year}年度部门整体支出绩效评价报告`),
      heading(1, '一、基本情况'),
      paragraph(peopleOf(world, pen)),
      heading(1, '二、资金使用情况'),
      paragraph(fundsOf(world, pen)),
      paragraph(receptionOf(world, pen)),
      paragraph('附表1：各季度支出进度（单位：万元）'),
      quarters(world, pen),
      heading(1, '三、履职成效'),
      paragraph(workOf(world, pen)),
      heading(1, '四、评价结论'),
      paragraph(t`经综合评定，本部门整体支出绩效评价得分${score.text}。具体得分见附表2。`),
      paragraph('附表2：得分情况表'),
      score.block,
      heading(1, '五、有关建议'),
      paragraph('建议进一步细化绩效指标，强化结果应用。'),
    ]
    return { name: `${unitOf(world)}绩效评价`, blocks }
  },
}

function peopleOf(world: World, pen: Pen): Token[] {
  const { quotas, onPost, retired, organs } = world.staff
  const inner = pen.count(organs.length, '个')
  counted(inner)
  const total = pen.count(
    quotas.reduce((all, each) => all + each.count, 0),
    '名',
  )
  const parts = quotas.map((each) => pen.count(each.count, '名'))
  sum(total, parts, 'staff')
  const [here, gone, everyone] = [pen.count(onPost, '人'), pen.count(retired, '人'), pen.count(onPost + retired, '人')]
  sum(everyone, [here, gone], 'staff')
  const list = quotas.map((each, index) => t`${each.name}${parts[index]!}`)
  return t`本部门内设${inner}机构，分别是：${organs.join('、')}。编制${total}，其中${joined(list, '、')}。年末实有人数${everyone}，其中在职${here}，离退休${gone}。`
}

function fundsOf(world: World, pen: Pen): Token[] {
  const { totals, basic, projectTotals, year } = world
  const [full, spent, left, rate] = [
    pen.wan(totals.full),
    pen.wan(totals.spent),
    pen.wan(totals.left),
    pen.rate(totals.spent, totals.full, 2),
  ]
  difference(left, full, spent)
  ratio(rate, spent, full, 'execution')
  const [low, high] = [pen.wan(basic.spent), pen.wan(projectTotals.spent)]
  sum(spent, [low, high])
  const share = pen.rate(projectTotals.spent, totals.spent, 2)
  ratio(share, high, spent, 'share')
  return t`${year}年度，本部门可用财政资金共${full}，当年共支出${spent}，支出进度${rate}，结转下年使用${left}。在全部支出中，用于保障机构运转的基本支出${low}，用于完成特定任务的项目支出${high}，后者占全部支出的${share}。`
}

function receptionOf(world: World, pen: Pen): Token[] {
  const { actual, lastYear } = world.threePublic
  const [now, was] = [pen.yuan(actual.reception), pen.yuan(lastYear.reception)]
  const moved = actual.reception - lastYear.reception
  if (moved === 0) return t`公务接待费支出${now}，与上年一致。`
  const [delta, rate] = [pen.yuan(Math.abs(moved)), pen.rate(Math.abs(moved), lastYear.reception, 2)]
  change({ current: now, base: was, delta, rate })
  const [more, grown] = moved > 0 ? ['多支出', '上升'] : ['少支出', '下降']
  return t`公务接待费支出${now}，上年为${was}，比上年${more}${delta}，${grown}${rate}。`
}

function quarters(world: World, pen: Pen): Block {
  const names = ['一季度', '二季度', '三季度', '四季度']
  const cut = (whole: number): number[] => {
    const first = [0.18, 0.24, 0.22].map((part) => Math.floor((whole * part) / world.grain) * world.grain)
    return [...first, whole - first.reduce((all, each) => all + each, 0)]
  }
  const [basic, project] = [cut(world.basic.spent), cut(world.projectTotals.spent)]
  const rowOf = (low: number, high: number) => {
    const cells = [low, high, low + high].map((each) => pen.wanCell(each))
    sum(cells[2]!, cells.slice(0, 2))
    return cells
  }
  const rows = names.map((_, index) => rowOf(basic[index]!, project[index]!))
  const total = rowOf(world.basic.spent, world.projectTotals.spent)
  columnSums(total, rows)
  return table([
    [cell('季度', 1, 2), cell('支出金额', 3)],
    ['基本支出', '项目支出', '小计'],
    ...names.map((name, index) => [name, ...rows[index]!]),
    ['全年合计', ...total],
  ])
}

function workOf(world: World, pen: Pen): Token[] {
  const { accepted, closed, trainings } = world.work
  const bad = Math.max(1, Math.floor(accepted / 12))
  const [seen, faulty, mended, rate] = [
    pen.count(accepted, '家'),
    pen.count(bad, '处'),
    pen.count(bad - 1, '处'),
    pen.rate(bad - 1, bad, 2),
  ]
  ratio(rate, mended, faulty, 'count-rate')
  const [planned, done, share] = [
    pen.count(trainings + 2, '场'),
    pen.count(trainings, '场'),
    pen.rate(trainings, trainings + 2, 2),
  ]
  ratio(share, done, planned, 'count-rate')
  return t`全年检查经营单位${seen}，排查隐患${faulty}，其中已整改${mended}，整改率${rate}；受理咨询${closed}人次。原定举办宣讲活动${planned}，实际举办${done}，完成全年任务的${share}。`
}

function scoreSheet(world: World, pen: Pen): { block: Block; text: Num } {
  const parts: [string, string, number, number][] = [
    ['投入', '目标设定', 10, world.seed % 2],
    ['投入', '预算配置', 10, world.seed % 3],
    ['过程', '预算执行', 20, world.seed % 4],
    ['过程', '预算管理', 15, 0],
    ['产出', '职责履行', 25, world.seed % 5],
    ['效果', '履职效益', 20, world.seed % 2],
  ]
  const rows = parts.map(([, , full, lost]) => [pen.bare(full), pen.bare(full - lost)])
  const got = parts.reduce((all, [, , full, lost]) => all + full - lost, 0)
  const total = [pen.bare(100), pen.bare(got)]
  columnSums(total, rows)
  const text = pen.count(got, '分')
  repeat(text, total[1]!)
  const block = table([
    ['一级指标', '二级指标', '分值', '得分'],
    ...parts.map(([first, second], index) => {
      const same = parts.filter(([name]) => name === first).length
      const lead = parts[index - 1]?.[0] === first ? [] : [cell(first, 1, same)]
      return [...lead, second, ...rows[index]!]
    }),
    [cell('合 计', 2), ...total],
  ])
  return { block, text }
}
