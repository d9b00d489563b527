import { type Pen } from '../pen.ts'
import { change, counted, difference, ratio, repeat, sum } from '../relations.ts'
import { type Block, type Num, type Token, cell, heading, joined, paragraph, t, table } from '../report.ts'
import { type World } from '../world.ts'
import { columnSums } from './columns.ts'
import { type Style } from './style.ts'

/** 重庆 财政重点绩效评价报告: two years of funds, 区级 and 市级 money, sampled townships, scores lost by indicator. */
export const chongqingEvaluation: Style = {
  id: 'chongqing-evaluation',
  title: '重庆财政重点绩效评价报告',
  files: ['docx', 'html', 'pdf', 'xlsx', 'flat-text', 'tabbed-text'],
  write(world, pen) {
    const project = world.projects[0]!
    const score = scoreOf(world, pen)
    const blocks: Block[] = [
      heading(1, `${world.county}${project.name}专项资金绩效评价报告`),
      heading(1, '摘要'),
      paragraph(t`${project.name}专项资金绩效评价得分${score.short}，评价等次为“${score.grade}”。`),
      heading(1, '一、基本情况'),
      heading(2, '（一）资金投入和使用情况'),
      ...fundsOf(world, pen),
      heading(2, '（二）现场评价抽样情况'),
      paragraph(sampleOf(world, pen)),
      heading(1, '二、评价结论'),
      paragraph(score.tokens),
      score.block,
      heading(1, '三、存在的主要问题'),
      paragraph(problemOf(world, pen)),
    ]
    return { name: `${project.name}绩效评价报告`, blocks }
  },
}

function fundsOf(world: World, pen: Pen): Block[] {
  const text = twoYears(world, pen)
  const { block, total } = levelTable(world, pen)
  repeat(text.now, total)
  return [
    paragraph(text.tokens),
    paragraph(`表1-1 ${world.year}年专项资金安排情况统计表`),
    paragraph('金额单位：万元'),
    block,
  ]
}

function twoYears(world: World, pen: Pen): { tokens: Token[]; now: Num } {
  const { projectTotals: totals, year } = world
  const now = totals.full
  const before = Math.round((now * (70 + (world.seed % 25))) / 100 / world.grain) * world.grain
  const both = pen.wan(now + before)
  const [second, first] = [pen.wan(now), pen.wan(before)]
  sum(both, [first, second])
  const [delta, rate] = [pen.wan(now - before), pen.rate(now - before, before, 2)]
  change({ current: second, base: first, delta, rate })
  const [spent, left, used] = [
    pen.wan(totals.spent),
    pen.wan(totals.full - totals.spent),
    pen.rate(totals.spent, totals.full, 2),
  ]
  ratio(used, spent, second, 'execution')
  difference(left, second, spent)
  const tokens = t`${year - 1}—${year}年，区财政累计安排专项资金${both}。其中，${year - 1}年安排${first}；${year}年安排${second}，同比增加${delta}，增幅为${rate}。${year}年安排的资金中，已使用${spent}，尚未使用${left}，资金使用率为${used}。`
  return { tokens, now: second }
}

function levelTable(world: World, pen: Pen): { block: Block; total: Num } {
  const rowOf = (amounts: readonly [number, number]) => {
    const cells = [amounts[0] + amounts[1], ...amounts].map((each) => pen.wanCell(each))
    sum(cells[0]!, cells.slice(1))
    return cells
  }
  const rows = world.projects.map((project) => rowOf([project.central, project.local]))
  const total = rowOf([
    world.projects.reduce((all, each) => all + each.central, 0),
    world.projects.reduce((all, each) => all + each.local, 0),
  ])
  columnSums(total, rows)
  const block = table([
    [cell('项目名称', 1, 2), cell('资金合计', 1, 2), cell('其中', 2)],
    ['市级资金', '区级资金'],
    ...rows.map((row, index) => [world.projects[index]!.name, ...row]),
    ['小计', ...total],
  ])
  return { block, total: total[0]! }
}

function sampleOf(world: World, pen: Pen): Token[] {
  const { towns } = world
  const some = towns.slice(0, 4)
  const [all, visited] = [pen.count(towns.length, '个'), pen.count(some.length, '个')]
  counted(visited)
  const share = pen.rate(some.length, towns.length, 2)
  ratio(share, visited, all, 'count-rate')
  const money = towns.reduce((whole, town) => whole + town.amount, 0)
  const part = some.reduce((whole, town) => whole + town.amount, 0)
  const [sampled, whole, covered] = [pen.wan(part), pen.wan(money), pen.rate(part, money, 2)]
  ratio(covered, sampled, whole, 'share')
  const amounts = some.map((town) => pen.wan(town.amount))
  sum(sampled, amounts)
  const list = some.map((town, index) => t`${town.name}${amounts[index]!}`)
  return t`专项资金涉及${all}乡镇，本次抽取${visited}乡镇开展现场评价，抽样比例${share}。抽样资金${sampled}（${joined(list, '、')}），占到乡镇资金总额${whole}的${covered}。`
}

function scoreOf(world: World, pen: Pen) {
  const names = ['项目决策', '项目过程', '项目产出', '项目效益']
  const full = [18, 22, 30, 30]
  const lost = [world.seed % 4, (world.seed % 5) + 1, world.seed % 6, world.seed % 3].map((each) => each * 50)
  const got = full.map((points, index) => points * 100 - lost[index]!)
  const all = got.reduce((whole, each) => whole + each, 0)
  const gone = lost.reduce((whole, each) => whole + each, 0)
  const written = (hundredths: number): string => (hundredths / 100).toFixed(1)
  const rows = [all, ...got].map((each, index) => {
    const points = [100, ...full][index]!
    const cells = [pen.bare(points), pen.bare(written(each)), pen.bare(written([gone, ...lost][index]!))]
    const rate = pen.rate(each, points * 100, 2)
    difference(cells[2]!, cells[0]!, cells[1]!)
    ratio(rate, cells[1]!, cells[0]!, 'score-rate')
    return { cells, shown: [...cells, rate] }
  })
  columnSums(
    rows[0]!.cells,
    rows.slice(1).map((row) => row.cells),
  )
  const [text, short] = [pen.bare(written(all), '分'), pen.bare(written(all), '分')]
  repeat(text, rows[0]!.cells[1]!, short)
  const parts: Num[] = got.map((each) => pen.bare(written(each), '分'))
  sum(text, parts, 'score')
  const list = names.map((name, index) => t`${name}满分${full[index]!}分，得${parts[index]!}`)
  return {
    short,
    grade: all >= 9000 ? '优' : '良',
    tokens: t`评价组按照指标体系打分，综合得分为${text}：${joined(list, '；')}。`,
    block: table([
      ['一级指标', '分值', '得分', '扣分', '得分率'],
      ['合计', ...rows[0]!.shown],
      ...names.map((name, index) => [name, ...rows[index + 1]!.shown]),
    ]),
  }
}

function problemOf(world: World, pen: Pen): Token[] {
  const { accepted, closed } = world.work
  const open = accepted - closed
  if (open === 0) return t`个别项目绩效目标编制不够细化。`
  const [all, done, left, rate] = [
    pen.count(accepted, '个'),
    pen.count(closed, '个'),
    pen.count(open, '个'),
    pen.rate(closed, accepted, 2),
  ]
  difference(left, all, done)
  ratio(rate, done, all, 'count-rate')
  return t`部分项目实施进度滞后。计划建设点位${all}，截至评价日已完工${done}，未完工${left}，完工率${rate}。`
}
