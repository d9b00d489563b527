import { bareLabel } from './labels.ts'

/** What a column of a form holds. */
export type ColumnKey =
  | 'original'
  | 'final'
  | 'actual'
  | 'to-date'
  | 'projected'
  | 'rate'
  | 'projected-rate'
  | 'weight'
  | 'score'
  | 'target'
  | 'attained'
  | 'reason'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'sign'
  | 'measure-word'
  | 'sum'

/** Column labels of the forms in use (财政部 2020, 转移支付, 四川, 湖北, 湖南, 天津 …), without bracketed remarks and years. */
const columnLabels: Record<ColumnKey, readonly string[]> = {
  original: [
    '年初预算数',
    '年初预算',
    '年初批复数',
    '年初批复预算',
    '年初批复预算数',
    '年初预算安排',
    '年初预算金额',
    '批复预算',
  ],
  final: [
    '全年预算数',
    '全年预算',
    '调整后预算数',
    '调整后预算',
    '调整预算数',
    '调整后的预算',
    '当年预算数',
    '预算数',
    '全年预算金额',
    '预算总额',
    '预算金额',
  ],
  actual: [
    '全年执行数',
    '执行数',
    '预算执行数',
    '累计支出',
    '实际支出',
    '实际支出数',
    '全年支出数',
    '全年执行',
    '执行金额',
    '全年执行金额',
    '预算执行金额',
  ],
  'to-date': [],
  projected: ['全年预计执行数', '预计全年执行数'],
  rate: [
    '执行率及得分',
    '执行率和得分',
    '执行率/得分',
    '执行率',
    '预算执行率',
    '预算执行率%',
    '资金执行率',
    '执行率%',
    '预算完成率',
  ],
  'projected-rate': ['全年预计执行率', '预计全年执行率', '预计执行率'],
  weight: ['分值', '权重', '权重设定值', '指标分值', '权数', '标准分', '满分', '分值权重', '指标权重', '赋分权重'],
  score: ['得分', '自评得分', '实际得分', '考评得分', '自评分', '自评分值', '评价得分', '指标得分', '自评分数'],
  target: [
    '年度指标值',
    '指标值',
    '年初目标值',
    '年初设定目标',
    '预期指标值',
    '目标值',
    '计划值',
    '年初指标值',
    '全年目标值',
    '绩效指标值',
    '年度指标',
    '预期值',
  ],
  attained: [
    '实际完成值',
    '全年完成值',
    '全年实际完成值',
    '全年实际值',
    '完成值',
    '实际完成情况',
    '完成情况',
    '当前完成值',
    '年终完成值',
    '实际值',
    '全年完成情况',
    '指标完成情况',
    '实际完成',
  ],
  reason: [
    '偏差原因分析及改进措施',
    '偏差原因及改进措施',
    '未完成原因分析',
    '未完成原因',
    '未完成原因和改进措施',
    '未完成原因及改进措施',
    '未完成原因及拟采取的改进措施',
    '未完成原因和拟采取的改进措施',
    '偏差大或目标未完成原因分析',
    '扣分原因和其他说明',
    '偏差原因说明',
    '偏差原因分析',
    '偏差原因',
    '扣分原因',
    '原因',
    '未完成原因及改进措施说明',
    '偏差原因分析及措施',
  ],
  level1: ['一级指标', '一级'],
  level2: ['二级指标', '二级'],
  level3: ['三级指标', '三级', '指标名称', '指标', '绩效指标', '三级指标名称'],
  sign: ['指标性质', '计算符号', '运算符号', '性质', '符号'],
  'measure-word': ['计量单位', '度量单位', '单位'],
  sum: ['合计', '总计', '小计'],
}
/** What columns of a form may hold, for packs that name labels of their own. */
export const columnKeys = Object.keys(columnLabels) as ColumnKey[]
const keyByLabel = new Map(
  Object.entries(columnLabels).flatMap(([key, labels]) => labels.map((label) => [label, key as ColumnKey] as const)),
)

/** The key of a column head (compact text), or undefined for a head the forms do not use; `labels` are those of the packs. */
export function columnKey(text: string, labels?: ReadonlyMap<string, string>): ColumnKey | undefined {
  const label = bareLabel(text).replace(/^20\d{2}年度?/, '')
  if (
    label.endsWith('执行数') &&
    /^(?:\d{1,2}[-—~至])?\d{1,2}月(?:份|底|末)?(?:累计)?(?:预算)?执行数$|^截至.*执行数$/.test(label)
  )
    return 'to-date'
  if (label.endsWith('执行率') && /^(?:\d{1,2}[-—~至])?\d{1,2}月(?:份|底|末)?(?:累计)?(?:预算)?执行率$/.test(label))
    return 'rate'
  const known = keyByLabel.get(label)
  if (known) return known
  const packed = labels?.get(label)
  return packed === undefined ? undefined : columnKeys.find((key) => key === packed)
}

/** A source of funds in a form: its measure, and the source it is a part of. */
export type FundSource = { readonly id: string; readonly within: string; readonly pattern: RegExp }

/** Source rows of the forms; the first pattern that fits decides. */
export const fundSources: readonly FundSource[] = [
  {
    id: 'fund.total',
    within: '',
    pattern:
      /^(?:年度)?(?:项目)?(?:财政)?(?:预算)?(?:拨款)?资金总额$|^年度预算总额$|^年度(?:总|预算)资金$|^(?:资金)?(?:总额|合计|总计)$/,
  },
  {
    id: 'fund.carry-over',
    within: 'fund.total',
    pattern: /^上年(?:度)?结转(?:结余)?(?:资金)?$|^(?:以前年度)?结转结余资金$/,
  },
  { id: 'fund.central', within: 'fund.appropriation', pattern: /^中央(?:财政)?(?:补助|资金|拨款|补助资金|转移支付)?$/ },
  {
    id: 'fund.provincial',
    within: 'fund.local',
    pattern: /^(?:省|自治区|省级|省市)(?:级)?(?:财政)?(?:补助|资金|拨款|补助资金|安排)?$/,
  },
  { id: 'fund.city', within: 'fund.local', pattern: /^市(?:州)?(?:级)?(?:财政)?(?:补助|资金|拨款|补助资金|安排)?$/ },
  {
    id: 'fund.county',
    within: 'fund.local',
    pattern: /^(?:县|区|县区|区县|市县|县市)(?:级)?(?:财政)?(?:补助|资金|拨款|配套|补助资金|安排)?$/,
  },
  { id: 'fund.local', within: 'fund.appropriation', pattern: /^地方(?:财政)?(?:资金|配套|拨款|配套资金)?$/ },
  { id: 'fund.general-public-budget', within: 'fund.appropriation', pattern: /^一般公共预算(?:财政)?(?:拨款|资金)?$/ },
  {
    id: 'fund.government-managed',
    within: 'fund.appropriation',
    pattern: /^政府性基金(?:预算)?(?:财政)?(?:拨款|资金)?$/,
  },
  { id: 'fund.state-capital', within: 'fund.appropriation', pattern: /^国有资本经营预算(?:财政)?(?:拨款|资金)?$/ },
  {
    id: 'fund.appropriation',
    within: 'fund.total',
    pattern: /^(?:当年|本年|本年度|年度|年初)?(?:财政拨款|财政资金|财政拨款资金|财政预算资金)(?:收入)?$/,
  },
  {
    id: 'fund.special-account',
    within: 'fund.total',
    pattern:
      /^(?:纳入|财政)?(?:财政)?专户(?:管理)?(?:的)?(?:非税收入)?(?:拨款|资金|收入)?$|^纳入专户管理的非税收入拨款$/,
  },
  { id: 'fund.unit', within: 'fund.total', pattern: /^单位(?:自有)?资金$|^自筹资金$/ },
  { id: 'fund.other', within: 'fund.total', pattern: /^其他(?:资金|来源|收入)?$|^社会投入资金$/ },
]

/** Most labels name none of them. */
const anySource = new RegExp(fundSources.map(({ pattern }) => pattern.source).join('|'))

/** The fund source a row label names. */
export function fundSource(text: string): FundSource | undefined {
  const label = bareLabel(text)
  if (!anySource.test(label)) return undefined
  return fundSources.find(({ pattern }) => pattern.test(label))
}

const measurePatterns: readonly [RegExp, string][] = [
  [/^(?:三公|三公两费)(?:经费)?(?:支出)?(?:合计|总额)?$/, 'three-public.total'],
  [/^因公出国(?:境)?(?:费|费用|经费|支出)?$|^出国(?:境)?(?:经费|费|费用)$/, 'three-public.abroad'],
  [
    /^公务用车购置(?:及|和|与)运行(?:维护)?(?:费|经费|费用)?$|^公务用车购置(?:及|和)维护(?:费|经费)$|^公务用车费$/,
    'three-public.vehicle',
  ],
  [/^公(?:务用)?车购置(?:费|费用|经费)?$/, 'three-public.vehicle-purchase'],
  [/^公(?:务用)?车运行(?:维护)?(?:费|费用|经费)?$/, 'three-public.vehicle-running'],
  [/^公务接待(?:费|费用|经费)?$/, 'three-public.reception'],
  [/^项目支出(?:合计|小计)?$/, 'spending.project'],
  [/^基本支出(?:合计|小计)?$/, 'spending.basic'],
  [/^公用(?:经费|支出)(?:合计|小计)?$|^日常公用(?:经费|支出)$/, 'spending.public'],
  [/^人员(?:经费|支出)(?:合计|小计)?$/, 'spending.personnel'],
  [/^工资福利支出$/, 'spending.wages'],
  [/^商品和服务支出$/, 'spending.goods'],
  [/^对个人和家庭的?补助(?:支出)?$/, 'spending.subsidies'],
  [/^政府采购(?:金额|支出|总额|支出总额)?$/, 'procurement.total'],
  [/^部门基本支出预算调整(?:数)?$/, 'basic-adjustment'],
  [/^编制(?:数|人数)?$|^人员编制(?:数)?$/, 'staff.quota'],
  [/^(?:实际)?在职(?:人员|人数|人员数)?$|^实有在职人(?:数|员)$/, 'staff.on-post'],
  [/^退休(?:人员|人数|人员数)$|^离退休(?:人员|人数|人员数)$/, 'staff.retired'],
]

const anyMeasure = new RegExp(measurePatterns.map(([pattern]) => pattern.source).join('|'))

/** The measure a row or column label stands for, where the label alone decides. */
export function measureOf(text: string): string | undefined {
  const label = bareLabel(text).replace(/^20\d{2}年度?(?:末)?/, '')
  if (!anyMeasure.test(label)) return undefined
  return measurePatterns.find(([pattern]) => pattern.test(label))?.[1]
}

/** Labels of rows and columns that gather others. */
export const totalLabel =
  /^(?:合计|总计|共计|小计|总额|总合计|累计|(?:全[县市省区州国]|本级|项目|资金|支出|收入|年度|[两二三四五]年|金额|部门|单位|基本支出|项目支出|[\p{Script=Han}]{2,4}(?=小计$))?(?:合计|总计|小计)(?:数|金额)?|本年(?:收入|支出)合计|(?:收入|支出)总计|总(?:成本|费用|投资|经费))$/u

/** Heads of columns that are no amounts: numbers, codes, dates, rates, prices. */
export const notAdditive =
  /^每|[^\d（(]每(?:吨|亩|户|人|公里|平方米|立方米|㎡|[套台辆件次生床村座头只])(?!年)|^单[份位件]|率|占比|比例|比重|比$|百分|%|单价|标准|平均|均价|[人户次亩生床件场车校村班台日月所家]均|序号|编号|编码|代码|科目码|年份|^年度$|时间|日期|电话|排名|名次|行次|栏次|次序|账号|备注|指数|系数|增长|增幅|增速|升降|进度差|百分点|权重|倍|覆盖|完工|期限|^(?:类|款|项)$|^\d+$|^年$/

/** Row labels that are no part of a sum. */
export const notAPart =
  /^单[份位件]|率$|占比|比例|比$|平均|[人户次亩生床件场车校村班台日月所家]均|均值|比重|(?:增减|增长)(?:[额数率幅速量变比情%％（(]|$)|排名|备注|说明|注[:：]|单位[:：]|^栏次|^行次|^%$/
