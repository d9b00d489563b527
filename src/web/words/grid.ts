import type { PasteOutcome } from '../grid/edit-lines.ts'
import type { Pasted } from '../grid/read-pasted.ts'

/** Words of the tables that are typed into. */
export const words = {
  search: (name: string) => `在${name}里查找`,
  searchHint: '查找',
  add: '新增一行',
  remove: (count: number) => (count > 0 ? `删去 ${count} 行` : '删去'),
  wholeLine: (canEdit: boolean) => (canEdit ? '整行改' : '整行看'),
  columns: (hidden: number) => (hidden > 0 ? `选栏（隐去 ${hidden}）` : '选栏'),
  columnsOf: (name: string) => `${name}显示哪些栏`,
  columnsNote: '必填的栏总是显示；屏幕放不下时先隐去末尾的栏。选择记在本机。',
  setManyOf: (count: number) => (count > 1 ? `批量改 ${count} 行` : '批量改'),
  setManyColumn: '改哪一栏',
  setManyValue: '改成',
  setManyTake: '改',
  setManyNote: '留空就清空这一栏。改错了按“撤销”一次改回。',
  setMany: (changed: number, same: number) =>
    same > 0 ? `改了 ${changed} 行，${same} 行本来就是` : `改了 ${changed} 行`,
  cancel: '取消',
  history: '变更记录',
  noHistory: '还没有变更。',
  loading: '正在读取…',
  total: (count: number) => `共 ${count} 条`,
  printed: (shown: number, total: number, isWhole: boolean) => {
    if (shown >= total) return `共 ${total} 条`
    const how = isWhole ? '印前面这些，要全部的请在“导入导出”里导出' : '要印全部，请按 Ctrl+P 或表上的“打印全部”'
    return `共 ${total} 条，这里 ${shown} 条，${how}`
  },
  printWhole: (total: number) => `打印全部 ${total} 条`,
  readingWhole: (total: number) => `正在读取全部 ${total} 条，读完就打印…`,
  partPrinted: (problem: string) => `没有读全，只打印看得到的：${problem}`,
  sum: (yuan: string) => `合计 ${yuan} 元`,
  pasted: (
    { changed, added, left }: PasteOutcome,
    { heads, totals, unused }: Pick<Pasted, 'heads' | 'totals' | 'unused'>,
  ) => {
    const done = [added > 0 ? `新增 ${added} 行` : '', changed > 0 ? `改 ${changed} 行` : ''].filter(Boolean)
    const passed = [heads > 0 ? '标题行' : '', totals > 0 ? `合计行 ${totals} 行` : ''].filter(Boolean)
    return [
      done.length > 0 ? `贴入：${done.join('，')}` : '贴入的和原来一样，没有改动',
      passed.length > 0 ? `${passed.join('、')}没有贴` : '',
      unused.length > 0 ? `没有对应的栏：${unused.join('、')}` : '',
      left > 0 ? `${left} 格是已有登记的编号，不能改` : '',
    ]
      .filter(Boolean)
      .join('；')
  },
  unnamed: '（未填）',
  newEntry: '新增',
  choose: (name: string) => `选中${name}`,
  openOf: (name: string, canEdit: boolean) => `${canEdit ? '改' : '看'}${name}`,
  change: '改',
  look: '看',
  goOn: '接着填',
  moreCards: (next: number, left: number) => `再看 ${next} 条（还有 ${left} 条）`,
  cardHint: '改完一栏即存，改错了按“撤销”改回。',
  newHint: '带 * 的栏填齐后才登记。',
  nothing: '还没有登记。',
  emptyCards: '还没有登记：按“新增一行”。',
  empty: '还没有登记：按“新增一行”，或点这里粘贴从 Excel、WPS 复制的行。',
  noneOfThose: '没有符合的，按“看全部”回到整张表。',
  nothingFound: '没有找到，换个词再查。',
  removed: (count: number) => `已删去 ${count} 行，按“撤销”可以放回`,
  hint: '双击或按回车改一格，改完即存；可从 Excel、WPS 复制一块直接粘贴，连标题行一起复制就按栏名对应。带 * 的栏填齐后才登记。',
  leftOut: (titles: readonly string[]) =>
    `没有显示的栏：${titles.join('、')}。在一行上按 Alt+回车，或选中一行按“整行改”，各栏都能填；要显示按“选栏”。`,
} as const
