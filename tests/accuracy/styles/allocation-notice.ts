import { counted, repeat, sum } from '../relations.ts'
import { type Block, heading, paragraph, table, t } from '../report.ts'
import { type Style } from './style.ts'
import { unitOf } from './work-passages.ts'

/** 资金分配通知 with a table of towns and amounts. */
export const allocationNotice: Style = {
  id: 'allocation-notice',
  title: '资金分配下达通知及分配表',
  files: ['xlsx', 'docx', 'html', 'tabbed-text'],
  write(world, pen) {
    const whole = world.towns.reduce((all, town) => all + town.amount, 0)
    const households = world.towns.reduce((all, town) => all + town.households, 0)
    const [inText, total, people] = [pen.wan(whole), pen.wanCell(whole), pen.bare(households)]
    const rows = world.towns.map((town) => ({
      name: town.name,
      amount: pen.wanCell(town.amount),
      households: pen.bare(town.households),
    }))
    repeat(inText, total)
    sum(
      total,
      rows.map((row) => row.amount),
      'column',
    )
    sum(
      people,
      rows.map((row) => row.households),
      'column',
    )
    const towns = pen.count(world.towns.length, '个')
    counted(towns)
    const names = world.towns.map((town) => town.name).join('、')
    const project = world.projects[0]!.name
    const blocks: Block[] = [
      heading(1, `${world.county}财政局关于下达${world.year}年${project}资金的通知`),
      paragraph(`${world.county.slice(0, 1)}财农〔${world.year}〕${world.docNumber}号`),
      paragraph('有关乡镇人民政府：'),
      paragraph(
        t`根据上级文件精神，经研究，现下达你们${world.year}年${project}资金${inText}（详见附件），涉及${names}${towns}乡镇。支出列政府收支分类科目“2130153”。`,
      ),
      paragraph(`请于${world.year}年12月31日前完成支付。联系电话：0737－8${String(world.seed).padStart(6, '2')}`),
      heading(2, `附件：${world.year}年${project}资金分配表`),
      paragraph('单位：万元、户'),
      table([
        ['序号', '乡镇', '金额（万元）', '受益户数（户）', '备注'],
        ...rows.map((row, index) => [String(index + 1), row.name, row.amount, row.households, '']),
        ['合计', '', total, people, ''],
      ]),
      paragraph(unitOf(world)),
    ]
    return { name: `${world.county}资金分配通知`, blocks }
  },
}
