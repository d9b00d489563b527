import { Big } from 'big.js'
import { formulaFreed } from '#domain/formula-like.ts'
import type { ImportContext } from '#domain/imports/import-result.ts'
import type { ImportField } from '#domain/imports/import-table.ts'
import { unitText } from '#domain/unit.ts'
import type { RawCell } from '../formats/sheets/raw-rows.ts'
import { cellNumber, isNothing } from '../tables/grids/cell-number.ts'
import { plainHeading } from './heading.ts'
import { nearest } from './nearest.ts'
import { parseAmount } from './parse-amount.ts'
import { parseCode } from './parse-code.ts'
import { parseDate } from './parse-date.ts'

/** What a cell gives: nothing where it is blank. A fault is what is wrong, and the mend. */
export type Parsed = {
  readonly value?: Big | string | boolean
  readonly error?: readonly [message: string, mend: string]
  readonly warning?: readonly [message: string, mend: string]
}
export type CellParser = (cell: RawCell) => Parsed

const blank: Parsed = {}
const mostRemembered = 20_000
const mostDigits = 15
const numeric = new Set(['amount', 'number', 'count'])

/** Reads the cells of one column. `worth`: what one of its unit of money is in 元. */
export function cellParser(field: ImportField, worth: Big, context: ImportContext): CellParser {
  const parse = remembered(field, kept(textParser(field, worth, context)))
  const isNumeric = numeric.has(field.type)
  return (cell) => {
    if (typeof cell === 'string') return parse(unguarded(cell.trim()))
    if (isNumeric && cell.date !== undefined)
      return { error: [`「${cell.text}」是日期，不是数。`, '请填数字；本来是数的，把这一格的格式改回“常规”。'] }
    if (cell.fault === 'unread')
      return { error: ['公式没有保存计算结果。', '请用 WPS 或 Excel 打开、重新计算后保存，再导入。'] }
    if (cell.fault === 'error') return { error: [`公式出错（${cell.text}）。`, '请改正公式或直接填写结果。'] }
    if (cell.covered === 'across') return blank
    if (cell.covered === 'down' && isNumeric && cell.text !== '')
      return { error: ['几行的数合并成了一格，分不清各是多少。', '请取消合并，逐行填写。'] }
    if (field.type === 'text' && field.required && cell.number !== undefined && isCutShort(cell.number))
      return digitsLost(cell.text)
    return parse(cellText(cell, field, isNumeric))
  }
}

/** A number of more digits than a spreadsheet keeps: what stood behind them is gone. */
function isCutShort(number: string): boolean {
  return new Big(number).e >= mostDigits
}

/** A csv keeps words that look like a formula behind an apostrophe. */
function unguarded(text: string): string {
  return text.startsWith("'") ? formulaFreed(text) : text
}

/** A stored number is taken in full; a date, a percentage or digits as they are displayed. */
function cellText(cell: Exclude<RawCell, string>, field: ImportField, isNumeric: boolean): string {
  if (cell.number === undefined) return cell.text.trim()
  if (field.type === 'date') return cell.date ?? cell.number
  if (isNumeric) return cell.text.endsWith('%') ? cell.text : written(cell.number)
  if (cell.date || cell.text.endsWith('%') || /^\d+$/.test(cell.text)) return cell.text
  return written(cell.number)
}

/** A stored number in full, without a power of ten. */
function written(number: string): string {
  return number.includes('e') ? new Big(number).toFixed() : number
}

/** Columns of few words (codes, choices, names, dates) work each of them out once. */
function remembered(field: ImportField, parse: (text: string) => Parsed): (text: string) => Parsed {
  if (field.type === 'text' || field.type === 'amount') return parse
  const known = new Map<string, Parsed>()
  return (text) => {
    const before = known.get(text)
    if (before) return before
    if (known.size >= mostRemembered) return parse(text)
    // Cut out of a longer text, it would hold on to all of it.
    const own = Buffer.from(text).toString()
    const parsed = parse(own)
    known.set(own, parsed)
    return parsed
  }
}

function textParser(field: ImportField, worth: Big, context: ImportContext): (text: string) => Parsed {
  const inner = parserOf(field, worth, context)
  const isOpen = field.type === 'text'
  return (text) => (text === '' || (!isOpen && isNothing(text)) ? blank : inner(text))
}

function parserOf(field: ImportField, worth: Big, context: ImportContext): (text: string) => Parsed {
  switch (field.type) {
    case 'amount':
      return (text) => amountOf(text, worth)
    case 'count':
      return countOf
    case 'number':
      return (text) => numberOf(text, field.unit)
    case 'date':
      return dateOf
    case 'choice':
      return choiceParser(field)
    case 'yes-no':
      return yesNo
    case 'function-code':
    case 'economic-code':
      return (text) => parseCode(text, field.type as 'function-code' | 'economic-code', context.accounts)
    case 'organisation':
      return nameParser('单位', context.organisations)
    case 'project':
      return field.id === 'scope' ? scopeParser(context) : nameParser('项目', context.projects)
    case 'projects':
      return namesParser(nameParser('项目', context.projects))
    case 'text':
      return field.required ? keyText : (text) => ({ value: text })
  }
}

/** Numbers longer than a spreadsheet keeps, or shown as powers of ten, have lost digits. */
function keyText(text: string): Parsed {
  return /^\d(?:\.\d+)?E\+\d+$/i.test(text) ? digitsLost(text) : { value: text }
}

function digitsLost(text: string): Parsed {
  const message = /^\d+$/.test(text)
    ? `「${text}」超过 ${mostDigits} 位，软件只记住前 ${mostDigits} 位，后面的数字已丢失。`
    : `「${text}」被软件改成了科学计数法，后面的数字已丢失。`
  return { error: [message, '请把这一列设为文本格式，重新填写编号。'] }
}

const suspect = /[\0\uD800-\uDFFF]/

/** No database keeps a NUL or half a character. */
function kept(parse: (text: string) => Parsed): (text: string) => Parsed {
  return (text) =>
    suspect.test(text) && (text.includes('\0') || !text.isWellFormed())
      ? { error: ['文字里有无法保存的字符。', '请在这一格重新输入文字。'] }
      : parse(text)
}

function amountOf(text: string, worth: Big): Parsed {
  const parsed = parseAmount(text, worth)
  if (parsed.is !== 'amount')
    return parsed.is === 'beyond-fen'
      ? { error: [`「${text}」不足一分。`, '金额最多精确到分，请四舍五入后填写。'] }
      : { error: [`「${text}」不是金额。`, '请填数字，如 12345.67。'] }
  return parsed.guessed === undefined
    ? { value: parsed.amount }
    : { value: parsed.amount, warning: [`「${text}」里有不像数字的字，按 ${parsed.guessed} 读取。`, '请核对。'] }
}

function countOf(text: string): Parsed {
  const found = cellNumber(text)
  if (!found) return { error: [`「${text}」不是数。`, '请填整数。'] }
  if (found.decimals > 0 && !found.value.eq(found.value.round()))
    return { error: [`「${text}」不是整数。`, '请填整数。'] }
  if (found.value.lt(0)) return { error: [`「${text}」是负数。`, '请填 0 或正整数。'] }
  return { value: found.value }
}

function numberOf(text: string, unit = ''): Parsed {
  const found = cellNumber(text)
  if (!found) return { error: [`「${text}」不是数。`, '请填数字。'] }
  const own = unitText(found.unit)
  if (own !== '' && unit !== '' && own !== unit && found.unit.name !== '')
    return { error: [`「${text}」的单位与这一栏的“${unit}”不同。`, `请换算成${unit}，只填数字。`] }
  return { value: own === unit ? found.value : found.value.times(scaleOf(found.unit.scale)) }
}

function scaleOf(scale: string): string {
  return { 百: '100', 千: '1000', 万: '10000', 亿: '100000000' }[scale] ?? '1'
}

function dateOf(text: string): Parsed {
  const date = parseDate(text)
  return date ? { value: date } : { error: [`「${text}」不是日期，或没有这一天。`, '请写成 2023-05-01。'] }
}

function choiceParser(field: ImportField): (text: string) => Parsed {
  const choices = field.choices ?? []
  const known = new Map(
    choices.flatMap(({ value, zh, synonyms = [] }) =>
      [zh, ...synonyms, value].map((word) => [plainHeading(word), value]),
    ),
  )
  return (text) => {
    const plain = plainHeading(text)
    const value = known.get(plain) ?? known.get(plain.replace(/^\d+[-.]?/, ''))
    if (value !== undefined) return { value }
    const near = nearest(text, choices, ({ zh }) => zh)[0]
    const words = choices.slice(0, 12).map(({ zh }) => zh)
    const list = `可填：${words.join('、')}${choices.length > words.length ? '等' : ''}。`
    return { error: [`「${text}」不在可选的内容里。`, near ? `是不是“${near.zh}”？${list}` : list] }
  }
}

function yesNo(text: string): Parsed {
  if (/^(?:是|√|✓|☑|有|Y|YES|1|TRUE|对)$/i.test(text)) return { value: true }
  if (/^(?:否|×|✗|无|没有|N|NO|0|FALSE|不)$/i.test(text)) return { value: false }
  return { error: [`「${text}」看不出是还是否。`, '请填“是”或“否”。'] }
}

function nameParser(what: string, listed: ImportContext['organisations']): (text: string) => Parsed {
  if (!listed) return (text) => ({ value: text })
  const ids = new Map(listed.flatMap(({ id, names }) => [id, ...names].map((name) => [plainHeading(name), id])))
  const names = listed.flatMap(({ id, names }) => names.map((name) => ({ id, name })))
  return (text) => {
    const plain = plainHeading(text)
    const id = ids.get(plain) ?? ids.get(plain.replace(/^[\dA-Za-z]+[-_]?(?=\p{Script=Han})/u, ''))
    if (id !== undefined) return { value: id }
    const near = nearest(text, names, ({ name }) => name)[0]
    return {
      error: [
        `账本里没有${what}「${text}」。`,
        `${near ? `是不是“${near.name}”（${near.id}）？` : ''}请先登记这个${what}，或改成已有的编号。`,
      ],
    }
  }
}

/** Names parted by ； or a line's end; a name may have 、 in it. */
function namesParser(one: (text: string) => Parsed): (text: string) => Parsed {
  return (text) => {
    const whole = one(text)
    if (whole.value !== undefined) return whole
    const parts = text
      .split(/[；;\n]/)
      .map((part) => part.trim())
      .filter(Boolean)
      .map(one)
    const faulty = parts.find(({ error }) => error)
    return faulty ?? { value: parts.map(({ value }) => String(value)).join('；') }
  }
}

/** A project, or the whole department by one of its names. */
function scopeParser(context: ImportContext): (text: string) => Parsed {
  const project = nameParser('项目', context.projects)
  return (text) => (/^(?:部门|本部门)?(?:整体|部门整体支出|整体支出|部门)?$/.test(text) ? { value: '' } : project(text))
}
