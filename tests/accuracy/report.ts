/**
 * A number as a made-up report prints it.
 *
 * before, digits, after, unit   printed in this order: 近 · 1,286.05 · 余 · 万元
 * marks                         the relations that determine it; none for a number nothing else determines
 */
export type Num = {
  readonly is: 'number'
  readonly before: string
  readonly digits: string
  readonly after: string
  readonly unit: string
  readonly marks: Mark[]
}

/**
 * A relation a number takes part in.
 *
 * relation   what it is there: total, part, rate, delta, repeat …
 * slack      how far the number may move, in its printed unit, before the report contradicts itself beyond rounding
 */
export type Mark = { readonly relation: string; readonly slack: number }

export type Token = string | Num
export type Tokens = readonly Token[]

export type Block =
  | { readonly is: 'heading'; readonly level: number; readonly tokens: Tokens }
  | { readonly is: 'paragraph'; readonly tokens: Tokens }
  | { readonly is: 'table'; readonly rows: readonly (readonly TableCell[])[] }

/** A cell with the columns and rows it covers; covered places are not listed again. */
export type TableCell = { readonly tokens: Tokens; readonly columns: number; readonly rows: number }

export type Report = { readonly name: string; readonly blocks: readonly Block[] }

type Written = Token | Tokens | number

/** Template tag: text with numbers in it. Plain JavaScript numbers are printed as they are and belong to no relation. */
export function t(texts: TemplateStringsArray, ...values: readonly Written[]): Token[] {
  return texts.flatMap((text, index) => [text, ...flat(values[index])]).filter((token) => token !== '')
}

function flat(value: Written | undefined): Token[] {
  if (value === undefined) return []
  if (typeof value === 'number') return [String(value)]
  return typeof value === 'string' || 'is' in value ? [value] : [...value]
}

export function heading(level: number, ...parts: readonly Written[]): Block {
  return { is: 'heading', level, tokens: parts.flatMap(flat) }
}

export function paragraph(...parts: readonly Written[]): Block {
  return { is: 'paragraph', tokens: parts.flatMap(flat) }
}

/** A table from rows of plain contents or cells made with `cell`. */
export function table(rows: readonly (readonly (Written | TableCell)[])[]): Block {
  return { is: 'table', rows: rows.map((row) => row.map((each) => (isCell(each) ? each : cell(each)))) }
}

export function cell(content: Written, columns = 1, rows = 1): TableCell {
  return { tokens: flat(content).filter((token) => token !== ''), columns, rows }
}

function isCell(value: Written | TableCell): value is TableCell {
  return typeof value === 'object' && 'tokens' in value
}

/** Parts joined by a separator: 甲1万元，乙2万元. */
export function joined(parts: readonly Tokens[], separator: string): Token[] {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [separator, ...part]))
}

/** What a token prints. */
export function printed(token: Token): string {
  return typeof token === 'string' ? token : token.before + token.digits + token.after + token.unit
}

export function plain(tokens: Tokens): string {
  return tokens.map(printed).join('')
}

/** Every number of a report, in order of appearance; one that is printed twice is listed once. */
export function numbersOf(report: Report): Num[] {
  const found = new Set<Num>()
  for (const tokens of report.blocks.flatMap(tokensOf)) {
    for (const token of tokens) if (typeof token !== 'string') found.add(token)
  }
  return [...found]
}

/** The sentence, row or heading a number stands in, for the lists of misses. */
export function surroundings(report: Report, number: Num): string {
  for (const block of report.blocks) {
    const rows = block.is === 'table' ? block.rows.map((row) => row.map((each) => each.tokens)) : [[block.tokens]]
    const row = rows.find((cells) => cells.some((tokens) => tokens.includes(number)))
    if (!row) continue
    const cells = row.map((tokens) =>
      tokens.map((token) => (token === number ? `【${printed(token)}】` : printed(token))).join(''),
    )
    return clipped(cells.join(' | '))
  }
  return ''
}

function clipped(text: string): string {
  const at = text.indexOf('【')
  return text.slice(Math.max(0, at - 130), at + 150).replaceAll('\n', '')
}

function tokensOf(block: Block): Tokens[] {
  return block.is === 'table' ? block.rows.flatMap((row) => row.map((each) => each.tokens)) : [block.tokens]
}

/** The report with one number printed differently. */
export function withNumber(report: Report, number: Num, changed: Num): Report {
  const swap = (tokens: Tokens): Tokens => tokens.map((token) => (token === number ? changed : token))
  const blocks = report.blocks.map((block): Block => {
    if (block.is !== 'table') return { ...block, tokens: swap(block.tokens) }
    return { ...block, rows: block.rows.map((row) => row.map((each) => ({ ...each, tokens: swap(each.tokens) }))) }
  })
  return { ...report, blocks }
}
