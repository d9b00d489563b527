import type { ReviewBounds } from '#domain/year/score-and-execution.ts'

/** Those that can be compared, and how many can't yet. */
function ofKnown(known: number, all: number): string {
  return known === all
    ? `${all} 个评价对象里`
    : `有得分又有执行率的 ${known} 个评价对象里（另有 ${all - known} 个还评不出）`
}

/** Words of scores held against execution. */
export const words = {
  title: '得分与执行率',
  columns: ['评价对象', '得分', '执行率', '看什么'],
  score: '得分',
  rate: '执行率',
  usual: '其他',
  standsOut: '得分高、执行低',
  look: '得分高、执行低，看指标是不是定得太松、完成值有没有佐证',
  unsaid: '评不出',
  table: '看数字',
  said: (names: readonly string[], known: number, all: number, { score, execution }: ReviewBounds) =>
    names.length === 0
      ? `${ofKnown(known, all)}，没有得分 ${score} 以上而执行率不到 ${execution}% 的`
      : `${ofKnown(known, all)}，${names.length} 个得分 ${score} 以上而执行率不到 ${execution}%：${names.slice(0, 3).join('、')}${names.length > 3 ? '等' : ''}`,
  nothing: '还没有既有得分又有执行率的评价对象：登记了预算和支付、评出了分，这里画出两样合不合得来。',
} as const
