/** What the heads of a monitoring form call the months up to a day, YYYY-MM-DD: 1-7月, or 截至7月15日 within a month. */
export function periodOf(until: string): string {
  const [year = 0, month = 0, day = 0] = until.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day !== last) return `截至${month}月${day}日`
  return month === 1 ? '1月' : `1-${month}月`
}
