import { counted, product, ratio, repeat, sum } from '../relations.ts'
import { type Block, heading, paragraph, table, t } from '../report.ts'
import { type Style } from './style.ts'

/** 衔接推进乡村振兴补助资金 report: central, province, city and county funds, and a table of projects. */
export const ruralLinkFunds: Style = {
  id: 'rural-link-funds',
  title: '衔接推进乡村振兴补助资金绩效自评报告',
  files: ['docx', 'html', 'flat-text'],
  write(world, pen) {
    const { projects, projectTotals, year, county } = world
    const [central, local] = [
      projects.reduce((all, each) => all + each.central, 0),
      projects.reduce((all, each) => all + each.local, 0),
    ]
    const [full, own, other] = [pen.wan(projectTotals.full), pen.wan(central), pen.wan(local)]
    sum(full, [own, other])
    const [paid, rate] = [pen.wan(projectTotals.spent), pen.rate(projectTotals.spent, projectTotals.full)]
    ratio(rate, paid, full, 'execution')
    const [heads, each] = [60 + (world.seed % 200), 300 + 100 * (world.seed % 12)]
    const [people, price, result] = [pen.count(heads, '人'), pen.bare(each, '元'), pen.wan(heads * each, 2)]
    product(result, [people, price])
    const rows = projects.map((project) => ({
      name: project.name,
      full: pen.wanCell(project.full),
      spent: pen.wanCell(project.spent),
    }))
    const [whole, spent, number] = [
      pen.wanCell(projectTotals.full),
      pen.wanCell(projectTotals.spent),
      pen.count(projects.length, '个'),
    ]
    sum(
      whole,
      rows.map((row) => row.full),
      'column',
    )
    sum(
      spent,
      rows.map((row) => row.spent),
      'column',
    )
    repeat(full, whole)
    repeat(paid, spent)
    counted(number)
    const blocks: Block[] = [
      heading(1, `${county}${year}年财政衔接推进乡村振兴补助资金绩效自评报告`),
      heading(1, '一、绩效目标分解下达情况'),
      paragraph(
        t`${year}年我县共收到衔接资金${full}，其中：中央资金${own}，省级资金${other}，安排项目${number}：${projects.map((project) => project.name).join('、')}。`,
      ),
      heading(1, '二、绩效目标完成情况'),
      paragraph(t`截至${year}年12月底，已支付${paid}，支付率${rate}。`),
      paragraph(t`发放交通补贴${people}，每人${price}，共计发放${result}。`),
      heading(1, '三、存在问题和下一步打算'),
      paragraph('个别项目前期工作深度不够，下一步将提前谋划项目库。'),
      heading(1, '附表：项目资金明细表'),
      paragraph('单位：万元'),
      table([
        ['序号', '项目名称', '安排资金', '支付资金'],
        ...rows.map((row, index) => [String(index + 1), row.name, row.full, row.spent]),
        ['', '合计', whole, spent],
      ]),
    ]
    return { name: `${county}衔接资金自评`, blocks }
  },
}
