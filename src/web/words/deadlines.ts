import { deadlineNames } from '#domain/year/deadline.ts'

/** Words of deadlines. */
export const words = {
  tasks: deadlineNames,
  title: (year: string) => `${year}年度的期限`,
  of: (year: string, task: string) => `${year}年度${task}期限`,
  none: '没有定',
  saved: '已定，部门的工作台上看得到',
  due: (task: string, day: string, left: number) => {
    const [year, month, date] = day.split('-').map(Number)
    const rest = left > 0 ? `还有 ${left} 天` : left === 0 ? '就是今天' : `已过 ${-left} 天`
    return `${task}期限 ${year}年${month}月${date}日，${rest}`
  },
} as const
