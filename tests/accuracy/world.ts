import { type Random, randomFrom } from './random.ts'
import { counties, departments, indicatorSets, projectNames, towns } from './vocabulary.ts'

/** An amount in whole 元. */
export type Yuan = number

export type ThreePublic = { abroad: Yuan; purchase: Yuan; running: Yuan; reception: Yuan }
export type FundLine = { initial: Yuan; added: Yuan; full: Yuan; spent: Yuan }
export type Project = FundLine & {
  name: string
  arrived: Yuan
  central: Yuan
  local: Yuan
  indicators: Indicator[]
  score: number
}

/** One level-3 indicator; scores in hundredths of a point. */
export type Indicator = {
  level1: string
  level2: string
  name: string
  sign: string
  target: number | string
  actual: number | string
  unit: string
  weight: number
  score: number
  reason: string
}

/** A department and its year, consistent to the last 元. */
export type World = {
  seed: number
  grain: number
  year: number
  county: string
  department: string
  docNumber: number
  totals: FundLine & { carriedIn: Yuan; left: Yuan; lastYear: Yuan }
  basic: FundLine & { wages: Yuan; allowances: Yuan; goods: Yuan; lastYear: Yuan }
  projects: Project[]
  projectTotals: FundLine & { lastYear: Yuan }
  sources: { name: string; line: FundLine }[]
  accounts: { code: string; name: string; spent: Yuan; basic: boolean; initial: Yuan }[]
  threePublic: { lastYear: ThreePublic; budget: ThreePublic; actual: ThreePublic }
  staff: {
    quotas: { name: string; count: number }[]
    onPost: number
    retired: number
    organs: string[]
    units: string[]
  }
  overhead: {
    lastYear: Yuan
    budget: Yuan
    office: [Yuan, Yuan, Yuan]
    utilities: [Yuan, Yuan, Yuan]
    meetings: [Yuan, Yuan, Yuan]
  }
  work: {
    accepted: number
    closed: number
    documents: number
    briefs: number
    meetings: number
    trainings: number
    people: number
    papers: number
  }
  towns: { name: string; amount: Yuan; households: number }[]
  indicators: Indicator[]
  score: number
}

/** The world of a seed. */
export function worldOf(seed: number): World {
  const random = randomFrom(seed)
  const grain = random.pick([100, 100, 100, 100, 100, 1, 1, 1000, 10_000])
  const money = (low: number, high: number): Yuan => Math.round(random.int(low * 10_000, high * 10_000) / grain) * grain
  const projects = projectsOf(random, money)
  const projectTotals = { ...addLines(projects), lastYear: money(200, 900) }
  const basic = basicOf(random, money)
  const both = addLines([basic, projectTotals])
  const lastYear = basic.lastYear + projectTotals.lastYear
  return {
    seed,
    grain,
    year: random.int(2019, 2025),
    county: random.pick(counties),
    department: random.pick(departments),
    docNumber: random.int(3, 96),
    totals: { ...both, carriedIn: random.chance(0.5) ? 0 : money(1, 60), left: both.full - both.spent, lastYear },
    basic,
    projects,
    projectTotals,
    sources: sourcesOf(random, both, grain),
    accounts: accountsOf(random, basic, projectTotals, grain),
    threePublic: threePublicOf(random, money),
    staff: staffOf(random),
    overhead: overheadOf(random, basic.goods, money, grain),
    work: workOf(random),
    towns: townsOf(random, money),
    ...scoredIndicators(random, 90, 10 - Math.min(10, Math.round((1000 * both.spent) / both.full) / 100)),
  }
}

type Money = (low: number, high: number) => Yuan

/** `whole` cut into shares of random size, each a multiple of the grain; the last takes the rest. */
export function shares(random: Random, whole: Yuan, count: number, grain: number): Yuan[] {
  const weights = Array.from({ length: count }, () => random.int(5, 100))
  const all = weights.reduce((sum, each) => sum + each, 0)
  const cut = weights.slice(1).map((weight) => Math.floor((whole * weight) / all / grain) * grain)
  return [whole - cut.reduce((sum, each) => sum + each, 0), ...cut]
}

function addLines(lines: readonly FundLine[]): FundLine {
  const total = (field: keyof FundLine): Yuan => lines.reduce((sum, line) => sum + line[field], 0)
  return { initial: total('initial'), added: total('added'), full: total('full'), spent: total('spent') }
}

function projectsOf(random: Random, money: Money): Project[] {
  return random.some(projectNames, random.int(3, 6)).map((name) => {
    const initial = money(12, 260)
    const added = random.chance(0.3) ? money(3, 60) : 0
    const full = initial + added
    const spent = random.chance(0.55) ? full : Math.max(initial / 2, full - money(1, 6))
    const central = random.chance(0.5) ? full - money(1, 8) : full
    const tens = Math.round((1000 * spent) / full) / 100
    return {
      name,
      initial,
      added,
      full,
      spent: Math.round(spent),
      arrived: full,
      central,
      local: full - central,
      ...scoredIndicators(random, 90, 10 - tens),
    }
  })
}

function basicOf(random: Random, money: Money): World['basic'] {
  const [wages, allowances, goods] = [money(400, 1900), money(8, 120), money(60, 400)] as const
  const spent = wages + allowances + goods
  const added = random.chance(0.6) ? money(10, 240) : 0
  const full = spent
  return { initial: full - added, added, full, spent, wages, allowances, goods, lastYear: money(450, 2300) }
}

function sourcesOf(random: Random, all: FundLine, grain: number): World['sources'] {
  const names = random.pick([
    ['一般公共预算', '政府性基金'],
    ['一般公共预算', '其他资金'],
    ['一般公共预算', '政府性基金', '其他资金'],
  ])
  const small = names.slice(1).map(() => Math.floor(all.initial / random.int(12, 40) / grain) * grain)
  const rest = small.reduce((sum, each) => sum + each, 0)
  return names.map((name, index) => {
    const line =
      index === 0
        ? { initial: all.initial - rest, full: all.full - rest, spent: all.spent - rest }
        : equalLine(small[index - 1]!)
    return { name, line: { ...line, added: line.full - line.initial } }
  })
}

function equalLine(amount: Yuan): { initial: Yuan; full: Yuan; spent: Yuan } {
  return { initial: amount, full: amount, spent: amount }
}

function accountsOf(random: Random, basic: FundLine, project: FundLine, grain: number): World['accounts'] {
  const fixed = [
    ['2080505', '机关事业单位基本养老保险缴费支出'],
    ['2101101', '行政单位医疗'],
    ['2210201', '住房公积金'],
  ] as const
  const family = random.pick([
    ['20103', '行政运行', '一般行政管理事务', '其他政府办公厅（室）及相关机构事务支出'],
    ['20106', '行政运行', '一般行政管理事务', '其他财政事务支出'],
    ['20113', '行政运行', '一般行政管理事务', '其他商贸事务支出'],
  ] as const)
  const basicParts = shares(random, basic.spent, 4, grain).toSorted((left, right) => right - left)
  const projectParts = shares(random, project.spent, 2, grain)
  const rows = [
    { code: `${family[0]}01`, name: family[1], spent: basicParts[0]!, basic: true },
    { code: `${family[0]}02`, name: family[2], spent: projectParts[0]!, basic: false },
    { code: `${family[0]}99`, name: family[3], spent: projectParts[1]!, basic: false },
    ...fixed.map(([code, name], index) => ({ code, name, spent: basicParts[index + 1]!, basic: true })),
  ]
  return rows.map((row) => ({ ...row, initial: Math.round((row.spent * random.int(70, 130)) / 100 / grain) * grain }))
}

function threePublicOf(random: Random, money: Money): World['threePublic'] {
  const hasCars = random.chance(0.8)
  const goesAbroad = random.chance(0.3)
  const buys = hasCars && random.chance(0.3)
  const one = (low: number, high: number): ThreePublic => ({
    abroad: goesAbroad ? money(low, high) : 0,
    purchase: buys ? money(low + 8, high + 12) : 0,
    running: hasCars ? money(low, high) : 0,
    reception: money(low, high),
  })
  return { lastYear: one(2, 19), budget: one(14, 24), actual: one(2, 9) }
}

/** All of it. */
export function threePublicSum(items: ThreePublic): Yuan {
  return items.abroad + items.purchase + items.running + items.reception
}

function staffOf(random: Random): World['staff'] {
  const quotas = [
    { name: '行政编制', count: random.int(18, 60) },
    { name: '事业编制', count: random.int(6, 40) },
    { name: '工勤编制', count: random.int(1, 6) },
  ].slice(0, random.int(2, 3))
  const all = quotas.reduce((sum, each) => sum + each.count, 0)
  const organs = random.some(
    [
      '办公室',
      '计划财务股',
      '政策法规股',
      '人事股',
      '行政审批股',
      '安全监管股',
      '市场运行股',
      '产业发展股',
      '督查室',
      '信息宣传股',
      '综合业务股',
    ],
    random.int(4, 9),
  )
  const units = random.some(
    ['综合服务中心', '质量检测站', '技术推广中心', '信息中心', '执法大队', '事务中心'],
    random.int(1, 4),
  )
  return { quotas, onPost: all - random.int(0, Math.min(9, all - 10)), retired: random.int(9, 60), organs, units }
}

function overheadOf(random: Random, goods: Yuan, money: Money, grain: number): World['overhead'] {
  const lastYear = money(60, 400)
  const budget = money(60, 400)
  const split = [lastYear, budget, goods].map((whole) => shares(random, whole, 3, grain))
  const column = (part: number): [Yuan, Yuan, Yuan] => [split[0]![part]!, split[1]![part]!, split[2]![part]!]
  return { lastYear, budget, office: column(0), utilities: column(1), meetings: column(2) }
}

function workOf(random: Random): World['work'] {
  const accepted = random.int(40, 900)
  return {
    accepted,
    closed: random.chance(0.4) ? accepted : accepted - random.int(1, Math.floor(accepted / 9)),
    documents: random.int(120, 2900),
    briefs: random.int(12, 90),
    meetings: random.int(8, 60),
    trainings: random.int(2, 24),
    people: random.int(150, 4200),
    papers: random.int(13, 480),
  }
}

function townsOf(random: Random, money: Money): World['towns'] {
  return random
    .some(towns, random.int(5, 11))
    .map((name) => ({ name, amount: money(3, 90), households: random.int(11, 420) }))
}

/** Indicators whose weights make up `points`, and the total with what the 执行率 row lost. */
function scoredIndicators(random: Random, points: number, lost: number): { indicators: Indicator[]; score: number } {
  const set = random.pick(indicatorSets)
  const indicators = set.map((entry): Indicator => {
    const short = typeof entry.target === 'number' && entry.sign === '≥' && entry.unit === '%' && random.chance(0.12)
    const base = typeof entry.target === 'number' ? entry.target : 0
    const exceeds = entry.sign === '≥' && entry.unit !== '%' && random.chance(0.3)
    const actual = typeof entry.target === 'string' ? entry.target : short ? base - 4 : exceeds ? base + 1 : base
    const score = short ? Math.round((entry.weight * 100 * (base - 4)) / base) : entry.weight * 100
    return { ...entry, actual, score, reason: short ? '群众知晓面不够，下年加大宣传力度' : '' }
  })
  const given = indicators.reduce((sum, each) => sum + each.weight, 0)
  if (given !== points) throw new Error(`the weights make ${given}, not ${points}`)
  const earned = indicators.reduce((sum, each) => sum + each.score, 0)
  return { indicators, score: earned + Math.round((10 - lost) * 100) }
}
