import { type Pen } from '../pen.ts'
import { change, difference, ratio, repeat, sum } from '../relations.ts'
import { type Num, type Token, t } from '../report.ts'
import { type ThreePublic, type World, threePublicSum } from '../world.ts'

/** 收入：年初 + 追加. */
export function incomePassage(world: World, pen: Pen): { tokens: Token[]; full: Num } {
  const { totals, year } = world
  const [full, initial, added] = [pen.wan(totals.full), pen.wan(totals.initial), pen.wan(totals.added)]
  sum(full, [initial, added])
  const tokens = pen.say(
    () => t`${year}年度财政收入${full}，其中年初县财政预算批复${initial}，年中追加${added}。`,
    () =>
      t`${year}年部门预算收入总额为${full}，其中${pen.habits.colon}年初预算安排${initial}，年度执行中追加${added}。`,
    () => t`本年收入合计${full}，包括年初批复预算${initial}和年中追加预算${added}。`,
  )()
  return { tokens, full }
}

/** 支出：科目列举, basic and project accounts together. */
export function accountsPassage(world: World, pen: Pen): { tokens: Token[]; total: Num } {
  const total = pen.wan(world.totals.spent)
  const parts = world.accounts.map((account) => ({ ...account, amount: pen.wan(account.spent) }))
  sum(
    total,
    parts.map((part) => part.amount),
    'accounts',
  )
  const withCodes = pen.random.chance(0.5)
  const suffix = pen.say('', '科目')
  const list = parts.map((part) => t`${withCodes ? part.code : ''}${part.name}${suffix}${part.amount}`)
  const head = pen.say(`${world.year}年度财政拨款支出`, `${world.year}年支出决算数为`, '本年支出合计')
  return { tokens: t`${head}${total}，其中：${pen.list(list)}。`, total }
}

/** 总支出 = 基本 + 项目, now and then with shares. */
export function basicAndProject(world: World, pen: Pen): { tokens: Token[]; total: Num; basic: Num; project: Num } {
  const { totals, basic, projectTotals } = world
  const [total, low, high] = [pen.wan(totals.spent), pen.wan(basic.spent), pen.wan(projectTotals.spent)]
  sum(total, [low, high])
  const head = pen.say('支出总额', '本年支出合计', '部门整体支出', '全年总支出')
  if (pen.random.chance(0.5))
    return { tokens: t`${head}${total}，其中：基本支出${low}，项目支出${high}。`, total, basic: low, project: high }
  const [first, second] = [pen.rate(basic.spent, totals.spent), pen.rate(projectTotals.spent, totals.spent)]
  ratio(first, low, total, 'share')
  ratio(second, high, total, 'share')
  return {
    tokens: t`${head}${total}，其中：基本支出${low}，占${first}；项目支出${high}，占${second}。`,
    total,
    basic: low,
    project: high,
  }
}

/** 基本支出 = 工资 + 补助 + 商品服务. */
export function basicPassage(world: World, pen: Pen): { tokens: Token[]; total: Num } {
  const { basic } = world
  const total = pen.wan(basic.spent)
  const [wages, allowances, goods] = [pen.wan(basic.wages), pen.wan(basic.allowances), pen.wan(basic.goods)]
  const staff = pen.wan(basic.wages + basic.allowances)
  const tokens = pen.say(
    () => {
      sum(total, [wages, allowances, goods])
      const list = [t`工资福利支出${wages}`, t`对个人和家庭的补助${allowances}`, t`商品和服务支出${goods}`]
      return t`${pen.say('安排', '')}基本支出${total}，其中：${pen.list(list)}。基本支出主要用于在职和离退休人员待遇及机关正常运转。`
    },
    () => {
      sum(total, [staff, goods])
      sum(staff, [wages, allowances])
      return t`基本支出${total}，其中人员经费${staff}（工资福利支出${wages}，对个人和家庭的补助${allowances}），公用经费${goods}，公用经费主要包括办公费、印刷费、差旅费等。`
    },
  )()
  return { tokens, total }
}

/** 项目支出 by project, closed list or, with 主要包括/其中…等, an open one that must not be summed. */
export function projectsPassage(world: World, pen: Pen): { tokens: Token[]; total: Num } {
  const total = pen.wan(world.projectTotals.spent)
  const parts = world.projects.map((project) => ({ name: project.name, amount: pen.wan(project.spent) }))
  const written = parts.map((part) => t`${part.name}${part.amount}`)
  if (pen.random.chance(0.3)) {
    const some = written.slice(0, -1)
    const list = pen.say(
      () => t`主要包括${pen.list(some, '、')}等`,
      () => t`其中${pen.list(some, '、')}等`,
    )()
    return { tokens: t`项目支出${total}，${list}。`, total }
  }
  sum(
    total,
    parts.map((part) => part.amount),
  )
  const head = pen.say(
    () => t`安排项目支出${total}，其中`,
    () => t`项目支出共计${total}，分别为：`,
    () => t`全年项目支出${total}，包括${`${parts.length}`}个项目：`,
  )()
  return { tokens: t`${head}${pen.list(written)}。项目资金实行专账核算、专款专用。`, total }
}

export type CurrentAndBase = { current: number; base: number }

/** 「比上年增加D，增长P」: direction word and sign belong together. */
export function changePassage(pen: Pen, current: Num, amounts: CurrentAndBase, year: number): Token[] {
  const moved = amounts.current - amounts.base
  if (moved === 0) return t`，与上年持平`
  const up = moved > 0
  const delta = pen.wan(Math.abs(moved))
  const verb = up ? '增加' : '减少'
  const than = pen.say('比上年', '较上年', '与上年相比', `比${year - 1}年`)
  if (amounts.base === 0) return t`，${than}${verb}${delta}`
  const rate = pen.rate(Math.abs(moved), amounts.base)
  const grown = up ? pen.say('增长', '增幅') : pen.say('下降', '降幅')
  if (pen.random.chance(0.35)) {
    const base = pen.wan(amounts.base)
    change({ current, base, delta, rate })
    return t`，${than.replace('比上年', '比上年决算数').replace('较上年', '较上年决算数')}${base}${verb}${delta}，${grown}${rate}`
  }
  change({ current, delta, rate })
  return t`，${than}${verb}${delta}，${grown}${rate}`
}

/** 三公 in one column: total, three items, vehicles split. */
export function threePublicPassage(
  pen: Pen,
  items: ThreePublic,
  head: string,
): { tokens: Token[]; total: Num; reception: Num; vehicles: Num } {
  const [total, reception, vehicles] = [
    pen.wan(threePublicSum(items)),
    pen.wan(items.reception),
    pen.wan(items.purchase + items.running),
  ]
  const [abroad, purchase, running] = [pen.wan(items.abroad), pen.wan(items.purchase), pen.wan(items.running)]
  sum(total, [abroad, vehicles, reception], 'three-public')
  sum(vehicles, [purchase, running], 'three-public')
  const [open, close] = [pen.habits.quotes[0] ?? '', pen.habits.quotes[1] ?? '']
  const car = pen.say('公务用车购置及运行维护费', '公务用车购置及运行费')
  const inner = pen.say(
    () => t`（其中：公务用车购置费${purchase}，公务用车运行维护费${running}）`,
    () => t`（公务用车购置${purchase}、公务用车运行维护${running}）`,
  )()
  const order = pen.say(
    () => t`因公出国（境）费${abroad}，${car}${vehicles}${inner}，公务接待费${reception}`,
    () => t`公务接待费${reception}；因公出国（境）费用${abroad}；${car}${vehicles}${inner}`,
  )()
  return {
    tokens: t`${head}${open}三公${close}经费${pen.say('', '支出', '合计')}${total}，其中：${order}。`,
    total,
    reception,
    vehicles,
  }
}

/** 三公: budget against actual, 「完成预算的P」. */
export function completionPassage(pen: Pen, name: string, budget: number, actual: number, current?: Num): Token[] {
  const [planned, spent] = [pen.wan(budget), pen.wan(actual)]
  const rate = pen.rate(actual, budget)
  if (current) repeat(spent, current)
  if (budget === 0) return t`${name}支出预算为${planned}，支出决算为${spent}。`
  ratio(rate, spent, planned, 'completion')
  return pen.say(
    () => t`${name}支出预算为${planned}，支出决算为${spent}，完成预算的${rate}。`,
    () => t`${name}年初预算${planned}，支出决算${spent}，完成年初预算的${rate}。`,
  )()
}

/** 结余 = 全年预算 − 支出. */
export function leftPassage(world: World, pen: Pen): Token[] {
  const { totals } = world
  if (totals.left === 0) return t`全年收支平衡，年末无结转结余。`
  const [full, spent, left] = [pen.wan(totals.full), pen.wan(totals.spent), pen.wan(totals.left)]
  difference(left, full, spent)
  return t`全年预算${full}，实际支出${spent}，年末结余${left}。`
}
