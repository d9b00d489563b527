import { type Pen } from '../pen.ts'
import { ratio, repeat, sum } from '../relations.ts'
import { type Block, cell, heading, paragraph, table, t } from '../report.ts'
import { type World, threePublicSum } from '../world.ts'
import {
  basicAndProject,
  basicPassage,
  changePassage,
  completionPassage,
  threePublicPassage,
} from './money-passages.ts'
import { type Style } from './style.ts'
import { dutiesPassage, organsPassage, staffPassage, unitOf } from './work-passages.ts'

/** 部门决算公开 narrative: growth, shares, completion, accounts by 类款项. */
export const finalAccounts: Style = {
  id: 'final-accounts',
  title: '部门决算公开说明',
  files: ['html', 'docx', 'tabbed-text'],
  write(world, pen) {
    const { totals, year } = world
    const spending = basicAndProject(world, pen)
    const income = pen.wan(totals.spent)
    const again = pen.wan(totals.spent)
    repeat(income, again, spending.total)
    const three = threePublicPassage(pen, world.threePublic.actual, `${year}年度`)
    const [budget, actual] = [threePublicSum(world.threePublic.budget), threePublicSum(world.threePublic.actual)]
    const blocks: Block[] = [
      heading(1, `${unitOf(world)}${year}年度部门决算`),
      heading(1, '第一部分 部门概况'),
      ...dutiesPassage(pen),
      paragraph(organsPassage(world, pen)),
      paragraph(staffPassage(world, pen).tokens),
      heading(1, '第二部分 部门决算情况说明'),
      heading(2, '一、收入支出决算总体情况说明'),
      paragraph(t`${year}年度收、支总计${income}。与${year - 1}年度相比，收、支总计`, movement(world, pen)),
      heading(2, '二、支出决算情况说明'),
      paragraph(spending.tokens),
      heading(2, '三、一般公共预算财政拨款支出决算情况说明'),
      paragraph(
        t`（一）总体情况。${year}年度财政拨款支出${again}`,
        changePassage(pen, again, { current: totals.spent, base: totals.lastYear }, year),
        '。',
      ),
      ...accountLines(world, pen),
      heading(2, '四、基本支出决算情况说明'),
      paragraph(basicPassage(world, pen).tokens),
      heading(2, '五、“三公”经费支出决算情况说明'),
      paragraph(completionPassage(pen, `${year}年度“三公”经费`, budget, actual, three.total)),
      paragraph(three.tokens),
      paragraph('国内公务接待', `${3 + (world.seed % 50)}批次、${30 + (world.seed % 300)}人次。公务用车保有量2辆。`),
      threePublicTable(world, pen),
      heading(2, '六、其他重要事项的情况说明'),
      paragraph(purchasePassage(world, pen)),
    ]
    return { name: `${unitOf(world)}${year}年度部门决算`, blocks }
  },
}

function movement(world: World, pen: Pen) {
  const { spent, lastYear } = world.totals
  const [now, delta] = [pen.wan(spent), pen.wan(Math.abs(spent - lastYear))]
  const rate = pen.rate(Math.abs(spent - lastYear), lastYear)
  const base = pen.wan(lastYear)
  if (spent === lastYear) return t`持平。`
  sum(spent > lastYear ? now : base, [spent > lastYear ? base : now, delta], 'difference')
  ratio(rate, delta, base, 'change')
  const up = spent > lastYear
  return t`由${base}${up ? '增加' : '减少'}到${now}，${up ? '增加' : '减少'}${delta}，${up ? '增长' : '下降'}${rate}。主要原因是人员和项目变动。`
}

/** 「1.一般公共服务支出（类）…（项）。年初预算为B，支出决算为A，完成年初预算的P」. */
function accountLines(world: World, pen: Pen): Block[] {
  const total = pen.wan(world.totals.spent)
  const parts = world.accounts.map((account) => ({ ...account, amount: pen.wan(account.spent) }))
  sum(
    total,
    parts.map((part) => part.amount),
    'accounts',
  )
  const lines = parts.map((part, index) => {
    const planned = pen.wan(part.initial)
    const rate = pen.rate(part.spent, part.initial || 1)
    if (part.initial > 0) ratio(rate, part.amount, planned, 'completion')
    const end = part.initial > 0 ? t`，完成年初预算的${rate}。` : t`。`
    return paragraph(
      t`${index + 1}.${part.name}（项）。年初预算为${planned}，支出决算为${part.amount}`,
      end,
      part.initial === part.spent ? '决算数与年初预算数持平。' : '决算数与年初预算数存在差异的原因是据实列支。',
    )
  })
  return [paragraph(t`（二）具体情况。${world.year}年度一般公共预算财政拨款支出决算为${total}。`), ...lines]
}

function threePublicTable(world: World, pen: Pen): Block {
  const rows = [
    ['预算数', world.threePublic.budget],
    ['决算数', world.threePublic.actual],
  ] as const
  return table([
    [
      cell('项目', 1, 2),
      cell('合计', 1, 2),
      cell('因公出国（境）费', 1, 2),
      cell('公务用车购置及运行维护费', 3),
      cell('公务接待费', 1, 2),
    ],
    ['小计', '公务用车购置费', '公务用车运行维护费'],
    ...rows.map(([name, items]) => {
      const [total, abroad, cars] = [
        pen.wanCell(threePublicSum(items)),
        pen.wanCell(items.abroad),
        pen.wanCell(items.purchase + items.running),
      ]
      const [bought, run, reception] = [
        pen.wanCell(items.purchase),
        pen.wanCell(items.running),
        pen.wanCell(items.reception),
      ]
      sum(total, [abroad, cars, reception], 'three-public')
      sum(cars, [bought, run], 'three-public')
      return [`${name}（万元）`, total, abroad, cars, bought, run, reception]
    }),
  ])
}

function purchasePassage(world: World, pen: Pen) {
  const amounts = [world.threePublic.budget.reception, world.overhead.meetings[1], world.overhead.utilities[1]]
  const whole = amounts.reduce((all, each) => all + each, 0)
  const [total, ...parts] = [whole, ...amounts].map((amount) => pen.wan(amount))
  sum(total!, parts)
  return t`${world.year}年政府采购支出总额${total!}，其中：政府采购货物支出${parts[0]!}、政府采购工程支出${parts[1]!}、政府采购服务支出${parts[2]!}。`
}
