/**
 * What a spreadsheet program takes for the beginning of a formula: a sign, a tab or a line's end; those set for Chinese
 * take a full-width sign, too.
 */
const sign = '[=+\\-@\\t\\r＝＋－＠]'
const begins = new RegExp(`^${sign}`)
const held = new RegExp(`^'(?=${sign})`)

/** Whether words would become a formula in a cell. */
export function isFormulaLike(text: string): boolean {
  return begins.test(text)
}

/** Words held back from becoming a formula by an apostrophe, as spreadsheet programs do themselves. */
export function withoutFormula(text: string): string {
  return isFormulaLike(text) ? `'${text}` : text
}

/** The words behind such an apostrophe. */
export function formulaFreed(text: string): string {
  return held.test(text) ? text.slice(1) : text
}
