import type { PlannedBy } from '#domain/year/payment-plan.ts'
import { surePossibility } from '#domain/year/round-lacks.ts'
import { words as budget } from './budget.ts'
import { plannedByNames } from './payment-plan.ts'

/** 2023-07-31 as 2023年7月31日. */
function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** Words of 绩效监控. */
export const words = {
  title: '绩效监控',
  dayText,
  round: '监控期',
  rounds: '各期监控',
  until: (day: string) => `截至${dayText(day)}`,
  add: '增加一期',
  addDay: '监控到哪一天',
  none: '还没有做过监控。选监控到哪一天（一般是 7 月 31 日），增加一期；到那天的支出和台账数自动带出。',
  remove: '删去这一期',
  removed: (day: string) => `已删去截至${dayText(day)}的监控，按“撤销”可以放回`,
  spending: '支出进度',
  spendingSaid: (spent: string, share: string, planned: string, by: PlannedBy) =>
    `支出 ${spent} 万元，占全年预算 ${share}，计划进度 ${planned}，按${plannedByNames[by]}`,
  paymentRateSaid: (rate: string) => `支付进度率 ${rate}`,
  forecastSaid: (forecast: string, final: string) => `照这个进度，全年约 ${forecast} 万元，全年预算 ${final} 万元`,
  noPayments: (final: string) => `还没有登记支付，看不出到这天的进度。全年预算 ${final} 万元`,
  noShare: (final: string) => `支付只登记了年末汇总，看不出到这天的进度。全年预算 ${final} 万元`,
  payments: '看支付',
  months: '按月看数字',
  goals: '目标进度',
  goalsBy: (by: PlannedBy, spendingBy: PlannedBy) =>
    `计划按${plannedByNames[by]}，比率什么时候都按全部指标值${spendingBy === 'own' ? '；既定支付进度只管支出' : ''}。`,
  columns: ['三级指标', '年度指标值', '到这天的值', '完成', '计划', '预警', '照此全年约', '完成目标可能性'],
  possibilities: [surePossibility, '有可能', '完全不可能'],
  unsaid: '未填',
  value: (name: string) => `${name}到这天的值`,
  possibility: (name: string) => `${name}完成目标的可能性`,
  counted: (value: string) => `台账 ${value}`,
  fill: (count: number) => `用台账数填 ${count} 个空`,
  summedUp: (count: number) =>
    `${count} 项的台账只在 12 月 31 日登记，多半是全年汇总，没有计入这一期，也不当作 0：到这天完成多少要自己填；真是当天做的，填 0`,
  leftOut: {
    'sums-up-the-year': (records: number) => `12 月 31 日汇总 ${records} 条未计入`,
    later: (records: number) => `这天以后 ${records} 条未计入`,
  },
  noIndicators: '这个评价对象还没有绩效指标。',
  lights: (red: number, yellow: number) =>
    red + yellow === 0 ? '没有亮红灯、黄灯的' : `亮红灯 ${red} 项，黄灯 ${yellow} 项`,
  warnings: budget.warnings,
  light: '预警',
  variances: '偏差原因（完不成或落后的指标）',
  varianceColumns: ['三级指标', '全年预计完成', '原因', '原因说明'],
  expected: (name: string) => `${name}全年预计完成`,
  cause: (name: string, cause: string) => `${name}的原因：${cause}`,
  reason: (name: string) => `${name}的原因说明`,
  varianceCauses: { funds: '经费保障', rules: '制度保障', staff: '人员保障', hardware: '硬件条件保障', other: '其他' },
  reasons: '原因和措施',
  causes: '偏差或不能完成目标的原因',
  measures: '整改措施和建议',
  causesHint: '经费、制度、人员、硬件哪方面没有保障，写清楚',
  measuresHint: '谁在什么时候做什么',
  reasonsOpen: '亮灯或可能完不成，原因和措施还没有写全',
  causesNeeded: '有亮灯或可能完不成的，须写原因',
  measuresNeeded: '有亮灯或可能完不成的，须写措施',
} as const
