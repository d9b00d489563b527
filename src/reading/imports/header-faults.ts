import type { ImportFault } from '#domain/imports/import-result.ts'
import type { ImportTable } from '#domain/imports/import-table.ts'
import { columnLetter } from './fault-list.ts'
import type { Header } from './find-header.ts'

/** What is wrong with a heading: required columns missing, one name on two columns, no unit of money, columns unused. */
export function headerFaults(sheet: string, header: Header, table: ImportTable): ImportFault[] {
  const at = { sheet, row: header.row, column: '', value: '' }
  const missing = table.fields.filter(({ id, required }) => required && !header.columns.has(id))
  const lacking = missing.map(({ zh, synonyms = [] }): ImportFault => ({
    severity: 'error',
    ...at,
    message: `缺少「${zh}」这一列。`,
    mend: synonyms.length > 0 ? `请补上；表头也可以写成${listed(synonyms.slice(0, 4))}。` : '请补上。',
  }))
  const twins = header.twins.map(({ field, column }): ImportFault => ({
    severity: 'error',
    ...at,
    column: columnLetter(column),
    message: `有两列都叫「${field.zh}」（${columnLetter(header.columns.get(field.id) ?? 0)}列和${columnLetter(column)}列）。`,
    mend: '请留下一列，或给另一列改名。',
  }))
  return [...lacking, ...twins, ...unitFaults(at, header, table), ...unusedFaults(at, header)]
}

function listed(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join('、')
}

type At = Pick<ImportFault, 'sheet' | 'row' | 'column' | 'value'>

function unitFaults(at: At, header: Header, table: ImportTable): ImportFault[] {
  if (header.caption) return []
  return table.fields.flatMap((field): ImportFault[] => {
    const column = header.columns.get(field.id)
    if (field.type !== 'amount' || column === undefined || header.units.has(field.id)) return []
    const unit = field.unit ?? '元'
    return [
      {
        severity: 'warning',
        ...at,
        column: columnLetter(column),
        message: `「${field.zh}」没有写明单位，按${unit}读取。`,
        mend: `不是${unit}的，请在表头写明，如“${field.zh}（万元）”。`,
      },
    ]
  })
}

function unusedFaults(at: At, header: Header): ImportFault[] {
  if (header.unused.length === 0) return []
  const names = header.unused.slice(0, 8).map((name) => `“${name.slice(0, 20)}”`)
  return [
    {
      severity: 'warning',
      ...at,
      message: `这些列没有用到：${names.join('、')}${header.unused.length > 8 ? '等' : ''}。`,
      mend: '要用的请按模板改列名。',
    },
  ]
}

/** No sheet of the file holds such a table. */
export function noHeaderFault(table: ImportTable): ImportFault {
  const required = table.fields.filter((field) => field.required).map(({ zh }) => zh)
  return {
    severity: 'error',
    sheet: '',
    row: 0,
    column: '',
    value: '',
    message: `没有找到「${table.zh}」的表头。`,
    mend: `表头至少要有：${required.join('、')}。可以先下载模板对照。`,
  }
}

/** There is a heading, and nothing under it but totals and examples. */
export const noRowsFault: ImportFault = {
  severity: 'warning',
  sheet: '',
  row: 0,
  column: '',
  value: '',
  message: '表头下面没有要导入的行。',
  mend: '请核对是不是选错了文件。',
}
