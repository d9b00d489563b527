import { type Pen } from '../pen.ts'
import { change, ratio, repeat, sum } from '../relations.ts'
import { type Block, type Num, type Token, heading, joined, paragraph, t, table } from '../report.ts'
import { type World } from '../world.ts'
import { columnSums } from './columns.ts'
import { type Style } from './style.ts'

/** 广西、贵州 中央对地方转移支付绩效自评报告: levels of funds, distribution over townships, tasks planned and done. */
export const guangxiTransfer: Style = {
  id: 'guangxi-transfer',
  title: '广西中央转移支付绩效自评报告',
  files: ['docx', 'html', 'pdf', 'xlsx', 'flat-text', 'tabbed-text'],
  write(world, pen) {
    const project = world.projects[0]!
    const towns = townTable(world, pen)
    const blocks: Block[] = [
      heading(1, `${world.county}${world.year}年度中央财政${project.name}资金绩效自评报告`),
      heading(1, '一、绩效目标分解下达情况'),
      heading(2, '（一）中央下达转移支付预算和绩效目标情况'),
      paragraph(allocatedOf(world, pen)),
      heading(2, '（二）资金分解情况'),
      paragraph(towns.tokens),
      paragraph('资金分配明细表（单位：万元、户）'),
      towns.block,
      heading(1, '二、绩效情况分析'),
      heading(2, '（一）资金情况分析'),
      ...fundsOf(world, pen),
      heading(2, '（二）绩效指标完成情况分析'),
      ...tasksOf(world, pen),
      heading(1, '三、下一步改进措施'),
      paragraph('进一步压实资金使用单位主体责任，加快支出进度。'),
    ]
    return { name: `${project.name}转移支付自评`, blocks }
  },
}

function allocatedOf(world: World, pen: Pen): Token[] {
  const project = world.projects[0]!
  const [full, central, local] = [pen.wan(project.full), pen.wan(project.central), pen.wan(project.local)]
  sum(full, [central, local])
  const shares = [pen.rate(project.central, project.full, 2), pen.rate(project.local, project.full, 2)]
  ratio(shares[0]!, central, full, 'share')
  ratio(shares[1]!, local, full, 'share')
  return t`${world.year}年，上级财政共下达我县${project.name}资金${full}。其中，中央财政补助资金${central}（桂财农〔${world.year}〕${world.docNumber}号），占资金总额的${shares[0]!}；自治区财政配套资金${local}，占资金总额的${shares[1]!}。`
}

function townTable(world: World, pen: Pen): { tokens: Token[]; block: Block } {
  const { towns } = world
  const rows = towns.map((town) => [pen.wanCell(town.amount), pen.bare(town.households)])
  const money = towns.reduce((all, town) => all + town.amount, 0)
  const households = towns.reduce((all, town) => all + town.households, 0)
  const totals = [pen.wanCell(money), pen.bare(households)]
  columnSums(totals, rows)
  const [all, homes] = [pen.wan(money), pen.count(households, '户')]
  repeat(all, totals[0]!)
  repeat(homes, totals[1]!)
  const list = joined(
    towns.slice(0, 3).map((town, index) => {
      const amount = pen.wan(town.amount)
      repeat(amount, rows[index]![0]!)
      return t`${town.name}${amount}`
    }),
    '、',
  )
  const tokens = t`县级将到户产业奖补资金${all}分解下达至${`${towns.length}`}个乡镇，惠及农户${homes}，其中${list}等，详见下表。`
  const block = table([
    ['乡镇', '下达资金', '受益户数'],
    ['总计', ...totals],
    ...towns.map((town, index) => [town.name, ...rows[index]!]),
  ])
  return { tokens, block }
}

function fundsOf(world: World, pen: Pen): Block[] {
  const project = world.projects[0]!
  const [full, arrived, spent] = [pen.wan(project.full), pen.wan(project.arrived), pen.wan(project.spent)]
  const [arrival, used] = [pen.rate(project.arrived, project.full), pen.rate(project.spent, project.arrived)]
  ratio(arrival, arrived, full, 'arrival')
  ratio(used, spent, arrived, 'execution')
  return [
    paragraph(
      t`1.项目资金到位情况分析。该项目${world.year}年计划投入资金${full}，截至年底资金到位${arrived}，到位率为${arrival}。`,
    ),
    paragraph(
      t`2.项目资金执行情况分析。截至${world.year}年12月31日，到位的${arrived}资金已形成支出${spent}，资金执行率为${used}。`,
    ),
    paragraph('3.项目资金管理情况分析。严格执行专款专用、专账核算，未发现截留、挪用情况。'),
  ]
}

function tasksOf(world: World, pen: Pen): Block[] {
  const { accepted, closed, people, papers } = world.work
  const pair = (plan: number, done: number, unit: string): [Num, Num, Num] => {
    const numbers: [Num, Num, Num] = [pen.count(plan, unit), pen.count(done, unit), pen.rate(done, plan, 2)]
    ratio(numbers[2], numbers[1], numbers[0], 'count-rate')
    return numbers
  }
  const [plan, done, rate] = pair(accepted, closed, '户')
  const [meant, built, share] = pair(papers + 20, papers, '处')
  const [now, before] = [pen.count(people, '人'), pen.count(people - 97, '人')]
  const [more, grown] = [pen.count(97, '人'), pen.rate(97, people - 97, 2)]
  change({ current: now, base: before, delta: more, rate: grown })
  return [
    paragraph(t`（1）数量指标。计划扶持脱贫户发展产业${plan}，实际扶持${done}，指标完成率${rate}。`),
    paragraph(t`（2）质量指标。目标改造低产果园片区${meant}，实际验收合格${built}，占目标任务的${share}。`),
    paragraph(
      t`（3）效益指标。带动脱贫人口务工就业${now}，比上年的${before}增加${more}，增长${grown}，群众收入稳步提高。`,
    ),
    paragraph('（4）满意度指标。经抽样调查，受益群众满意度达到95%以上。'),
  ]
}
