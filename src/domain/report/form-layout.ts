/**
 * How a form is laid out: data (data/forms), since every province prints its own heads, labels and rows.
 *
 * title    「{division}{year}年度部门整体支出绩效目标表」; names in braces are filled in from the ledger
 * sheet    the form's name in a workbook
 * widths   of the grid columns, shares of the text width
 * order    level-1 headings in the order they are printed; those not named come last, as entered
 */
export type FormLayout = {
  readonly id: string
  readonly title: string
  readonly sheet: string
  readonly source: string
  readonly landscape?: boolean
  readonly widths: readonly number[]
  readonly order: readonly string[]
  readonly rows: readonly LayoutRow[]
}

/**
 * A printed row, a row for each main task 年度主要任务, or the grid of indicators with its heads; `when` names a value
 * without which the row is left out; `side` stands left of the whole grid, in a column of its own.
 */
export type LayoutRow =
  | { readonly cells: readonly LayoutCell[]; readonly when?: string; readonly each?: 'tasks' }
  | { readonly indicators: readonly LayoutHead[]; readonly side?: string }

/**
 * text    words and values: 「按收入性质分：{fund.total@original|—}」; what follows the bar stands where there is no value
 * span    grid columns, `rows` grid rows it covers
 * grows   the rows count one main task: the cell covers the rows of all
 */
export type LayoutCell = {
  readonly text: string
  readonly span: number
  readonly rows: number
  readonly align: 'left' | 'center'
  readonly grows?: 'tasks'
}

/** A column of the grid: what its head says, and what a row shows in it. Level 1 and level 2 span the rows they head. */
export type LayoutColumn = {
  readonly head: string
  readonly show: string
  readonly span: number
  readonly align: 'left' | 'center'
}

/** A column, or columns under one head: 偏差原因分析 above 经费保障, 制度保障 … */
export type LayoutHead = LayoutColumn | { readonly head: string; readonly columns: readonly LayoutColumn[] }

/** The columns of a grid from left to right, those under a common head among them. */
export function columnsOf(heads: readonly LayoutHead[]): readonly LayoutColumn[] {
  return heads.flatMap((head) => ('columns' in head ? head.columns : [head]))
}

/** The layouts a rule pack prints its forms in; `baseData` 基础数据表 only where the place asks for one. */
export type PackForms = {
  readonly departmentEvaluation: FormLayout
  readonly projectEvaluation: FormLayout
  readonly departmentGoals: FormLayout
  readonly projectGoals: FormLayout
  readonly departmentMonitoring: FormLayout
  readonly projectMonitoring: FormLayout
  readonly baseData?: FormLayout
}
