/** Words of the tables that are typed into. */
export const words = {
  search: (name: string) => `在${name}里查找`,
  searchHint: '查找',
  add: '新增一行',
  remove: (count: number) => (count > 0 ? `删去 ${count} 行` : '删去'),
  history: '变更记录',
  noHistory: '还没有变更。',
  loading: '正在读取…',
  total: (count: number) => `共 ${count} 条`,
  sum: (yuan: string) => `合计 ${yuan} 元`,
  pasted: (taken: number, left: number) =>
    left > 0 ? `贴入 ${taken} 格；${left} 格是已有登记的编号，不能改，没有贴入` : `贴入 ${taken} 格`,
  removed: (count: number) => `已删去 ${count} 行，按“撤销”可以放回`,
  hint: '双击或按回车改一格，改完即存；可从 Excel、WPS 复制一块直接粘贴，多出的行自动新增。带 * 的栏填齐后才登记。',
} as const
