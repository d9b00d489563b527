import type { FindingFamily } from '#domain/year/finding-family.ts'

/** Words of the pictures that hold many sets beside each other. */
export const words = {
  views: { scores: '得分与执行率', findings: '问题分布' },
  reading: (done: number, all: number) => `正在读各套材料：${done} / ${all}`,
  findings: '问题分布：部门 × 问题的种类',
  families: {
    money: '资金',
    staff: '人员与资产',
    indicators: '指标与得分',
    records: '业务台账',
    figures: '数与数',
    wording: '文字',
    gaps: '没有写完',
  } satisfies Record<FindingFamily, string>,
  said: (sets: number, errors: number, warnings: number, most: string) =>
    errors + warnings === 0
      ? `${sets} 套材料里没有错误，也没有提醒`
      : `${sets} 套材料里有 ${errors} 处错误、${warnings} 处提醒，最多的一类是${most}`,
  cell: (errors: number, warnings: number) =>
    [errors > 0 ? `错误 ${errors}` : '', warnings > 0 ? `提醒 ${warnings}` : ''].filter((each) => each).join('、'),
  counts: '问题数',
  department: '部门',
  sum: '合计',
  table: '看数字',
} as const
